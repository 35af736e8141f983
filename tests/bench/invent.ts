import type { StoryText } from "../../src/digest/terms.ts";
import { createRandom } from "../eval/random.ts";

const articlesPerStory = 4;
const vocabularySize = 20_000;

/** Articles of one story share a third of their words; words are as unevenly frequent as in a language (Zipf). */
export function inventArticle(index: number, words: number, random: () => number): StoryText {
  const story = Math.floor(index / articlesPerStory);
  const own = createRandom(story);
  const shared = Array.from({ length: Math.ceil(words / 3) }, () => inventWord(own));
  const others = Array.from({ length: words - shared.length }, () => inventWord(random));
  return { title: [...shared.slice(0, 5), ...others.slice(0, 5)].join(" "), text: [...shared.slice(5), ...others.slice(5)].join(" ") };
}

function inventWord(random: () => number): string {
  let rank = Math.floor(vocabularySize ** random());
  let word = "";
  do {
    word += "bdfgklmnprstvz"[rank % 14]! + "aeiou"[(rank >> 2) % 5]!;
    rank = Math.floor(rank / 14);
  } while (rank > 0);
  return word;
}

/** Resident heap and buffers after a full collection where `--expose-gc` is given. */
export function memoryMb(): number {
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return Math.round((heapUsed + external) / 1e6);
}
