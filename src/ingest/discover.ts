import { Parser } from "htmlparser2";
import { toLine } from "../text/html.ts";
import { decodeBytes } from "./decode.ts";
import { isTooDeep } from "./depth.ts";
import type { DocumentContext } from "./document.ts";
import { resolve } from "./fields.ts";

/** A feed that a page points to. */
export interface FeedLink {
  readonly url: string;
  readonly title?: string;
  /** "declared" = `<link rel=alternate>`; "linked" = an ordinary link that looks like a feed; "guessed" = a usual place. */
  readonly found: "declared" | "linked" | "guessed";
}

const feedTypes = /^(?:application\/(?:rss|atom|rdf|feed)\+(?:xml|json)|application\/json|application\/xml|text\/xml)\b/i;
const maxLinks = 25;

/** Feeds that a page declares or links to, declared ones first, comment feeds last. */
export function findFeedLinks(bytes: Uint8Array, context: DocumentContext): readonly FeedLink[] {
  const { text: html } = decodeBytes(bytes, { contentType: context.headers?.["content-type"], kind: "html" });
  if (isTooDeep(html)) return [];
  const declared: FeedLink[] = [];
  const linked: FeedLink[] = [];
  let base = context.url;
  const parser = new Parser({
    onopentag(name, attributes) {
      if (name === "base") base = resolve(attributes.href, base) ?? base;
      const url = resolve(attributes.href, base);
      if (url === undefined || !/^https?:/i.test(url)) return;
      if (name === "link" && isFeedLink(attributes)) declared.push(withTitle({ url, found: "declared" }, attributes.title));
      if (name === "a" && looksLikeFeedAddress(url)) linked.push(withTitle({ url, found: "linked" }, attributes.title));
    },
  });
  parser.end(html);
  const all = [...declared, ...linked].sort((a, b) => Number(isComments(a)) - Number(isComments(b)));
  return [...new Map(all.map((link) => [link.url, link])).values()].slice(0, maxLinks);
}

function isFeedLink({ rel = "", type = "" }: Readonly<Record<string, string>>): boolean {
  const relations = rel.toLowerCase().split(/\s+/);
  if (relations.includes("feed")) return true;
  return relations.includes("alternate") && feedTypes.test(type.trim()) && !(/json/i.test(type) && /oembed|wp-json/i.test(type));
}

function looksLikeFeedAddress(url: string): boolean {
  const { pathname } = new URL(url);
  return /(?:^|\/)(?:rss|feed|feeds|atom)(?:\.xml|\.rss|\.json|\/|$)|\.(?:rss|atom|rdf)$|(?:rss|feed|atom)\.xml$|feed\.json$/i.test(
    pathname,
  );
}

function isComments(link: FeedLink): boolean {
  return /comment|комент|коммент/i.test(`${link.title ?? ""} ${link.url}`);
}

function withTitle(link: FeedLink, title: string | undefined): FeedLink {
  const line = toLine(title ?? "");
  return line === "" ? link : { ...link, title: line };
}
