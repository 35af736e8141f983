import type { Entry } from "../model/article.ts";

export interface Enclosure {
  readonly url: string;
  readonly type?: string;
  /** Bytes, as the feed says. */
  readonly length?: string;
}

/** An entry with what only the feed reader and its measures need. */
export interface FeedEntry extends Entry {
  readonly categories?: readonly string[];
  readonly enclosures?: readonly Enclosure[];
  readonly comments?: string;
  /** The publisher's own address where `url` leads through a feed service that counts clicks. */
  readonly original?: string;
}

/** What was found at a source's address. Addresses are absolute where a base was known; texts as published. */
export interface FeedDocument {
  readonly kind: "rss" | "rdf" | "atom" | "json" | "sitemap" | "sitemap-index";
  readonly title?: string;
  readonly link?: string;
  readonly description?: string;
  readonly lang?: string;
  readonly author?: string;
  readonly id?: string;
  readonly updatedAt?: Date;
  readonly entries: readonly FeedEntry[];
  /** Entries left out because nothing in them could be read, or because there were too many. */
  readonly skipped: number;
  /** The least time between two polls that the feed asks for. */
  readonly askedMs?: number;
  /** The feed says that nothing will follow (`<fh:complete/>`, JSON Feed `expired`). */
  readonly expired?: boolean;
  /** Sitemaps that an index lists. */
  readonly sitemaps?: readonly string[];
}

/** What is known about a document beside its bytes. */
export interface DocumentContext {
  /** The address it was fetched from: relative links are resolved against it. */
  readonly url?: string | undefined;
  /** Response headers, names in lower case. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

/** Enough for any feed that people read; a feed of 50,000 entries costs its newest ones only. */
export const maxEntries = 5_000;

/** The newest entries by their dates; those without one count as new, in the feed's order. The others are counted as skipped. */
export function keepNewest(document: FeedDocument, limit: number): FeedDocument {
  const { entries } = document;
  if (entries.length <= limit) return document;
  const at = (entry: FeedEntry): number => (entry.publishedAt ?? entry.updatedAt)?.getTime() ?? Number.POSITIVE_INFINITY;
  const newest = new Set([...entries].sort((a, b) => (at(a) === at(b) ? 0 : at(b) - at(a))).slice(0, limit));
  return { ...document, entries: entries.filter((entry) => newest.has(entry)), skipped: document.skipped + entries.length - limit };
}

/** What to call a feed: its title, else where it belongs. */
export function feedName({ title, link }: FeedDocument): string | undefined {
  return title ?? link;
}

/** Only the fields that hold something: absent and empty are one. */
export function present<T extends object>(fields: { readonly [K in keyof T]: T[K] | undefined }): T {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== "")) as T;
}
