import { escapeHtml, htmlToParagraphs } from "../text/html.ts";
import { type DocumentContext, type Enclosure, type FeedDocument, type FeedEntry, maxEntries, present } from "./document.ts";
import { baseOf, findDate, findText, langOf, languageTag, resolve, titleFromBody } from "./fields.ts";
import { childElements, markupOf, textOf, type XmlElement } from "./xml.ts";

/** Atom 1.0 (RFC 4287) and 0.3, with or without its namespace; a single entry document is a feed of one. */
export function atomDocument(root: XmlElement, context: DocumentContext): FeedDocument {
  const isEntry = root.name.endsWith("entry");
  const items = isEntry ? [root] : all(root, "entry");
  const site = isEntry ? undefined : pickLink(root, context, ["alternate"]);
  const author = personOf(root);
  const feed = { site, author };
  const entries = items.slice(0, maxEntries).flatMap((item) => readEntry(item, feed, context) ?? []);
  return present<FeedDocument>({
    kind: "atom",
    title: isEntry ? undefined : titleOf(first(root, "title")),
    link: site ?? context.url,
    description: markupOfText(first(root, "subtitle") ?? first(root, "tagline") ?? first(root, "info")),
    lang: languageTag(langOf(root) ?? findText(root, "dc:language") ?? context.headers?.["content-language"]),
    author,
    id: identifierOf(root, context),
    updatedAt: findDate(root, "atom:updated", "updated", "atom:modified", "modified", "dc:date"),
    entries,
    skipped: items.length - entries.length,
  });
}

/** Elements of the vocabulary whether or not the document declared it. */
function all(element: XmlElement, name: string): readonly XmlElement[] {
  return childElements(element, `atom:${name}`, name);
}

function first(element: XmlElement, name: string): XmlElement | undefined {
  return all(element, name)[0];
}

/** `feed` = what an entry takes from its feed where it has none of its own. */
function readEntry(
  item: XmlElement,
  feed: { readonly site: string | undefined; readonly author: string | undefined },
  context: DocumentContext,
): FeedEntry | undefined {
  const content =
    markupOfText(first(item, "content")) ?? markupOfText(childElements(item, "content:encoded", "xhtml:body", "xhtml:div")[0]);
  const summary = markupOfText(
    first(item, "summary") ?? childElements(item, "dc:description", "media:description", "description")[0] ?? mediaDescription(item),
  );
  const guid = identifierOf(item, context);
  const url = entryLink(item, guid, context) ?? feed.site;
  const entry = present<FeedEntry>({
    guid,
    url,
    original: resolve(findText(item, "feedburner:origlink"), undefined),
    title: titleOf(first(item, "title") ?? childElements(item, "dc:title", "media:title")[0]) ?? titleFromBody(summary ?? content) ?? url,
    summary,
    content,
    author: personOf(item) ?? sourceAuthor(item) ?? feed.author,
    publishedAt: findDate(
      item,
      "atom:published",
      "published",
      "atom:issued",
      "issued",
      "dcterms:issued",
      "dc:date",
      "atom:created",
      "created",
      "pubdate",
    ),
    updatedAt: findDate(item, "atom:updated", "updated", "atom:modified", "modified", "dcterms:modified"),
    lang: languageTag(langOf(first(item, "content")) ?? langOf(item)),
    categories: all(item, "category")
      .map(({ attributes, ...element }) => attributes.term ?? attributes.label ?? textOf({ attributes, ...element }))
      .filter(Boolean),
    enclosures: enclosures(item, context),
    comments: commentsLink(item, context),
  });
  return Object.keys(entry).length === 0 ? undefined : entry;
}

/** An id should be a full address; one that begins at the root of a site is completed. */
function identifierOf(element: XmlElement, context: DocumentContext): string | undefined {
  const id = textOf(first(element, "id"));
  return id.startsWith("/") ? (resolve(id, baseOf(first(element, "id"), context)) ?? id) : id || undefined;
}

function entryLink(item: XmlElement, guid: string | undefined, context: DocumentContext): string | undefined {
  const fromId = guid !== undefined && /^https?:\/\//i.test(guid) ? guid : undefined;
  const source = first(item, "content")?.attributes.src;
  return (
    pickLink(item, context, ["alternate"]) ??
    fromId ??
    resolve(source, baseOf(first(item, "content"), context)) ??
    pickLink(item, context, ["related", "via", "self"])
  );
}

/** Web pages before other media, then document order. */
function pickLink(element: XmlElement, context: DocumentContext, relations: readonly string[]): string | undefined {
  const links = all(element, "link").filter((link) => relations.includes(relationOf(link)));
  const page = links.find((link) => /html/.test(link.attributes.type ?? "html")) ?? links[0];
  return page && resolve(page.attributes.href ?? textOf(page), baseOf(page, context));
}

function relationOf(link: XmlElement): string {
  return (link.attributes.rel ?? "alternate")
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\/www\.iana\.org\/assignments\/relation\//, "");
}

function commentsLink(item: XmlElement, context: DocumentContext): string | undefined {
  const replies = all(item, "link").filter((link) => relationOf(link) === "replies");
  const page = replies.find((link) => /html/.test(link.attributes.type ?? "")) ?? replies[0];
  return resolve(findText(item, "comments", "wfw:comment") ?? page?.attributes.href, baseOf(item, context));
}

function enclosures(item: XmlElement, context: DocumentContext): readonly Enclosure[] {
  const linked = all(item, "link").filter((link) => relationOf(link) === "enclosure");
  const media = [item, ...childElements(item, "media:group")].flatMap((place) => childElements(place, "media:content"));
  return [...linked, ...media].flatMap((link) => {
    const url = resolve(link.attributes.href ?? link.attributes.url, baseOf(link, context));
    return url === undefined
      ? []
      : [present<Enclosure>({ url, type: link.attributes.type, length: link.attributes.length ?? link.attributes.filesize })];
  });
}

function mediaDescription(item: XmlElement): XmlElement | undefined {
  return childElements(item, "media:group").flatMap((group) => childElements(group, "media:description"))[0];
}

function personOf(element: XmlElement): string | undefined {
  const names = all(element, "author").map(
    (person) => findText(person, "atom:name", "name") ?? findText(person, "atom:email", "email") ?? textOf(person),
  );
  const named = names.filter((name) => name !== "").join(", ");
  return named || findText(element, "dc:creator", "dc:author", "itunes:author");
}

function sourceAuthor(item: XmlElement): string | undefined {
  const source = first(item, "source");
  return source && personOf(source);
}

/** A text construct as HTML: plain text escaped, XHTML written out, Atom 0.3's base64 decoded, other media types left out. */
function markupOfText(element: XmlElement | undefined): string | undefined {
  if (!element) return undefined;
  const type = (element.attributes.type ?? "text").trim().toLowerCase();
  const mode = element.attributes.mode?.trim().toLowerCase();
  const text = textOf(element);
  if (mode === "base64" || isBinary(type)) return decodeBase64(text, type);
  const inner = element.children.some((child) => typeof child !== "string" && child.name !== "")
    ? markupOf(element, mode !== "escaped")
    : undefined;
  if (inner !== undefined) return inner === "" ? undefined : inner;
  const isMarkup = mode === "escaped" || /html/.test(type) || element.name.includes(":encoded");
  return text === "" ? undefined : isMarkup ? text : escapeHtml(text);
}

function isBinary(type: string): boolean {
  return type.includes("/") && !/^text\/|xml$|html/.test(type);
}

function decodeBase64(text: string, type: string): string | undefined {
  if (isBinary(type) && !/octet-stream/.test(type)) return undefined;
  if (!/^[\sA-Za-z0-9+/=]*$/.test(text)) return undefined;
  const decoded = Buffer.from(text, "base64").toString("utf8").trim();
  return decoded === "" || decoded.includes("\ufffd") ? undefined : /html/.test(type) ? decoded : escapeHtml(decoded);
}

function titleOf(element: XmlElement | undefined): string | undefined {
  const markup = markupOfText(element);
  return markup === undefined ? undefined : htmlToParagraphs(markup).join(" ") || undefined;
}
