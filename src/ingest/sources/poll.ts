import type { Source } from "../../model/article.ts";
import { SourceError } from "../../model/errors.ts";
import type { SourceState } from "../../model/stores.ts";
import type { IngestDeps, SourceOutcome, SourceReport, SourceResult } from "../deps.ts";
import { afterFailure, notDue } from "../health.ts";

/**
 * Runs one poll of a source when it is due, and keeps what went wrong in its state. Never throws but when stopped or when the store fails:
 * a bad source loses only itself.
 */
export async function pollWhenDue(
  source: Source,
  deps: IngestDeps,
  signal: AbortSignal,
  poll: (state: SourceState) => Promise<SourceResult>,
): Promise<SourceResult> {
  const state = (await deps.sources.find(source.address)) ?? { address: source.address, nextAt: new Date(0), failures: 0 };
  const waits = await notDue(state, deps);
  if (waits) return { report: emptyReport(source, waits.outcome, waits.words), articles: [] };
  const started: SourceState = { ...state, lastTriedAt: deps.now() };
  try {
    return await poll(started);
  } catch (error) {
    signal.throwIfAborted();
    if (!(error instanceof SourceError)) throw error;
    const failed = afterFailure(started, error, deps);
    await deps.sources.put(failed);
    return { report: emptyReport(source, failed.suspended ? "suspended" : "failed", failed.problem ?? ""), articles: [] };
  }
}

/** A report without numbers. */
export function emptyReport(source: Source, outcome: SourceOutcome, words: string): SourceReport {
  return { address: source.address, outcome, fresh: 0, changed: 0, skipped: 0, firstPoll: false, words };
}

/** A report of what a poll brought. */
export function freshReport(
  source: Source,
  articles: SourceResult["articles"],
  { skipped, firstPoll }: Pick<SourceReport, "skipped" | "firstPoll">,
): SourceReport {
  const fresh = articles.filter(({ change }) => change === "new").length;
  return { ...emptyReport(source, "fresh", ""), fresh, changed: articles.length - fresh, skipped, firstPoll };
}
