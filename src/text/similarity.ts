import { contentWords } from "./words.ts";

/** Share of the shorter text's content words that the other has, 0..1. */
export function overlap(a: string, b: string): number {
  const [x, y] = [new Set(contentWords(a)), new Set(contentWords(b))];
  const [small, large] = x.size < y.size ? [x, y] : [y, x];
  if (small.size === 0) return 0;
  let shared = 0;
  for (const word of small) if (large.has(word)) shared++;
  return shared / small.size;
}
