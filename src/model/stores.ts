import type { Article } from "./article.ts";
import type { Subscription } from "./delivery.ts";
import type { SourceFailure } from "./errors.ts";
import type { Outbox, SubscriptionStore } from "./outbox.ts";
import type { Quote, QuoteAnswer, QuoteHit, QuoteQuery, SpeakerProfile } from "./quote.ts";
import type { StoryReason } from "./story.ts";

/** Every method is async so that a store across a network can follow. Instants are Dates; rows come back frozen in time, never live. */

export interface ArticleStore {
  /**
   * Keeps an article under its aliases (guid, canonical link, cleaned URL, fingerprint: any that matches an earlier one is the same article).
   * "same" leaves its words as they were, "changed" adds a version: only the source that brought an article may change it, another one is
   * noted as in alsoFrom. Returns the article with its stable id and version.
   */
  put(article: Article, aliases: readonly string[]): Promise<{ readonly article: Article; readonly change: "new" | "same" | "changed" }>;
  /** The newest version unless one is named. */
  find(id: string, version?: number): Promise<Article | undefined>;
  findByAlias(alias: string): Promise<Article | undefined>;
  versions(id: string): Promise<readonly Article[]>;
  /**
   * Another source carries the article as well: `since` finds it there too, first seen at `at`. Twice changes nothing; the article keeps the
   * source that brought it.
   */
  alsoFrom(id: string, source: string, at: Date): Promise<void>;
  /** Seen at these source addresses in (from, to] and at none of them before, newest first, newest versions. */
  since(sources: readonly string[], from: Date, to: Date, limit: number): Promise<readonly Article[]>;
  /** The same with texts cut to their opening (1,200 characters), which is what stories are found by: ten thousand of them fit in memory. */
  openings(sources: readonly string[], from: Date, to: Date, limit: number): Promise<readonly Article[]>;
}

/** What must survive a restart so that no source is polled early. */
export interface SourceState {
  readonly address: string;
  readonly etag?: string;
  readonly lastModified?: string;
  /** Not before. */
  readonly nextAt: Date;
  readonly lastTriedAt?: Date;
  readonly lastGoodAt?: Date;
  readonly failures: number;
  /** Plain words for /status: "answers 403 since Sunday: it blocks bots". */
  readonly problem?: string;
  /** What kind of problem, for those who say it in another language. */
  readonly problemKind?: SourceFailure;
  readonly failingSince?: Date;
  /** Entries a week, measured; drives the interval. */
  readonly weekly?: number;
  /** A permanent redirect seen but not yet trusted. */
  readonly movedTo?: { readonly address: string; readonly seen: number; readonly since: Date };
  readonly suspended?: boolean;
  /** What the feed calls itself. */
  readonly title?: string;
  /** Address of the feed that a site source was found to have. */
  readonly feedAddress?: string;
  /** SHA-256 (hex) of the last body: the same bytes need no second parse. */
  readonly bodyHash?: string;
  /** The least interval the feed itself asks for (ttl, update period), in milliseconds. */
  readonly askedMs?: number;
  /** Its guids change while its titles stay: they name nothing. */
  readonly unstableGuids?: boolean;
}

export interface SourceStore {
  find(address: string): Promise<SourceState | undefined>;
  put(state: SourceState): Promise<void>;
  all(): Promise<readonly SourceState[]>;
  /** Keys of entries that are settled: kept, or left out for good. */
  addSeen(address: string, keys: readonly string[], at: Date): Promise<void>;
  /** Those of the keys that were added before. */
  findSeen(address: string, keys: readonly string[]): Promise<ReadonlySet<string>>;
}

/** An article that a recent edition rests on: it is looked at again for two days. */
export interface Watch {
  readonly articleId: string;
  /** When the newest edition with it was made. */
  readonly since: Date;
  readonly looks: number;
  readonly nextAt: Date;
  /** First look at which its page was gone: only a second one, later, believes it. */
  readonly goneSince?: Date;
}

export interface WatchStore {
  /** Begins to watch, or begins anew: `since` becomes `at`. */
  add(articleIds: readonly string[], at: Date, nextAt: Date): Promise<void>;
  /** nextAt <= now, longest due first. */
  due(now: Date, limit: number): Promise<readonly Watch[]>;
  put(watch: Watch): Promise<void>;
  remove(articleId: string): Promise<void>;
}

/** That readers had a story before. */
export interface Telling {
  readonly editionId: string;
  readonly articleIds: readonly string[];
}

/** Stories across editions: which articles belong together, and what each subscription already had. */
export interface StoryStore {
  /** Live stories' ids by article, for articles seen since. */
  assignments(since: Date): Promise<ReadonlyMap<string, string>>;
  /** `reasons` by article id; an article without any keeps those it had. */
  assign(articleToStory: ReadonlyMap<string, string>, reasons: ReadonlyMap<string, readonly StoryReason[]>, at: Date): Promise<void>;
  /** Why an article stands in its story, and was kept out of others. */
  reasons(articleId: string): Promise<readonly StoryReason[]>;
  /**
   * Stories that editions of this digest brought to any of these subscriptions: the newest such edition, and the articles of all of them.
   * The outbox writes them with the edition (table edition_stories). A delivery that was refused brought nothing.
   */
  told(
    digestId: string,
    subscriptions: readonly Pick<Subscription, "channelId" | "id">[],
    storyIds: readonly string[],
  ): Promise<ReadonlyMap<string, Telling>>;
  /** Why an article stands where it stands: a trace in order, for /why. */
  addTrace(articleId: string, at: Date, words: string): Promise<void>;
  trace(articleId: string): Promise<readonly { readonly at: Date; readonly words: string }[]>;
}

export interface QuoteStore {
  /**
   * Replaces the quotes of this article (those of earlier versions are kept as history). One transaction. `at` = when they became known,
   * the article's fetching where absent; a quote that an earlier version had keeps its own.
   */
  add(article: Article, quotes: readonly Quote[], at?: Date): Promise<void>;
  /** The newest version that has it, marked as outdated when a correction took it away. */
  find(id: string): Promise<QuoteHit | undefined>;
  ofArticle(articleId: string, version?: number): Promise<readonly Quote[]>;
  /** Bounded: newest 200 matches, then ranked. */
  search(query: QuoteQuery, page: { readonly offset: number; readonly limit: number }, now: Date): Promise<QuoteAnswer>;
  /** For completion: names that begin with or resemble the prefix, most quoted first. */
  speakers(
    prefix: string,
    limit: number,
  ): Promise<readonly { readonly id: string; readonly name: string; readonly role?: string; readonly quotes: number }[]>;
  /** Everybody whom a name may mean, in any script, most quoted first. */
  speakersNamed(
    name: string,
  ): Promise<readonly { readonly id: string; readonly name: string; readonly role?: string; readonly quotes: number }[]>;
  speaker(id: string): Promise<SpeakerProfile | undefined>;
  /** Newest first. */
  ofSpeaker(id: string, limit: number): Promise<readonly QuoteHit[]>;
  /** What these speakers were first quoted with in (from, to], by when it became known: an utterance that was known before, in any outlet, is not new. Oldest first. */
  freshOf(speakerIds: readonly string[], from: Date, to: Date, limit: number): Promise<readonly QuoteHit[]>;
  count(): Promise<number>;
}

/** Small things that must survive a restart. */
export interface Ledger {
  get(key: string): Promise<string | undefined>;
  set(key: string, value: string | undefined): Promise<void>;
  /** True once for each id. */
  firstTime(scope: string, id: string, at: Date): Promise<boolean>;
  /** Adds to a counter of the day ("model-tokens") and returns its new value. */
  count(key: string, day: string, by: number): Promise<number>;
}

export interface Stores {
  readonly articles: ArticleStore;
  readonly sources: SourceStore;
  readonly stories: StoryStore;
  readonly quotes: QuoteStore;
  readonly subscriptions: SubscriptionStore;
  readonly outbox: Outbox;
  readonly ledger: Ledger;
  readonly watches: WatchStore;
  /** Lets go one bounded step of what is older; true when there may be more. Nothing that is still to be delivered or settled goes. */
  sweep(keepFrom: Date, now: Date): Promise<boolean>;
  /** Online copy into a file while running; `onProgress` hears 0..1. */
  backup(file: string, signal: AbortSignal, onProgress?: (share: number) => void): Promise<void>;
  close(): Promise<void>;
}
