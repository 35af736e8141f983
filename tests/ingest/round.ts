import { type IngestReport, ingestSources } from "../../src/ingest/ingest.ts";
import { jobs } from "../../src/ingest/jobs.ts";
import { type Ingest, openIngest } from "../../src/ingest/open.ts";
import type { Source } from "../../src/model/article.ts";
import { openStores } from "../../src/store/open.ts";

export interface Clock {
  now(): Date;
  /** Moves time on; waiting does the same, so nothing sleeps. */
  pass(ms: number): void;
}

export function aClock(start = "2026-03-02T08:00:00Z"): Clock {
  let at = Date.parse(start);
  return {
    now: () => new Date(at),
    pass(ms) {
      at += ms;
    },
  };
}

export type Round = Awaited<ReturnType<typeof aRound>>;

/** Rounds over sources on a clock of the test's own, stores in memory, jobs in its own thread, loopback allowed. */
export async function aRound(clock: Clock) {
  const stores = await openStores(":memory:");
  const open = (): Ingest =>
    openIngest({
      ...stores,
      version: "0",
      contact: "",
      allowPrivate: ["127.0.0.1"],
      pagesPerRound: 40,
      now: clock.now,
      wait: async (ms) => clock.pass(ms),
      chance: () => 0.5,
      jobs,
      limits: { headersMs: 5_000 },
    });
  let ingest = open();
  return {
    ...stores,
    deps: () => ingest,
    poll: (sources: readonly Source[], folder = "."): Promise<IngestReport> =>
      ingestSources(sources, { folder }, ingest, AbortSignal.timeout(20_000)),
    /** Everything but the stores is lost. */
    async restart() {
      await ingest.close();
      ingest = open();
    },
    async close() {
      await ingest.close();
      await stores.close();
    },
  };
}

export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;
