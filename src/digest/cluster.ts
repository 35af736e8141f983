import { createHash } from "node:crypto";
import type { Article } from "../model/article.ts";
import type { Story } from "../model/story.ts";
import { type ClusterSettings, createClusterer } from "./clusterer.ts";
import { findVoices } from "./copies.ts";
import { readNameTerms, readTerms } from "./terms.ts";

/** How alike articles must be to tell one story; see docs/stories.md for how these were found. */
export const storySettings: ClusterSettings = {
  join: { headline: 0.13, opening: 0.32 },
  merge: { headline: 0.18, opening: 0.5 },
  attach: { headline: 0.08, opening: 0.2 },
  smallStory: 3,
  memberShare: 0.2,
  centroidTerms: 400,
  members: 20,
};

/**
 * Articles → stories, one story an event. `known` are earlier assignments (article id → story id):
 * a story keeps the id it was first told under, so a reader's "earlier" stays right.
 */
export function clusterArticles(articles: readonly Article[], known: ReadonlyMap<string, string>): readonly Story[] {
  const clusterer = createClusterer(storySettings);
  const oldestFirst = [...articles].sort((a, b) => seenAt(a) - seenAt(b) || a.id.localeCompare(b.id));
  const joined = oldestFirst.map((article) => ({ article, ...clusterer.add(readTerms(article), seenAt(article), readNameTerms(article)) }));
  clusterer.settle();
  const storyOf = clusterer.assignments();
  const groups = Map.groupBy(joined, ({ document }) => storyOf.get(document));
  return [...groups.values()].map((group) => buildStory(group, known));
}

interface JoinedArticle {
  readonly article: Article;
  readonly score: number;
  readonly shared: readonly string[];
}

function buildStory(group: readonly JoinedArticle[], known: ReadonlyMap<string, string>): Story {
  const articles = group.map(({ article }) => article);
  const earlier = articles.map(({ id }) => known.get(id)).find((id) => id !== undefined);
  return {
    id: earlier ?? storyIdFrom(articles[0]!.id),
    articles: articles.toSorted((a, b) => seenAt(b) - seenAt(a)),
    voices: findVoices(articles),
    reasons: group.filter(({ score }) => score > 0).map(describeJoin),
  };
}

function describeJoin({ article, score, shared }: JoinedArticle): string {
  return `${article.outlet || "pasted text"}: “${article.title}” is ${Math.round(score * 100)} % alike; both say ${shared.join(", ")}`;
}

const storyIdFrom = (articleId: string): string => `s${createHash("sha256").update(articleId).digest("hex").slice(0, 12)}`;

const seenAt = (article: Article): number => (article.publishedAt ?? article.fetchedAt).getTime();
