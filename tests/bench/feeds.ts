import { createRequire } from "node:module";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseFeed } from "../../src/ingest/feed.ts";
import type { Row } from "../eval/row.ts";

type Parse = (text: string) => unknown;

const entries = 200;
const rounds = 60;

/** Megabytes of feed a second, beside other parsers on the same documents. Those live outside the product: `npm install --no-save feedsmith rss-parser` brings them. */
export async function measure(): Promise<readonly Row[]> {
  const documents = [aRss(), anAtom()];
  const ours: Parse = (text) => parseFeed(Buffer.from(text), { url: "https://news.example/feed" });
  const rows = [await row("quoth", ours, documents, "")];
  for (const [name, load] of Object.entries(peers)) {
    const parse = await load();
    rows.push(
      parse ? await row(name, parse, documents, "") : { task: "feeds", set: name, measure: "MB/s", value: "not installed", target: "" },
    );
  }
  return rows;
}

const peers: Readonly<Record<string, () => Promise<Parse | undefined>>> = {
  feedsmith: async () => (await findPeer<{ parseFeed: Parse }>("feedsmith"))?.parseFeed,
  "rss-parser": async () => {
    const peer = await findPeer<{ default: new () => { parseString: Parse } }>("rss-parser");
    const parser = peer && new peer.default();
    return parser && ((text) => parser.parseString(text));
  },
};

async function findPeer<T>(name: string): Promise<T | undefined> {
  try {
    const path = createRequire(fileURLToPath(import.meta.url)).resolve(name);
    return (await import(pathToFileURL(path).href)) as T;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "MODULE_NOT_FOUND") return undefined;
    throw error;
  }
}

async function row(set: string, parse: Parse, documents: readonly string[], target: string): Promise<Row> {
  for (const document of documents) await parse(document);
  const bytes = documents.reduce((sum, document) => sum + Buffer.byteLength(document), 0) * rounds;
  const startedAt = performance.now();
  for (let round = 0; round < rounds; round++) for (const document of documents) await parse(document);
  return { task: "feeds", set, measure: "MB/s", value: bytes / 1_000 / (performance.now() - startedAt), target };
}

const words = "The board met again on Tuesday &amp; heard the engineers on the new quay, which opens in spring. ".repeat(8);

function aRss(): string {
  const items = Array.from(
    { length: entries },
    (_, index) =>
      `<item><title>Quay part ${index}</title><link>https://news.example/${index}?utm_source=rss</link><guid isPermaLink="false">${index}</guid><pubDate>Mon, 02 Mar 2026 08:00:00 GMT</pubDate><dc:creator>Ada Quill</dc:creator><description>${words}</description><content:encoded><![CDATA[<p>${words}</p>]]></content:encoded></item>`,
  );
  return `<?xml version="1.0"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Quay</title>${items.join("")}</channel></rss>`;
}

function anAtom(): string {
  const items = Array.from(
    { length: entries },
    (_, index) =>
      `<entry><id>tag:news.example,2026:${index}</id><title type="html">Quay part ${index}</title><link href="https://news.example/${index}"/><updated>2026-03-02T08:00:00Z</updated><author><name>Ada Quill</name></author><content type="html">${words}</content></entry>`,
  );
  return `<feed xmlns="http://www.w3.org/2005/Atom"><title>Quay</title>${items.join("")}</feed>`;
}
