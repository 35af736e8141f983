import { createHash } from "node:crypto";
import type { Article } from "../model/article.ts";
import type { FeedDocument, FeedEntry } from "./document.ts";
import { cleanUrl, isHomePage, sameOwner } from "./urls.ts";

/** What a feed's entries tell about each other: a guid or link that several carry names none of them. */
export interface FeedIdentity {
  /** The source's address: guids are unique within it at best. */
  readonly address: string;
  readonly repeated: ReadonlySet<string>;
  readonly unstableGuids: boolean;
}

export function feedIdentity(address: string, document: Pick<FeedDocument, "entries" | "link">, unstableGuids: boolean): FeedIdentity {
  const seen = new Map<string, number>([[`url ${cleanUrl(document.link)}`, 2]]);
  for (const entry of document.entries)
    for (const name of [entry.guid && `guid ${entry.guid}`, `url ${cleanUrl(articleUrl(entry))}`])
      if (name) seen.set(name, (seen.get(name) ?? 0) + 1);
  const repeated = new Set([...seen].filter(([, count]) => count > 1).map(([name]) => name));
  return { address, repeated, unstableGuids };
}

/** Where an entry's article is: at its publisher's, not at the service that counts clicks. */
export function articleUrl(entry: FeedEntry): string | undefined {
  return entry.original ?? entry.url;
}

/** The names an entry goes by, best first: guid, link, else title and day. Any that matches an earlier one means the same article. */
export function entryAliases(entry: FeedEntry, feed: FeedIdentity): readonly string[] {
  const aliases: string[] = [];
  if (entry.guid !== undefined && !feed.unstableGuids && !feed.repeated.has(`guid ${entry.guid}`))
    aliases.push(`guid:${hostOf(feed.address) || feed.address} ${short(entry.guid)}`);
  // A page beside a local feed, by its path in the digest's folder.
  if (entry.url?.startsWith("file:")) aliases.push(entry.url);
  const url = cleanUrl(articleUrl(entry));
  if (url !== undefined && !feed.repeated.has(`url ${url}`) && !isHomePage(url)) aliases.push(`url:${short(url)}`);
  if (aliases.length === 0 || feed.unstableGuids) {
    const day = entry.publishedAt?.toISOString().slice(0, 10) ?? "";
    const words = wordsAndNumbers(entry.title ?? entry.summary ?? entry.content ?? "");
    if (words !== "") aliases.push(`title:${feed.address} ${day} ${shortHash(words)}`);
  }
  return aliases;
}

/** The names a page adds: its canonical link where it stays with the same owner, and the fingerprint of its text within its host. */
export function pageAliases(
  { title = "", text }: { readonly title?: string | undefined; readonly text: string },
  url: string | undefined,
  canonical: string | undefined,
): readonly string[] {
  const aliases: string[] = [];
  const cleaned = cleanUrl(url);
  if (cleaned !== undefined && !isHomePage(cleaned)) aliases.push(`url:${short(cleaned)}`);
  const named = cleanUrl(canonical);
  if (named !== undefined && named !== cleaned && sameOwner(canonical, url) && !isHomePage(named)) aliases.push(`url:${short(named)}`);
  const fingerprint = textFingerprint(title, text);
  if (fingerprint !== undefined) aliases.push(`text:${hostOf(url)} ${fingerprint}`);
  return aliases;
}

/** Shorter texts are alike too easily. */
const fingerprintLength = 400;

/**
 * The words and numbers of title and text; undefined for a short text. Numbers count: a weather report differs from yesterday's by nothing else.
 * The title counts: a page that asks for a subscription has the same text for every article. Two outlets with one wire text stay two: see the host.
 */
export function textFingerprint(title: string, text: string): string | undefined {
  const words = wordsAndNumbers(text.slice(0, enough));
  return words.length < fingerprintLength ? undefined : shortHash(`${wordsAndNumbers(title)}\n${words}`);
}

/** Changes when an entry's words change: title, summary, content; not when markup, numbers or counters do. */
export function entryRevision(entry: FeedEntry): string {
  return shortHash([entry.title, entry.summary, entry.content].map((text) => wordsOf(withoutTags(text ?? ""))).join("\n"));
}

/** Enough of a text to tell it from another; the rest would only hold up everything else. */
const enough = 50_000;

function withoutTags(markup: string): string {
  return markup.slice(0, enough).replace(/<[^<>]{0,1000}>/g, " ");
}

/** SHA-256 (hex) of title and text: what makes a version. */
export function articleHash(title: string, text: string): string {
  return createHash("sha256").update(`${title}\n\n${text}`).digest("hex");
}

/** "a" and 12 hexadecimal digits: provisional until a store finds an earlier article under one of its names. */
export function articleId(aliases: readonly string[]): Article["id"] {
  return `a${createHash("sha256")
    .update(aliases[0] ?? "")
    .digest("hex")
    .slice(0, 12)}`;
}

/** A name that is no monster is kept as it is, for people who look. */
function short(name: string): string {
  return name.length <= 500 ? name : shortHash(name);
}

function wordsAndNumbers(text: string): string {
  return (
    text
      .normalize("NFKC")
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  ).join(" ");
}

function wordsOf(text: string): string {
  return (
    text
      .normalize("NFKC")
      .toLowerCase()
      .match(/\p{L}+/gu) ?? []
  ).join(" ");
}

function shortHash(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 24);
}

/** The name under which an article is kept for an address a person hands over; undefined for what is no web address. */
export function urlAlias(url: string): string | undefined {
  const cleaned = cleanUrl(url);
  return cleaned === undefined ? undefined : `url:${short(cleaned)}`;
}

/** "" for what is no web address. */
function hostOf(address: string | undefined): string {
  return address !== undefined && URL.canParse(address) ? new URL(address).hostname.replace(/^www\./, "") : "";
}
