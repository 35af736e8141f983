import { SourceError } from "../model/errors.ts";
import type { IngestDeps } from "./deps.ts";
import type { FeedLink } from "./discover.ts";
import type { Fetched } from "./fetch.ts";

export interface FoundFeed {
  readonly url: string;
  readonly title?: string;
  readonly kind: "feed" | "sitemap";
  readonly entries: number;
  readonly newestAt?: Date;
}

/** Places where sites keep a feed without saying so. */
const usualFeedPaths: readonly string[] = ["/feed", "/rss", "/rss.xml", "/feed.xml", "/atom.xml", "/index.xml", "/feed.json"];

type FindDeps = Pick<IngestDeps, "fetcher" | "jobs">;

/** Candidates tried at one site, so that a question about it costs it little. */
const maxTried = 8;

/**
 * The feeds of a site, each read once to see that it works: what the page declares, what it links to, usual places, and a news sitemap last.
 * An address that is a feed itself is the answer. @throws SourceError when the address cannot be read.
 */
export async function findFeeds(url: string, deps: FindDeps, signal: AbortSignal): Promise<readonly FoundFeed[]> {
  const address = /^[a-z][a-z0-9+.-]*:/i.test(url) ? url : `https://${url}`;
  const answer = await deps.fetcher.get({ url: address, want: "feed" }, signal);
  const itself = await tryDocument(answer, deps);
  if (itself) return [itself];
  const links = await deps.jobs.links(answer.body, { url: answer.url, headers: answer.headers });
  const named = await tryAll(links, maxTried, deps, signal);
  if (named.length > 0) return named;
  const guesses = usualFeedPaths.map((path): FeedLink => ({ url: new URL(path, answer.url).href, found: "guessed" }));
  const guessed = await tryAll(guesses, 1, deps, signal);
  return guessed.length > 0 ? guessed : findSitemaps(answer.url, deps, signal);
}

async function findSitemaps(url: string, deps: FindDeps, signal: AbortSignal): Promise<readonly FoundFeed[]> {
  const listed = (await deps.fetcher.sitemaps(url, signal)).filter((each) => /news/i.test(each));
  const links = [...listed, new URL("/news-sitemap.xml", url).href].map((each): FeedLink => ({ url: each, found: "guessed" }));
  return tryAll(links, 1, deps, signal);
}

/** Reads candidates one after the other until enough of them work. */
async function tryAll(links: readonly FeedLink[], enough: number, deps: FindDeps, signal: AbortSignal): Promise<readonly FoundFeed[]> {
  const found: FoundFeed[] = [];
  for (const link of links.slice(0, maxTried)) {
    if (found.length >= enough) break;
    const feed = await tryLink(link, deps, signal);
    if (feed) found.push({ ...feed, ...(link.title !== undefined && feed.title === undefined && { title: link.title }) });
  }
  return [...new Map(found.map((feed) => [feed.url, feed])).values()];
}

async function tryLink(link: FeedLink, deps: FindDeps, signal: AbortSignal): Promise<FoundFeed | undefined> {
  try {
    return await tryDocument(await deps.fetcher.get({ url: link.url, want: "feed" }, signal), deps);
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof SourceError) return undefined; // A candidate that cannot be had is none.
    throw error;
  }
}

async function tryDocument(answer: Fetched, deps: FindDeps): Promise<FoundFeed | undefined> {
  try {
    const { document } = await deps.jobs.feed(answer.body, { url: answer.url, headers: answer.headers });
    const newest = Math.max(...document.entries.map((entry) => entry.publishedAt?.getTime() ?? Number.NEGATIVE_INFINITY));
    return {
      url: answer.url,
      kind: document.kind.startsWith("sitemap") ? "sitemap" : "feed",
      entries: document.entries.length,
      ...(document.title !== undefined && { title: document.title }),
      ...(Number.isFinite(newest) && { newestAt: new Date(newest) }),
    };
  } catch (error) {
    if (error instanceof SourceError) return undefined;
    throw error;
  }
}
