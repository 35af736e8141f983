import { createHash } from "node:crypto";
import type { Source } from "../../model/article.ts";
import { SourceError } from "../../model/errors.ts";
import type { SourceState } from "../../model/stores.ts";
import { buildArticle } from "../articles.ts";
import type { IngestDeps, SourceResult } from "../deps.ts";
import type { Fetched } from "../fetch.ts";
import { afterGood } from "../health.ts";
import { pageAliases } from "../identity.ts";
import { emptyReport, freshReport, pollWhenDue } from "./poll.ts";

/** Looks at one article's page, if it is due. */
export async function pollPage(source: Source, deps: IngestDeps, signal: AbortSignal): Promise<SourceResult> {
  return pollWhenDue(source, deps, signal, async (state) => {
    const { etag, lastModified } = state;
    const answer = await deps.fetcher.get({ url: source.address, want: "page", etag, lastModified }, signal);
    const bodyHash = createHash("sha256").update(answer.body).digest("hex");
    if (answer.status === "fresh" && bodyHash !== state.bodyHash) return readAnswer(source, { ...state, bodyHash }, answer, deps);
    await deps.sources.put(afterGood(state, answer, undefined, deps));
    return { report: emptyReport(source, "unchanged", ""), articles: [] };
  });
}

async function readAnswer(source: Source, state: SourceState, answer: Fetched, deps: IngestDeps): Promise<SourceResult> {
  const page = await deps.jobs.page(answer.body, { url: answer.url, headers: answer.headers }, source.lang);
  if (page.text === "") throw new SourceError("not-an-article", "Its page holds no article that can be read.");
  const aliases = pageAliases(page, answer.url, page.canonical);
  const firstPoll = state.lastGoodAt === undefined;
  const built = buildArticle({ ...page, outlet: page.site, url: answer.url }, aliases, deps.now(), source);
  const { article, change } = await deps.articles.put(built, aliases);
  await deps.sources.put(afterGood(state, answer, undefined, deps));
  const articles = change === "same" ? [] : [{ id: article.id, change }];
  return { report: freshReport(source, articles, { skipped: 0, firstPoll }), articles };
}
