import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { gunzipSync } from "node:zlib";
import { openPool } from "../../src/ingest/pool.ts";
import { hostileCases } from "../kit/hostile.ts";
import { askBatch } from "./batch.ts";
import { evalFolder, hasEvalData } from "./folder.ts";
import type { Row } from "./row.ts";

interface Share {
  readonly hit: number;
  readonly of: number;
  readonly share: number;
}

const row = (set: string, measure: string, value: number | string, target: string): Row => ({ task: "feeds", set, measure, value, target });

/** Feeds, dates and hostile documents of the evaluation folder by its own scorer; the project's own hostile documents in any case. */
export async function measure(): Promise<readonly Row[]> {
  return [
    ...(hasEvalData() ? [...(await measureFeeds()), ...(await measureDates()), ...(await measureHostile())] : []),
    ...(await measureOwn()),
  ];
}

async function measureFeeds(): Promise<readonly Row[]> {
  const cases = readCases("feeds.jsonl.gz");
  const score = await scored<{ core: Share; by_field: Record<string, Share> }>("feed", cases, ["--cases", "feeds.jsonl.gz"]);
  return [
    row("dev", "core checks right", score.core.share, "≥ 0.970, aim 0.985"),
    row("dev", "number of entries exact", score.by_field["entry.#len"]?.share ?? 0, "≥ 0.990, aim 0.997"),
  ];
}

/** The host's zone must not matter: the worst of three is what counts. */
async function measureDates(): Promise<readonly Row[]> {
  const cases = readFileSync(join(evalFolder, "feeds/dates.jsonl"), "utf8")
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line) as object);
  const zone = process.env.TZ;
  const shares: number[] = [];
  for (const TZ of ["UTC", "America/New_York", "Asia/Kolkata"]) {
    process.env.TZ = TZ;
    const { all } = await scored<{ all: [number, number] }>("date", cases, ["--dates", "dates.jsonl"]);
    shares.push(all[0] / all[1]);
  }
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
  return [row("dev, 3 zones", "dates right or refused", Math.min(...shares), "≥ 0.90, aim 1")];
}

async function measureHostile(): Promise<readonly Row[]> {
  const cases = readCases("hostile.jsonl.gz");
  const startedAt = performance.now();
  const score = await scored<{ cases: number; core: Share }>("feed", cases, ["--cases", "hostile.jsonl.gz"]);
  return [
    row("hostile", "field checks right (Cyrillic charsets)", score.core.share, "1"),
    row("hostile", "all answered, seconds", (performance.now() - startedAt) / 1_000, `≤ ${2 * score.cases}`),
  ];
}

async function measureOwn(): Promise<readonly Row[]> {
  const pool = openPool();
  const delay = monitorEventLoopDelay({ resolution: 5 });
  let worstMs = 0;
  let failures = 0;
  for (const { kind, bytes } of hostileCases) {
    const document = bytes();
    const startedAt = performance.now();
    delay.enable();
    await (kind === "feed" ? pool.jobs.feed(document, {}) : pool.jobs.page(document, {})).catch((error: Error) => {
      if (error.name !== "SourceError") failures += 1;
    });
    delay.disable();
    worstMs = Math.max(worstMs, performance.now() - startedAt);
  }
  await pool.close();
  return [
    row(`own ${hostileCases.length} hostile`, "not survived", failures, "0"),
    row(`own ${hostileCases.length} hostile`, "slowest, ms", Math.round(worstMs), "≤ 4000"),
    row(`own ${hostileCases.length} hostile`, "main loop held up, 99.9 %, ms", Math.round(delay.percentile(99.9) / 1e6), "≤ 50"),
  ];
}

function readCases(name: string): readonly object[] {
  const text = gunzipSync(readFileSync(join(evalFolder, "feeds", name))).toString("utf8");
  return text
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line) as object);
}

/** Runs a task and the folder's scorer over its answers. */
async function scored<T>(task: string, cases: readonly object[], args: readonly [string, string]): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "quoth-eval-"));
  try {
    const answers = join(folder, "answers.jsonl");
    writeFileSync(answers, (await askBatch(task, cases)).map((answer) => `${JSON.stringify(answer)}\n`).join(""));
    const scorer = join(evalFolder, "feeds/score.mjs");
    const output = execFileSync(process.execPath, [scorer, args[0], join(evalFolder, "feeds", args[1]), "--pred", answers, "--json"], {
      encoding: "utf8",
    });
    return JSON.parse(output) as T;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
