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
}

/** How telling a term is in the batch it comes from. */
export type Idf = (term: string) => number;
/** One for each way in which a side is read. */
export type PairIdf = Readonly<Record<VectorName, Idf>>;
export const vectorNames = ["head", "terms", "roots", "long", "all", "grams"] as const;
export type VectorName = (typeof vectorNames)[number];

const stemLetters = 6;
const rootLetters = 4;
const longCharacters = 1000;
const allCharacters = 2500;
const gramLetters = 4;
const gramCharacters = 300;
const headCharacters = 80;
const detailCharacters = 600;
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

/** What a pair is judged by, in the order of the fitted weights. */
export const pairFeatures = [
  "bias",
  "stems",
  "roots",
  "grams",
  "head",
  "long",
  "all",
  "headKept",
  "headKeptMore",
  "leadKept",
  "leadKeptMore",
  "secondShared",
  "thirdShared",
  "shorterTerms",
  "isHeadlines",
  "isLong",
  "namesShared",
  "namesMissing",
  "namesDiffer",
  "marksDiffer",
  "markDiffers",
  "numbersShared",
  "numbersDiffer",
  "bigNumberShared",
  "crossLanguage",
  "crossStems",
  "crossRoots",
  "crossGrams",
  "crossNamesShared",
  "crossSecondShared",
  "crossBigNumberShared",
] as const;

export type PairFeature = (typeof pairFeatures)[number];

/** Two sides under these are headlines alone; both from the other on are whole articles. */
const headlineCharacters = 160;
const longTextCharacters = 500;

/**
 * Each about 0..1. Likenesses are square roots of cosines; `…Kept` = the share of one side's weight that the other has, the smaller and the larger of both ways.
 * `namesDiffer` and `numbersDiffer` are the marks of look-alikes: the same kind of event elsewhere, with others, on another day.
 * Across languages the same likeness means more, hence `cross…`.
 */
export function measurePair(a: PairSide, b: PairSide, idf: PairIdf): Readonly<Record<PairFeature, number>> {
  const likeness = (vector: VectorName): number => Math.sqrt(cosineOf(a[vector], b[vector], idf[vector]));
  const kept = (vector: "head" | "terms"): readonly number[] =>
    [coverageOf(a[vector], b.all, idf.all), coverageOf(b[vector], a.all, idf.all)].toSorted((one, other) => one - other);
  const [names, numbers] = [shareOf(a.names, b.names), shareOf(a.numbers, b.numbers)];
  const [[headKept, headKeptMore], [leadKept, leadKeptMore]] = [kept("head"), kept("terms")];
  const [, secondShared = 0, thirdShared = 0] = sharedTerms(a.terms, b.terms, idf.terms);
  const cross = a.lang === b.lang ? 0 : 1;
  const [stems, roots, grams] = [likeness("terms"), likeness("roots"), likeness("grams")];
  const bigNumberShared = [...a.numbers].some((number) => number.length > 2 && b.numbers.has(number)) ? 1 : 0;
  const [marksOnlyHere, marksOnlyThere] = [countMissing(a.marks, b.all), countMissing(b.marks, a.all)];
  return {
    bias: 1,
    stems,
    roots,
    grams,
    head: likeness("head"),
    long: likeness("long"),
    all: likeness("all"),
    headKept: headKept!,
    headKeptMore: headKeptMore!,
    leadKept: leadKept!,
    leadKeptMore: leadKeptMore!,
    secondShared,
    thirdShared,
    shorterTerms: Math.log1p(Math.min(a.terms.size, b.terms.size)) / 4,
    isHeadlines: Math.max(a.characters, b.characters) < headlineCharacters ? 1 : 0,
    isLong: Math.min(a.characters, b.characters) > longTextCharacters ? 1 : 0,
    namesShared: names ?? 0,
    namesMissing: names === undefined ? 1 : 0,
    namesDiffer: names === 0 ? 1 : 0,
    marksDiffer: cross === 1 ? 0 : Math.min(marksOnlyHere, marksOnlyThere) > 0 ? 1 : 0,
    markDiffers: cross === 1 ? 0 : Math.max(marksOnlyHere, marksOnlyThere) > 0 ? 1 : 0,
    numbersShared: numbers ?? 0,
    numbersDiffer: numbers === 0 ? 1 : 0,
    bigNumberShared,
    crossLanguage: cross,
    crossStems: cross * stems,
    crossRoots: cross * roots,
    crossGrams: cross * grams,
    crossNamesShared: cross * (names ?? 0),
    crossSecondShared: cross * secondShared,
    crossBigNumberShared: cross * bigNumberShared,
  };
}

/** Cosine of two vectors weighted by idf, 0..1. */
export function cosineOf(a: TermVector, b: TermVector, idf: Idf): number {
  let dot = 0;
  for (const [term, weight] of a) {
    const other = b.get(term);
    if (other !== undefined) dot += weight * other * idf(term) ** 2;
  }
  return dot / (lengthOf(a, idf) * lengthOf(b, idf) || 1);
}

function lengthOf(vector: TermVector, idf: Idf): number {
  let sum = 0;
  for (const [term, weight] of vector) sum += (weight * idf(term)) ** 2;
  return Math.sqrt(sum);
}

/** Share of a's weight on terms that b has, 0..1. */
function coverageOf(a: TermVector, b: TermVector, idf: Idf): number {
  let [kept, total] = [0, 0];
  for (const [term, weight] of a) {
    total += weight * idf(term);
    if (b.has(term)) kept += weight * idf(term);
  }
  return total === 0 ? 0 : kept / total;
}

const countMissing = (marks: ReadonlySet<string>, other: TermVector): number => [...marks].filter((mark) => !other.has(mark)).length;

/** How telling the terms are that both have, most telling first: 1 = a term seen once in a batch of some hundred texts. */
function sharedTerms(a: TermVector, b: TermVector, idf: Idf): readonly number[] {
  const weights = [...a.keys()].filter((term) => b.has(term)).map((term) => idf(term) / telling);
  return weights.sort((one, other) => other - one);
}

const telling = 6;

/** Share of the smaller set that the other has; undefined where one of them is empty, which says nothing. */
function shareOf(a: ReadonlySet<string>, b: ReadonlySet<string>): number | undefined {
  const smaller = Math.min(a.size, b.size);
  return smaller === 0 ? undefined : a.intersection(b).size / smaller;
}
