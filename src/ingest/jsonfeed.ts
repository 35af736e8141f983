import { SourceError } from "../model/errors.ts";
import { escapeHtml } from "../text/html.ts";
import { readDate } from "./date.ts";
import { type DocumentContext, type Enclosure, type FeedDocument, type FeedEntry, maxEntries, present } from "./document.ts";
import { languageTag, plainTitle, resolve, titleFromBody } from "./fields.ts";

type Json = Readonly<Record<string, unknown>>;

/**
 * JSON Feed 1 and 1.1 (jsonfeed.org).
 * @throws SourceError ("not-a-feed") when the JSON is broken or holds no list of items.
 */
export function jsonFeedDocument(text: string, context: DocumentContext): FeedDocument {
  const feed = parseJson(text);
  const items = feed.items;
  if (!Array.isArray(items)) throw new SourceError("not-a-feed", "The document is JSON but no JSON Feed: it has no items.");
  const lang = asText(feed.language);
  const entries = items.slice(0, maxEntries).flatMap((item) => (isObject(item) ? (readItem(item, feed, context) ?? []) : []));
  return present<FeedDocument>({
    kind: "json",
    title: plainTitle(asText(feed.title)),
    link: resolve(asText(feed.home_page_url), context.url) ?? resolve(asText(feed.feed_url), context.url) ?? context.url,
    description: asText(feed.description),
    lang: languageTag(lang ?? context.headers?.["content-language"]),
    author: authorsOf(feed),
    id: asText(feed.feed_url),
    expired: feed.expired === true ? true : undefined,
    entries,
    skipped: items.length - entries.length,
  });
}

function parseJson(text: string): Json {
  try {
    const value: unknown = JSON.parse(text.replace(/^[\s\uFEFF]+/, ""));
    if (isObject(value)) return value;
  } catch (cause) {
    throw new SourceError("not-a-feed", "The document begins like JSON but cannot be read as it.", { cause });
  }
  throw new SourceError("not-a-feed", "The document is JSON but no JSON Feed.");
}

function readItem(item: Json, feed: Json, context: DocumentContext): FeedEntry | undefined {
  const guid = asText(item.id);
  const plain = asText(item.content_text);
  const content = asText(item.content_html) ?? (plain === undefined ? undefined : escapeHtml(plain));
  const summary = asText(item.summary);
  const url =
    resolve(asText(item.url), context.url) ??
    resolve(asText(item.external_url), context.url) ??
    (guid !== undefined && /^https?:\/\//i.test(guid) ? guid : undefined);
  const entry = present<FeedEntry>({
    guid,
    url,
    title: plainTitle(asText(item.title)) ?? titleFromBody(summary ?? content) ?? url,
    summary,
    content,
    author: authorsOf(item) ?? authorsOf(feed),
    publishedAt: asDate(item.date_published),
    updatedAt: asDate(item.date_modified),
    lang: languageTag(asText(item.language) ?? asText(feed.language)),
    categories: Array.isArray(item.tags) ? item.tags.flatMap((tag) => asText(tag) ?? []) : undefined,
    enclosures: attachments(item, context),
  });
  return Object.keys(entry).length === 0 ? undefined : entry;
}

/** 1.1 has `authors`, 1 had `author`. */
function authorsOf(of: Json): string | undefined {
  const list = [of.authors, of.author].flatMap((authors) => (Array.isArray(authors) ? authors : [authors]));
  const names = list.flatMap((author) => (isObject(author) ? (asText(author.name) ?? asText(author.url) ?? []) : (asText(author) ?? [])));
  return names.length === 0 ? undefined : [...new Set(names)].join(", ");
}

function attachments(item: Json, context: DocumentContext): readonly Enclosure[] {
  if (!Array.isArray(item.attachments)) return [];
  return item.attachments.filter(isObject).flatMap((attachment) => {
    const url = resolve(asText(attachment.url), context.url);
    if (url === undefined) return [];
    return [present<Enclosure>({ url, type: asText(attachment.mime_type), length: asText(attachment.size_in_bytes) })];
  });
}

function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function asText(value: unknown): string | undefined {
  if (typeof value === "number") return String(value);
  return typeof value === "string" && value.trim() !== "" ? value.trim() : undefined;
}

function asDate(value: unknown): Date | undefined {
  const text = asText(value);
  return text === undefined ? undefined : readDate(text);
}
