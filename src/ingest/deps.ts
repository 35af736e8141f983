import type { ArticleStore, SourceStore } from "../model/stores.ts";
import type { Jobs } from "./jobs.ts";
import type { PoliteFetcher } from "./polite.ts";
import type { Polls } from "./polls.ts";

/** What a round over sources works with. */
export interface IngestDeps {
  readonly articles: ArticleStore;
  readonly sources: SourceStore;
  readonly fetcher: PoliteFetcher;
  readonly jobs: Jobs;
  readonly now: () => Date;
  /** 0..1. */
  readonly chance: () => number;
  /** Article pages fetched in one round over a digest's sources, at most. */
  readonly pagesPerRound: number;
  /** A round ends after this long: what is not read by then belongs to the next one. */
  readonly roundMs: number;
  readonly polls: Polls;
  /** Keeps a line for /why. */
  readonly trace?: ((articleId: string, at: Date, words: string) => Promise<void>) | undefined;
}

export interface IngestContext {
  /** Folder of the digest's file: sources of kind file and folder are read below it and nowhere else. */
  readonly folder: string;
}

export type SourceOutcome = "fresh" | "unchanged" | "not-due" | "failed" | "suspended";

/** How one source fared in a round. */
export interface SourceReport {
  readonly address: string;
  readonly outcome: SourceOutcome;
  /** Articles that were new, and articles whose text is a new version. */
  readonly fresh: number;
  readonly changed: number;
  /** Entries that could not be read or were too old. */
  readonly skipped: number;
  /** True when this source was never read before: what it brings is not breaking news. */
  readonly firstPoll: boolean;
  /** In plain words for /status; "" when there is nothing to say. */
  readonly words: string;
}

/** What a source brought. */
export interface SourceResult {
  readonly report: SourceReport;
  readonly articles: readonly { readonly id: string; readonly change: "new" | "changed" }[];
}

/** A number of pages that may still be fetched in this round. */
export interface PageBudget {
  take(): boolean;
}
