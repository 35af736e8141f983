import { gzipSync } from "node:zlib";

/** A document that means harm, or is broken in a way that harms. */
export interface HostileCase {
  readonly name: string;
  readonly kind: "feed" | "page";
  readonly bytes: () => Uint8Array;
}

const item = "<item><title>One</title><link>https://news.example/1</link><description>Words.</description></item>";
const rss = (inside: string, before = ""): string => `${before}<rss version="2.0"><channel><title>T</title>${inside}</channel></rss>`;
const atom = (inside: string): string => `<feed xmlns="http://www.w3.org/2005/Atom"><title>T</title>${inside}</feed>`;
const page = (inside: string): string => `<!doctype html><html><body><article>${inside}</article></body></html>`;
const paragraph = "<p>The ferry was late again, said the harbour master, because of the fog on the river.</p>";
const many = (count: number, text: string | ((index: number) => string)): string =>
  typeof text === "string" ? text.repeat(count) : Array.from({ length: count }, (_, index) => text(index)).join("");
const entities = (count: number): string =>
  many(count, (index) => `<!ENTITY e${index} "${index === 0 ? "ha" : many(10, `&e${index - 1};`)}">`);

const feeds: Readonly<Record<string, () => string>> = {
  "billion laughs": () => rss("<item><title>&e9;</title></item>", `<!DOCTYPE rss [${entities(10)}]>`),
  "a thousand entities": () => rss(item, `<!DOCTYPE rss [${many(1_000, (index) => `<!ENTITY x${index} "y">`)}]>`),
  "quadratic entity": () => rss(`<item><title>${many(20_000, "&a;")}</title></item>`, `<!DOCTYPE rss [<!ENTITY a "${many(4_000, "x")}">]>`),
  "an entity of itself": () => rss("<item><title>&a;</title></item>", '<!DOCTYPE rss [<!ENTITY a "&a;&a;">]>'),
  "a parameter entity": () => rss(item, '<!DOCTYPE rss [<!ENTITY % p SYSTEM "http://127.0.0.1/x.dtd"> %p;]>'),
  "an external type": () => rss(item, '<!DOCTYPE rss SYSTEM "http://127.0.0.1/x.dtd">'),
  "a document type without end": () => `<!DOCTYPE rss [${many(100_000, "<!ENTITY a 'b'>")}`,
  "a document type of quotes": () => `<!DOCTYPE rss "${many(200_000, "'")}`,
  "a hundred thousand processing instructions": () => rss(item, many(100_000, "<?x?>")),
  "a hundred thousand comments": () => rss(`${many(100_000, "<!-- -->")}${item}`),
  "a comment without end": () => rss(`<!-- ${many(500_000, "- ")}`),
  "CDATA without end": () => rss(`<item><title><![CDATA[${many(500_000, "] ")}`),
  "CDATA in pieces": () => rss(`<item><title>${many(50_000, "<![CDATA[x]]>")}</title></item>`),
  "ten thousand levels": () => rss(`${many(10_000, "<a>")}x${many(10_000, "</a>")}${item}`),
  "half a million levels": () => `<rss>${many(500_000, "<a>")}`,
  "levels that close wrongly": () => rss(many(100_000, "<a></b>")),
  "closing tags alone": () => rss(`${many(300_000, "</a>")}${item}`),
  "channels within channels": () => many(5_000, "<rss><channel>"),
  "items within items": () => rss(many(5_000, "<item><title>x</title>")),
  "fifty thousand items": () => rss(many(50_000, (index) => `<item><guid>${index}</guid><title>Item ${index}</title></item>`)),
  "fifty thousand entries": () => atom(many(50_000, (index) => `<entry><id>${index}</id></entry>`)),
  "one item of five megabytes": () => rss(`<item><title>One</title><description>${many(1_000_000, "words ")}</description></item>`),
  "a title of two megabytes": () => rss(`<item><title>${many(2_000_000, "x")}</title></item>`),
  "a link of a megabyte": () => rss(`<item><title>One</title><link>https://news.example/${many(1_000_000, "x")}</link></item>`),
  "a guid of a megabyte": () => rss(`<item><title>One</title><guid>${many(1_000_000, "g")}</guid></item>`),
  "a date of a megabyte": () => rss(`<item><title>One</title><pubDate>${many(200_000, "1 Jan ")}</pubDate></item>`),
  "an author of brackets": () => rss(`<item><title>One</title><author>${many(100_000, "a@b (")}</author></item>`),
  "a hundred thousand categories": () => rss(`<item><title>One</title>${many(100_000, "<category>c</category>")}</item>`),
  "a hundred thousand links": () => atom(`<entry><title>One</title>${many(100_000, '<link href="/x"/>')}</entry>`),
  "a hundred thousand attributes": () => `<rss ${many(100_000, (index) => `a${index}="b" `)}>${rss(item)}</rss>`,
  "one attribute a hundred thousand times": () => `<rss ${many(100_000, 'a="b" ')}><channel>${item}</channel></rss>`,
  "a hundred thousand namespaces": () => `<rss ${many(20_000, (index) => `xmlns:n${index}="urn:x" `)}><channel>${item}</channel></rss>`,
  "a namespace on every element": () => rss(many(20_000, (index) => `<item xmlns:n${index}="urn:${index}"><title>x</title></item>`)),
  "bases within bases": () => atom(`${many(200, (index) => `<a xml:base="${index}/">`)}<entry><link href="x"/></entry>`),
  "a base that is a script": () => atom('<entry xml:base="javascript:alert(1)"><link href="x"/><title>One</title></entry>'),
  "links that are scripts": () => rss("<item><title>One</title><link>javascript:alert(1)</link></item>"),
  "names of a prototype": () => rss("<item><title>One</title><__proto__>x</__proto__><constructor>y</constructor></item>"),
  "attributes of a prototype": () => rss('<item __proto__="x" constructor="y" hasOwnProperty="z"><title>One</title></item>'),
  "JSON of a prototype": () => '{"items":[{"id":"1","title":"One","__proto__":{"polluted":true}}],"__proto__":{"polluted":true}}',
  "JSON a hundred thousand levels deep": () => `{"items":${many(100_000, "[")}`,
  "JSON whose items are lists": () => `{"items":[${many(50_000, "[],")}1]}`,
  "JSON of fifty thousand items": () => JSON.stringify({ items: Array.from({ length: 50_000 }, (_, id) => ({ id, title: "x" })) }),
  "JSON of numbers without end": () => `{"items":[{"id":${many(100_000, "9")}}]}`,
  "a sitemap of fifty thousand addresses": () =>
    `<urlset>${many(50_000, (index) => `<url><loc>https://news.example/${index}</loc></url>`)}</urlset>`,
  "an index of itself": () =>
    `<sitemapindex>${many(50_000, "<sitemap><loc>https://news.example/sitemap.xml</loc></sitemap>")}</sitemapindex>`,
  "ampersands only": () => rss(`<item><title>${many(500_000, "&")}</title></item>`),
  "half entities": () => rss(`<item><title>${many(200_000, "&#")}${many(100_000, "&x")}</title></item>`),
  "numbers beyond Unicode": () => rss("<item><title>&#1114112;&#xD800;&#99999999;&#0;One</title></item>"),
  "angle brackets only": () => many(500_000, "<"),
  "quotes that never close": () => rss(`<item a="${many(500_000, "x ")}`),
  "null bytes": () => rss(`<item><title>${many(100_000, "\0")}One</title></item>`),
  "white space only": () => many(3_000_000, " "),
  "an HTML page of links": () => page(many(50_000, '<a href="/feed.xml">x</a>')),
  Markdown: () => many(10_000, "# heading\n\n[link](x)\n"),
  "markup as text": () => rss(`<item><title>One</title><description>${many(100_000, "&lt;div&gt;")}</description></item>`),
  "base64 of nothing": () =>
    atom(`<entry><title>One</title><content type="application/octet-stream">${many(500_000, "AAAA")}</content></entry>`),
};

const pages: Readonly<Record<string, () => string>> = {
  "five thousand blocks deep": () => page(`${many(5_000, "<div>")}${paragraph}`),
  "two hundred thousand blocks deep": () => page(`${many(200_000, "<div>")}${paragraph}`),
  "two thousand tables deep": () => page(`${many(2_000, "<table><tr><td>")}${paragraph}`),
  "twenty thousand spans deep": () => page(`${many(20_000, "<span>")}${paragraph}`),
  "ten thousand lists deep": () => page(many(10_000, "<ul><li>")),
  "ten thousand quotations deep": () => page(`${many(10_000, "<blockquote>")}${paragraph}`),
  "fifty thousand links that never close": () => page(`${many(50_000, '<a href="x">y')}${paragraph}`),
  "fifty thousand bold starts": () => page(`${many(50_000, "<b>x")}${paragraph}`),
  "fonts across paragraphs": () => page(many(5_000, "<p><font>x</p></font>")),
  "forms in forms": () => page(`${many(5_000, "<form>")}${paragraph}`),
  frames: () => page(`${many(10_000, '<iframe src="x"></iframe>')}${many(8, paragraph)}`),
  "two hundred thousand breaks": () => page(`${many(200_000, "<br>")}${many(8, paragraph)}`),
  "a hundred thousand paragraphs": () => page(many(60_000, paragraph)),
  "a hundred thousand empty blocks": () => page(`${many(150_000, "<div></div>")}${many(8, paragraph)}`),
  "one paragraph of four megabytes": () => page(`<p>${many(600_000, "words, ")}</p>`),
  "one word of four megabytes": () => page(`<p>${many(4_000_000, "x")}</p>`),
  "commas only": () => page(`<p>${many(1_000_000, ",")}</p>`),
  "fifty thousand attributes": () => page(`<div ${many(50_000, (index) => `a${index}=b `)}>${many(8, paragraph)}</div>`),
  "an attribute of four megabytes": () => page(`<div class="${many(1_000_000, "abc ")}">${many(8, paragraph)}</div>`),
  "a class of every name": () => page(`<div class="${many(20_000, (index) => `share-${index} `)}">${many(8, paragraph)}</div>`),
  "a script that never closes": () => page(`${many(8, paragraph)}<script>${many(500_000, "x ")}`),
  "a style that never closes": () => page(`${many(8, paragraph)}<style>${many(500_000, "a{} ")}`),
  "a comment that never closes": () => page(`${many(8, paragraph)}<!--${many(500_000, "--")}`),
  "a title that never closes": () => `<html><head><title>${many(500_000, "x ")}`,
  "a text area that never closes": () => page(`<textarea>${many(20_000, paragraph)}`),
  "ten thousand meta tags": () =>
    `<html><head>${many(10_000, '<meta name="x" content="y">')}</head><body>${many(8, paragraph)}</body></html>`,
  "ten thousand blocks of linked data": () =>
    `<html><head>${many(5_000, '<script type="application/ld+json">{"@type":"NewsArticle","headline":"x"}</script>')}</head><body>${many(8, paragraph)}</body></html>`,
  "linked data of a hundred thousand levels": () =>
    `<html><head><script type="application/ld+json">${many(100_000, "[")}</script></head><body>${many(8, paragraph)}</body></html>`,
  "linked data of a prototype": () =>
    `<html><head><script type="application/ld+json">{"@type":"NewsArticle","__proto__":{"polluted":true}}</script></head><body>${many(8, paragraph)}</body></html>`,
  "a canonical link that is a script": () =>
    `<html><head><link rel="canonical" href="javascript:alert(1)"></head><body>${many(8, paragraph)}</body></html>`,
  "a base that is nowhere": () => `<html><head><base href="::::"></head><body>${many(8, paragraph)}</body></html>`,
  "entities only": () => page(`<p>${many(300_000, "&amp;")}</p>`),
  "half entities": () => page(`<p>${many(300_000, "&am")}</p>`),
  "vector graphics of every depth": () => page(`<svg>${many(20_000, "<g>")}</svg>${many(8, paragraph)}`),
  "formulas of every depth": () => page(`<math>${many(20_000, "<mrow>")}</math>${many(8, paragraph)}`),
  "templates of every depth": () => page(`${many(10_000, "<template>")}${many(8, paragraph)}`),
  "brackets only": () => many(1_000_000, "<"),
  "tags without names": () => many(300_000, "<>"),
  "null bytes between letters": () => page(`<p>${many(200_000, "a\0")}</p>`),
  "marks from right to left": () => page(`<p>${many(200_000, "\u202e\u200f\u2066")}</p>${many(8, paragraph)}`),
  "marks above marks": () => page(`<p>a${many(500_000, "\u0301")}</p>${many(8, paragraph)}`),
  "halves of pairs": () => page(`<p>${many(200_000, "\ud83d")}</p>${many(8, paragraph)}`),
  nothing: () => "",
  "one bracket": () => "<",
};

const binaries: readonly HostileCase[] = [
  { name: "random bytes", kind: "feed", bytes: () => Uint8Array.from({ length: 500_000 }, (_, index) => (index * 2_654_435_761) >>> 24) },
  {
    name: "random bytes as a page",
    kind: "page",
    bytes: () => Uint8Array.from({ length: 500_000 }, (_, index) => (index * 2_654_435_761) >>> 24),
  },
  { name: "gzip that was not inflated", kind: "feed", bytes: () => gzipSync(rss(item)) },
  { name: "half a wide letter", kind: "feed", bytes: () => Buffer.from([0xff, 0xfe, 0x3c]) },
  { name: "a wide document of odd length", kind: "page", bytes: () => Buffer.from([0, 0, 0xfe, 0xff, ...Buffer.from(page(paragraph))]) },
];

const cases = (kind: HostileCase["kind"], texts: Readonly<Record<string, () => string>>): readonly HostileCase[] =>
  Object.entries(texts).map(([name, text]) => ({ name, kind, bytes: () => Buffer.from(text(), "utf8") }));

export const hostileCases: readonly HostileCase[] = [...cases("feed", feeds), ...cases("page", pages), ...binaries];
