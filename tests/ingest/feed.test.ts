import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { FeedDocument } from "../../src/ingest/document.ts";
import { parseFeed } from "../../src/ingest/feed.ts";

const base = "https://news.example/feeds/main.xml";
const read = (text: string, headers: Readonly<Record<string, string>> = {}): FeedDocument =>
  parseFeed(Buffer.from(text), { url: base, headers }).document;
const rss = (items: string, channel = "<title>Quay</title><link>https://news.example/</link>"): FeedDocument =>
  read(
    `<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>${channel}${items}</channel></rss>`,
  );
const atom = (entries: string, feed = ""): FeedDocument => read(`<feed xmlns="http://www.w3.org/2005/Atom">${feed}${entries}</feed>`);
const first = (document: FeedDocument) => document.entries[0];

describe("RSS", () => {
  test("an entry's fields are found", () => {
    const document = rss(
      `<item><title>Bridge &amp; quay</title><link>/a</link><guid isPermaLink="false">7</guid><pubDate>Tue, 05 Mar 2024 10:00:00 GMT</pubDate>
       <dc:creator>Ada Quill</dc:creator><description>Short.</description><content:encoded><![CDATA[<p>Long &amp; wide.</p>]]></content:encoded></item>`,
    );
    expect(document).toMatchObject({ kind: "rss", title: "Quay", link: "https://news.example/" });
    expect(first(document)).toMatchObject({
      title: "Bridge & quay",
      url: "https://news.example/a",
      guid: "7",
      author: "Ada Quill",
      summary: "Short.",
      content: "<p>Long &amp; wide.</p>",
      publishedAt: new Date("2024-03-05T10:00:00Z"),
    });
  });

  test.each([
    ["a guid that is a link stands in for it", "<item><guid>https://news.example/g</guid></item>", { url: "https://news.example/g" }],
    [
      "a guid that is no permalink does not",
      '<item><guid isPermaLink="false">https://news.example/g</guid></item>',
      { url: "https://news.example/" },
    ],
    [
      "a missing title is the beginning of the text",
      "<item><description>The quay opened on Monday.</description></item>",
      { title: "The quay opened on Monday." },
    ],
    ["inner markup leaves a title", "<item><title>&lt;b&gt;Bold&lt;/b&gt; quay</title></item>", { title: "Bold quay" }],
    ["a title that is only a tag was meant so", "<item><title>&lt;blink&gt;</title></item>", { title: "<blink>" }],
    ["numbers of windows-1252 are what their writers meant", "<item><title>It&#146;s open</title></item>", { title: "It’s open" }],
    ["a stray ampersand stays", "<item><title>Fish & chips &c</title></item>", { title: "Fish & chips &c" }],
    ["HTML's entities are known", "<item><title>Caf&eacute; &mdash; open</title></item>", { title: "Café — open" }],
    ["a mailbox is no name", "<item><author>ada@news.example (Ada Quill)</author></item>", { author: "Ada Quill" }],
    [
      "a summary beside a description leaves the description as text",
      "<item><summary>Short.</summary><description>Long.</description></item>",
      { summary: "Short.", content: "Long." },
    ],
  ])("%s", (_name, items, expected) => {
    expect(first(rss(items))).toMatchObject(expected);
  });

  test("a feed service's link stays, the publisher's own is kept beside it", () => {
    const document = read(
      '<rss xmlns:feedburner="http://rssnamespace.org/feedburner/ext/1.0"><channel><item><link>https://count.example/1</link><feedburner:origLink>https://news.example/1</feedburner:origLink></item></channel></rss>',
    );
    expect(first(document)).toMatchObject({ url: "https://count.example/1", original: "https://news.example/1" });
  });

  test.each([
    ["ttl in minutes", "<ttl>90</ttl>", 90 * 60_000],
    [
      "an update period",
      '<sy:updatePeriod xmlns:sy="http://purl.org/rss/1.0/modules/syndication/">daily</sy:updatePeriod>',
      24 * 3_600_000,
    ],
    ["nonsense", "<ttl>often</ttl>", undefined],
  ])("what it asks for: %s", (_name, channel, askedMs) => {
    expect(rss("", channel).askedMs).toBe(askedMs);
  });

  test("RDF has its items beside the channel, or in it", () => {
    const rdf = (inside: string, beside: string): FeedDocument =>
      read(
        `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel><title>T</title>${inside}</channel>${beside}</rdf:RDF>`,
      );
    const item = '<item rdf:about="https://news.example/1"><title>One</title></item>';
    expect(rdf("", item)).toMatchObject({ kind: "rdf", entries: [{ title: "One", url: "https://news.example/1" }] });
    expect(rdf(item, "").entries).toHaveLength(1);
  });
});

describe("Atom", () => {
  test("an entry's fields are found", () => {
    const document = atom(
      '<entry><id>tag:1</id><title type="html">A &lt;i&gt;quay&lt;/i&gt;</title><link rel="self" href="/self"/><link href="/a"/><updated>2024-03-05T10:00:00Z</updated><author><name>Ada Quill</name></author><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Long</p></div></content></entry>',
      "<title>Quay</title>",
    );
    expect(first(document)).toMatchObject({
      guid: "tag:1",
      title: "A quay",
      url: "https://news.example/a",
      author: "Ada Quill",
      updatedAt: new Date("2024-03-05T10:00:00Z"),
    });
    expect(first(document)?.content).toContain("<p>Long</p>");
  });

  test.each([
    ["plain text is escaped", '<entry><summary type="text">1 &lt; 2 &amp; 3</summary></entry>', { summary: "1 &lt; 2 &amp; 3" }],
    [
      "base64 is read",
      `<entry><content type="text/html" mode="base64">${Buffer.from("<p>Hi</p>").toString("base64")}</content></entry>`,
      { content: "<p>Hi</p>" },
    ],
    ["an image is no text", '<entry><content type="image/png">iVBORw0KGgo=</content></entry>', {}],
    [
      "an id that is an address stands in for the link",
      "<entry><id>https://news.example/id</id></entry>",
      { url: "https://news.example/id" },
    ],
    ["xml:base moves links", '<entry xml:base="https://other.example/x/"><link href="y"/></entry>', { url: "https://other.example/x/y" }],
    ["xml:lang is the entry's language", '<entry xml:lang="uk_UA"><title>T</title></entry>', { lang: "uk-ua" }],
  ])("%s", (_name, entries, expected) => {
    expect(first(atom(entries)) ?? {}).toMatchObject(expected);
  });

  test("is read without its namespace, with a prefix, and in capitals", () => {
    for (const [open, close, entry] of [
      ["<feed>", "</feed>", "<entry><title>One</title></entry>"],
      ['<a:feed xmlns:a="http://www.w3.org/2005/Atom">', "</a:feed>", "<a:entry><a:title>One</a:title></a:entry>"],
      ["<FEED>", "</FEED>", "<ENTRY><TITLE>One</TITLE></ENTRY>"],
    ])
      expect(first(read(`${open}${entry}${close}`))).toMatchObject({ title: "One" });
  });
});

describe("JSON Feed and sitemaps", () => {
  test("JSON Feed's fields are found, old author and plain text included", () => {
    const document = read(
      JSON.stringify({
        title: "Quay",
        home_page_url: "https://news.example/",
        language: "en-GB",
        items: [{ id: 5, url: "/a", content_text: "1 < 2", date_published: "2024-03-05T10:00:00Z", author: { name: "Ada" } }, null, "x"],
      }),
    );
    expect(document).toMatchObject({ kind: "json", title: "Quay", lang: "en-gb", skipped: 2 });
    expect(first(document)).toMatchObject({ guid: "5", url: "https://news.example/a", content: "1 &lt; 2", author: "Ada" });
  });

  test("a news sitemap has titles and dates", () => {
    const document = read(
      '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:n="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>https://news.example/1</loc><n:news><n:publication><n:language>uk</n:language></n:publication><n:publication_date>2024-03-05T10:00:00Z</n:publication_date><n:title>Міст</n:title></n:news></url></urlset>',
    );
    expect(first(document)).toMatchObject({
      url: "https://news.example/1",
      title: "Міст",
      lang: "uk",
      publishedAt: new Date("2024-03-05T10:00:00Z"),
    });
  });

  test("an index lists its sitemaps", () => {
    expect(read("<sitemapindex><sitemap><loc>/news.xml</loc></sitemap></sitemapindex>")).toMatchObject({
      kind: "sitemap-index",
      sitemaps: ["https://news.example/news.xml"],
    });
  });
});

describe("broken documents", () => {
  test.each([
    [
      "warnings before the document",
      `<br />\n<b>Warning</b>: in line 3<br />\n<?xml version="1.0"?><rss><channel><item><title>One</title></item></channel></rss>`,
    ],
    ["the end is missing", "<rss><channel><item><title>One</title></item><item><title>Tw"],
    ["tags cross", "<rss><channel><item><title>One</b></title></i></item></channel>"],
    ["a prefix is not declared", "<rss><channel><item><title>One</title><media:thing/></item></channel></rss>"],
    ["control characters", "<rss><channel><item><title>One\u0001</title></item></channel></rss>"],
    [
      "an entity that the document defines",
      '<!DOCTYPE rss [<!ENTITY one "One">]><rss><channel><item><title>&one;</title></item></channel></rss>',
    ],
  ])("%s: what is there is read", (_name, text) => {
    expect(first(read(text))?.title).toMatch(/^One/);
  });

  test.each([
    ["nothing", ""],
    ["a web page", "<!doctype html><html><head><title>x</title></head><body><p>hi</p></body></html>"],
    ["JSON that is none", '{"hello": 1}'],
    ["broken JSON", '{"items": ['],
    ["text", "just words"],
    ["bytes", "\u0000\u0001\u0002PNG"],
  ])("%s is said to be no feed", (_name, text) => {
    expect(() => read(text)).toThrow(expect.objectContaining({ kind: "not-a-feed" }));
  });

  test("an entity of a file is never opened", () => {
    const document = read(
      '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/hostname">]><rss><channel><item><title>a&x;b</title></item></channel></rss>',
    );
    expect(first(document)?.title).toBe("a&x;b");
  });

  test("comments are never read", () => {
    expect(rss("<!-- <item><title>no</title></item> --><item><title>yes</title></item>").entries.map(({ title }) => title)).toEqual([
      "yes",
    ]);
  });

  test("any cut of a good feed is read or refused, never worse", () => {
    const whole =
      '<?xml version="1.0"?><rss><channel><title>Quay</title><item><title>One &amp; two</title><link>/a</link></item></channel></rss>';
    fc.assert(
      fc.property(fc.nat(whole.length), fc.nat(whole.length), (from, to) => {
        try {
          return read(whole.slice(Math.min(from, to), Math.max(from, to))).entries.length <= 1;
        } catch (error) {
          return (error as { kind?: string }).kind === "not-a-feed";
        }
      }),
    );
  });
});
