/** The candidates that look most like a word, best first: same beginning, then fewest letters apart. */
export function nearest(word: string, candidates: readonly string[], count: number): readonly string[] {
  const wanted = fold(word);
  const most = Math.max(1, Math.floor(wanted.length / 4));
  return candidates
    .map((candidate) => ({ candidate, apart: apartFrom(wanted, fold(candidate)) }))
    .filter(({ apart }) => apart <= most)
    .toSorted((a, b) => a.apart - b.apart || a.candidate.localeCompare(b.candidate))
    .slice(0, count)
    .map(({ candidate }) => candidate);
}

/** Case and marks do not count. */
export const fold = (word: string): string =>
  word
    .normalize("NFKD")
    .replace(/\p{Mn}/gu, "")
    .toLowerCase();

function apartFrom(wanted: string, candidate: string): number {
  if (wanted.length >= 3 && candidate.startsWith(wanted)) return 0.5;
  return lettersApart(wanted, candidate);
}

/** Letters put in, left out, replaced, or two that changed places ("wrold": the commonest slip), row by row; words longer than a name are not compared. */
function lettersApart(a: string, b: string): number {
  if (a.length > 64 || b.length > 64) return 64;
  let before: readonly number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, place) => place);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      const turned = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? before[j - 2]! + 1 : Number.POSITIVE_INFINITY;
      next.push(Math.min(replaced, turned, row[j]! + 1, next[j - 1]! + 1));
    }
    before = row;
    row = next;
  }
  return row[b.length]!;
}
