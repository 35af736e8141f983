import { contentWords, countWords } from "../text/words.ts";
import fitted from "./select.weights.json" with { type: "json" };

/** Sentences that sets are made of: below the best ten by themselves none was ever chosen that helped. */
const considered = 10;

/** What is chosen by: a shaped sentence, its place and what it is worth. */
export interface Scored {
  readonly text: string;
  readonly place: number;
  readonly score: number;
}

/** How a set of bullets is weighed, beside what its sentences are worth. */
export interface SetWeights {
  /** Words of all bullets of a story: what a reader takes in at a glance. */
  readonly mostWords: number;
  /** What a bullet costs: a sentence worth less is not posted for its own sake. */
  readonly each: number;
  /** Worth of a full budget, so that words are not left unused. */
  readonly filled: number;
  /** Cost of what two bullets say alike, per shared share of the shorter one's words. */
  readonly alike: number;
  /** Two bullets that share this much and more never stand together. */
  readonly tooAlike: number;
  /** Cost of a fourth and further bullet behind more than `enoughWords`. */
  readonly fourth: number;
  readonly enoughWords: number;
}

/** The best set of at most `most` sentences within the words a reader takes in: worth much each, and saying different things. Best first. */
export function chooseBest<T extends Scored>(candidates: readonly T[], most: number, by: SetWeights = fitted.set): readonly T[] {
  const pool = candidates
    .toSorted((a, b) => b.score - a.score || a.place - b.place)
    .slice(0, considered)
    .map((candidate) => ({ candidate, length: countWords(candidate.text), words: new Set(contentWords(candidate.text)) }));
  const alike = pool.map((one) => pool.map((other) => shareOf(one.words, other.words)));
  let best: readonly number[] = [];
  let bestWorth = Number.NEGATIVE_INFINITY;
  extend([], 0, 0, 0);
  return best.map((index) => pool[index]!.candidate);

  /** Every set that goes on from `chosen`; `worth` is without what the filled budget adds. */
  function extend(chosen: readonly number[], from: number, words: number, worth: number): void {
    const total = worth + by.filled * Math.min(words / by.mostWords, 1) - (chosen.length > 3 && words > by.enoughWords ? by.fourth : 0);
    if (chosen.length > 0 && total > bestWorth) [best, bestWorth] = [chosen, total];
    if (chosen.length >= most) return;
    for (let next = from; next < pool.length; next++) {
      const { candidate, length } = pool[next]!;
      if (words + length > by.mostWords || chosen.some((other) => alike[other]![next]! >= by.tooAlike)) continue;
      const repeated = chosen.reduce((sum, other) => sum + alike[other]![next]!, 0);
      extend([...chosen, next], next + 1, words + length, worth + candidate.score - by.each - by.alike * repeated);
    }
  }
}

function shareOf(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  let shared = 0;
  for (const word of small) if (large.has(word)) shared++;
  return shared / Math.max(small.size, 1);
}
