import { primaryLanguage } from "../text/language.ts";
import { findByline, readName } from "./byline.ts";
import { readDate } from "./date.ts";
import { type DocumentContext, present } from "./document.ts";
import type { DomDocument } from "./dom.ts";
import { plainTitle, resolve } from "./fields.ts";
import { findPageDate } from "./pagedate.ts";

/** What a page tells of itself, in that order of trust: JSON-LD, meta tags, the page's elements. */
export interface PageMetadata {
  readonly title?: string;
  readonly author?: string;
  /** The outlet. */
  readonly site?: string;
  readonly publishedAt?: Date;
  readonly modifiedAt?: Date;
  /** BCP 47 primary language that the page claims. */
  readonly lang?: string;
  /** rel=canonical or og:url, absolute. */
  readonly canonical?: string;
}

type Json = Readonly<Record<string, unknown>>;

export function readMetadata(document: DomDocument, context: DocumentContext): PageMetadata {
  const linked = findNewsArticle(document);
  const meta = (...names: readonly string[]): string | undefined => findMeta(document, names);
  const site = namesOf(linked?.publisher) ?? meta("og:site_name", "application-name");
  return present<PageMetadata>({
    title: withoutSite(
      plainTitle(
        asText(linked?.headline) ??
          meta("og:title", "twitter:title", "dc.title") ??
          document.querySelector("h1")?.textContent ??
          document.title,
      ),
      plainTitle(document.querySelector("h1")?.textContent ?? undefined),
      site,
    ),
    author:
      namesOf(linked?.author) ??
      readName(meta("author", "article:author", "dc.creator", "parsely-author", "sailthru.author") ?? "") ??
      findByline(document),
    site,
    publishedAt:
      firstDate([
        asText(linked?.datePublished),
        meta(
          "article:published_time",
          "date",
          "dc.date",
          "dc.date.issued",
          "pubdate",
          "parsely-pub-date",
          "sailthru.date",
          "datepublished",
        ),
      ]) ?? findPageDate(document, context.url),
    modifiedAt: firstDate([asText(linked?.dateModified), meta("article:modified_time", "og:updated_time", "last-modified")]),
    lang: primaryLanguage(document.documentElement?.getAttribute("lang") ?? meta("content-language", "og:locale")),
    canonical: resolve(document.querySelector('link[rel="canonical"]')?.getAttribute("href") ?? meta("og:url"), context.url),
  });
}

/** "Ports agree | Outlet" → "Ports agree": what stands behind the last mark is the site's name, or the page's heading ends before it. */
function withoutSite(title: string | undefined, heading: string | undefined, site: string | undefined): string | undefined {
  const parts = title?.match(/^(.{8,}\S)\s+[|–—·»:-]\s+(.{2,60})$/u);
  if (!parts) return title;
  const [, front, back] = parts;
  const isSite = site !== undefined && back?.toLowerCase().includes(site.toLowerCase());
  return isSite || heading?.toLowerCase() === front?.toLowerCase() ? front : title;
}

function findMeta(document: DomDocument, names: readonly string[]): string | undefined {
  const tags = [...document.querySelectorAll("meta[content]")];
  for (const name of names) {
    const tag = tags.find((each) =>
      ["property", "name", "itemprop", "http-equiv"].some((key) => each.getAttribute(key)?.toLowerCase() === name),
    );
    const content = tag?.getAttribute("content")?.trim();
    if (content) return content;
  }
  return undefined;
}

const articleTypes = /^(?:\w*NewsArticle|Article|BlogPosting|LiveBlogPosting|Report|ReportageNewsArticle)$/;

function findNewsArticle(document: DomDocument): Json | undefined {
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    const found = flattenGraph(parseLoose(script.textContent ?? "")).find((node) => typesOf(node).some((type) => articleTypes.test(type)));
    if (found) return found;
  }
  return undefined;
}

function parseLoose(text: string): unknown {
  try {
    return JSON.parse(text.replace(/[\u0000-\u001f]+/g, " "));
  } catch {
    return undefined; // Broken JSON-LD is common and tells nothing.
  }
}

function flattenGraph(value: unknown): readonly Json[] {
  if (Array.isArray(value)) return value.slice(0, 50).flatMap(flattenGraph);
  if (!isObject(value)) return [];
  return [value, ...(Array.isArray(value["@graph"]) ? value["@graph"].slice(0, 50).filter(isObject) : [])];
}

function typesOf(node: Json): readonly string[] {
  const type = node["@type"];
  return (Array.isArray(type) ? type : [type]).filter((each): each is string => typeof each === "string");
}

function namesOf(value: unknown): string | undefined {
  const names = (Array.isArray(value) ? value : [value]).flatMap((each) => asText(isObject(each) ? each.name : each) ?? []);
  return names.length === 0 ? undefined : [...new Set(names)].join(", ");
}

function firstDate(texts: readonly (string | null | undefined)[]): Date | undefined {
  for (const text of texts) {
    const date = text ? readDate(text) : undefined;
    if (date) return date;
  }
  return undefined;
}

function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function asText(value: unknown): string | undefined {
  return typeof value === "string" && value.trim() !== "" ? value.trim() : undefined;
}
