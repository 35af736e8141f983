/**
 * Fits how likely a word, or a pair of neighbouring words, of an article is in a summary of it, and writes src/digest/likelihood.weights.json.
 *
 *   node scripts/fit-bullets.ts GOLD.jsonl SCORER.mjs
 *
 * GOLD holds {id, source_dataset, lang, text, sentences, references}; SCORER exports scoreRecord(record, bullets, {refs}). Only sets whose
 * licence allows it are read. Logistic regression over every word and pair of every article, so that a few hundred summaries give some
 * hundred thousand examples; weights for whole sentences, fitted on the summaries' scores, gained nothing on articles they had not seen.
 * Prints what the bullets so chosen score over the first three sentences, on articles left out of the fit (five folds) and on the fitted.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { chooseBest } from "../src/digest/choose.ts";
import {
  findLikelihood,
  type LikelihoodWeights,
  pairFeatures,
  readPairs,
  readTerms,
  readWords,
  wordFeatures,
} from "../src/digest/likelihood.ts";
import { type Candidate, readArticle } from "../src/digest/select.ts";
import { findMentions } from "../src/quotes/mentions.ts";
import { solve } from "./solve.ts";

interface Gold {
  readonly id: string;
  readonly source_dataset: string;
  readonly lang: string;
  readonly text: string;
  readonly sentences: readonly string[];
  readonly references: readonly string[];
}
interface Score {
  /** Mean of ROUGE-1, -2 and -Lsum, F1. */
  readonly rouge: number;
  readonly r2_r: number;
}
interface Scorer {
  scoreRecord(record: Gold, bullets: readonly string[], options: { readonly refs: "first" }): Score;
}

/** Names and licences: MIT, MIT, CC BY 4.0, Apache-2.0. */
const sets = new Set(["frank_cnndm", "summeval", "realsumm", "qags_cnndm"]);
const origin =
  "scripts/fit-bullets.ts on one half each of FRANK CNN/DM (MIT), SummEval (MIT), REALSumm (CC BY 4.0) and QAGS CNN/DM (Apache-2.0)";
const maxBullets = 4;
const maxWords = 30;
const leadSentences = 3;
const ridge = 1;
const rounds = 12;
const folds = 5;

interface Row {
  readonly features: readonly number[];
  readonly told: boolean;
}
interface Example {
  readonly record: Gold;
  readonly sentences: readonly string[];
  readonly candidates: readonly Candidate[];
  readonly words: readonly Row[];
  readonly pairs: readonly Row[];
}

const [goldFile = "", scorerFile = ""] = process.argv.slice(2);
const scorer = (await import(pathToFileURL(scorerFile).href)) as Scorer;
const examples = readFileSync(goldFile, "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line) as Gold)
  .filter(({ source_dataset }) => sets.has(source_dataset))
  .map(readExample);

const count = (of: "words" | "pairs"): number => examples.reduce((sum, example) => sum + example[of].length, 0);
console.log(`${examples.length} articles, ${count("words")} words, ${count("pairs")} pairs`);
const parts = Array.from({ length: folds }, (_, fold) => fitWeights(examples.filter((_, index) => index % folds !== fold)));
tell("left out", (index) => parts[index % folds]!);
const weights = fitWeights(examples);
tell("fitted", () => weights);
const target = new URL("../src/digest/likelihood.weights.json", import.meta.url);
writeFileSync(target, `${JSON.stringify({ origin, ...weights }, null, 2)}\n`);

function readExample(record: Gold): Example {
  const { id, text, lang } = record;
  const article = { id, version: 1, hash: "", title: "", text, lang, outlet: "", fetchedAt: new Date(0) };
  const { candidates, sentences } = readArticle(article, maxWords, findMentions(article));
  const terms = readTerms(sentences, "");
  const summary = readWords(record.references[0] ?? "");
  const told = new Set([...summary, ...readPairs(summary)]);
  const rows = (isPair: boolean): readonly Row[] =>
    terms.all.filter((term) => term.includes(" ") === isPair).map((term) => ({ features: terms.describe(term)!, told: told.has(term) }));
  return { record, sentences, candidates, words: rows(false), pairs: rows(true) };
}

function fitWeights(on: readonly Example[]): LikelihoodWeights {
  const named = <Name extends string>(names: readonly Name[], values: readonly number[]): Record<Name, number> =>
    Object.fromEntries(names.map((name, index) => [name, Math.round(values[index]! * 1_000) / 1_000])) as Record<Name, number>;
  return {
    words: named(wordFeatures, fitLogistic(on.flatMap(({ words }) => words))),
    pairs: named(pairFeatures, fitLogistic(on.flatMap(({ pairs }) => pairs))),
  };
}

/** Logistic regression by Newton's method. */
function fitLogistic(rows: readonly Row[]): readonly number[] {
  const size = rows[0]!.features.length;
  const found = new Array<number>(size).fill(0);
  for (let round = 0; round < rounds; round++) {
    const slope = found.map((weight) => ridge * weight);
    const bend = found.map((_, row) => found.map((_, column) => (row === column ? ridge : 0)));
    for (const { features, told } of rows) {
      const score = 1 / (1 + Math.exp(-features.reduce((sum, value, index) => sum + value * found[index]!, 0)));
      for (let row = 0; row < size; row++) {
        slope[row]! += (score - Number(told)) * features[row]!;
        const part = score * (1 - score) * features[row]!;
        if (part !== 0) for (let column = 0; column < size; column++) bend[row]![column]! += part * features[column]!;
      }
    }
    for (const [index, step] of solve(bend, slope).entries()) found[index]! -= step;
  }
  return found;
}

function tell(how: string, weightsOf: (index: number) => LikelihoodWeights): void {
  const scores = examples.map(({ record, sentences, candidates }, index) => {
    const chosen = chooseBest(candidates, maxBullets, findLikelihood(sentences, "", weightsOf(index))).toSorted(
      (a, b) => a.place - b.place,
    );
    return {
      own: scorer.scoreRecord(
        record,
        chosen.map(({ text }) => text),
        { refs: "first" },
      ),
      lead: scorer.scoreRecord(record, record.sentences.slice(0, leadSentences), { refs: "first" }),
    };
  });
  const mean = (of: (score: (typeof scores)[number]) => number): string =>
    (scores.reduce((sum, score) => sum + of(score), 0) / scores.length).toFixed(2);
  const over = mean(({ own, lead }) => own.rouge - lead.rouge);
  console.log(
    `${how.padEnd(9)} ${mean(({ own }) => own.rouge)}, over the first three sentences ${over}; recall of pairs ${mean(({ own }) => own.r2_r)}`,
  );
}
