import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { extractArticle } from "../../src/ingest/extract.ts";
import { askBatch } from "./batch.ts";
import { evalFolder, hasEvalData } from "./folder.ts";
import type { Row } from "./row.ts";

export interface Page {
  readonly id: string;
  readonly url: string;
  readonly bytes: Uint8Array;
}

export interface Score {
  readonly aeb: { readonly f1: number; readonly p: number };
  readonly traf: { readonly f1: number };
  readonly meta: Readonly<Record<"title" | "author" | "date", { readonly correct: number }>>;
}

const row = (set: string, measure: string, value: number, target: string): Row => ({ task: "extract", set, measure, value, target });

/** Article pages of the evaluation folder by its own scorer, and the time a page takes in one thread. */
export async function measure(): Promise<readonly Row[]> {
  if (!hasEvalData()) return [];
  const pages = readPages();
  const { aeb, traf, meta } = scoreAnswers(await askBatch("extract", pages.map(toQuestion)));
  return [
    row("aeb dev", "body F1", aeb.f1, "≥ 0.975, aim 0.980"),
    row("aeb dev", "body precision", aeb.p, "≥ 0.955, aim 0.970"),
    row("traf dev", "segment F1", traf.f1, "≥ 0.925, aim 0.935"),
    row("traf dev", "title right", meta.title.correct, "≥ 0.92, aim 0.95"),
    row("traf dev", "author right", meta.author.correct, "≥ 0.72, aim 0.80"),
    row("traf dev", "date right", meta.date.correct, "≥ 0.80, aim 0.90"),
    row("aeb dev", "page p95, ms", Math.round(timeP95(pages.slice(0, 95))), "≤ 120, aim 60"),
  ];
}

/** The labelled pages; the first 95 have their whole article as truth ("aeb"). */
export function readPages(): readonly Page[] {
  const gold = readFileSync(join(evalFolder, "extraction/gold.jsonl"), "utf8").split("\n").filter(Boolean);
  return gold.map((line) => {
    const { id, url } = JSON.parse(line) as { id: string; url: string };
    return { id, url, bytes: gunzipSync(readFileSync(join(evalFolder, "extraction/pages", `${id}.html.gz`))) };
  });
}

const toQuestion = ({ id, url, bytes }: Page) => ({ id, url, body_b64: Buffer.from(bytes).toString("base64") });

/** Answers `{ id, text, title?, author?, date? }` by the folder's own scorer; a page without an answer counts as empty. */
export function scoreAnswers(given: readonly object[]): Score {
  const folder = mkdtempSync(join(tmpdir(), "quoth-eval-"));
  try {
    const answers = join(folder, "answers.jsonl");
    writeFileSync(answers, given.map((answer) => `${JSON.stringify(answer)}\n`).join(""));
    const scorer = join(evalFolder, "extraction/score.mjs");
    const args = [scorer, "--gold", join(evalFolder, "extraction/gold.jsonl"), "--pred", answers];
    return JSON.parse(execFileSync(process.execPath, args, { encoding: "utf8" })) as Score;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function timeP95(pages: readonly Page[]): number {
  const times = pages.map(({ url, bytes }) => {
    const startedAt = performance.now();
    extractArticle(bytes, { url });
    return performance.now() - startedAt;
  });
  return times.sort((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? 0;
}
