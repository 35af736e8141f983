import { parseFeed } from "../../src/ingest/feed.ts";
import type { Row } from "../eval/row.ts";
import { installPeers, type Peers } from "./peers.ts";

type Parse = (text: string) => unknown;

const entries = 200;
const rounds = 60;

const feedsmith = "feedsmith";
const rssParser = "rss-parser";

/** Megabytes of feed a second, beside other parsers on the same documents. */
export async function measure(): Promise<readonly Row[]> {
  const documents = [aRss(), anAtom()];
  const ours: Parse = (text) => parseFeed(Buffer.from(text), { url: "https://news.example/feed" });
  const rows = [await row("quoth", ours, documents, "")];
  const peers = await installPeers([`${feedsmith}@3.0.1`, `${rssParser}@3.13.0`]);
  if (!peers)
    return [...rows, { task: "feeds", set: `${feedsmith}, ${rssParser}`, measure: "MB/s", value: "npm cannot get them", target: "" }];
  for (const [name, load] of Object.entries(parsers)) rows.push(await row(name, await load(peers), documents, ""));
  return rows;
}

const parsers: Readonly<Record<string, (peers: Peers) => Promise<Parse>>> = {
  [feedsmith]: async (peers) => ((await peers.load(feedsmith)) as { parseFeed: Parse }).parseFeed,
  [rssParser]: async (peers) => {
    const { default: Parser } = (await peers.load(rssParser)) as { default: new () => { parseString: Parse } };
    const parser = new Parser();
    return (text) => parser.parseString(text);
  },
};

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
