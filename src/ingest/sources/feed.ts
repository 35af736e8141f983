import { createHash } from "node:crypto";
import type { Source } from "../../model/article.ts";
import type { SourceState } from "../../model/stores.ts";
import type { IngestDeps, PageBudget, SourceResult } from "../deps.ts";
import { keepEntries } from "../entries.ts";
import type { Fetched } from "../fetch.ts";
import { afterGood } from "../health.ts";
import { feedIdentity } from "../identity.ts";
import { trustedMove } from "../schedule.ts";
import { readFeedOrIndex } from "../sitemaps.ts";
import { checkStability } from "../stability.ts";
import { emptyReport, freshReport, pollWhenDue } from "./poll.ts";

/** Polls a feed, the feed of a site or a news sitemap once, if it is due. */
export async function pollFeed(source: Source, budget: PageBudget, deps: IngestDeps, signal: AbortSignal): Promise<SourceResult> {
  return pollWhenDue(source, deps, signal, async (state) => {
    const url = trustedMove(state, deps.now()) ?? state.feedAddress ?? source.address;
    const { etag, lastModified } = state;
    const answer = await deps.fetcher.get({ url, want: "feed", etag, lastModified }, signal);
    const bodyHash = createHash("sha256").update(answer.body).digest("hex");
    if (answer.status === "fresh" && bodyHash !== state.bodyHash)
      return readAnswer(source, { ...state, bodyHash }, answer, budget, deps, signal);
    await deps.sources.put(afterGood(state, answer, undefined, deps));
    return { report: emptyReport(source, "unchanged", ""), articles: [] };
  });
}

async function readAnswer(
  source: Source,
  state: SourceState,
  answer: Fetched,
  budget: PageBudget,
  deps: IngestDeps,
  signal: AbortSignal,
): Promise<SourceResult> {
  const document = await readFeedOrIndex(answer, deps, signal);
  const firstPoll = state.lastGoodAt === undefined;
  const { unstableGuids, isNew, names } = await checkStability(document, state, deps.sources);
  const identity = feedIdentity(source.address, document, unstableGuids);
  const readPage = async (pageUrl: string, stop: AbortSignal) => {
    const page = await deps.fetcher.getPage(pageUrl, stop);
    const read = await deps.jobs.page(page.body, { url: page.url, headers: page.headers }, source.lang);
    return { ...read, landedAt: page.url };
  };
  const news = { ...document, entries: document.entries.filter(isNew) };
  const round = { source, document: news, identity, firstPoll, budget, readPage, ageless: false };
  const { articles, tooOld } = await keepEntries(round, deps, signal);
  await deps.sources.addSeen(source.address, names, deps.now());
  await deps.sources.put(afterGood(unstableGuids ? { ...state, unstableGuids } : state, answer, document, deps));
  return { report: freshReport(source, articles, { skipped: document.skipped + tooOld, firstPoll }), articles };
}
