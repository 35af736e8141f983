import { type Idf, measurePair, type PairFeature, type PairSide, type PairText, pairFeatures, readSide } from "./pair-features.ts";
import fitted from "./pair-weights.json" with { type: "json" };
import type { TermVector } from "./terms.ts";

export interface Comparison {
  readonly same: boolean;
  /** Probability that both tell one story, 0..1. */
  readonly score: number;
}

/** From here on two articles tell one story. */
const sameStory: number = fitted.threshold;

/**
 * Does each pair tell one story? The whole batch says which terms are telling: a word that every second
 * article has carries no event. One logistic function, fitted by scripts/fit-pairs.ts.
 */
export function comparePairs(pairs: readonly (readonly [PairText, PairText])[]): readonly Comparison[] {
  return measurePairs(pairs).map((features) => {
    const score = scorePair(features, fitted.weights);
    return { same: score >= sameStory, score };
  });
}

/** The features of every pair, with term frequencies counted over the batch. */
export function measurePairs(pairs: readonly (readonly [PairText, PairText])[]): readonly Readonly<Record<PairFeature, number>>[] {
  const read = pairs.map(([a, b]) => [readSide(a), readSide(b)] as const);
  const sides = read.flat();
  const idf = countIdf(sides, ({ terms }) => terms);
  const gramIdf = countIdf(sides, ({ grams }) => grams);
  return read.map(([a, b]) => measurePair(a, b, idf, gramIdf));
}

/** Logistic function of the weighted features. */
export function scorePair(features: Readonly<Record<PairFeature, number>>, weights: Readonly<Record<PairFeature, number>>): number {
  const sum = pairFeatures.reduce((total, name) => total + features[name] * weights[name], 0);
  return 1 / (1 + Math.exp(-sum));
}

function countIdf(sides: readonly PairSide[], vectorOf: (side: PairSide) => TermVector): Idf {
  const frequency = new Map<string, number>();
  for (const side of sides) for (const term of vectorOf(side).keys()) frequency.set(term, (frequency.get(term) ?? 0) + 1);
  return (term) => Math.log(1 + sides.length / ((frequency.get(term) ?? 0) + 1));
}
