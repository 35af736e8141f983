import type { Article } from "../model/article.ts";
import { SourceError } from "../model/errors.ts";
import { buildArticle } from "./articles.ts";
import { belongsTo } from "./belongs.ts";
import type { IngestDeps } from "./deps.ts";
import type { FeedEntry } from "./document.ts";
import type { EntryRound } from "./entries.ts";
import type { PageArticle } from "./extract.ts";
import { articleUrl, pageAliases } from "./identity.ts";
import type { PlainText } from "./jobs.ts";
import { sameOwner } from "./urls.ts";

/** A page as it was read, and where it was found after redirects. */
export type ReadPage = PageArticle & PlainText & { readonly landedAt?: string };

export interface EntryReading {
  readonly aliases: readonly string[];
  /** Its page may be fetched in this round. */
  readonly mayFetch: boolean;
  /** What the store has of it. */
  readonly earlier: Article | undefined;
}

/** A feed's own text this long is taken for the whole article. */
const fullTextLength = 1_200;

/** An entry's article and the names it goes by: the feed's own text, or the page's where the feed has only a summary. */
export async function readEntry(entry: FeedEntry, reading: EntryReading, round: EntryRound, deps: IngestDeps, signal: AbortSignal) {
  const { source, document } = round;
  const [own = { text: "", lang: "und" }] = await deps.jobs.texts([
    {
      markup: longest(entry.content, entry.summary) ?? entry.title ?? "",
      title: entry.title,
      declared: source.lang,
      claimed: entry.lang ?? document.lang,
    },
  ]);
  const page = reading.mayFetch && own.text.length < fullTextLength ? await findPage(entry, round, signal) : undefined;
  const { text, lang } = bestText(own, page, reading.earlier);
  const url = landing(articleUrl(entry), page?.landedAt);
  const title = entry.title ?? page?.title;
  // A feed may link to anybody's page, but its own words about that page are not that page.
  const hearsay = !round.ageless && text !== page?.text && isWebAddress(url) && !sameOwner(url, source.address);
  const found = [...reading.aliases, ...pageAliases({ title, text }, url, page?.canonical)];
  const names = hearsay ? found.map((name) => (/^(?:url|text):/.test(name) ? `${name} by ${source.address}` : name)) : found;
  const fields = {
    title,
    text,
    lang,
    outlet: hearsay ? document.title : outletOf(round, url, page),
    url: isWebAddress(url) ? url : undefined,
    author: entry.author ?? page?.author,
    publishedAt: entry.publishedAt ?? page?.publishedAt ?? entry.updatedAt,
    modifiedAt: page?.modifiedAt ?? entry.updatedAt,
  };
  return { article: buildArticle(fields, names, deps.now(), source), names };
}

/** The longest there is. The full text of an earlier reading is not given up for a summary because its page cannot be had this time. */
function bestText(own: PlainText, page: PlainText | undefined, earlier: Article | undefined): PlainText {
  if (page && page.text.length > own.text.length) return page;
  return !page &&
    earlier &&
    own.text.length < fullTextLength &&
    earlier.text.length >= fullTextLength / 2 &&
    earlier.text.length > own.text.length
    ? earlier
    : own;
}

/** A page on somebody else's site is that site's, whatever feed led there. */
function outletOf({ document }: EntryRound, url: string | undefined, page: PageArticle | undefined): string | undefined {
  return sameOwner(url, document.link) || !isWebAddress(url) ? (document.title ?? page?.site) : page?.site;
}

/** A link that leads to another host (shorteners, counters of clicks) is replaced by where it leads; within a host it stays as published. */
function landing(url: string | undefined, landedAt: string | undefined): string | undefined {
  if (url === undefined || landedAt === undefined || !URL.canParse(url)) return url;
  return new URL(url).host === new URL(landedAt).host ? url : landedAt;
}

/** True when an entry has a page of its own and too little text without it. */
export function wantsPage(entry: FeedEntry, site: string | undefined): boolean {
  const url = articleUrl(entry);
  // An entry that has only the site's own address has no page.
  if (url === undefined || url === site || !(isWebAddress(url) || url.startsWith("file:"))) return false;
  return Math.max(entry.content?.length ?? 0, entry.summary?.length ?? 0) < fullTextLength * 4;
}

async function findPage(entry: FeedEntry, { document, readPage }: EntryRound, signal: AbortSignal): Promise<ReadPage | undefined> {
  if (!wantsPage(entry, document.link)) return undefined;
  try {
    const page = await readPage(articleUrl(entry) ?? "", signal);
    return page && belongsTo(entry, page) ? page : undefined;
  } catch (error) {
    signal.throwIfAborted();
    // The summary stands in for a page, or a file beside a local feed, that cannot be had; the source itself is well.
    if (error instanceof SourceError || typeof (error as NodeJS.ErrnoException).code === "string") return undefined;
    throw error;
  }
}

function isWebAddress(url: string | undefined): boolean {
  return url !== undefined && /^https?:\/\//i.test(url);
}

function longest(a: string | undefined, b: string | undefined): string | undefined {
  return (a?.length ?? 0) >= (b?.length ?? 0) ? a : b;
}
