import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { askBatch } from "./batch.ts";
import { evalFolder, hasEvalData } from "./folder.ts";
import type { Row } from "./row.ts";

const core = ["--sets", "frank_cnndm,summeval,realsumm", "--pool", "--refs", "first"];

/** What the scorer prints about our bullets: the measure, its name for a reader, its target. */
const form: readonly (readonly [begins: string, measure: string, target: string])[] = [
  ["rouge ", "mean ROUGE F1", ""],
  ["r2_r ", "R2 recall", ""],
  ["words ", "words", "≤ 80"],
  ["over30 ", "bullets over 30 words", "0"],
  ["standalone ", "standalone", "≥ 0.97"],
  ["redundancy ", "redundancy", "≤ 0.30"],
  ["badQuote ", "cut quotations", "≤ 0.005"],
  ["newNumber ", "new number", "0"],
  ["newName ", "new name", "0"],
];

/** What lead-B may be: the first sentences as they stand, each broken off at its 30th word, as many as fit into what four bullets may say. */
const leadB = { sentences: 4, wordsEach: 30, words: 80 } as const;

/**
 * Bullets on the development half, by the scorer that lies with the data: their own figures, the paired difference to the first three
 * sentences, and the recall of lead-B, which may break off in the middle of a phrase and lean on what is not there.
 */
export async function measure(): Promise<readonly Row[]> {
  if (!hasEvalData()) return [];
  const folder = mkdtempSync(join(tmpdir(), "quoth-eval-"));
  try {
    const english = await score(folder, "dev.jsonl", core, "CNN/DM core", form);
    const others = ["fr", "es", "nb"].map((lang) => score(folder, `dev.${lang}.jsonl`, [], lang, []));
    return [...english, ...(await Promise.all(others)).flat()];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Gold {
  readonly id: string;
  readonly text: string;
  readonly lang: string;
  readonly sentences: readonly string[];
}

async function score(folder: string, file: string, options: readonly string[], set: string, rows: typeof form): Promise<readonly Row[]> {
  const gold = join(evalFolder, "summaries", file);
  const answers = join(folder, file);
  const leads = join(folder, `lead.${file}`);
  const records = readFileSync(gold, "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Gold);
  const bullets = await askBatch(
    "bullets",
    records.map(({ id, text, lang }) => ({ id, text, lang })),
  );
  writeFileSync(answers, bullets.map((answer) => JSON.stringify(answer)).join("\n"));
  writeFileSync(leads, records.map(({ id, sentences }) => JSON.stringify({ id, bullets: takeLead(sentences) })).join("\n"));
  const own = rows.length > 0 ? runScorer(["score", "--gold", gold, "--pred", answers, ...options]) : [];
  const ofLead = rows.length > 0 ? runScorer(["score", "--gold", gold, "--pred", leads, ...options]) : [];
  const against = runScorer(["compare", "--gold", gold, "--a", answers, "--b", "lead:3", ...options]);
  return [
    ...rows.map(([begins, measure, target]) => getRow(own, begins, { task: "bullets", set, measure, target })),
    ...(rows.length > 0 ? [getRow(ofLead, "r2_r ", { task: "bullets", set, measure: "R2 recall of lead-B", target: "≤ R2 recall" })] : []),
    getRow(against, "rouge ", {
      task: "bullets",
      set,
      measure: "mean ROUGE F1 over lead-3",
      target: rows.length > 0 ? "CI low > −0.8" : "≥ 0",
    }),
  ];
}

function takeLead(sentences: readonly string[]): readonly string[] {
  const taken: string[] = [];
  let left: number = leadB.words;
  for (const sentence of sentences) {
    const words = sentence.split(/\s+/).slice(0, leadB.wordsEach);
    if (words.length > left || taken.length === leadB.sentences) continue;
    taken.push(words.join(" "));
    left -= words.length;
  }
  return taken;
}

function runScorer(options: readonly string[]): readonly string[] {
  const run = spawnSync(process.execPath, [join(evalFolder, "summaries/rouge.mjs"), ...options], { encoding: "utf8" });
  if (run.status !== 0) throw new Error(`the scorer ended with ${run.status}: ${run.stderr}`);
  return run.stdout.split("\n");
}

function getRow(lines: readonly string[], begins: string, row: Omit<Row, "value">): Row {
  const value = /\s(-?[\d.]+)\s+(\[[^\]]*\])/.exec(lines.find((line) => line.startsWith(begins)) ?? "");
  if (!value) throw new Error(`the scorer printed no line that begins with "${begins.trim()}"`);
  return { ...row, value: `${value[1]} ${value[2]}` };
}
