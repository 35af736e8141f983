import { type DocumentContext, type FeedDocument, type FeedEntry, maxEntries, present } from "./document.ts";
import { findDate, findText, plainTitle, resolve } from "./fields.ts";
import { childElements, findChild, type XmlElement } from "./xml.ts";

/** A sitemap or an index of sitemaps (sitemaps.org), with Google's news extension: title, publication date, language. */
export function sitemapDocument(root: XmlElement, context: DocumentContext): FeedDocument {
  if (root.name === "sitemapindex") {
    const sitemaps = childElements(root, "sitemap").flatMap((each) => resolve(findText(each, "loc"), context.url) ?? []);
    return { kind: "sitemap-index", entries: [], skipped: 0, sitemaps };
  }
  const urls = childElements(root, "url");
  const entries = urls.slice(0, maxEntries).flatMap((url) => readUrl(url, context) ?? []);
  return present<FeedDocument>({ kind: "sitemap", link: context.url, entries, skipped: urls.length - entries.length });
}

function readUrl(element: XmlElement, context: DocumentContext): FeedEntry | undefined {
  const url = resolve(findText(element, "loc"), context.url);
  if (url === undefined) return undefined;
  const news = findChild(element, "news:news");
  const publication = news && findChild(news, "news:publication");
  return present<FeedEntry>({
    url,
    title: plainTitle(news && findText(news, "news:title")),
    publishedAt: news && findDate(news, "news:publication_date"),
    updatedAt: findDate(element, "lastmod"),
    lang: publication && findText(publication, "news:language"),
  });
}
