import { storySettings } from "../../src/digest/cluster.ts";
import { createClusterer } from "../../src/digest/clusterer.ts";
import { readNameTerms, readTerms, type StoryText } from "../../src/digest/terms.ts";
import { createRandom } from "../eval/random.ts";
import type { Row } from "../eval/row.ts";

const liveArticles = 50_000;
const timedHeadlines = 5_000;
const articlesPerStory = 4;
const vocabularySize = 20_000;

/** Speed on headlines; memory that 50,000 articles awake at a time add, and what a second round of as many leaves on top. */
export async function measure(): Promise<readonly Row[]> {
  const random = createRandom(7);
  const speed = measureSpeed(Array.from({ length: timedHeadlines }, (_, index) => inventArticle(index, 10, random)));
  const clusterer = createClusterer(storySettings);
  const before = memoryMb();
  read(clusterer, 0, random);
  const full = memoryMb() - before;
  const awake = clusterer.assignments().size;
  read(clusterer, liveArticles, random);
  const later = memoryMb() - before;
  return [
    {
      task: "stories",
      set: `${timedHeadlines} invented headlines`,
      measure: "documents a second, merges included",
      value: Math.round(speed),
      target: "≥ 5000",
    },
    { task: "stories", set: `${awake} live articles`, measure: "memory in MB", value: full, target: "≤ 150" },
    {
      task: "stories",
      set: `${clusterer.assignments().size} live after ${2 * liveArticles}`,
      measure: "memory in MB",
      value: later,
      target: "≤ 150",
    },
  ];
}

function measureSpeed(articles: readonly StoryText[]): number {
  const clusterer = createClusterer(storySettings);
  const startedAt = performance.now();
  for (const [index, article] of articles.entries()) {
    clusterer.add(readTerms(article), readNameTerms(article));
    if (index % 1000 === 999) [...clusterer.merge()];
  }
  return (1000 * articles.length) / (performance.now() - startedAt);
}

/** Headlines with an opening, 10,000 a day; what had no news for five days sleeps, once a day. */
function read(clusterer: ReturnType<typeof createClusterer>, from: number, random: () => number): void {
  for (let index = from; index < from + liveArticles; index++) {
    const article = inventArticle(index, 40, random);
    clusterer.add(readTerms(article), readNameTerms(article));
  }
}

/** Articles of one story share a third of their words; words are as unevenly frequent as in a language (Zipf). */
function inventArticle(index: number, words: number, random: () => number): StoryText {
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
function memoryMb(): number {
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return Math.round((heapUsed + external) / 1e6);
}
