import { readTerms, type StoryText, type TermVector } from "./terms.ts";

export interface PairText extends StoryText {
  readonly lang: string;
}

/** Cosine from which two articles tell one story; lower where the languages differ, as only names, numbers and cognates carry over. */
const sameLanguage = 0.12;
const crossLanguage = 0.06;

/** Do two articles tell one story? Without a corpus every term weighs by its own telling power: long and rare letters, names, numbers. */
export function compareArticles(a: PairText, b: PairText): { readonly same: boolean; readonly score: number } {
  const score = cosine(readTerms(a), readTerms(b));
  return { same: score >= (a.lang === b.lang ? sameLanguage : crossLanguage), score };
}

function cosine(a: TermVector, b: TermVector): number {
  let dot = 0;
  for (const [term, weight] of a) dot += weight * (b.get(term) ?? 0);
  return dot / (length(a) * length(b) || 1);
}

const length = (vector: TermVector): number => Math.sqrt([...vector.values()].reduce((sum, weight) => sum + weight ** 2, 0));
