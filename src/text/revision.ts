import type { Span } from "../model/story.ts";
import { splitSentences } from "./sentences.ts";

/** What became of a sentence in a later version of its text. */
export type Fate = { readonly kind: "same" } | { readonly kind: "changed"; readonly span: Span } | { readonly kind: "gone" };

/** A text whose sentences can be looked for. */
export interface Revision {
  /** Letter case, punctuation, quotation marks and white space are no difference; every other change of a word or number is. */
  fateOf(sentence: string): Fate;
}

/** Sentences with less than this share of words in common are two sentences, not one that changed. */
const alike = 0.5;

export function readRevision(text: string, lang: string): Revision {
  const sentences = splitSentences(text, lang).map((span) => ({ span, words: wordsOf(text.slice(span.start, span.end)) }));
  const known = new Set(sentences.map(({ words }) => words.join(" ")));
  const whole = ` ${wordsOf(text).join(" ")} `;
  return {
    fateOf(sentence) {
      const words = wordsOf(sentence);
      // A splitter may cut elsewhere when a neighbour changes: the words in their order are enough.
      if (words.length === 0 || known.has(words.join(" ")) || whole.includes(` ${words.join(" ")} `)) return { kind: "same" };
      const best = sentences
        .map(({ span, words: other }) => ({ span, share: dice(words, other) }))
        .reduce<{ span: Span; share: number } | undefined>((a, b) => (a === undefined || b.share > a.share ? b : a), undefined);
      return best && best.share >= alike ? { kind: "changed", span: best.span } : { kind: "gone" };
    },
  };
}

/** True when two texts have the same words and numbers in the same order. */
export const sameWords = (a: string, b: string): boolean => wordsOf(a).join(" ") === wordsOf(b).join(" ");

/** How two versions of a text differ, counted in sentences of the earlier one; those of fewer than five words (counters, labels) do not count. */
export function compareVersions(before: string, after: string, lang: string): { readonly kept: number; readonly all: number } {
  const revision = readRevision(after, lang);
  const sentences = splitSentences(before, lang)
    .map(({ start, end }) => before.slice(start, end))
    .filter((sentence) => wordsOf(sentence).length >= 5);
  return { kept: sentences.filter((sentence) => revision.fateOf(sentence).kind === "same").length, all: sentences.length };
}

/** Dice's coefficient over the words as multisets, 0..1. */
function dice(a: readonly string[], b: readonly string[]): number {
  const left = new Map<string, number>();
  for (const word of a) left.set(word, (left.get(word) ?? 0) + 1);
  let shared = 0;
  for (const word of b) {
    const count = left.get(word) ?? 0;
    if (count > 0) {
      shared++;
      left.set(word, count - 1);
    }
  }
  return (2 * shared) / Math.max(1, a.length + b.length);
}

const wordsOf = (text: string): readonly string[] =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[’‘]/g, "'")
    .match(/[\p{L}\p{N}]+(?:[.,'-][\p{L}\p{N}]+)*|[%€$£₴]/gu) ?? [];
