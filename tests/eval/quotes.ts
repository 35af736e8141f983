import { readFileSync } from "node:fs";
import { join } from "node:path";
import { askBatch } from "./batch.ts";
import { evalFolder, hasEvalData } from "./folder.ts";

import { type MentionAnswers, type MentionGold, measureMentions } from "./german.ts";
import { scoreQuotes } from "./quote-scores.ts";

import type { Row } from "./row.ts";

const ci = process.argv.includes("--ci");

/** What each measure must reach, by the set it is taken on. */
const targets: Readonly<Record<"core" | "all" | "de", Readonly<Record<string, string>>>> = {
  core: {
    "span exact F1": "≥ 98",
    "full name": "≥ 88",
    "joint F1": "≥ 88",
    "joint precision": "≥ 90",
    verbatim: "100",
    "speaker, named": "≥ 96",
    "speaker, pronoun": "≥ 85",
    "speaker, description": "≥ 75",
    "speaker, organisation": "≥ 75",
  },
  all: { "span exact F1": "≥ 97", "joint F1": "≥ 88", verbatim: "100" },
  de: { "span exact F1": "≥ 85", verbatim: "100" },
};

type Line = Record<string, unknown>;

/** Quotes on the development half and on the reference article, by the scorer that lies with the data; `--ci` adds 95 % intervals. */
export async function measure(): Promise<readonly Row[]> {
  if (!hasEvalData()) return [];
  const english = readLines(join(evalFolder, "quotes/dev.jsonl"));
  const german = readLines(join(evalFolder, "quotes/dev.de.jsonl"));
  const found = await predict(english, "en");
  const foundGerman = await predict(german, "de");
  const rows = [
    ...(await score(
      english.filter(({ tier }) => tier === "core"),
      found,
      "core",
    )),
    ...(await score(english, found, "all")),
    ...(await score(german, foundGerman, "de")),
    ...measureMentions(german as unknown as MentionGold, foundGerman as unknown as MentionAnswers),
  ];
  return [...rows, await measureSeed()];
}

const predict = (gold: readonly Line[], lang: string): Promise<readonly Line[]> =>
  askBatch(
    "quotes",
    gold.map(({ id, text, title }) => ({ id, text, title, lang })),
  );

async function score(gold: readonly Line[], predicted: readonly Line[], set: "core" | "all" | "de"): Promise<readonly Row[]> {
  const scores = await scoreQuotes(gold, predicted, ci);
  return scores
    .filter(({ measure: name }) => set !== "de" || name in targets.de) // the German set does not say who speaks
    .map(({ measure: name, value, interval }) => ({
      task: "quotes",
      set,
      measure: name,
      value: interval ? `${value} (${interval[0]} to ${interval[1]})` : value,
      target: targets[set][name] ?? "",
    }));
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

function readLines(file: string): Line[] {
  return readFileSync(file, "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Line);
}
