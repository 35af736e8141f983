import { createHash } from "node:crypto";
import type { Source } from "../../model/article.ts";
import { SourceError } from "../../model/errors.ts";
import type { SourceState } from "../../model/stores.ts";
import { buildArticle } from "../articles.ts";
import type { IngestDeps, SourceResult } from "../deps.ts";
import { afterFailure, afterGood, notDue } from "../health.ts";
import { pageAliases } from "../identity.ts";
import { report } from "./feed.ts";

/** Looks at one article's page, if it is due. */
export async function pollPage(source: Source, deps: IngestDeps, signal: AbortSignal): Promise<SourceResult> {
  const state = (await deps.sources.find(source.address)) ?? { address: source.address, nextAt: new Date(0), failures: 0 };
  const waits = notDue(state, deps);
  if (waits) return { report: report(source, waits.outcome, waits.words), articles: [] };
  const started: SourceState = { ...state, lastTriedAt: deps.now() };
  try {
    return await poll(source, started, deps, signal);
  } catch (error) {
    signal.throwIfAborted();
    if (!(error instanceof SourceError)) throw error;
    const failed = afterFailure(started, error, deps);
    await deps.sources.put(failed);
    return { report: report(source, failed.suspended ? "suspended" : "failed", failed.problem ?? ""), articles: [] };
  }
}

async function poll(source: Source, state: SourceState, deps: IngestDeps, signal: AbortSignal): Promise<SourceResult> {
  const { etag, lastModified } = state;
  const answer = await deps.fetcher.get({ url: source.address, want: "page", etag, lastModified }, signal);
  const bodyHash = createHash("sha256").update(answer.body).digest("hex");
  const good = afterGood({ ...state, bodyHash }, answer, undefined, deps);
  if (answer.status === "unchanged" || bodyHash === state.bodyHash) {
    await deps.sources.put({ ...good, ...(state.bodyHash !== undefined && { bodyHash: state.bodyHash }) });
    return { report: report(source, "unchanged", ""), articles: [] };
  }
  const page = await deps.jobs.page(answer.body, { url: answer.url, headers: answer.headers }, source.lang);
  if (page.text === "") throw new SourceError("not-an-article", "Its page holds no article that can be read.");
  const aliases = pageAliases(page, answer.url, page.canonical);
  const firstPoll = await deps.sources.isFirstPoll(source.address);
  await deps.sources.addSeen(source.address, aliases, deps.now());
  const article = buildArticle({ ...page, outlet: page.site, url: answer.url }, aliases, deps.now(), source);
  const { article: stored, change } = await deps.articles.put(article, aliases);
  await deps.sources.put(good);
  const counted = { fresh: change === "new" ? 1 : 0, changed: change === "changed" ? 1 : 0, firstPoll };
  return { report: { ...report(source, "fresh", ""), ...counted }, articles: change === "same" ? [] : [{ id: stored.id, change }] };
}
