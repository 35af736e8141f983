import { readDate } from "./date.ts";
import { type DocumentContext, type Enclosure, type FeedDocument, type FeedEntry, maxEntries, present } from "./document.ts";
import { baseOf, findDate, findMarkup, findText, langOf, languageTag, personName, plainTitle, resolve, titleFromBody } from "./fields.ts";
import { childElements, findChild, textOf, type XmlElement } from "./xml.ts";

/** RSS 0.90–2.0, RDF (items beside the channel or in it) and Microsoft's CDF. */
export function rssDocument(root: XmlElement, context: DocumentContext): FeedDocument {
  const channel = root.name === "channel" ? root : (findChild(root, "channel") ?? root);
  const items = findItems(root, channel);
  const site = channelLink(channel, context);
  const entries = items.slice(0, maxEntries).flatMap((item) => readItem(item, site, context) ?? []);
  const lang = findText(channel, "language", "dc:language") ?? langOf(channel) ?? context.headers?.["content-language"];
  return present<FeedDocument>({
    kind: root.name === "rdf:rdf" ? "rdf" : "rss",
    title: plainTitle(findMarkup(channel, "title", "dc:title") ?? channel.attributes.title),
    link: site ?? context.url,
    description: findMarkup(channel, "description", "dc:description", "itunes:summary", "tagline", "abstract", "itunes:subtitle"),
    lang: languageTag(lang),
    author: personName(
      findText(channel, "managingeditor", "dc:creator", "dc:author", "itunes:author", "author", "webmaster", "dc:publisher"),
    ),
    id: findText(channel, "id", "guid") ?? channel.attributes["rdf:about"],
    updatedAt: findDate(channel, "lastbuilddate", "pubdate", "dc:date", "dcterms:modified", "dcterms:issued", "dcterms:created"),
    askedMs: askedInterval(channel),
    entries,
    skipped: items.length - entries.length,
  });
}

function findItems(root: XmlElement, channel: XmlElement): readonly XmlElement[] {
  const places = [channel, root, findChild(channel, "items"), findChild(root, "items")];
  const found = places.flatMap((place) => (place ? childElements(place, "item", "entry", "atom:entry") : []));
  return [...new Set(found)];
}

function channelLink(channel: XmlElement, context: DocumentContext): string | undefined {
  const plain = findText(channel, "link") ?? findChild(channel, "link")?.attributes.href ?? channel.attributes.href;
  const atom = childElements(channel, "atom:link").find((link) => (link.attributes.rel ?? "alternate") === "alternate");
  return resolve(plain ?? atom?.attributes.href, baseOf(channel, context));
}

/** `ttl` in minutes (RSS 2.0); sy:updatePeriod divided by sy:updateFrequency (RSS 1.0 syndication module). */
function askedInterval(channel: XmlElement): number | undefined {
  const ttl = Number(findText(channel, "ttl"));
  if (Number.isFinite(ttl) && ttl > 0) return ttl * 60_000;
  const period = periods[findText(channel, "sy:updateperiod")?.toLowerCase() ?? ""];
  const frequency = Number(findText(channel, "sy:updatefrequency") ?? 1);
  return period === undefined || !(frequency > 0) ? undefined : period / frequency;
}

const hourMs = 3_600_000;
const periods: Readonly<Record<string, number>> = {
  hourly: hourMs,
  daily: 24 * hourMs,
  weekly: 7 * 24 * hourMs,
  monthly: 30 * 24 * hourMs,
  yearly: 365 * 24 * hourMs,
};

function readItem(item: XmlElement, site: string | undefined, context: DocumentContext): FeedEntry | undefined {
  const base = itemBase(item, site, context);
  const guid = findChild(item, "guid", "id", "atom:id", "dc:identifier");
  const guidText = textOf(guid) || item.attributes["rdf:about"];
  const full = findMarkup(item, "content:encoded", "xhtml:body", "body", "fullitem", "content", "atom:content");
  const description = findMarkup(item, "description", "dc:description");
  const separate = findMarkup(item, "summary", "atom:summary");
  // Where a summary stands beside it, the description is the text.
  const content = full ?? (separate === undefined ? undefined : description);
  const other = findMarkup(item, "itunes:summary", "dcterms:abstract", "abstract", "media:description", "itunes:subtitle");
  const summary = (full === undefined ? separate : undefined) ?? description ?? separate ?? other;
  const url = itemLink(item, guid, base) ?? site;
  const title = plainTitle(findMarkup(item, "title", "atom:title", "dc:title", "media:title", "itunes:title"));
  const entry = present<FeedEntry>({
    guid: guidText,
    url,
    original: resolve(findText(item, "feedburner:origlink"), base),
    title: title ?? titleFromBody(summary ?? content) ?? url,
    summary,
    content,
    author: itemAuthor(item),
    publishedAt: findDate(
      item,
      "pubdate",
      "dc:date",
      "dcterms:issued",
      "dcterms:created",
      "atom:published",
      "published",
      "issued",
      "created",
      "date",
    ),
    updatedAt: findDate(item, "atom:updated", "dcterms:modified", "updated", "modified") ?? attributeDate(item.attributes.lastmod),
    lang: languageTag(findText(item, "dc:language") ?? langOf(item)),
    categories: categoriesOf(item),
    enclosures: enclosures(item, base),
    comments: resolve(findText(item, "comments", "wfw:comment"), base),
  });
  return Object.keys(entry).length === 0 ? undefined : entry;
}

/** RSS has no xml:base of its own: a relative link belongs to the site that the channel names. */
function itemBase(item: XmlElement, site: string | undefined, context: DocumentContext): string | undefined {
  const base = baseOf(item, context);
  const isDeclared = base !== context.url;
  return isDeclared || site === undefined || !URL.canParse(site) ? base : site;
}

function attributeDate(text: string | undefined): Date | undefined {
  return text === undefined ? undefined : readDate(text);
}

function categoriesOf(item: XmlElement): readonly string[] {
  const named = childElements(item, "category", "dc:subject", "media:category").map(textOf);
  const podcast = childElements(item, "itunes:category").flatMap((outer) => [outer, ...childElements(outer, "itunes:category")]);
  const tags = findText(item, "tags")?.split(",") ?? [];
  return [...tags, ...named, ...podcast.map(({ attributes }) => attributes.text ?? "")].map((text) => text.trim()).filter(Boolean);
}

function itemLink(item: XmlElement, guid: XmlElement | undefined, base: string | undefined): string | undefined {
  const isPermalink = guid?.attributes.ispermalink?.trim().toLowerCase() !== "false";
  const guidText = textOf(guid);
  const atom = childElements(item, "atom:link").find((link) => (link.attributes.rel ?? "alternate") === "alternate");
  const candidates = [
    ...childElements(item, "link").map((link) => textOf(link) || link.attributes.href),
    item.attributes.href,
    atom?.attributes.href,
    isPermalink && /^https?:\/\//i.test(guidText) ? guidText : undefined,
    /^https?:\/\//i.test(item.attributes["rdf:about"] ?? "") ? item.attributes["rdf:about"] : undefined,
    childElements(item, "enclosure")[0]?.attributes.url,
  ];
  for (const candidate of candidates) {
    const url = resolve(candidate, base);
    if (url !== undefined) return url;
  }
  return undefined;
}

function itemAuthor(item: XmlElement): string | undefined {
  const author = findChild(item, "author", "atom:author");
  const nested = author ? (findText(author, "name", "atom:name") ?? findText(author, "email", "atom:email")) : undefined;
  return personName(nested ?? findText(item, "author", "dc:creator", "dc:author", "itunes:author", "media:credit", "dc:publisher"));
}

function enclosures(item: XmlElement, base: string | undefined): readonly Enclosure[] {
  const media = [item, ...childElements(item, "media:group")].flatMap((place) => childElements(place, "media:content"));
  return [...childElements(item, "enclosure"), ...media].flatMap(({ attributes }) => {
    const url = resolve(attributes.url, base);
    return url === undefined ? [] : [present<Enclosure>({ url, type: attributes.type, length: attributes.length ?? attributes.filesize })];
  });
}
