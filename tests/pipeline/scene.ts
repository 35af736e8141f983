import type { IngestReport } from "../../src/ingest/ingest.ts";
import type { Article } from "../../src/model/article.ts";
import type { Subscription } from "../../src/model/delivery.ts";
import type { Digest } from "../../src/model/digest.ts";
import type { Quote } from "../../src/model/quote.ts";
import type { Stores } from "../../src/model/stores.ts";
import type { PipelineDeps } from "../../src/pipeline.ts";
import { openStores } from "../../src/store/open.ts";
import { aChannel, aDigest, anArticle, aQuote, aSubscription } from "../build.ts";

export interface Scene {
  readonly deps: PipelineDeps;
  readonly stores: Stores;
  /** Articles the digest's sources have; each is found by the first round at or after its `fetchedAt`. */
  readonly published: Article[];
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

/** Real stores in memory, and sources and a summarizer that do as they are told. */
export async function aScene({ digests = [aDigest()], outcome = "fresh", now = "2026-11-24T06:00:05Z" }: Script = {}): Promise<Scene> {
  const stores = await openStores(":memory:");
  const published: Article[] = [];
  const warnings: string[] = [];
  let at = new Date(now);
  const note = (words: string): void => void warnings.push(words);
  const scene: Scene = {
    stores,
    published,
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
      stores: { ...stores },
      findDigest: (id) => digests.find((digest) => digest.id === id),
      async ingestSources(digest) {
        scene.rounds++;
        const found = published.filter(({ fetchedAt }) => fetchedAt <= at);
        for (const article of found) await stores.articles.put(article, [article.id]);
        const fresh = found.length;
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
      extractQuotes: quotesOf,
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

/** The first words of every article, as if somebody had said them. */
function quotesOf({ id, text }: Article): readonly Quote[] {
  const end = Math.min(text.length, 39);
  return text === ""
    ? []
    : [aQuote({ id: `q-${id}`, articleId: id, text: text.slice(0, end), start: 0, end, context: { start: 0, end: text.length } })];
}
