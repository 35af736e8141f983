import type { IngestReport } from "../../src/ingest/ingest.ts";
import type { Article } from "../../src/model/article.ts";
import type { Subscription } from "../../src/model/delivery.ts";
import type { Digest } from "../../src/model/digest.ts";
import type { Quote } from "../../src/model/quote.ts";
import type { ArticleStore, QuoteStore, StoryStore } from "../../src/model/stores.ts";
import type { PipelineDeps } from "../../src/pipeline.ts";
import { aChannel, aDigest, anArticle, aQuote, aSubscription } from "../build.ts";
import { type DeliveryStores, openDeliveryStores } from "../store/open.ts";

export interface Scene {
  readonly deps: PipelineDeps;
  readonly stores: DeliveryStores;
  /** Articles the digest's sources have; each is found by the first round at or after its `fetchedAt`. */
  readonly published: Article[];
  readonly indexed: Map<string, readonly Quote[]>;
  readonly warnings: string[];
  rounds: number;
  setNow(at: string): void;
  subscribe(channelId: string, changes?: Partial<Subscription>): Promise<void>;
}

export interface Script {
  readonly digests?: readonly Digest[];
  /** Outcome of every source. */
  readonly outcome?: IngestReport["sources"][number]["outcome"];
  readonly now?: string;
}

/** Real delivery stores in memory, and sources, articles and a summarizer that do as they are told. */
export function aScene({ digests = [aDigest()], outcome = "fresh", now = "2026-11-24T06:00:05Z" }: Script = {}): Scene {
  const stores = openDeliveryStores();
  const published: Article[] = [];
  const indexed = new Map<string, readonly Quote[]>();
  const warnings: string[] = [];
  let at = new Date(now);
  const note = (words: string): void => void warnings.push(words);
  const scene: Scene = {
    stores,
    published,
    indexed,
    warnings,
    rounds: 0,
    setNow: (to) => {
      at = new Date(to);
    },
    async subscribe(channelId, changes = {}) {
      await stores.subscriptions.putChannel(aChannel({ id: channelId, address: channelId }));
      await stores.subscriptions.put(aSubscription({ channelId, ...changes }));
    },
    deps: {
      stores: { ...stores, articles: articlesOf(published), stories: storiesOf(stores), quotes: quotesInto(indexed) },
      findDigest: (id) => digests.find((digest) => digest.id === id),
      async ingestSources(digest) {
        scene.rounds++;
        const fresh = published.filter(({ fetchedAt }) => fetchedAt <= at).length;
        const source = {
          fresh,
          changed: 0,
          skipped: 0,
          firstPoll: false,
          words: outcome === "failed" ? "answers 403: it blocks bots" : "",
        };
        return { articles: [], sources: digest.sources.map(({ address }) => ({ address, outcome, ...source })) };
      },
      summarizerFor: () => ({
        id: "first sentences",
        async summarize({ story, newArticleIds }) {
          const told = story.articles.filter(({ id }) => newArticleIds?.has(id) ?? true);
          const bullets = told.map(({ id, text }) => ({
            text,
            evidence: [{ articleId: id, version: 1, spans: [{ start: 0, end: text.length }], edits: [] }],
            by: "extractive" as const,
          }));
          return { title: story.articles[0]?.title ?? "", bullets: bullets.filter(({ text }) => text !== "") };
        },
      }),
      mentions: () => [],
      extractQuotes: ({ id }) => [aQuote({ id: `q-${id}`, articleId: id })],
      now: () => at,
      log: { info: () => undefined, warn: note, error: note },
    },
  };
  return scene;
}

/** Invented events that share no word, so that each makes a story of its own. */
const events = [
  ["Ports agree on night sailings", "Harbour masters of Hollen, Varn and Selholm will allow night sailings from December."],
  ["Glacier museum opens its doors", "Curators in Tindra unveiled a museum where visitors walk beneath melting ice."],
  ["Chess teenager beats champion", "Fifteen-year-old Oda Brekk defeated grandmaster Pell after seven hours of play."],
  ["Orchard disease spreads south", "Growers reported blight on pear trees across nine southern valleys this autumn."],
  ["Tram drivers end their strike", "Union delegates accepted shorter shifts, so carriages roll again through Kessel."],
  ["Telescope spots wandering comet", "Astronomers photographed an icy visitor whose orbit lasts four thousand years."],
] as const;

/** The n-th invented event as an article; a `copy` of it is told by another outlet. */
export function aNewsArticle(number: number, changes: Partial<Article> = {}): Article {
  const [title, text] = events[number % events.length]!;
  return anArticle({ id: `a${number}`, title, text, url: `https://outlet.example/${number}`, ...changes });
}

function articlesOf(published: readonly Article[]): ArticleStore {
  const unused = async (): Promise<never> => {
    throw new Error("the pipeline does not use this");
  };
  return {
    put: unused,
    find: async (id) => published.find((article) => article.id === id),
    findByAlias: unused,
    versions: unused,
    since: async (sources, from, to, limit) =>
      published
        .filter(({ source, fetchedAt }) => source !== undefined && sources.includes(source) && fetchedAt > from && fetchedAt <= to)
        .toSorted((a, b) => b.fetchedAt.getTime() - a.fetchedAt.getTime())
        .slice(0, limit),
  };
}

function storiesOf({ connection }: DeliveryStores): StoryStore {
  const stories = new Map<string, string>();
  const traces: { readonly articleId: string; readonly at: Date; readonly words: string }[] = [];
  return {
    assignments: async () => stories,
    async assign(articleToStory) {
      for (const [articleId, storyId] of articleToStory) stories.set(articleId, storyId);
    },
    async told(digestId, audience, storyIds) {
      const rows = connection.all<{ story_id: string; edition_id: string; article_ids: string }>(
        "SELECT story_id, edition_id, article_ids FROM edition_stories JOIN editions ON id = edition_id WHERE digest_id = ? AND audience = ? ORDER BY slot_at",
        [digestId, audience],
      );
      const told = rows.filter((row) => storyIds.includes(row.story_id));
      return new Map(told.map((row) => [row.story_id, { editionId: row.edition_id, articleIds: JSON.parse(row.article_ids) }]));
    },
    addTrace: async (articleId, at, words) => void traces.push({ articleId, at, words }),
    trace: async (articleId) => traces.filter((trace) => trace.articleId === articleId),
  };
}

function quotesInto(indexed: Map<string, readonly Quote[]>): QuoteStore {
  const unused = async (): Promise<never> => {
    throw new Error("the pipeline does not use this");
  };
  return {
    add: async (article, quotes) => void indexed.set(article.id, quotes),
    find: unused,
    ofArticle: unused,
    search: unused,
    speakers: unused,
    speaker: unused,
    ofSpeaker: unused,
    count: unused,
  };
}
