/** Namespace address (lower case, without trailing "/" or "#") → the prefix this room writes. "" = the document's own vocabulary. */
const prefixes: Readonly<Record<string, string>> = {
  "http://www.w3.org/2005/atom": "atom",
  "http://purl.org/atom/ns": "atom",
  "http://purl.org/net/rss1.1": "",
  "http://purl.org/rss/1.0": "",
  "http://my.netscape.com/rdf/simple/0.9": "",
  "http://my.netscape.com/publish/formats/rss-0.91": "",
  "http://channel.netscape.com/rdf/simple/0.9": "",
  "http://backend.userland.com/rss": "",
  "http://backend.userland.com/rss2": "",
  "http://blogs.law.harvard.edu/tech/rss": "",
  "http://www.w3.org/1999/02/22-rdf-syntax-ns": "rdf",
  "http://purl.org/dc/elements/1.1": "dc",
  "http://purl.org/dc/elements/1.0": "dc",
  "http://purl.org/dc/terms": "dcterms",
  "http://purl.org/rss/1.0/modules/content": "content",
  "http://purl.org/rss/1.0/modules/syndication": "sy",
  "http://purl.org/rss/1.0/modules/slash": "slash",
  "http://search.yahoo.com/mrss": "media",
  "http://search.yahoo.com/search/mrss": "media",
  "http://www.itunes.com/dtds/podcast-1.0.dtd": "itunes",
  "http://example.com/dtds/podcast-1.0.dtd": "itunes",
  "http://purl.org/syndication/thread/1.0": "thr",
  "http://wellformedweb.org/commentapi": "wfw",
  "http://rssnamespace.org/feedburner/ext/1.0": "feedburner",
  "http://www.google.com/schemas/sitemap-news/0.9": "news",
  "http://www.sitemaps.org/schemas/sitemap/0.9": "",
  "http://www.google.com/schemas/sitemap/0.84": "",
  "http://www.w3.org/1999/xhtml": "xhtml",
  "http://www.w3.org/xml/1998/namespace": "xml",
};

/** The prefix to use for a name: by its namespace where that is known, else as the document wrote it. */
export function canonicalPrefix(prefix: string, namespace: string | undefined): string {
  const written = prefix.toLowerCase();
  if (namespace === undefined) return written;
  const key = namespace
    .trim()
    .toLowerCase()
    .replace(/[/#]+$/, "");
  return Object.hasOwn(prefixes, key) ? (prefixes[key] ?? "") : written;
}
