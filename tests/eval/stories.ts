import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { askBatch } from "./batch.ts";
import { evalFolder, hasEvalData } from "./folder.ts";
import { createRandom } from "./random.ts";
import type { Row } from "./row.ts";

interface Scorer {
  clusterMetrics(
    gold: readonly object[],
    pred: readonly object[],
  ): { readonly b3: { readonly f1: number; readonly p: number; readonly r: number }; readonly ari: number };
  pairMetrics(
    gold: readonly object[],
    pred: readonly object[],
  ): { readonly all: { readonly f1: number; readonly p: number; readonly r: number; readonly pearson?: number } };
}

const shuffles = 5;
const clusterSets = [
  { file: "uci.dev.jsonl", target: "≥ 84" },
  { file: "ecbplus.dev.jsonl", target: "≥ 90" },
];
const pairSets = [
  { file: "tgpairs.dev.jsonl", target: "≥ 89" },
  { file: "ruslug.dev.jsonl", target: "≥ 83" },
  { file: "semeval22_snippets.dev.jsonl", target: "≥ 74" },
];

/** B-cubed F1 (mean of five shuffles within the day) and F1 of same-story pairs, by the scorer that lies with the data. */
export async function measure(): Promise<readonly Row[]> {
  if (!hasEvalData()) return [];
  const scorer = (await import(pathToFileURL(join(evalFolder, "stories/score.mjs")).href)) as Scorer;
  const rows: Row[] = [];
  for (const { file, target } of clusterSets) {
    const gold = readLines(file);
    const scores: ReturnType<Scorer["clusterMetrics"]>[] = [];
    for (let seed = 1; seed <= shuffles; seed++)
      scores.push(scorer.clusterMetrics(gold, await askBatch("stories", shuffleWithinDay(gold, seed).map(withoutGold))));
    const mean = (pick: (score: (typeof scores)[number]) => number): number =>
      (100 * scores.reduce((sum, score) => sum + pick(score), 0)) / scores.length;
    rows.push({ task: "stories", set: file, measure: "B-cubed F1, mean of 5 shuffles", value: mean(({ b3 }) => b3.f1), target });
    rows.push({
      task: "stories",
      set: file,
      measure: "B-cubed P / R, ARI",
      value: `${mean(({ b3 }) => b3.p).toFixed(1)} / ${mean(({ b3 }) => b3.r).toFixed(1)}, ${mean(({ ari }) => ari).toFixed(1)}`,
      target: "",
    });
  }
  for (const { file, target } of pairSets) {
    const gold = readLines(file);
    const { all } = scorer.pairMetrics(gold, await askBatch("pairs", gold.map(withoutGold)));
    rows.push({ task: "pairs", set: file, measure: "F1 of same story", value: 100 * all.f1, target });
    rows.push({
      task: "pairs",
      set: file,
      measure: "P / R, Pearson",
      value: `${(100 * all.p).toFixed(1)} / ${(100 * all.r).toFixed(1)}, ${all.pearson?.toFixed(3) ?? "–"}`,
      target: "",
    });
  }
  return rows;
}

function readLines(file: string): Record<string, unknown>[] {
  return readFileSync(join(evalFolder, "stories", file), "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

const withoutGold = ({ cluster: _, label: __, overall: ___, ...question }: Record<string, unknown>): object => question;

/** Stream order: by day, then by a fixed shuffle. */
function shuffleWithinDay(documents: readonly Record<string, unknown>[], seed: number): Record<string, unknown>[] {
  const random = createRandom(seed);
  return documents
    .map((document) => ({ document, day: String(document.date ?? ""), chance: random() }))
    .sort((a, b) => a.day.localeCompare(b.day) || a.chance - b.chance)
    .map(({ document }) => document);
}
