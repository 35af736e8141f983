import { toLatin } from "./transliterate.ts";

/** Endings cut from words of a language, longest first; what is left keeps at least `least` letters. */
interface Endings {
  readonly endings: readonly string[];
  readonly least: number;
}

const list = (text: string): readonly string[] => text.split(" ").toSorted((a, b) => b.length - a.length);

const slavic: Endings = {
  least: 3,
  endings: list(
    "а я о е и ы і ї у ю ь й ий ый ой ей ая яя ое ее ую юю ого его ому ему им ым ом ем ими ыми ами ями ах ях ов ев ів їв еві ові ам ям ям ах их ых ої ій ію ою ею єю ць ців ться тися вся лася лося лися ся сь ла ло ли ти ть ння нням ння ення енням ання анням ість істю ости остей ости ність ності ніс ник ники ників",
  ),
};

const byLanguage: Readonly<Record<string, Endings>> = {
  uk: slavic,
  ru: slavic,
  de: {
    least: 4,
    endings: list(
      "e en ens ns em er es ern n s st t te ten ter test tet ung ungen heit keit lich liche lichen ig ige igen isch ische ischen",
    ),
  },
  fr: {
    least: 4,
    endings: list(
      "e s es ent ons ez er é ée és ées ait aient ant ante ants ement ements tion tions eur eurs euse eux ique iques aux al ale ales if ive ifs ives",
    ),
  },
  es: {
    least: 4,
    endings: list(
      "a o e as os es an en ar er ir ado ada ados adas ido ida idos idas ando iendo ción ciones mente dad dades ar aron ieron ó aba aban",
    ),
  },
  pl: {
    least: 4,
    endings: list(
      "a e i y o u ą ę em ie ia ii iem ów om ami ach ach ego emu ej ymi ich ych owi owie ać eć ić ał ała ali ały ony ona one enie ania anie aniem ość ości",
    ),
  },
  nb: { least: 4, endings: list("a e en et er ene ane ar es s te t de dde ing ingen inger ingene het heten heter lig lige") },
};

/**
 * A word brought to the form the search index keeps. Light stemming after the ideas of Porter (1980) for English and of suffix strippers
 * for the others: an index and a question must agree, a dictionary form is not needed. NFKC, lower case, ё → е, one apostrophe.
 */
export function stem(word: string, lang: string): string {
  const plain = normalizeWord(word);
  if (/^\d/.test(plain)) return plain;
  if (/\p{Script=Cyrillic}/u.test(plain)) return stripEnding(alternate(plain), slavic);
  const latin = toLatin(plain);
  const endings = lang === "en" ? undefined : byLanguage[lang];
  return endings ? stripEnding(latin, { ...endings, endings: endings.endings.map(toLatin) }) : stemEnglish(latin);
}

const normalizeWord = (word: string): string =>
  word
    .normalize("NFKC")
    .toLowerCase()
    .replace(/ё/g, "е")
    .replace(/[’ʼ`´]/g, "'")
    .replace(/'s?$/, "");

/** Vowels that change when an ending comes: Київ – Києва, Харків – Харкова, ніч – ночі. */
function alternate(word: string): string {
  return word
    .replace(/^ки[єї]в/, "киів")
    .replace(/(?<=.{2})[ое]в(?=(?:а|у|і|ом|ові|и)?$)/, "ів")
    .replace(/ськ\p{L}*$/u, "ськ");
}

function stripEnding(word: string, { endings, least }: Endings): string {
  const ending = endings.find((each) => word.endsWith(each) && word.length - each.length >= least);
  return ending ? word.slice(0, -ending.length) : word;
}

function stemEnglish(word: string): string {
  if (word.length < 4) return word;
  let stemmed = word
    .replace(/(?:sses)$/, "ss")
    .replace(/ies$/, "y")
    .replace(/(?<![su])s$/, "");
  stemmed = stemmed.replace(/(?<=[aeiouy].*)(?:ing|ed|edly|ingly)$/, "");
  if (/(?:at|bl|iz)$/.test(stemmed) && stemmed !== word) stemmed += "e";
  if (/([^aeiouylsz])\1$/.test(stemmed)) stemmed = stemmed.slice(0, -1);
  stemmed = stemmed.replace(/y$/, "i");
  for (const [ending, instead] of longEndings) {
    if (stemmed.endsWith(ending) && stemmed.length - ending.length >= 4) {
      stemmed = stemmed.slice(0, -ending.length) + instead;
      break;
    }
  }
  // "hire" and "hiring", "vote" and "voting".
  if (/^[^e]{3,4}e$/.test(stemmed)) return stemmed.slice(0, -1);
  return stemmed.length > 4
    ? stemmed.replace(/(?:ion|ment|ness|ful|ive|ous|al|er|or|e)$/, (ending) => (stemmed.length - ending.length >= 4 ? "" : ending))
    : stemmed;
}

const longEndings: readonly (readonly [string, string])[] = [
  ["ational", "ate"],
  ["isation", "ize"],
  ["ization", "ize"],
  ["iations", "iate"],
  ["iation", "iate"],
  ["ation", "ate"],
  ["fulness", "ful"],
  ["iveness", "ive"],
  ["ousness", "ous"],
  ["ibility", "ible"],
  ["ability", "able"],
  ["ically", "ic"],
  ["ically", "ic"],
  ["ators", "ate"],
  ["ator", "ate"],
  ["alism", "al"],
  ["alli", "al"],
  ["entli", "ent"],
  ["ousli", "ous"],
  ["ement", ""],
];

/** The index words of a text, in order, with repeats. Words of one letter are left out, numbers stay. */
export function stemsOf(text: string, lang: string): readonly string[] {
  return (text.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}’'ʼ-]*/gu) ?? [])
    .flatMap((word) => word.split("-"))
    .filter((word) => word.length > 1 || /\d/.test(word))
    .map((word) => knownStem(word, lang))
    .filter((word) => word.length > 1 || /\d/.test(word));
}

/** Words come again: 95 of 100 in running text. A full table is forgotten; what is needed is soon there again. */
const keptStems = 20_000;
const stemsKept = new Map<string, Map<string, string>>();

function knownStem(word: string, lang: string): string {
  const kept = stemsKept.getOrInsertComputed(lang, () => new Map<string, string>());
  const known = kept.get(word);
  if (known !== undefined) return known;
  if (kept.size >= keptStems) kept.clear();
  const made = stem(word, lang);
  kept.set(word, made);
  return made;
}
