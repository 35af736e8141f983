import { type CorrectionDeps, correctEditions } from "./corrections.ts";
import { tellHealth } from "./digest/health.ts";
import { type IndexDeps, indexQuotes } from "./digest/quote-index.ts";
import type { IngestReport } from "./ingest/ingest.ts";
import type { Digest } from "./model/digest.ts";
import type { Stores } from "./model/stores.ts";

/*
 * The first leg of the journey: sources → articles in the store → quotes in their index; new versions mend the editions they stand in.
 */

export interface IntakeDeps extends Omit<CorrectionDeps, "lookAgain" | "stores">, Omit<IndexDeps, "stores"> {
  readonly stores: Pick<Stores, "articles" | "quotes" | "stories" | "outbox" | "ledger" | "watches">;
  /** One polite round over a digest's sources: what is not due stays unasked. */
  readonly ingestSources: (digest: Digest, signal: AbortSignal) => Promise<IngestReport>;
}

/** Reads a digest's sources and indexes their quotes; sources that are not due are left alone. Tells the log when none can be read. */
export async function readSources(digest: Digest, deps: IntakeDeps, signal: AbortSignal): Promise<IngestReport> {
  return takeIn(digest, await deps.ingestSources(digest, signal), deps, signal);
}

/**
 * Reads the sources of several digests side by side and does `work` for one after the other, each as soon as its sources were read: a slow
 * site holds up its own digest alone. Where reading or work fails, `failed` hears of it and the others go on; rejects only when stopped.
 */
export async function readInTurn(
  digests: readonly Digest[],
  steps: { readonly work: (digest: Digest) => Promise<void>; readonly failed: (digest: Digest, cause: unknown) => void },
  deps: IntakeDeps,
  signal: AbortSignal,
): Promise<void> {
  let turn: Promise<unknown> = Promise.resolve();
  const readOne = async (digest: Digest): Promise<void> => {
    const report = await deps.ingestSources(digest, signal);
    const own = turn.then(async () => {
      signal.throwIfAborted();
      await takeIn(digest, report, deps, signal);
      await steps.work(digest);
    });
    turn = own.catch(() => {}); // `failed` hears of it; the next one's turn comes all the same.
    await own;
  };
  await Promise.all(
    digests.map((digest) =>
      readOne(digest).catch((cause: unknown) => {
        if (!signal.aborted) steps.failed(digest, cause);
      }),
    ),
  );
  signal.throwIfAborted();
}

async function takeIn(digest: Digest, report: IngestReport, deps: IntakeDeps, signal: AbortSignal): Promise<IngestReport> {
  await indexQuotes(digest, report.articles, deps, signal);
  const changed = report.articles.filter(({ version }) => version > 1);
  await correctEditions(changed, [], deps);
  await tellHealth(digest, report, deps.stores.ledger, deps.log);
  return report;
}
