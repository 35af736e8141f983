import { primaryLanguage } from "../text/language.ts";
import { findAgency, findByline, findLabelled, findSigned, readName } from "./byline.ts";
import { readDate } from "./date.ts";
import { type DocumentContext, present } from "./document.ts";
import type { DomDocument } from "./dom.ts";
import { resolve } from "./fields.ts";
import { findHeadline } from "./headline.ts";
import { type LinkedPage, readLinked } from "./linked.ts";
import { findPageDate } from "./pagedate.ts";

/** What a page tells of itself, in that order of trust: JSON-LD, meta tags, the page's elements, its lines about the headline. */
export interface PageMetadata {
  readonly title?: string;
  readonly author?: string;
  /** The outlet. */
  readonly site?: string;
  readonly publishedAt?: Date;
  /** The day of publication by the page's own calendar, "2026-03-12": near midnight it differs from that of publishedAt in UTC. */
  readonly publishedOn?: string;
  readonly modifiedAt?: Date;
  /** BCP 47 primary language that the page claims. */
  readonly lang?: string;
  /** rel=canonical or og:url, absolute. */
  readonly canonical?: string;
}

type Meta = (...names: readonly string[]) => string | undefined;

/** `lines` are the page's paragraphs, menus and all, in their order. */
export function readMetadata(document: DomDocument, lines: readonly string[], context: DocumentContext): PageMetadata {
  const linked = readLinked(document);
  const meta = createMeta(document);
  const site = linked.publisher ?? meta("og:site_name", "application-name");
  const title = findHeadline(document, {
    given: [linked.headline, meta("og:title"), meta("twitter:title", "dc.title")],
    site,
    address: context.url,
  });
  const near = linesNear(lines, title);
  const date = findPageDate(document, { ...readDates(linked, meta), near, all: lines, address: context.url });
  return present<PageMetadata>({
    title,
    author: findAuthor(document, { linked, meta, site, near, lines }),
    site,
    publishedAt: date?.at,
    publishedOn: date?.day,
    modifiedAt: [linked.modified, meta("article:modified_time", "og:updated_time", "last-modified")]
      .map((text) => (text === undefined ? undefined : readDate(text)))
      .find((at) => at !== undefined),
    lang: primaryLanguage(document.documentElement?.getAttribute("lang") ?? meta("content-language", "og:locale")),
    canonical: resolve(document.querySelector('link[rel="canonical"]')?.getAttribute("href") ?? meta("og:url"), context.url),
  });
}

function readDates(
  linked: LinkedPage,
  meta: Meta,
): { published: readonly (string | undefined)[]; modified: readonly (string | undefined)[] } {
  const published = [
    "article:published_time",
    "og:published_time",
    "date",
    "dc.date",
    "dc.date.issued",
    "dc.date.created",
    "dcterms.date",
    "dcterms.created",
    "pubdate",
    "publish_date",
    "publish-date",
    "publishdate",
    "publication_date",
    "publicationdate",
    "parsely-pub-date",
    "sailthru.date",
    "datepublished",
    "cxenseparse:publishtime",
    "citation_publication_date",
    "originalpublicationdate",
    "article.published",
  ]; // prettier-ignore
  return {
    published: [linked.published, ...published.map((name) => meta(name))],
    modified: [
      linked.modified,
      meta("article:modified_time", "og:updated_time", "datemodified", "last-modified", "revised", "dcterms.modified"),
    ],
  };
}

/** Lines before and behind the headline among which a day and a name are looked for. */
const near = { before: 4, behind: 12 };

function linesNear(lines: readonly string[], title: string | undefined): readonly string[] {
  if (title === undefined) return [];
  const head = fold(title).slice(0, 60);
  const places = lines.flatMap((line, at) => (line.length <= title.length + 60 && fold(line).startsWith(head) ? [at] : []));
  // A title also stands in breadcrumbs, menus and lists: its headline is the one with the most text below.
  const textBelow = (at: number): number => lines.slice(at + 1, at + 1 + near.behind).join("").length;
  const at = places.reduce((best, place) => (textBelow(place) >= textBelow(best) ? place : best), places[0] ?? -1);
  if (at < 0) return [];
  // Behind the headline first: what stands before it may belong to another article.
  return [...lines.slice(at, at + 1 + near.behind), ...lines.slice(Math.max(0, at - near.before), at).reverse()];
}

const fold = (text: string): string => (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(" ");

/** Labels of the pair of tags in which WordPress tells the author. */
const writtenBy = /^(?:written by|verfasst von|geschrieben von|von|escrito por|écrit par|scritto da|door|autor|автор|написано)/i;

interface AuthorHints {
  readonly linked: LinkedPage;
  readonly meta: Meta;
  readonly site: string | undefined;
  /** The lines about the headline, and all of them. */
  readonly near: readonly string[];
  readonly lines: readonly string[];
}

/** A name to log in with, where people have two: "ivarn". */
const login = /^[\p{Ll}\d._-]+$/u;

function findAuthor(document: DomDocument, { linked, meta, site, near, lines }: AuthorHints): string | undefined {
  const given = [
    linked.author,
    ...[
      "author",
      "article:author",
      "dc.creator",
      "dcterms.creator",
      "parsely-author",
      "sailthru.author",
      "cxenseparse:author",
      "citation_author",
    ].map((name) => meta(name)),
    writtenBy.test(meta("twitter:label1") ?? "") ? meta("twitter:data1") : undefined,
  ].filter((name) => name !== undefined);
  const people = given
    .filter((name) => !isFirm(name, site))
    .flatMap((name) => (name.includes(", ") ? [name] : (readName(name, true) ?? [])));
  const [person] = people;
  if (person !== undefined && !login.test(person)) return person;
  const shown = findByline(document) ?? findSigned(near) ?? findLabelled(lines);
  if (person !== undefined) return shown?.includes(" ") ? shown : person;
  return shown ?? given.flatMap((name) => readName(name) ?? [])[0] ?? findAgency(near);
}

/** The outlet or the maker of the page in the author's place: taken only where no person is named. */
function isFirm(name: string, site: string | undefined): boolean {
  return (
    /\b(?:gmbh|ltd|inc|e\.\s?v|ag)\b|www\.|https?:|\.(?:com|de|org|net)\b/i.test(name) ||
    (site !== undefined && fold(site).replaceAll(" ", "") === fold(name).replaceAll(" ", ""))
  );
}

/** Meta tags by name, asked for in the order of the names; read once. */
function createMeta(document: DomDocument): Meta {
  const contents = new Map<string, string>();
  for (const tag of document.querySelectorAll("meta[content]")) {
    const content = tag.getAttribute("content")?.trim();
    for (const key of ["property", "name", "itemprop", "http-equiv"]) {
      const name = tag.getAttribute(key)?.toLowerCase();
      if (name && content && !contents.has(name)) contents.set(name, content);
    }
  }
  return (...names) => names.map((name) => contents.get(name)).find((content) => content !== undefined);
}
