import { setTimeout as sleep } from "node:timers/promises";
import type { ArticleStore, Ledger, SourceStore } from "../model/stores.ts";
import type { AllowPrivate } from "./addresses.ts";
import type { IngestDeps } from "./deps.ts";
import { type FetchLimits, openFetcher, userAgent } from "./fetch.ts";
import type { Jobs } from "./jobs.ts";
import { createPolite } from "./polite.ts";
import { createPolls } from "./polls.ts";
import { openPool } from "./pool.ts";
import type { ResolveHost } from "./resolve.ts";
import { createRests } from "./rests.ts";

export interface IngestOptions {
  readonly articles: ArticleStore;
  readonly sources: SourceStore;
  /** Remembers which hosts rest. */
  readonly ledger: Pick<Ledger, "get" | "set">;
  /** Of Quoth, for the user agent. */
  readonly version: string;
  /** A mailbox or address that publishers can write to; "" for none. */
  readonly contact: string;
  readonly allowPrivate: AllowPrivate;
  readonly pagesPerRound: number;
  readonly roundMs?: number;
  readonly trace?: IngestDeps["trace"];
  /** The worker's file; beside this module where absent. */
  readonly worker?: URL | undefined;
  readonly now?: () => Date;
  readonly wait?: (ms: number, signal: AbortSignal) => Promise<void>;
  readonly chance?: () => number;
  readonly resolve?: ResolveHost;
  readonly limits?: Partial<FetchLimits>;
  /** Instead of the worker pool: tests run the jobs in their own thread. */
  readonly jobs?: Jobs;
}

/** An edition waits for its sources no longer: one slow site must not hold up everybody's. */
const usualRoundMs = 60_000;

export interface Ingest extends IngestDeps {
  close(): Promise<void>;
}

/** Opens what rounds over sources need. Nothing is started before it is used: no thread, no socket. */
export function openIngest(options: IngestOptions): Ingest {
  const now = options.now ?? (() => new Date());
  const wait = options.wait ?? ((ms, signal) => sleep(ms, undefined, { signal }));
  const fetcher = openFetcher({
    userAgent: userAgent(options.version, options.contact),
    allowPrivate: options.allowPrivate,
    ...(options.resolve && { resolve: options.resolve }),
    ...(options.limits && { limits: options.limits }),
  });
  const polls = createPolls();
  const pool = options.jobs ? undefined : openPool(options.worker);
  return {
    articles: options.articles,
    sources: options.sources,
    fetcher: createPolite(fetcher, { now, wait, rests: createRests(options.ledger, now) }),
    jobs: options.jobs ?? pool!.jobs,
    now,
    chance: options.chance ?? Math.random,
    pagesPerRound: options.pagesPerRound,
    roundMs: options.roundMs ?? usualRoundMs,
    polls,
    trace: options.trace,
    async close() {
      await polls.close();
      await Promise.all([fetcher.close(), pool?.close()]);
    },
  };
}
