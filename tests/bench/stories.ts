import { storySettings } from "../../src/digest/cluster.ts";
import { createClusterer } from "../../src/digest/clusterer.ts";
import { readNameTerms, readTerms, type StoryText } from "../../src/digest/terms.ts";
import { createRandom } from "../eval/random.ts";
import type { Row } from "../eval/row.ts";
import { inventArticle, memoryMb } from "./invent.ts";

const liveArticles = 50_000;
const timedHeadlines = 5_000;

/** Speed on headlines, and the memory that 50,000 articles held at a time add. */
export async function measure(): Promise<readonly Row[]> {
  const random = createRandom(7);
  const speed = measureSpeed(Array.from({ length: timedHeadlines }, (_, index) => inventArticle(index, 10, random)));
  return [
    {
      task: "stories",
      set: `${timedHeadlines} invented headlines`,
      measure: "documents a processor second, merges included",
      value: Math.round(speed),
      target: "≥ 5000",
    },
    { task: "stories", set: `${liveArticles} live articles`, measure: "memory in MB", value: measureMemory(random), target: "≤ 150" },
  ];
}

function measureSpeed(articles: readonly StoryText[]): number {
  const clusterer = createClusterer(storySettings);
  const before = process.cpuUsage();
  for (const [index, article] of articles.entries()) {
    clusterer.add(readTerms(article), readNameTerms(article));
    if (index % 1000 === 999) [...clusterer.merge()];
  }
  const { user, system } = process.cpuUsage(before);
  return articles.length / ((user + system) / 1e6);
}

/** Of headlines with an opening. */
function measureMemory(random: () => number): number {
  const before = memoryMb();
  const clusterer = createClusterer(storySettings);
  for (let index = 0; index < liveArticles; index++) {
    const article = inventArticle(index, 40, random);
    clusterer.add(readTerms(article), readNameTerms(article));
  }
  const added = memoryMb() - before;
  if (clusterer.assignments().size !== liveArticles) throw new Error("articles went missing");
  return added;
}
