import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Article } from "../../src/model/article.ts";
import { extractQuotes } from "../../src/quotes/extract.ts";
import { evalFolder, hasEvalData } from "../eval/folder.ts";
import type { Row } from "../eval/row.ts";
import { installPeers } from "./peers.ts";

/** Articles whose quotes are found a second, on one core, beside the one package on the registry that finds quotations. */
export async function measure(): Promise<readonly Row[]> {
  const articles = readArticles();
  const rows: Row[] = [
    {
      task: "quotes",
      set: `${articles.length} articles`,
      measure: "articles/s",
      value: rate(articles, (each) => extractQuotes(each)),
      target: "≥ 100",
    },
    {
      task: "quotes",
      set: `${articles.length} articles`,
      measure: "slowest article, ms",
      value: Math.max(...articles.map(millisecondsFor)),
      target: "≤ 200",
    },
    { task: "quotes", set: "5 MB, 10,000 quotations", measure: "ms", value: millisecondsFor(hugeArticle(10_000)), target: "" },
    {
      task: "quotes",
      set: "2.5 MB, 5,000 quotations",
      measure: "ms: about half, time being linear",
      value: millisecondsFor(hugeArticle(5_000)),
      target: "",
    },
  ];
  const peers = await installPeers(["compromise@14.17.0"]);
  if (!peers)
    return [
      ...rows,
      {
        task: "quotes",
        set: "peer",
        measure: "compromise quotations, articles/s",
        value: "not measured: it could not be installed",
        target: "",
      },
    ];
  const { default: nlp } = (await peers.load("compromise")) as {
    default: (text: string) => { quotations(): { out(form: string): unknown } };
  };
  const some = articles.slice(0, 40); // it is slow: a sample tells enough
  return [
    ...rows,
    {
      task: "quotes",
      set: "peer",
      measure: "compromise quotations, articles/s",
      value: rate(some, ({ text }) => nlp(text).quotations().out("array")),
      target: "",
    },
  ];
}

function millisecondsFor(article: Article): number {
  const startedAt = performance.now();
  extractQuotes(article);
  return Math.round(performance.now() - startedAt);
}

/** As many quotations by a thousand people as it is asked for. */
function hugeArticle(quotations: number): Article {
  const name = (index: number): string =>
    `${letters[index % 26]}ab${letters[Math.floor(index / 26) % 26]!.toLowerCase()}o ${letters[(index * 7) % 26]}ern`;
  const filler = "The wind was strong and the boats stayed in. ".repeat(8);
  const paragraphs = Array.from(
    { length: quotations },
    (_, index) => `“Quay ${index} is open,” said ${name(index % 1000)}, a harbour master. ${filler}`,
  );
  return asArticle(paragraphs.join("\n\n"), 0);
}

const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];

function rate(articles: readonly Article[], work: (article: Article) => unknown): number {
  for (const article of articles.slice(0, 20)) work(article); // warm
  const startedAt = performance.now();
  for (const article of articles) work(article);
  return (articles.length / (performance.now() - startedAt)) * 1000;
}

/** The development articles where they are there, else an invented one many times over. */
function readArticles(): readonly Article[] {
  const texts = hasEvalData()
    ? readFileSync(join(evalFolder, "quotes/dev.jsonl"), "utf8")
        .trim()
        .split("\n")
        .map((line) => (JSON.parse(line) as { text: string }).text)
    : Array.from({ length: 300 }, (_, index) => invented.repeat(10 + (index % 10)));
  return texts.map(asArticle);
}

const asArticle = (text: string, index: number): Article => ({
  id: `a${index}`,
  version: 1,
  hash: "",
  title: "",
  text,
  lang: "en",
  outlet: "",
  fetchedAt: new Date(0),
});

const invented =
  "“The lights are back,” said Ingrid Solvang, harbour master of Varnmouth. “So are we.” The pilots will count the hours.\n\n";
