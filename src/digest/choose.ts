import { overlap } from "../text/similarity.ts";
import { countWords } from "../text/words.ts";

/** Two bullets of one story that share more of their words repeat too much. */
const tooAlike = 0.45;
/** All bullets of a story together: what a reader takes in at a glance. */
const mostWords = 80;
/** Bullets that a story gets whatever they score; after them a bullet must be worth its words. */
const surely = 2;

/** What is chosen by: a shaped sentence, its place and what it is worth. */
export interface Scored {
  readonly text: string;
  readonly place: number;
  readonly score: number;
}

/** The best few that say different things, within the words a reader takes in; after the second only what scores `least` or more. */
export function chooseBest<T extends Scored>(candidates: readonly T[], most: number, least: number): readonly T[] {
  const chosen: T[] = [];
  let words = 0;
  for (const candidate of candidates.toSorted((a, b) => b.score - a.score || a.place - b.place)) {
    if (chosen.length >= most) break;
    const length = countWords(candidate.text);
    if (chosen.length >= surely && (words + length > mostWords || candidate.score < least)) continue;
    if (chosen.some((other) => overlap(other.text, candidate.text) >= tooAlike)) continue;
    chosen.push(candidate);
    words += length;
  }
  return chosen;
}
