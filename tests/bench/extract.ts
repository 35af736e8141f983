import { extractArticle } from "../../src/ingest/extract.ts";
import { htmlToParagraphs } from "../../src/text/html.ts";
import { type Page, readPages, scoreAnswers } from "../eval/extract.ts";
import { hasEvalData } from "../eval/folder.ts";
import type { Row } from "../eval/row.ts";
import { ownPages } from "./pages.ts";
import { installPeers, type Peers } from "./peers.ts";

/** A page → its article's text, one paragraph a line. */
type Extract = (html: string, page: Page) => string | Promise<string>;

const packages = ["@mozilla/readability@0.6.0", "linkedom@0.18.15", "defuddle@0.19.4", "@extractus/article-extractor@9.0.1"];

/** Pages read before the clock starts: the engine compiles what runs often. */
const warmUp = 20;

const row = (set: string, measure: string, value: number | string): Row => ({ task: "extract", set, measure, value, target: "" });

/** Our extractor beside three others on the same pages: how much of the article they give, how much beside it, and how long a page takes. */
export async function measure(): Promise<readonly Row[]> {
  const rows = await measureOne("quoth", (_html, { url, bytes }) => extractArticle(bytes, { url }).text);
  const peers = await installPeers(packages);
  if (!peers) return [...rows, row(packages.join(", "), "ms a page", "npm cannot get them")];
  for (const [name, load] of Object.entries(extractors)) rows.push(...(await measureOne(name, await load(peers))));
  return rows;
}

interface Dom {
  parseHTML(html: string): { readonly document: unknown };
}

const paragraphs = (html: string | undefined): string => htmlToParagraphs(html ?? "").join("\n\n");

const extractors: Readonly<Record<string, (peers: Peers) => Promise<Extract>>> = {
  "@mozilla/readability": async (peers) => {
    const { parseHTML } = (await peers.load("linkedom")) as Dom;
    const { Readability } = (await peers.load("@mozilla/readability")) as {
      Readability: new (document: unknown) => { parse(): { content?: string } | null };
    };
    return (html) => paragraphs(new Readability(parseHTML(html).document).parse()?.content);
  },
  defuddle: async (peers) => {
    const { parseHTML } = (await peers.load("linkedom")) as Dom;
    const { default: Defuddle } = (await peers.load("defuddle")) as {
      default: new (document: unknown, options: object) => { parse(): { content?: string } };
    };
    return (html, { url }) => paragraphs(new Defuddle(parseHTML(html).document, { url, useAsync: false }).parse().content);
  },
  "@extractus/article-extractor": async (peers) => {
    const peer = (await peers.load("@extractus/article-extractor")) as {
      extractFromHtml(html: string, url: string): Promise<{ content?: string } | null>;
    };
    return async (html, { url }) => paragraphs((await peer.extractFromHtml(html, url))?.content);
  },
};

async function measureOne(name: string, extract: Extract): Promise<Row[]> {
  const pages = hasEvalData() ? readPages().filter(({ id }) => id.startsWith("aeb")) : ownPages.map(({ page }) => page);
  const texts = new Map<string, string>();
  const times: number[] = [];
  let failed = 0;
  for (const page of pages.slice(0, warmUp)) await readWith(extract, page);
  for (const page of pages) {
    const startedAt = performance.now();
    const text = await readWith(extract, page);
    times.push(performance.now() - startedAt);
    if (text === undefined) failed += 1;
    else texts.set(page.id, text);
  }
  times.sort((a, b) => a - b);
  return [
    ...(hasEvalData() ? scoreLabelled(name, texts) : scoreOwn(name, texts)),
    row(name, "pages that threw", failed),
    row(name, "ms a page, mean", times.reduce((sum, ms) => sum + ms, 0) / times.length),
    row(name, "ms a page, p95", times[Math.floor(times.length * 0.95)] ?? 0),
  ];
}

/** The text, or undefined where the extractor threw; what the others say on the console is not this table's matter. */
async function readWith(extract: Extract, page: Page): Promise<string | undefined> {
  const { error, warn } = console;
  console.error = console.warn = () => undefined;
  try {
    return await extract(Buffer.from(page.bytes).toString("utf8"), page);
  } catch {
    return undefined;
  } finally {
    Object.assign(console, { error, warn });
  }
}

function scoreLabelled(name: string, texts: ReadonlyMap<string, string>): readonly Row[] {
  const { aeb } = scoreAnswers([...texts].map(([id, text]) => ({ id, text })));
  return [row(name, "aeb dev, body F1", aeb.f1), row(name, "aeb dev, precision", aeb.p)];
}

function scoreOwn(name: string, texts: ReadonlyMap<string, string>): readonly Row[] {
  const share = (of: (one: (typeof ownPages)[number]) => readonly string[]): number => {
    const all = ownPages.flatMap((one) => of(one).map((line) => texts.get(one.page.id)?.includes(line) === true));
    return all.filter(Boolean).length / all.length;
  };
  return [
    row(
      name,
      "own pages, article found",
      share(({ article }) => article),
    ),
    row(
      name,
      "own pages, furniture let in",
      share(({ furniture }) => furniture),
    ),
  ];
}
