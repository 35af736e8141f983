import type { Article, Source } from "../model/article.ts";
import type { IngestContext, IngestDeps, PageBudget, SourceReport, SourceResult } from "./deps.ts";
import { hostOf } from "./polite.ts";
import { pollFeed } from "./sources/feed.ts";
import { readFiles } from "./sources/file.ts";
import { pollPage } from "./sources/page.ts";
import { pollSite } from "./sources/site.ts";

export interface IngestReport {
  /** New articles and new versions of this round, oldest first within a source. */
  readonly articles: readonly Article[];
  /** One for each source, in the digest's order. */
  readonly sources: readonly SourceReport[];
}

/** One round over a digest's sources. A source that is not due, or is bad, loses only itself and says why in its report. */
export async function ingestSources(
  sources: readonly Source[],
  context: IngestContext,
  deps: IngestDeps,
  signal: AbortSignal,
): Promise<IngestReport> {
  await recallPauses(deps);
  const share = Math.ceil(deps.pagesPerRound / Math.max(sources.length, 1));
  const results = await Promise.all(sources.map((source) => pollOnce(source, context, pageBudget(share), deps, signal)));
  const ids = new Set(results.flatMap((result) => result.articles.map(({ id }) => id)));
  const articles = await Promise.all([...ids].map((id) => deps.articles.find(id)));
  return { articles: articles.filter((article) => article !== undefined), sources: results.map((result) => result.report) };
}

/** Two digests whose rounds overlap share one poll of a source that both list. */
async function pollOnce(
  source: Source,
  context: IngestContext,
  budget: PageBudget,
  deps: IngestDeps,
  signal: AbortSignal,
): Promise<SourceResult> {
  const key = `${source.kind} ${source.address} ${isLocal(source) ? context.folder : ""}`;
  const earlier = deps.underWay.get(key);
  // The other round may be stopped by its own signal: then this one polls for itself.
  if (earlier) return earlier.catch(() => pollSource(source, context, budget, deps, signal));
  const poll = pollSource(source, context, budget, deps, signal).finally(() => deps.underWay.delete(key));
  deps.underWay.set(key, poll);
  return poll;
}

function isLocal({ kind }: Source): boolean {
  return kind === "file" || kind === "folder";
}

/** A server that asked for rest before a restart is still resting. */
async function recallPauses(deps: IngestDeps): Promise<void> {
  for (const { address, feedAddress, hostFreeAt } of await deps.sources.all())
    if (hostFreeAt && hostFreeAt > deps.now()) deps.fetcher.pauseHost(hostOf(feedAddress ?? address), hostFreeAt);
}

function pollSource(
  source: Source,
  context: IngestContext,
  budget: PageBudget,
  deps: IngestDeps,
  signal: AbortSignal,
): Promise<SourceResult> {
  switch (source.kind) {
    case "feed":
      return pollFeed(source, budget, deps, signal);
    case "site":
      return pollSite(source, budget, deps, signal);
    case "page":
      return pollPage(source, deps, signal);
    case "file":
    case "folder":
      return readFiles(source, context, deps, signal);
  }
}

/** Each source has its own share, so that a busy one cannot starve the others. */
function pageBudget(pages: number): PageBudget {
  let left = pages;
  return {
    take() {
      left -= 1;
      return left >= 0;
    },
  };
}
