import type { Vector } from "./vocabulary.ts";

/** The terms of a story, summed over its articles. A story of one article is that article's vector: most stories are, and a Map is dear. */
export type Sum = Vector | Map<number, number>;

type Idf = (term: number) => number;

/** Weight of a term in a sum; 0 = not there. */
export function weightIn(sum: Sum, term: number): number {
  if (sum instanceof Map) return sum.get(term) ?? 0;
  let low = 0;
  let high = sum.terms.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = sum.terms[middle]!;
    if (found === term) return sum.weights[middle]!;
    if (found < term) low = middle + 1;
    else high = middle - 1;
  }
  return 0;
}

export function eachTerm(sum: Sum, visit: (term: number, weight: number) => void): void {
  if (sum instanceof Map) for (const [term, weight] of sum) visit(term, weight);
  else for (let index = 0; index < sum.terms.length; index++) visit(sum.terms[index]!, sum.weights[index]!);
}

export const termsIn = (sum: Sum): number => (sum instanceof Map ? sum.size : sum.terms.length);

/** Squared Euclidean length under idf. */
export function squareOf(sum: Sum, idf: Idf): number {
  let total = 0;
  eachTerm(sum, (term, weight) => {
    total += (weight * idf(term)) ** 2;
  });
  return total;
}

/** How much of what two sums share lies on one term, 0..1. */
export function heaviestShare(a: Sum, b: Sum, idf: Idf): number {
  const [small, large] = termsIn(a) < termsIn(b) ? [a, b] : [b, a];
  let [heaviest, total] = [0, 0];
  eachTerm(small, (term, weight) => {
    const shared = weight * weightIn(large, term) * idf(term) ** 2;
    total += shared;
    heaviest = Math.max(heaviest, shared);
  });
  return total === 0 ? 0 : heaviest / total;
}

/** A new Map where `sum` was one vector, else the same Map changed. */
export function addTo(sum: Sum, added: Sum): Map<number, number> {
  const total = sum instanceof Map ? sum : toMap(sum);
  eachTerm(added, (term, weight) => total.set(term, (total.get(term) ?? 0) + weight));
  return total;
}

/** Terms whose weight falls to nothing leave the sum. */
export function takeFrom(sum: Map<number, number>, taken: Vector): void {
  eachTerm(taken, (term, weight) => {
    const rest = (sum.get(term) ?? 0) - weight;
    if (rest > 0) sum.set(term, rest);
    else sum.delete(term);
  });
}

function toMap({ terms, weights }: Vector): Map<number, number> {
  const sum = new Map<number, number>();
  for (let index = 0; index < terms.length; index++) sum.set(terms[index]!, weights[index]!);
  return sum;
}
