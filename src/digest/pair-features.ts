import { readTerms, type StoryText, type TermVector, toLatin } from "./terms.ts";

export interface PairText extends StoryText {
  readonly lang: string;
}

/** One side of a pair, read once. */
export interface PairSide {
  readonly lang: string;
  readonly hasTitle: boolean;
  /** Title and opening. */
  readonly terms: TermVector;
  /** Title and a longer opening: cut feed items and whole articles meet here. */
  readonly long: TermVector;
  /** Four-letter runs: cognates and inflected names of related languages. */
  readonly grams: TermVector;
  readonly names: ReadonlySet<string>;
  readonly numbers: ReadonlySet<string>;
}

/** How telling a term is in the batch it comes from. */
export type Idf = (term: string) => number;

const longCharacters = 1000;
const gramLetters = 4;
const gramCharacters = 300;
const detailCharacters = 600;
const nameLetters = 5;

export function readSide({ title, text, lang }: PairText): PairSide {
  const detail = `${title}. ${text.slice(0, detailCharacters)}`;
  return {
    lang: lang.toLowerCase().split("-")[0] ?? "",
    hasTitle: title !== "",
    terms: readTerms({ title, text }),
    long: readTerms({ title: `${title} ${text.slice(0, longCharacters)}`, text: "" }),
    grams: readGrams(`${title} ${text.slice(0, gramCharacters)}`),
    names: readNames(detail),
    numbers: new Set([...detail.matchAll(/\d+(?:[.,]\d+)?/g)].map(([digits]) => digits.replace(",", "."))),
  };
}

function readGrams(text: string): TermVector {
  const letters = ` ${toLatin(text.toLowerCase())
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()} `;
  const grams = new Map<string, number>();
  for (let index = 0; index + gramLetters <= letters.length; index++) {
    const gram = letters.slice(index, index + gramLetters);
    grams.set(gram, (grams.get(gram) ?? 0) + 1);
  }
  return grams;
}

/** Capitalised words that do not open a sentence, by their first letters: endings differ between languages and cases. */
function readNames(text: string): ReadonlySet<string> {
  const words = text.matchAll(/(?<![.!?:«“"]\s)(?<=\s)\p{Lu}[\p{L}’'-]+/gu);
  return new Set([...words].map(([word]) => toLatin(word.toLowerCase()).slice(0, nameLetters)));
}

/** What a pair is judged by, in the order of the fitted weights. */
export const pairFeatures = [
  "bias",
  "cosine",
  "rootCosine",
  "gramCosine",
  "longCosine",
  "topShared",
  "shorterTerms",
  "namesShared",
  "namesDiffer",
  "numbersDiffer",
  "crossLanguage",
  "hasTitle",
] as const;

export type PairFeature = (typeof pairFeatures)[number];

/** Each about 0..1. `namesDiffer` and `numbersDiffer` are the marks of look-alikes: the same kind of event elsewhere, with others, on another day. */
export function measurePair(a: PairSide, b: PairSide, idf: Idf, gramIdf: Idf): Readonly<Record<PairFeature, number>> {
  const cosine = cosineOf(a.terms, b.terms, idf);
  const names = shareOf(a.names, b.names);
  const numbers = shareOf(a.numbers, b.numbers);
  return {
    bias: 1,
    cosine,
    rootCosine: Math.sqrt(cosine),
    gramCosine: cosineOf(a.grams, b.grams, gramIdf),
    longCosine: cosineOf(a.long, b.long, idf),
    topShared: topShared(a.terms, b.terms, idf),
    shorterTerms: Math.log(1 + Math.min(a.terms.size, b.terms.size)) / 4,
    namesShared: names ?? 0,
    namesDiffer: names === 0 ? 1 : 0,
    numbersDiffer: numbers === 0 ? 1 : 0,
    crossLanguage: a.lang === b.lang ? 0 : 1,
    hasTitle: a.hasTitle && b.hasTitle ? 1 : 0,
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

/** The three most telling terms that both have, about 0..1: 15 = three terms seen once in a batch of some hundred texts. */
function topShared(a: TermVector, b: TermVector, idf: Idf): number {
  const weights = [...a.keys()].filter((term) => b.has(term)).map(idf);
  const top = weights.toSorted((one, other) => other - one).slice(0, 3);
  return top.reduce((sum, weight) => sum + weight, 0) / 15;
}

/** Share of the smaller set that the other has; undefined where one of them is empty, which says nothing. */
function shareOf(a: ReadonlySet<string>, b: ReadonlySet<string>): number | undefined {
  const smaller = Math.min(a.size, b.size);
  return smaller === 0 ? undefined : a.intersection(b).size / smaller;
}
