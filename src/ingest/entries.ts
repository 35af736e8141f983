import { setImmediate } from "node:timers/promises";
import type { Article, Source } from "../model/article.ts";
import { SourceError } from "../model/errors.ts";
import { buildArticle, trustedDate } from "./articles.ts";
import type { IngestDeps, PageBudget, SourceResult } from "./deps.ts";
import type { FeedDocument, FeedEntry } from "./document.ts";
import type { PageArticle } from "./extract.ts";
import { articleUrl, entryAliases, entryRevision, type FeedIdentity, pageAliases } from "./identity.ts";
import type { PlainText } from "./jobs.ts";
import { sameOwner } from "./urls.ts";

export interface EntryRound {
  readonly source: Source;
  readonly document: FeedDocument;
  readonly identity: FeedIdentity;
  /** True when this source never brought anything. */
  readonly firstPoll: boolean;
  readonly budget: PageBudget;
  /** Reads the page behind an entry; undefined = it cannot be had. */
  readonly readPage: (url: string, signal: AbortSignal) => Promise<(PageArticle & PlainText) | undefined>;
  /** Local files have no age: all that is in them counts. */
  readonly ageless: boolean;
}

export interface EntryRoundResult {
  readonly articles: SourceResult["articles"];
  readonly tooOld: number;
}

/** Entries looked at in one poll, newest first; on the very first only a handful, so that a new source floods nobody. */
const perPoll = { usual: 500, first: 20 };
/** Older entries are the publisher's archive, not news. */
const maxAgeMs = 7 * 24 * 3_600_000;

/** Entries gone through before others get a turn: a store that answers at once would hold up everything else. */
const atOnce = 25;

/** Entries → articles in the store. Each is kept before the next is begun, so a crash costs one at most. */
export async function keepEntries(round: EntryRound, deps: IngestDeps, signal: AbortSignal): Promise<EntryRoundResult> {
  const now = deps.now();
  const kept: { id: string; change: "new" | "changed" }[] = [];
  const { recent, old } = splitByAge(round, now);
  for (let at = 0; at < old.length; at += atOnce) {
    const names = old.slice(at, at + atOnce).flatMap((entry) => entryAliases(entry, round.identity));
    await deps.sources.addSeen(round.source.address, names, now);
    await setImmediate();
  }
  // Oldest first, so that "first seen" runs with the order of publication.
  for (const [index, entry] of [...recent].reverse().entries()) {
    signal.throwIfAborted();
    if (index % atOnce === 0) await setImmediate();
    const change = await keepEntry(entry, round, deps, signal);
    if (change) kept.push(change);
  }
  return { articles: kept, tooOld: old.length };
}

function splitByAge({ document, firstPoll, ageless }: EntryRound, now: Date): { recent: readonly FeedEntry[]; old: readonly FeedEntry[] } {
  if (ageless) return { recent: document.entries, old: [] };
  const dated = document.entries.map((entry, index) => ({
    entry,
    index,
    at: trustedDate(entry.publishedAt ?? entry.updatedAt, now)?.getTime(),
  }));
  const isOld = (at: number | undefined): boolean => at !== undefined && now.getTime() - at > maxAgeMs;
  const recent = dated
    .filter(({ at }) => !isOld(at))
    .sort((a, b) => (b.at ?? now.getTime()) - (a.at ?? now.getTime()) || a.index - b.index);
  const limit = firstPoll ? perPoll.first : perPoll.usual;
  return {
    recent: recent.slice(0, limit).map(({ entry }) => entry),
    old: [...recent.slice(limit), ...dated.filter(({ at }) => isOld(at))].map(({ entry }) => entry),
  };
}

async function keepEntry(
  entry: FeedEntry,
  round: EntryRound,
  deps: IngestDeps,
  signal: AbortSignal,
): Promise<EntryRoundResult["articles"][number] | undefined> {
  const { source, identity } = round;
  const aliases = entryAliases(entry, identity);
  if (aliases.length === 0) return undefined;
  const earlier = await findEarlier(aliases, deps);
  // Another source brought it: its words are that source's to change.
  if (earlier && earlier.source !== source.address) return undefined;
  const revision = `revision:${aliases[0]} ${entryRevision(entry)}`;
  const seen = await deps.sources.addSeen(source.address, [...aliases, revision], deps.now());
  const isKnown = !aliases.every((alias) => seen.has(alias));
  if (isKnown && (!earlier || !seen.has(revision))) return undefined;
  const { article, names } = await readEntry(entry, aliases, round, deps, signal);
  if (article.text === "") return undefined;
  const { article: stored, change } = await deps.articles.put(article, names);
  await deps.trace?.(stored.id, deps.now(), traceWords(change, source, article));
  return change === "same" ? undefined : { id: stored.id, change };
}

function traceWords(change: "new" | "same" | "changed", source: Source, article: Article): string {
  const outlet = article.outlet || source.address;
  if (change === "new") return `Fetched from ${outlet}.`;
  return change === "changed" ? `${outlet} changed it: kept as a new version.` : `${outlet} sent it again unchanged.`;
}

async function findEarlier(aliases: readonly string[], deps: IngestDeps): Promise<Article | undefined> {
  for (const alias of aliases) {
    const found = await deps.articles.findByAlias(alias);
    if (found) return found;
  }
  return undefined;
}

/** A feed's own text this long is taken for the whole article. */
const fullTextLength = 1_200;

async function readEntry(entry: FeedEntry, aliases: readonly string[], round: EntryRound, deps: IngestDeps, signal: AbortSignal) {
  const { source, document } = round;
  const [own = { text: "", lang: "und" }] = await deps.jobs.texts([
    {
      markup: longest(entry.content, entry.summary) ?? entry.title ?? "",
      title: entry.title,
      declared: source.lang,
      claimed: entry.lang ?? document.lang,
    },
  ]);
  const page = own.text.length < fullTextLength ? await findPage(entry, round, signal) : undefined;
  const best = page && page.text.length > own.text.length ? page : undefined;
  const text = best?.text ?? own.text;
  const url = articleUrl(entry);
  const names = [...aliases, ...pageAliases({ title: entry.title ?? page?.title, text }, url, best?.canonical)];
  const fields = {
    title: entry.title ?? page?.title,
    text,
    lang: best?.lang ?? own.lang,
    outlet: outletOf(round, entry, page),
    url: isWebAddress(url) ? url : undefined,
    author: entry.author ?? page?.author,
    publishedAt: entry.publishedAt ?? page?.publishedAt ?? entry.updatedAt,
    modifiedAt: page?.modifiedAt ?? entry.updatedAt,
  };
  return { article: buildArticle(fields, names, deps.now(), source), names };
}

/** A page on somebody else's site is that site's, whatever feed led there. */
function outletOf({ document }: EntryRound, entry: FeedEntry, page: PageArticle | undefined): string | undefined {
  return sameOwner(articleUrl(entry), document.link) || !isWebAddress(entry.url) ? (document.title ?? page?.site) : page?.site;
}

async function findPage(
  entry: FeedEntry,
  { budget, document, readPage }: EntryRound,
  signal: AbortSignal,
): Promise<(PageArticle & PlainText) | undefined> {
  const url = articleUrl(entry);
  // An entry that has only the site's own address has no page.
  if (url === undefined || url === document.link || !(isWebAddress(url) || url.startsWith("file:")) || !budget.take()) return undefined;
  try {
    return await readPage(url, signal);
  } catch (error) {
    signal.throwIfAborted();
    // The summary stands in for a page that cannot be had; the source itself is well.
    if (error instanceof SourceError || (error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}

function isWebAddress(url: string | undefined): boolean {
  return url !== undefined && /^https?:\/\//i.test(url);
}

function longest(a: string | undefined, b: string | undefined): string | undefined {
  return (a?.length ?? 0) >= (b?.length ?? 0) ? a : b;
}
