import { createHash } from "node:crypto";
import { setImmediate } from "node:timers/promises";
import type { Article } from "../model/article.ts";
import type { Story, StoryReason } from "../model/story.ts";
import { type ClusterSettings, createClusterer, type Decision } from "./clusterer.ts";
import { findVoices } from "./copies.ts";
import { readReasons } from "./reasons.ts";
import { readNameTerms, readTerms } from "./terms.ts";

/** How alike articles must be to tell one story; see docs/stories.md for how these were found. */
export const storySettings: ClusterSettings = {
  join: { headline: 0.15, opening: 0.32 },
  merge: { headline: 0.14, opening: 0.5 },
  attach: { headline: 0.08, opening: 0.2 },
  smallStory: { headline: 8, opening: 3 },
  centroidTerms: 400,
  largeStory: 5,
  singleWordCost: 0.8,
};

/** Articles or stories of one step: some milliseconds, so that deliveries and commands go on in between. */
const aStep = 50;

/**
 * Articles → stories, one story an event. `known` are earlier decisions (article id → story id), and they stand: a reader's "earlier"
 * stays right. Articles that are new are decided on one by one, oldest first; then whole stories may merge, and the older id stays.
 */
export async function clusterArticles(articles: readonly Article[], known: ReadonlyMap<string, string>): Promise<readonly Story[]> {
  const decisions: Decision[] = [];
  const clusterer = createClusterer(storySettings, (decision) => decisions.push(decision));
  const oldestFirst = [...articles].sort((a, b) => seenAt(a) - seenAt(b) || a.id.localeCompare(b.id));
  const { true: old = [], false: fresh = [] } = Object.groupBy(oldestFirst, ({ id }) => (known.has(id) ? "true" : "false"));
  const ids = new Map<number, string>();
  const numbers = new Map<string, number>();
  await inSteps(old, (article) => {
    const id = known.get(article.id)!;
    const { story } = clusterer.restore(readTerms(article), readNameTerms(article), numbers.get(id));
    numbers.set(id, story);
    ids.set(story, id);
  });
  await inSteps(fresh, (article) => void clusterer.add(readTerms(article), readNameTerms(article)));
  for (const _step of clusterer.settle()) await setImmediate();
  const members = [...old, ...fresh];
  const storyOf = clusterer.assignments();
  const decidedOn = Map.groupBy(decisions, ({ document }) => document);
  const reasonsOf = (document: number): readonly StoryReason[] =>
    readReasons(members[document]!, { decisions: decidedOn.get(document) ?? [], articles: members, storyOf });
  const stories: Story[] = [];
  await inSteps([...Map.groupBy(members.keys(), (document) => storyOf.get(document)!)], ([number, documents]) => {
    const told = documents.map((document) => ({ article: members[document]!, reasons: reasonsOf(document) }));
    stories.push(buildStory(ids.get(number), told));
  });
  return stories;
}

async function inSteps<T>(all: readonly T[], each: (one: T) => void): Promise<void> {
  for (const [turn, one] of all.entries()) {
    each(one);
    if (turn % aStep === aStep - 1) await setImmediate();
  }
}

interface Member {
  readonly article: Article;
  readonly reasons: readonly StoryReason[];
}

function buildStory(id: string | undefined, members: readonly Member[]): Story {
  const articles = members.map(({ article }) => article);
  return {
    id: id ?? storyIdFrom(articles[0]!.id),
    articles: articles.toSorted((a, b) => seenAt(b) - seenAt(a)),
    voices: findVoices(articles),
    reasons: Object.fromEntries(members.filter(({ reasons }) => reasons.length > 0).map(({ article, reasons }) => [article.id, reasons])),
  };
}

const storyIdFrom = (articleId: string): string => `s${createHash("sha256").update(articleId).digest("hex").slice(0, 12)}`;

const seenAt = (article: Article): number => (article.publishedAt ?? article.fetchedAt).getTime();
