import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { askBatch } from "./batch.ts";
import { evalFolder, hasEvalData } from "./folder.ts";
import type { Row } from "./row.ts";

const ci = process.argv.includes("--ci");

/** What the scorer that lies with the data prints, line by line: the measure and its target. */
const wanted: readonly {
  readonly begins: string;
  readonly measure: string;
  readonly core: string;
  readonly all: string;
  readonly de: string;
}[] = [
  { begins: "span exact", measure: "span exact F1", core: "≥ 98", all: "≥ 97", de: "≥ 85" },
  { begins: "speaker full name", measure: "full name", core: "≥ 88", all: "", de: "" },
  { begins: "joint", measure: "joint F1", core: "≥ 88", all: "≥ 88", de: "" },
  { begins: "verbatim", measure: "verbatim", core: "100", all: "100", de: "100" },
  { begins: "  speaker:name", measure: "speaker, named", core: "≥ 96", all: "", de: "" },
  { begins: "  speaker:pronoun", measure: "speaker, pronoun", core: "≥ 85", all: "", de: "" },
  { begins: "  speaker:nominal", measure: "speaker, description", core: "≥ 75", all: "", de: "" },
  { begins: "  speaker:org", measure: "speaker, organisation", core: "≥ 75", all: "", de: "" },
];

/** Quotes on the development half and on the reference article, by the scorer that lies with the data; `--ci` adds 95 % intervals. */
export async function measure(): Promise<readonly Row[]> {
  if (!hasEvalData()) return [];
  const english = await predict("quotes/dev.jsonl", "en");
  const rows = [
    ...score("quotes/dev.jsonl", english, ["--tier", "core"], "core"),
    ...score("quotes/dev.jsonl", english, [], "all"),
    ...score("quotes/dev.de.jsonl", await predict("quotes/dev.de.jsonl", "de"), [], "de"),
  ];
  return [...rows, await measureSeed()];
}

async function predict(file: string, lang: string): Promise<readonly object[]> {
  const gold = readLines(join(evalFolder, file));
  return askBatch(
    "quotes",
    gold.map(({ id, text, title }) => ({ id, text, title, lang })),
  );
}

function score(file: string, predicted: readonly object[], options: readonly string[], set: "core" | "all" | "de"): readonly Row[] {
  const folder = mkdtempSync(join(tmpdir(), "quoth-eval-"));
  const answers = join(folder, "answers.jsonl");
  writeFileSync(answers, predicted.map((answer) => JSON.stringify(answer)).join("\n"));
  const run = spawnSync(
    process.execPath,
    [join(evalFolder, "quotes/score.mjs"), join(evalFolder, file), answers, ...options, ...(ci ? ["--ci"] : [])],
    {
      encoding: "utf8",
    },
  );
  rmSync(folder, { recursive: true, force: true });
  const lines = run.stdout.split("\n");
  return wanted.flatMap(({ begins, measure: name, ...targets }) => {
    const line = lines.find((each) => each.startsWith(begins));
    const value = line && (/F1\s+([\d.]+)%/.exec(line)?.[1] ?? /\s([\d.]+)%/.exec(line)?.[1]);
    if (!value) return [];
    const interval = ci ? (/\[[^\]]+\]|\([^)]*to[^)]*\)/.exec(line)?.[0] ?? "") : "";
    return [{ task: "quotes", set, measure: name, value: interval ? `${value} ${interval}` : Number(value), target: targets[set] }];
  });
}

/** The reference article: every quoted segment, its speaker, role, relay and reporting outlet. */
async function measureSeed(): Promise<Row> {
  const seed = JSON.parse(readFileSync(join(evalFolder, "../seed/quotes.json"), "utf8")) as {
    readonly id: string;
    readonly text: string;
    readonly quotes: readonly {
      readonly start: number;
      readonly end: number;
      readonly speaker_full: string;
      readonly speaker_role: string;
      readonly relayed_via: string;
    }[];
  };
  const [answer] = await askBatch("quotes", [{ id: seed.id, text: seed.text, lang: "en" }]);
  const found = (answer?.quotes ?? []) as readonly { start: number; end: number; speaker: string; role?: string; relayed_via?: string }[];
  const right = seed.quotes.filter((gold) =>
    found.some(
      (quote) =>
        quote.start === gold.start &&
        quote.end === gold.end &&
        quote.speaker === gold.speaker_full &&
        quote.role === gold.speaker_role &&
        quote.relayed_via === gold.relayed_via,
    ),
  );
  return {
    task: "quotes",
    set: "seed",
    measure: "span, speaker, role and relay right",
    value: `${right.length} of ${seed.quotes.length}`,
    target: "7 of 7",
  };
}

function readLines(file: string): Record<string, unknown>[] {
  return readFileSync(file, "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}
