import { extractive } from "../../src/digest/summarizers/extractive.ts";
import type { Article } from "../../src/model/article.ts";
import { findMentions } from "../../src/quotes/mentions.ts";
import { anArticle } from "../build.ts";
import type { Row } from "../eval/row.ts";
import { installPeers } from "./peers.ts";

type Summarize = (article: Article) => unknown;

const articles = 300;
const sentencesEach = 25;
const form = { style: "bullets", stories: 1, bullets: 4, quotes: false } as const;

/** Articles a second and the 95th percentile for one, beside a summarizer from npm on the same articles. */
export async function measure(): Promise<readonly Row[]> {
  const texts = Array.from({ length: articles }, (_, index) => anArticle({ id: `a${index}`, text: write(index) }));
  const ours = await time(texts, (article) =>
    extractive.summarize(
      { story: { id: "s", articles: [article], voices: {}, reasons: {} }, form, maxWords: 30, mentions: findMentions },
      AbortSignal.timeout(60_000),
    ),
  );
  const peer = await loadPeer();
  const theirs = peer ? rowsOf("node-summarizer, by frequency", await time(texts.slice(0, 60), peer), ["", ""]) : [];
  const missing: readonly Row[] = peer
    ? []
    : [{ task: "digest", set: "node-summarizer", measure: "articles/s", value: "could not be had", target: "" }];
  return [...rowsOf("quoth, no key", ours, ["≥ 300", "≤ 10 ms"]), ...theirs, ...missing];
}

interface Peer {
  readonly SummarizerManager: new (text: string, sentences: number) => { getSummaryByFrequency(): unknown };
}

/** Its ranking mode needs a word net that an install script builds; no script of a stranger is run, so its plain mode stands beside ours. */
async function loadPeer(): Promise<Summarize | undefined> {
  const peers = await installPeers(["node-summarizer"]);
  const loaded = (await peers?.load("node-summarizer")) as { readonly default: Peer } | undefined;
  return loaded && ((article) => new loaded.default.SummarizerManager(article.text, 3).getSummaryByFrequency());
}

/** Milliseconds for each article, after a tenth of them to warm up. */
async function time(texts: readonly Article[], summarize: Summarize): Promise<readonly number[]> {
  for (const article of texts.slice(0, texts.length / 10)) await summarize(article);
  const waits: number[] = [];
  for (const article of texts) {
    const startedAt = performance.now();
    await summarize(article);
    waits.push(performance.now() - startedAt);
  }
  return waits.toSorted((a, b) => a - b);
}

function rowsOf(set: string, waits: readonly number[], [rate = "", late = ""]: readonly string[]): readonly Row[] {
  const total = waits.reduce((sum, wait) => sum + wait, 0);
  return [
    { task: "digest", set, measure: "articles/s", value: (1_000 * waits.length) / total, target: rate },
    { task: "digest", set, measure: "p95, ms", value: waits[Math.floor(waits.length * 0.95)] ?? 0, target: late },
  ];
}

const who = ["Ada Lind", "The harbour board", "Per Holm", "The island council", "Norrby Shipping", "A retired pilot"];
const did = ["closed", "paid for", "inspected", "argued about", "voted on", "reopened"];
const what = ["the old northern quay", "nine fishing boats", "a bridge to the mainland", "the winter timetable", "the coal store"];
const tail = [
  ", which had stood empty since 2019",
  " after a storm on Tuesday",
  ", while divers looked at the piles below the water",
  " and called it “a step forward”",
  "",
];

/** An article of about 400 words, different for each number. */
function write(article: number): string {
  const pick = (list: readonly string[], at: number): string => list[at % list.length] ?? "";
  const sentences = Array.from({ length: sentencesEach }, (_, index) => {
    const at = article * 7 + index * 11;
    return `${pick(who, at)} ${pick(did, at >> 1)} ${pick(what, at >> 2)} for the ${index + 2}th time this year${pick(tail, at >> 1)}, and ${article + 10} people came to see it.`;
  });
  return sentences.map((sentence, index) => sentence + (index % 3 === 2 ? "\n\n" : " ")).join("");
}
