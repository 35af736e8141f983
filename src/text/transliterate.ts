import { indexSameNames } from "./same-names.ts";

/** Cyrillic letters (Ukrainian, Russian, Bulgarian, Belarusian) as Latin ones, near to how English writes names. */
const letters: Readonly<Record<string, string>> = {
  а: "a",
  б: "b",
  в: "v",
  г: "h",
  ґ: "g",
  д: "d",
  е: "e",
  є: "ye",
  ж: "zh",
  з: "z",
  и: "y",
  і: "i",
  ї: "yi",
  й: "y",
  к: "k",
  л: "l",
  м: "m",
  н: "n",
  о: "o",
  п: "p",
  р: "r",
  с: "s",
  т: "t",
  у: "u",
  ф: "f",
  х: "kh",
  ц: "ts",
  ч: "ch",
  ш: "sh",
  щ: "shch",
  ъ: "",
  ы: "y",
  ь: "",
  э: "e",
  ю: "yu",
  я: "ya",
  ё: "yo",
  ў: "u",
};

/** Lower-case Latin letters without diacritics. */
export function toLatin(word: string): string {
  if (/^[\x20-\x7e]*$/.test(word)) return word.toLowerCase().replace(/['`]/g, "");
  let latin = "";
  for (const letter of word.toLowerCase().normalize("NFC"))
    latin += letters[letter] ?? letter.normalize("NFD").replace(/[\u0300-\u036f]/g, "");
  return latin
    .replace(/ß/g, "ss")
    .replace(/[øœ]/g, "o")
    .replace(/æ/g, "ae")
    .replace(/ł/g, "l")
    .replace(/[’'ʼ`´]/g, "");
}

const sameNames = indexSameNames(toLatin);

/** Latin letters alone, and one spelling for names that have several of their own ("Serhiy", "Sergei"). */
export function spellingOf(word: string): string {
  const latin = toLatin(word).replace(/[^a-z]/g, "");
  return sameNames.get(latin) ?? latin;
}

/**
 * A word as it sounds, letters of both scripts folded together, vowels kept: what a name is completed by, and what short names are compared by.
 * "Карп" and "Carp" give "karp". Holds for the beginning of a word as well.
 */
export function soundOf(word: string): string {
  return spellingOf(word)
    .replace(/^qu/, "kv")
    .replace(/sch|shch|tch|tsch|cz/g, "ch")
    .replace(/ph/g, "f")
    .replace(/kh|gh/g, "h")
    .replace(/ck|q|c(?!h)/g, "k")
    .replace(/x/g, "ks")
    .replace(/w/g, "v")
    .replace(/th/g, "t")
    .replace(/g/g, "h")
    .replace(/ee|ea/g, "i")
    .replace(/oo|ou/g, "u")
    .replace(/[jy]/g, "i")
    .replace(/(.)\1+/g, "$1");
}

/**
 * One key for a name's spellings in several scripts: consonants, with look-alikes folded; "карпентер" and "Carpenter" give "krpntr".
 * Sounds that scripts write unlike fall together: all hushing ones (ш ж ч дж, sh ch j sz cz) as "j", all hissing ones (с з ц, s z ts) as
 * "s", г and х with g and h. What spelling does not tell ("Juan" is Хуан, "Jean" Жан) is in the table of same names.
 */
export function nameKey(word: string): string {
  const spelling = spellingOf(word.normalize("NFC").replace(/[şš]/giu, "sh").replace(/ž/giu, "zh"));
  const isOwn = /\p{Script=Cyrillic}/u.test(word) && spelling === toLatin(word).replace(/[^a-z]/g, "");
  const folded = isOwn ? foldTransliterated(spelling) : foldLatin(spelling);
  const consonants = folded.replace(/[aeiouy]/g, "").replace(/(.)\1+/g, "$1");
  return consonants.length >= 2 ? (/^[aeiouy]/.test(folded) ? "a" : "") + consonants : folded;
}

/** Spelling of Latin languages → sounds. Common to several of them; a rule that helps one and harms another is left out. */
function foldLatin(latin: string): string {
  return foldSounds(
    latin
      .replace(/^kn/, "n")
      .replace(/^wr/, "r")
      .replace(/^sch(?=[tp])/, "s")
      .replace(/schtsch|shch|szcz|tsch|tch|sch|sz|cz/g, "J")
      .replace(/^chr|^chl/, (found) => `k${found.at(-1)}`)
      .replace(/(?<=[aeiou])ch(?=[tmn]|$)/g, "H") // Richter, Bachmann, Koch
      .replace(/ph/g, "f")
      .replace(/(?<=^.+)gh/g, "") // Hughes, Bright
      .replace(/(?<=[aeou])h(?=[lnr])/g, "") // Köhler, Spahn
      .replace(/(?<=[ptkg])rz/g, "J")
      .replace(/(?<=[eo])w(?=[ei])/g, "") // Lewis, Owen; Kowalski, Howard keep theirs
      .replace(/^wh/, "v")
      .replace(/tes$/, "ts") // Gates
      .replace(/ck|q/g, "k")
      .replace(/kv|kw/g, "k")
      .replace(/c(?=[eiy])/g, "s")
      .replace(/ch|sh|zh|dzh|j/g, "J")
      .replace(/c/g, "k")
      .replace(/x/g, "ks")
      .replace(/w/g, "v")
      .replace(/th/g, "t"),
  );
}

/** The letters that `toLatin` writes for Cyrillic → the same sounds. */
function foldTransliterated(latin: string): string {
  return foldSounds(
    latin
      .replace(/^kn/, "n")
      .replace(/^vr/, "r")
      .replace(/^u(?=[aeiouy])/, "v") // Уилсон, Уайт
      .replace(/^sh(?=[tp])/, "s") // Штайн
      .replace(/shch|tch|dzh|ch|sh|zh/g, "J")
      .replace(/kv/g, "k"),
  );
}

const foldSounds = (sounds: string): string =>
  sounds
    .replace(/kh|g|H/g, "h")
    .replace(/ts|tz|z/g, "s")
    .replace(/J+/g, "j");
