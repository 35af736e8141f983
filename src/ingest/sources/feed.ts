import { createHash } from "node:crypto";
import type { Source } from "../../model/article.ts";
import { SourceError } from "../../model/errors.ts";
import type { SourceState } from "../../model/stores.ts";
import type { IngestDeps, PageBudget, SourceReport, SourceResult } from "../deps.ts";
import { type EntryRoundResult, keepEntries } from "../entries.ts";
import type { Fetched } from "../fetch.ts";
import { afterFailure, afterGood, notDue } from "../health.ts";
import { feedIdentity } from "../identity.ts";
import { trustedMove } from "../schedule.ts";
import { readFeedOrIndex } from "../sitemaps.ts";
import { checkStability } from "../stability.ts";

/** Polls a feed, a site's feed or a news sitemap once, if it is due. Never throws but when stopped: a bad source loses only itself. */
export async function pollFeed(source: Source, budget: PageBudget, deps: IngestDeps, signal: AbortSignal): Promise<SourceResult> {
  const state = (await deps.sources.find(source.address)) ?? { address: source.address, nextAt: new Date(0), failures: 0 };
  const waits = notDue(state, deps);
  if (waits) return { report: report(source, waits.outcome, waits.words), articles: [] };
  const started: SourceState = { ...state, lastTriedAt: deps.now() };
  try {
    return await poll(source, started, budget, deps, signal);
  } catch (error) {
    signal.throwIfAborted();
    if (!(error instanceof SourceError)) throw error;
    const failed = afterFailure(started, error, deps);
    await deps.sources.put(failed);
    return { report: report(source, failed.suspended ? "suspended" : "failed", failed.problem ?? ""), articles: [] };
  }
}

async function poll(source: Source, state: SourceState, budget: PageBudget, deps: IngestDeps, signal: AbortSignal): Promise<SourceResult> {
  const url = trustedMove(state, deps.now()) ?? state.feedAddress ?? source.address;
  const { etag, lastModified } = state;
  const answer = await deps.fetcher.get({ url, want: "feed", etag, lastModified }, signal);
  const bodyHash = createHash("sha256").update(answer.body).digest("hex");
  if (answer.status === "unchanged" || bodyHash === state.bodyHash) {
    await deps.sources.put(afterGood(state, answer, undefined, deps));
    return { report: report(source, "unchanged", ""), articles: [] };
  }
  return readAnswer(source, { ...state, bodyHash }, answer, budget, deps, signal);
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
  const firstPoll = await deps.sources.isFirstPoll(source.address);
  const { unstableGuids, isNew } = await checkStability(document, state, deps.sources, deps.now());
  const identity = feedIdentity(source.address, document, unstableGuids);
  const readPage = async (pageUrl: string, stop: AbortSignal) => {
    const page = await deps.fetcher.getPage(pageUrl, stop);
    return deps.jobs.page(page.body, { url: page.url, headers: page.headers }, source.lang);
  };
  const news = { ...document, entries: document.entries.filter(isNew) };
  const round = { source, document: news, identity, firstPoll, budget, readPage, ageless: false };
  const result = await keepEntries(round, deps, signal);
  await deps.sources.put(afterGood(unstableGuids ? { ...state, unstableGuids } : state, answer, document, deps));
  return {
    report: { ...report(source, "fresh", ""), ...counts(result), skipped: document.skipped + result.tooOld, firstPoll },
    articles: result.articles,
  };
}

function counts({ articles }: EntryRoundResult): Pick<SourceReport, "fresh" | "changed"> {
  const fresh = articles.filter(({ change }) => change === "new").length;
  return { fresh, changed: articles.length - fresh };
}

/** A report without numbers. */
export function report(source: Source, outcome: SourceReport["outcome"], words: string): SourceReport {
  return { address: source.address, outcome, fresh: 0, changed: 0, skipped: 0, firstPoll: false, words };
}
