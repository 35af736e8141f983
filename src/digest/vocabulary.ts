import type { TermVector } from "./terms.ts";

/** A document's terms as numbers, ascending, with their weights: a tenth of a Map's memory. */
export interface Vector {
  readonly terms: Uint32Array;
  /** Of unit length together, in ten-thousandths: whole numbers stay small in a Map. */
  readonly weights: Uint16Array;
  /** Those of the terms that name someone or something. */
  readonly names: Uint32Array;
}

export interface Vocabulary {
  /** Counts a document in and reads it. */
  add(document: TermVector, names: ReadonlySet<string>): Vector;
  /** Counted in so far. */
  documents(): number;
  /** How telling a term is among the documents. */
  idf(term: number): number;
  word(term: number): string;
  readonly size: number;
}

const unitLength = 10_000;
const noNames = new Uint32Array();

/** As if so many articles had been read before: else the first of a run could not tell a rare word from a common one. */
const assumedDocuments = 200;

/** Logarithms of whole numbers, taken once each: they are asked for by the million. */
const logarithms: number[] = [];
const logOf = (whole: number): number => {
  for (let next = logarithms.length; next <= whole; next++) logarithms.push(Math.log(next));
  return logarithms[whole]!;
};

/** Words of the documents as numbers, with the number of documents that use each. */
export function createVocabulary(): Vocabulary {
  const numbers = new Map<string, number>();
  const words: string[] = [];
  const frequency: number[] = [];
  let documents = 0;

  const numberOf = (word: string): number =>
    numbers.getOrInsertComputed(word, () => {
      frequency.push(0);
      return words.push(word) - 1;
    });

  return {
    get size() {
      return numbers.size;
    },
    add(document, names) {
      documents++;
      const entries = [...document].map(([word, weight]) => ({ term: numberOf(word), weight })).sort((a, b) => a.term - b.term);
      const length = Math.hypot(...document.values()) || 1;
      for (const { term } of entries) frequency[term]!++;
      return {
        terms: Uint32Array.from(entries, ({ term }) => term),
        weights: Uint16Array.from(entries, ({ weight }) => Math.max(1, Math.round((unitLength * weight) / length))),
        names:
          names.size === 0
            ? noNames
            : Uint32Array.from(
                [...names].filter((word) => document.has(word)),
                numberOf,
              ),
      };
    },
    documents: () => documents,
    idf(term) {
      const seen = frequency[term]! + 1;
      return logOf(documents + assumedDocuments + seen) - logOf(seen);
    },
    word: (term) => words[term]!,
  };
}
