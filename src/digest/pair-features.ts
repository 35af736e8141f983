import { containment } from "./copies.ts";
import type { PairSide } from "./pair-sides.ts";
import type { TermVector } from "./terms.ts";

/** How telling a term is in the batch it comes from. */
export type Idf = (term: string) => number;
/** One for each way in which a side is read. */
export type PairIdf = Readonly<Record<VectorName, Idf>>;
export const vectorNames = ["head", "terms", "roots", "long", "all", "grams"] as const;
export type VectorName = (typeof vectorNames)[number];

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
  "fifthShared",
  "tellingShared",
  "verbatim",
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
  "daysShared",
  "daysDiffer",
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
  const shared = sharedTerms(a.all, b.all, idf.all);
  const days = shareOf(a.days, b.days);
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
    fifthShared: shared[4] ?? 0,
    tellingShared: Math.log1p(shared.filter((weight) => weight > rather).length) / 3,
    verbatim: Math.sqrt(containment(a.shingles, b.shingles)),
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
    daysShared: (days ?? 0) > 0 ? 1 : 0,
    daysDiffer: days === 0 ? 1 : 0,
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
function cosineOf(a: TermVector, b: TermVector, idf: Idf): number {
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
/** Of that scale: a term that one in thirty texts has. */
const rather = 0.6;

/** Share of the smaller set that the other has; undefined where one of them is empty, which says nothing. */
function shareOf(a: ReadonlySet<string>, b: ReadonlySet<string>): number | undefined {
  const smaller = Math.min(a.size, b.size);
  return smaller === 0 ? undefined : a.intersection(b).size / smaller;
}
