import type { Source } from "../../model/article.ts";
import { SourceError } from "../../model/errors.ts";
import type { IngestDeps, PageBudget, SourceResult } from "../deps.ts";
import { findFeeds } from "../find.ts";
import { pollFeed } from "./feed.ts";
import { pollWhenDue } from "./poll.ts";

/** A site's address: its feed is looked for once, remembered, and polled from then on. */
export async function pollSite(source: Source, budget: PageBudget, deps: IngestDeps, signal: AbortSignal): Promise<SourceResult> {
  const known = await deps.sources.find(source.address);
  if (known?.feedAddress !== undefined) return pollFeed(source, budget, deps, signal);
  return pollWhenDue(source, deps, signal, async (state) => {
    const [feed] = await findFeeds(source.address, deps, signal);
    if (!feed) throw new SourceError("not-a-feed", "No feed was found on this site: name the feed's own address, if it has one.");
    await deps.sources.put({ ...state, feedAddress: feed.url });
    return pollFeed(source, budget, deps, signal);
  });
}
