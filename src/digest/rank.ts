import type { Article } from "../model/article.ts";
import type { Digest } from "../model/digest.ts";
import type { Story } from "../model/story.ts";

export interface RankedStory {
  readonly story: Story;
  readonly score: number;
  /** Why it stands at its place, in words. */
  readonly why: string;
}

/** After this time a story's weight has halved. */
const halfLifeHours = 12;
const preferredFactor = 1.5;

/** Stories in the order of an edition, muted ones left out: distinct voices first, then freshness and the digest's topics. */
export function rankStories(stories: readonly Story[], topics: Digest["topics"], at: Date): readonly RankedStory[] {
  return stories
    .filter((story) => !findTopic(story, topics.mute))
    .map((story) => rankStory(story, topics, at))
    .toSorted((a, b) => b.score - a.score || a.story.id.localeCompare(b.story.id));
}

function rankStory(story: Story, topics: Digest["topics"], at: Date): RankedStory {
  const voices = new Set(story.articles.map((article) => story.voices[article.id] ?? article.id)).size;
  const newestAt = Math.max(...story.articles.map(seenAt));
  const ageHours = Math.max(0, (at.getTime() - newestAt) / 3_600_000);
  const freshness = 0.5 ** (ageHours / halfLifeHours);
  const topic = findTopic(story, topics.prefer);
  const score = (0.5 + Math.log2(1 + voices)) * (0.3 + 0.7 * freshness) * (topic ? preferredFactor : 1);
  const parts = [
    `${voices} ${voices === 1 ? "outlet" : "outlets"}`,
    `newest ${Math.round(ageHours)} h old`,
    ...(topic ? [`about ${topic}`] : []),
  ];
  return { story, score, why: parts.join(", ") };
}

/** The first of the words that a story's titles or openings contain. */
export function findTopic(story: Story, words: readonly string[]): string | undefined {
  return words.find((word) => {
    const pattern = new RegExp(`(?<![\\p{L}\\p{N}])${RegExp.escape(word)}(?![\\p{L}\\p{N}])`, "iu");
    return story.articles.some((article) => pattern.test(`${article.title} ${article.text.slice(0, 400)}`));
  });
}

const seenAt = (article: Article): number => (article.publishedAt ?? article.fetchedAt).getTime();
