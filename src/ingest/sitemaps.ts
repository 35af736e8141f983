import { SourceError } from "../model/errors.ts";
import type { IngestDeps } from "./deps.ts";
import type { FeedDocument } from "./document.ts";
import type { Fetched } from "./fetch.ts";

/** A sitemap index lists thousands of archives: the news is in those named so, or in the last ones. */
const sitemapsPerRound = 3;

/** The document of an answer; for a sitemap index, the entries of its newest sitemaps. */
export async function readFeedOrIndex(
  answer: Fetched,
  deps: Pick<IngestDeps, "jobs" | "fetcher">,
  signal: AbortSignal,
): Promise<FeedDocument> {
  const { document } = await deps.jobs.feed(answer.body, { url: answer.url, headers: answer.headers }, entriesPerPoll);
  if (document.kind !== "sitemap-index") return document;
  const parts: FeedDocument[] = [];
  for (const url of pickSitemaps(document.sitemaps ?? [])) {
    const part = await deps.fetcher.getPage(url, signal);
    const read = await deps.jobs.feed(part.body, { url: part.url, headers: part.headers }, entriesPerPoll);
    if (read.document.kind === "sitemap") parts.push(read.document);
  }
  if (parts.length === 0) throw new SourceError("not-a-feed", "It is an index of sitemaps, but none of them could be read.");
  return {
    ...document,
    kind: "sitemap",
    entries: parts.flatMap((part) => part.entries),
    skipped: parts.reduce((sum, part) => sum + part.skipped, 0),
  };
}

/** Longer feeds carry an archive behind their news. */
const entriesPerPoll = 1_000;

function pickSitemaps(sitemaps: readonly string[]): readonly string[] {
  const news = sitemaps.filter((url) => /news|latest|today/i.test(url));
  return (news.length > 0 ? news : [...sitemaps].reverse()).slice(0, sitemapsPerRound);
}
