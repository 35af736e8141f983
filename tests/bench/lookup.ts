import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Quote, QuoteQuery } from "../../src/model/quote.ts";
import type { QuoteStore } from "../../src/model/stores.ts";
import { parseQuestion } from "../../src/quotes/query.ts";
import { migrate } from "../../src/store/migrate.ts";
import { type Connection, openConnection } from "../../src/store/sqlite/connection.ts";
import { migrations } from "../../src/store/sqlite/migrations/list.ts";
import { createQuoteStore } from "../../src/store/sqlite/quotes.ts";
import { createRandom, type Random } from "../eval/random.ts";
import type { Row } from "../eval/row.ts";
import { now, type SyntheticCorpus, synthesize } from "./lookup-corpus.ts";

/** QUOTH_BENCH_QUOTES makes it smaller; the target holds at a million. */
const quoteCount = Number(process.env.QUOTH_BENCH_QUOTES ?? 1_000_000);
const durableArticles = 500;
const articlesPerTransaction = 2_000;
const questionsPerKind = 200;
const sampledQuotes = 20_000;
const target = "≤ 25 ms";

/** Lookups over invented quotations, by kind of question, one core, a warm file on disk; and what the file costs to fill and to keep. */
export async function measure(): Promise<readonly Row[]> {
  const folder = mkdtempSync(join(tmpdir(), "quoth-lookup-"));
  try {
    const connection = openConnection(join(folder, "quoth.sqlite"));
    migrate(connection, migrations);
    const store = createQuoteStore(connection);
    try {
      return await measureStore(store, connection, folder);
    } finally {
      connection.close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measureStore(store: QuoteStore, connection: Connection, folder: string): Promise<readonly Row[]> {
  const corpus = synthesize(quoteCount, 11);
  const set = `${quoteCount.toLocaleString("en")} invented quotes`;
  const { sample, quotesPerSecond } = await fill(store, connection, corpus);
  const durable = await measureDurable(store);
  const size = statSync(join(folder, "quoth.sqlite")).size / 1e6;
  const random = createRandom(5);
  const kinds = Object.entries(questionsOf(corpus, sample, random));
  const rows: Row[] = [];
  const all: number[] = [];
  for (const [kind, queries] of kinds) {
    const times = await time(queries.map((query) => () => store.search(query, { offset: 0, limit: 3 }, now)));
    all.push(...times);
    rows.push({ task: "lookup", set, measure: `${kind}: p50 / p99 / max ms`, value: spread(times), target });
  }
  const prefixes = sample.slice(0, questionsPerKind).map(({ speaker }, place) => (speaker.name ?? "").slice(0, 1 + (place % 5)));
  const typed = await time(prefixes.map((prefix) => () => store.speakers(prefix, 25)));
  const ids = await speakerIds(store, sample);
  const dossiers = await time(ids.map((id) => () => store.ofSpeaker(id, 5)));
  const frequent = await time(
    Array.from(
      { length: 30 },
      (_, place) => () => store.search({ words: [corpus.word(place, "en")], phrases: [] }, { offset: 0, limit: 3 }, now),
    ),
  );
  return [
    { task: "lookup", set, measure: "all kinds together: p99 ms", value: quantile(all, 0.99), target },
    ...rows,
    { task: "lookup", set, measure: "30 commonest words: p50 / p99 / max ms", value: spread(frequent), target: "max ≤ 60 ms" },
    { task: "lookup", set, measure: "completion of a name: p50 / p99 / max ms", value: spread(typed), target: "p99 ≤ 15 ms" },
    { task: "lookup", set, measure: "a speaker's latest: p50 / p99 / max ms", value: spread(dossiers), target },
    { task: "lookup", set, measure: "filled, quotes/s", value: Math.round(quotesPerSecond), target: "" },
    {
      task: "lookup",
      set,
      measure: "article with 5 quotes, one durable transaction, articles/s",
      value: Math.round(durable),
      target: "≥ 150",
    },
    { task: "lookup", set, measure: "file, MB", value: Math.round(size), target: "" },
    { task: "lookup", set, measure: "memory of this process, MB", value: Math.round(process.memoryUsage().rss / 1e6), target: "" },
  ];
}

/** Fills in large transactions; keeps an even sample of what went in, to ask about. */
async function fill(
  store: QuoteStore,
  connection: Connection,
  corpus: SyntheticCorpus,
): Promise<{ readonly sample: readonly Quote[]; readonly quotesPerSecond: number }> {
  const startedAt = performance.now();
  const sample: Quote[] = [];
  const every = Math.max(1, Math.floor(quoteCount / sampledQuotes));
  let added = 0;
  const articles = corpus.articles();
  for (let ended = false; !ended; ) {
    // add() works synchronously before its first await, so it joins the transaction around it.
    const batch: Promise<void>[] = [];
    connection.transaction(() => {
      for (let each = 0; each < articlesPerTransaction; each++) {
        const { value, done } = articles.next();
        if (done) {
          ended = true;
          break;
        }
        batch.push(store.add(value.article, value.quotes));
        for (const quote of value.quotes) if (added++ % every === 0) sample.push(quote);
      }
    });
    await Promise.all(batch);
    if (process.stderr.isTTY) process.stderr.write(`\r  ${added.toLocaleString("en")} quotes `);
  }
  return { sample, quotesPerSecond: (added / (performance.now() - startedAt)) * 1_000 };
}

async function measureDurable(store: QuoteStore): Promise<number> {
  const more = [...synthesize(durableArticles * 5, 77).articles()];
  const startedAt = performance.now();
  for (const { article, quotes } of more) {
    const id = `b${article.id.slice(1)}`;
    await store.add(
      { ...article, id },
      quotes.map((quote) => ({ ...quote, id: `r${quote.id.slice(1)}`, articleId: id })),
    );
  }
  return (more.length / (performance.now() - startedAt)) * 1_000;
}

function questionsOf(corpus: SyntheticCorpus, sample: readonly Quote[], random: Random): Readonly<Record<string, readonly QuoteQuery[]>> {
  const pick = (): Quote => sample[Math.floor(random() * sample.length)]!;
  const wordsIn = (quote: Quote): readonly string[] => quote.text.split(" ").filter((word) => word.length > 3);
  const someWord = (quote: Quote): string => wordsIn(quote)[Math.floor(random() * wordsIn(quote).length)] ?? "";
  const surname = (quote: Quote): string => quote.speaker.name?.split(" ").at(-1) ?? "";
  const make = (question: (quote: Quote) => string): readonly QuoteQuery[] =>
    Array.from({ length: questionsPerKind }, () => parseQuestion(question(pick()), now));
  return {
    "two words": make((quote) => `${someWord(quote)} ${someWord(quote)}`),
    phrase: make((quote) => `"${quote.text.split(" ").slice(2, 6).join(" ")}"`),
    speaker: make((quote) => `speaker:${surname(quote)}`),
    "speaker and word": make((quote) => `${surname(quote)} ${someWord(quote)}`),
    "with filters": make((quote) => `${someWord(quote)} lang:${quote.lang} since:2023-06 until:2023-08`),
    outlet: make((quote) => `outlet:"Outlet ${quote.text.length % 40}" ${someWord(quote)}`),
    misspelt: make((quote) => `${misspell(someWord(quote), random)} ${surname(quote)}`),
    "other script": make((quote) => (quote.lang === "en" ? toCyrillic(surname(quote)) : toLatin(surname(quote)))),
    "nothing found": make((quote) => `speaker:${surname(quote)} xq${corpus.word(40_000 + Math.floor(random() * 30_000), "en")}`),
  };
}

/** Two neighbours change places. */
function misspell(word: string, random: Random): string {
  const at = 1 + Math.floor(random() * Math.max(1, word.length - 2));
  return word.slice(0, at) + (word[at + 1] ?? "") + (word[at] ?? "") + word.slice(at + 2);
}

const latin = "abvhdezyijklmnoprstufcw";
const cyrillic = "абвгдезиійклмнопрстуфкв";
const toCyrillic = (word: string): string => [...word.toLowerCase()].map((letter) => cyrillic[latin.indexOf(letter)] ?? letter).join("");
const toLatin = (word: string): string => [...word.toLowerCase()].map((letter) => latin[cyrillic.indexOf(letter)] ?? letter).join("");

async function speakerIds(store: QuoteStore, sample: readonly Quote[]): Promise<readonly string[]> {
  const found = await Promise.all(sample.slice(0, questionsPerKind).map(({ speaker }) => store.speakers(speaker.name ?? "", 1)));
  return found.flatMap(([first]) => (first ? [first.id] : []));
}

/** Milliseconds of each; the first tenth runs twice, so that caches are warm. */
async function time(runs: readonly (() => Promise<unknown>)[]): Promise<readonly number[]> {
  for (const run of runs.slice(0, Math.ceil(runs.length / 10))) await run();
  const times: number[] = [];
  for (const run of runs) {
    const startedAt = performance.now();
    await run();
    times.push(performance.now() - startedAt);
  }
  return times;
}

const spread = (times: readonly number[]): string =>
  [quantile(times, 0.5), quantile(times, 0.99), Math.max(...times)].map((each) => each.toFixed(1)).join(" / ");

function quantile(times: readonly number[], share: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
