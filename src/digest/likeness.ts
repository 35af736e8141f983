import { eachTerm, type Sum, squareOf, termsIn } from "./sums.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** Something that has terms: an article or a story. */
export interface Weighed {
  readonly sum: Sum;
  /** Squared length, taken when so many documents had been counted; 0 = to be taken. */
  square: number;
  squaredAt: number;
}

export interface Likeness {
  /** Cosine of the one to others under inverse document frequency, 0..1. One is held at a time: the next call lets it go. */
  hold(one: Weighed): (other: Weighed) => number;
}

/** A length is taken anew when the vocabulary has counted a sixteenth more documents since: till then idf hardly moves. */
const freshFor = 16;

/**
 * Cosines of one against many, without looking a term up twice: the held one's weights lie spread over an array by term number.
 */
export function createLikeness({ idf, documents }: Pick<Vocabulary, "idf" | "documents">): Likeness {
  let spread = new Float64Array(1 << 12);
  /** Terms that lie in it. The held one may have changed since. */
  let held: number[] = [];

  const lengthOf = (one: Weighed): number => {
    const now = documents();
    if (one.square === 0 || now - one.squaredAt > one.squaredAt / freshFor) {
      one.square = squareOf(one.sum, idf);
      one.squaredAt = now;
    }
    return one.square;
  };

  const release = (): void => {
    for (const term of held) spread[term] = 0;
    held = [];
  };

  const widen = (term: number): void => {
    if (term < spread.length) return;
    const wider = new Float64Array(2 ** Math.ceil(Math.log2(term + 1)));
    wider.set(spread);
    spread = wider;
  };

  /** Over the terms of whichever has fewer; an article's are read from its arrays, never searched. */
  const dotWith = (one: Sum, other: Sum): number => {
    let total = 0;
    if (!(other instanceof Map)) {
      const { terms, weights } = other;
      for (let at = 0; at < terms.length; at++) if (terms[at]! < spread.length) total += spread[terms[at]!]! * weights[at]!;
    } else if (termsIn(one) < other.size) {
      for (const term of held) total += spread[term]! * (other.get(term) ?? 0);
    } else {
      for (const [term, weight] of other) if (term < spread.length) total += spread[term]! * weight;
    }
    return total;
  };

  return {
    hold(one) {
      release();
      const { sum } = one;
      eachTerm(sum, (term, weight) => {
        widen(term);
        held.push(term);
        spread[term] = weight * idf(term) ** 2;
      });
      const square = lengthOf(one);
      return (other) => dotWith(sum, other.sum) / Math.sqrt(square * lengthOf(other) || 1);
    },
  };
}
