import type { Source } from "../../model/article.ts";
import { SourceError } from "../../model/errors.ts";
import type { IngestDeps, PageBudget, SourceResult } from "../deps.ts";
import { findFeeds } from "../find.ts";
import { afterFailure, notDue } from "../health.ts";
import { pollFeed, report } from "./feed.ts";

/** A site's address: its feed is looked for once, remembered, and polled from then on. */
export async function pollSite(source: Source, budget: PageBudget, deps: IngestDeps, signal: AbortSignal): Promise<SourceResult> {
  const state = (await deps.sources.find(source.address)) ?? { address: source.address, nextAt: new Date(0), failures: 0 };
  if (state.feedAddress !== undefined) return pollFeed(source, budget, deps, signal);
  const waits = notDue(state, deps);
  if (waits) return { report: report(source, waits.outcome, waits.words), articles: [] };
  try {
    const [feed] = await findFeeds(source.address, deps, signal);
    if (!feed) throw new SourceError("not-a-feed", "No feed was found on this site: name the feed's own address, if it has one.");
    await deps.sources.put({ ...state, feedAddress: feed.url });
  } catch (error) {
    signal.throwIfAborted();
    if (!(error instanceof SourceError)) throw error;
    const failed = afterFailure({ ...state, lastTriedAt: deps.now() }, error, deps);
    await deps.sources.put(failed);
    return { report: report(source, failed.suspended ? "suspended" : "failed", failed.problem ?? ""), articles: [] };
  }
  return pollFeed(source, budget, deps, signal);
}
