import { readShingles } from "./copies.ts";
import { readDays } from "./days.ts";
import { foldSpelling, type Reading, readTerms, type StoryText, type TermVector, termsOf, toLatin } from "./terms.ts";

export interface PairText extends StoryText {
  readonly lang: string;
}

/** One side of a pair, read once. */
export interface PairSide {
  readonly lang: string;
  readonly characters: number;
  /** The headline, or where none is marked, the first words. */
  readonly head: TermVector;
  /** Title and opening. */
  readonly terms: TermVector;
  /** The same by four letters a word: related languages and cases meet. */
  readonly roots: TermVector;
  /** Title and a longer opening: cut feed items and whole articles meet here. */
  readonly long: TermVector;
  readonly all: TermVector;
  /** Four-letter runs: cognates and inflected names of related languages. */
  readonly grams: TermVector;
  /** Terms of the headline's names and numbers: who, where, which. */
  readonly marks: ReadonlySet<string>;
  readonly names: ReadonlySet<string>;
  readonly numbers: ReadonlySet<string>;
  /** Days of the year that are named: "17 May", "17.05.2020". */
  readonly days: ReadonlySet<string>;
  /** Runs of three words: what is taken over verbatim. */
  readonly shingles: ReadonlySet<string>;
}

const stemLetters = 6;
const rootLetters = 4;
const longCharacters = 1000;
const allCharacters = 2500;
const gramLetters = 4;
const gramCharacters = 300;
const headCharacters = 80;
const detailCharacters = 600;
const verbatimCharacters = 1200;
const nameLetters = 5;
const cyrillicLanguages: ReadonlySet<string> = new Set(["ru", "uk", "be", "bg", "sr", "mk"]);
/** A first line of so many characters is the headline of a text that comes without one. */
const [shortestHeadline, longestHeadline] = [11, 160];

export function readSide(given: PairText): PairSide {
  const { title, text } = findHeadline(given);
  const lang = given.lang.toLowerCase().split("-")[0] ?? "";
  const foldsSpelling = cyrillicLanguages.has(lang);
  const stems: Reading = { letters: stemLetters, foldsSpelling };
  const detail = `${title}. ${text.slice(0, detailCharacters)}`;
  return {
    lang,
    characters: title.length + text.length,
    head: readTerms({ title: title || text.slice(0, headCharacters), text: "" }, stems),
    terms: readTerms({ title, text }, stems),
    roots: readTerms({ title, text }, { letters: rootLetters, foldsSpelling }),
    long: readTerms({ title, text }, stems, longCharacters),
    all: readTerms({ title, text }, stems, allCharacters),
    grams: readGrams(`${title} ${text.slice(0, gramCharacters)}`, foldsSpelling),
    marks: readMarks(given.title, stems, lang),
    names: readNames(detail, foldsSpelling),
    days: readDays(detail),
    shingles: readShingles(`${title}. ${text.slice(0, verbatimCharacters)}`),
    numbers: new Set([...detail.matchAll(/\d+(?:[.,]\d+)?/g)].map(([digits]) => digits.replace(",", "."))),
  };
}

function findHeadline({ title, text }: PairText): StoryText {
  const end = text.indexOf("\n");
  if (title !== "" || end < shortestHeadline || end >= longestHeadline) return { title, text };
  return { title: text.slice(0, end), text: text.slice(end + 1) };
}

function readGrams(text: string, foldsSpelling: boolean): TermVector {
  const words = toLatin(text.toLowerCase()).match(/[\p{L}\p{N}]+/gu) ?? [];
  const letters = ` ${(foldsSpelling ? words.map(foldSpelling) : words).join(" ")} `;
  const grams = new Map<string, number>();
  for (let index = 0; index + gramLetters <= letters.length; index++) {
    const gram = letters.slice(index, index + gramLetters);
    grams.set(gram, (grams.get(gram) ?? 0) + 1);
  }
  for (const [gram, count] of grams) grams.set(gram, 1 + Math.log(count));
  return grams;
}

/** Languages that capitalise every noun, where a capital names nobody. */
const nounCapitals: ReadonlySet<string> = new Set(["de", "lb"]);
/** From this share of capitalised words on, a headline is set in capitals and they tell nothing. */
const titleCase = 0.6;

function readMarks(title: string, reading: Reading, lang: string): ReadonlySet<string> {
  const [, ...words] = title.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’]*/gu) ?? [];
  const capitals = words.filter((word) => /^\p{Lu}/u.test(word));
  const names = nounCapitals.has(lang) || capitals.length > titleCase * words.length ? [] : capitals;
  return new Set([...names, ...(title.match(/\d+/g) ?? [])].flatMap((word) => termsOf(word, reading)));
}

/** Capitalised words that do not open a sentence, by their first letters: endings differ between languages and cases. */
function readNames(text: string, foldsSpelling: boolean): ReadonlySet<string> {
  const words = text.matchAll(/(?<![.!?:«“"]\s)(?<=\s)\p{Lu}[\p{L}’'-]+/gu);
  return new Set(
    [...words].map(([word]) => {
      const latin = toLatin(word.toLowerCase());
      return (foldsSpelling ? foldSpelling(latin) : latin).slice(0, nameLetters);
    }),
  );
}
