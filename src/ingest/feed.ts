import { SourceError } from "../model/errors.ts";
import { atomDocument } from "./atom.ts";
import { decodeBytes } from "./decode.ts";
import type { DocumentContext, FeedDocument } from "./document.ts";
import { jsonFeedDocument } from "./jsonfeed.ts";
import { rssDocument } from "./rss.ts";
import { sitemapDocument } from "./sitemap.ts";
import { parseXml, type XmlElement } from "./xml.ts";

export interface ParsedFeed {
  readonly document: FeedDocument;
  readonly encoding: string;
}

/**
 * Reads RSS 0.9x–2.0, RDF, Atom, JSON Feed, CDF and (news) sitemaps from bytes. Tolerant: a bad field is absent, a bad entry is skipped and counted.
 * @throws SourceError ("not-a-feed") when the document is none of them.
 */
export function parseFeed(bytes: Uint8Array, context: DocumentContext = {}): ParsedFeed {
  const { text, encoding } = decodeBytes(bytes, { contentType: context.headers?.["content-type"], kind: "xml" });
  return { document: readDocument(text, context), encoding };
}

/** @throws SourceError ("not-a-feed") as above. */
export function readDocument(text: string, context: DocumentContext): FeedDocument {
  const start = text.search(/[^\s\uFEFF\0]/);
  if (start < 0) throw new SourceError("not-a-feed", "The document is empty.");
  if (text[start] === "{" || text[start] === "[") return jsonFeedDocument(text, context);
  const root = findRoot(parseXml(text.slice(start)));
  if (!root) throw new SourceError("not-a-feed", noFeedWords(text));
  return readers[local(root)]!(root, context);
}

function noFeedWords(text: string): string {
  const isPage = /<html[\s>]|<!doctype html/i.test(text.slice(0, 10_000));
  return isPage ? "It answers with a web page instead of a feed." : "It is no feed: it has no rss, feed, RDF or urlset element.";
}

type Reader = (root: XmlElement, context: DocumentContext) => FeedDocument;

const readers: Readonly<Record<string, Reader>> = {
  rss: rssDocument,
  rdf: rssDocument,
  channel: rssDocument,
  feed: atomDocument,
  entry: atomDocument,
  urlset: sitemapDocument,
  sitemapindex: sitemapDocument,
};

/** Looked for below what servers print before a document (warnings with unclosed tags), not deeper. */
const rootDepth = 8;

function findRoot(tree: XmlElement): XmlElement | undefined {
  let level: readonly XmlElement[] = [tree];
  for (let depth = 0; depth < rootDepth && level.length > 0; depth++) {
    const found = level.find((element) => Object.hasOwn(readers, local(element)) && element.name !== "");
    if (found) return found;
    level = level.flatMap((element) => element.children.filter((child): child is XmlElement => typeof child !== "string"));
  }
  return undefined;
}

function local(element: XmlElement): string {
  return element.name.replace(/^.*:/, "");
}
