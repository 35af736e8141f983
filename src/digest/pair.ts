import { type Idf, measurePair, type PairFeature, type PairIdf, pairFeatures, type VectorName, vectorNames } from "./pair-features.ts";
import { type PairSide, type PairText, readSide } from "./pair-sides.ts";
import fitted from "./pair-weights.json" with { type: "json" };

export interface Comparison {
  readonly same: boolean;
  /** Probability that both tell one story, 0..1. */
  readonly score: number;
}

/**
 * Does each pair tell one story? The whole batch says which terms are telling: a word that every second
 * article has carries no event. One logistic function, fitted by scripts/fit-pairs.ts.
 */
export function comparePairs(pairs: readonly (readonly [PairText, PairText])[]): readonly Comparison[] {
  return measurePairs(pairs).map((features) => {
    const score = scorePair(features, fitted.weights);
    return { same: score >= thresholdOf(features), score };
  });
}

/** Headlines alone agree by chance more seldom than openings do; whole articles have more chances. */
function thresholdOf({ isHeadlines, isLong }: Readonly<Record<PairFeature, number>>): number {
  const { headlines, long, short } = fitted.thresholds;
  if (isHeadlines === 1) return headlines;
  return isLong === 1 ? long : short;
}

/** The features of every pair. How telling a term is, is counted over the batch's texts in the pair's own one or two languages. */
export function measurePairs(pairs: readonly (readonly [PairText, PairText])[]): readonly Readonly<Record<PairFeature, number>>[] {
  const read = pairs.map(([a, b]) => [readSide(a), readSide(b)] as const);
  const byLanguage = Map.groupBy(read.flat(), ({ lang }) => lang);
  const counted = new Map<string, PairIdf>();
  return read.map(([a, b]) => {
    const languages = [...new Set([a.lang, b.lang])].sort();
    const idf = counted.getOrInsertComputed(languages.join(), () => countAll(languages.flatMap((lang) => byLanguage.get(lang) ?? [])));
    return measurePair(a, b, idf);
  });
}

/** Logistic function of the weighted features. */
export function scorePair(features: Readonly<Record<PairFeature, number>>, weights: Readonly<Record<PairFeature, number>>): number {
  const sum = pairFeatures.reduce((total, name) => total + features[name] * weights[name], 0);
  return 1 / (1 + Math.exp(-sum));
}

const countAll = (sides: readonly PairSide[]): PairIdf =>
  Object.fromEntries(vectorNames.map((name) => [name, countIdf(sides, name)])) as Record<VectorName, Idf>;

/** As if so many texts had been read before, none of them with the term: a handful of texts cannot tell a rare word from a common one. */
const assumedTexts = 100;

function countIdf(sides: readonly PairSide[], vector: VectorName): Idf {
  const frequency = new Map<string, number>();
  for (const side of sides) for (const term of side[vector].keys()) frequency.set(term, (frequency.get(term) ?? 0) + 1);
  return (term) => Math.log(1 + (sides.length + assumedTexts) / ((frequency.get(term) ?? 0) + 1));
}
