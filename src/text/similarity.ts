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

/** Edits (insert, delete, replace, swap of neighbours) between two words, at most `limit` + 1. Damerau 1964. */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let twoBack: number[] = [];
  let before = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min(before[j]! + 1, row[j - 1]! + 1, before[j - 1]! + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) least = Math.min(least, twoBack[j - 2]! + 1);
      row.push(least);
    }
    twoBack = before;
    before = row;
  }
  return before.at(-1) ?? limit + 1;
}
