import type { Article, Source } from "../model/article.ts";
import type { IngestContext, IngestDeps, PageBudget, SourceReport, SourceResult } from "./deps.ts";
import { isDue } from "./health.ts";
import { pollFeed } from "./sources/feed.ts";
import { readFiles } from "./sources/file.ts";
import { pollPage } from "./sources/page.ts";
import { emptyReport } from "./sources/poll.ts";
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
  const share = Math.ceil(deps.pagesPerRound / Math.max(await countDue(sources, deps), 1));
  const over = AbortSignal.timeout(deps.roundMs);
  const poll = (source: Source) => pollOnce(source, { context, budget: pageBudget(share), over }, deps, signal);
  const results = await Promise.all(sources.map(poll));
  const ids = new Set(results.flatMap((result) => result.articles.map(({ id }) => id)));
  const articles = await Promise.all([...ids].map((id) => deps.articles.find(id)));
  return { articles: articles.filter((article) => article !== undefined), sources: results.map((result) => result.report) };
}

/** Those that are not due need no share of the pages. */
async function countDue(sources: readonly Source[], deps: IngestDeps): Promise<number> {
  const states = new Map((await deps.sources.all()).map((state) => [state.address, state]));
  return sources.filter(({ address }) => isDue(states.get(address), deps.now())).length;
}

/** Two digests whose rounds overlap share one poll of a source that both list. */
async function pollOnce(
  source: Source,
  { context, budget, over }: { readonly context: IngestContext; readonly budget: PageBudget; readonly over: AbortSignal },
  deps: IngestDeps,
  signal: AbortSignal,
): Promise<SourceResult> {
  const key = `${source.kind} ${source.address} ${isLocal(source) ? context.folder : ""}`;
  const begin = (stop: AbortSignal): Promise<SourceResult> => pollSource(source, context, budget, deps, stop);
  const result = await deps.polls.join(key, begin, over, signal);
  return result ?? { report: emptyReport(source, "not-due", "It is slow: Quoth is still reading it."), articles: [] };
}

function isLocal({ kind }: Source): boolean {
  return kind === "file" || kind === "folder";
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
