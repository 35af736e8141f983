/**
 * Fits the weights by which two articles are judged one story, and writes src/digest/pair-weights.json.
 *
 *   node scripts/fit-pairs.ts PAIRS.jsonl …
 *
 * A file of pairs has {id, title1, text1, lang1, title2, text2, lang2, label}, a grade `overall` from 1 to 4 where there is one, and
 * doc1, doc2 where articles recur. Pairs with titles are
 * read a second time by their titles alone, since a headline may be all that a feed gives. Use sets whose licence allows it. A set of
 * headlines alone is not fitted on: it only says from which score on two headlines tell one story.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { basename } from "node:path";
import { measurePairs, scorePair } from "../src/digest/pair.ts";
import { type PairFeature, pairFeatures } from "../src/digest/pair-features.ts";
import type { PairText } from "../src/digest/pair-sides.ts";
import { solve } from "./solve.ts";

type Weights = Record<PairFeature, number>;

interface Example {
  readonly features: Readonly<Record<PairFeature, number>>;
  readonly same: number;
  /** How sure it is that both tell one story, 0..1: what is fitted on. */
  readonly target: number;
  readonly weight: number;
  /** Pairs that share an article are fitted on together or not at all. */
  readonly fold: number;
  readonly isWhole: boolean;
}

type Row = Readonly<Record<string, string | number>>;

/** What a set weighs in the fit: small ones less than their due would be, or a hundred pairs would decide as much as a thousand. */
const manyPairs = 1000;
const smallSetWeight = 0.6;
const titlesWeight = 0.2;
const rounds = 60;
const ridge = 0.1;
/** A label without a grade is nearly certain; of grades from 1 (the same) to 4 (nothing alike) this one is even. */
const sure = 0.9;
const evenGrade = 2.25;
const gradeSlope = 2;
const folds = 5;
/** A set with fewer texts than this is one of headlines. */
const headlineSet = 0.05;

function readSet(file: string): Example[] {
  const rows = readFileSync(file, "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Row);
  const weight = rows.length < manyPairs ? smallSetWeight : 1;
  const fold = readFolds(rows);
  const titled = rows.filter(({ title1, title2 }) => title1 && title2);
  const titles = titled.map((row) => ({ ...row, text1: "", text2: "" }));
  return [...readExamples(rows, weight, fold, true), ...(titles.length > 0 ? readExamples(titles, titlesWeight, fold, false) : [])];
}

function readExamples(rows: readonly Row[], weight: number, fold: ReadonlyMap<unknown, number>, isWhole: boolean): Example[] {
  const features = measurePairs(rows.map((row) => [sideOf(row, "1"), sideOf(row, "2")]));
  return rows.map(({ id, label, overall }, index) => ({
    features: features[index]!,
    same: Number(label),
    target:
      overall === undefined ? (Number(label) === 1 ? sure : 1 - sure) : 1 / (1 + Math.exp((Number(overall) - evenGrade) * gradeSlope)),
    weight: weight / rows.length,
    fold: fold.get(id)!,
    isWhole,
  }));
}

const sideOf = (row: Row, side: string): PairText => ({
  title: String(row[`title${side}`] ?? ""),
  text: String(row[`text${side}`] ?? ""),
  lang: String(row[`lang${side}`] ?? "und"),
});

/** Pair → fold, the same for all pairs that hang together by an article. */
function readFolds(rows: readonly Row[]): ReadonlyMap<unknown, number> {
  const parents = new Map<string, string>();
  const rootOf = (article: string): string => {
    const parent = parents.get(article) ?? article;
    return parent === article ? article : rootOf(parent);
  };
  const articleOf = (row: Row, side: string): string => String(row[`doc${side}`] || row[`title${side}`]);
  for (const row of rows) parents.set(rootOf(articleOf(row, "1")), rootOf(articleOf(row, "2")));
  const roots = [...new Set(rows.map((row) => rootOf(articleOf(row, "1"))))];
  return new Map(rows.map((row) => [row.id, roots.indexOf(rootOf(articleOf(row, "1"))) % folds]));
}

/** Logistic regression by Newton's method; the ridge holds for features scaled to unit deviation. */
function fitWeights(examples: readonly Example[]): Weights {
  const total = examples.reduce((sum, { weight }) => sum + weight, 0);
  const weights = zeros();
  const spread = Object.fromEntries(pairFeatures.map((name) => [name, deviationOf(examples.map(({ features }) => features[name]))]));
  for (let round = 0; round < rounds; round++) {
    const slope = pairFeatures.map((name) => (name === "bias" ? 0 : ridge * weights[name] * spread[name]! ** 2));
    const bend = pairFeatures.map((name, row) =>
      pairFeatures.map((_, column) => (row !== column ? 0 : name === "bias" ? 1e-9 : ridge * spread[name]! ** 2 + 1e-9)),
    );
    for (const { features, target, weight } of examples) {
      const score = scorePair(features, weights);
      const share = weight / total;
      for (const [row, name] of pairFeatures.entries()) {
        slope[row]! += share * (score - target) * features[name];
        for (const [column, other] of pairFeatures.entries())
          bend[row]![column]! += share * score * (1 - score) * features[name] * features[other];
      }
    }
    const step = solve(bend, slope);
    for (const [row, name] of pairFeatures.entries()) weights[name] -= step[row]!;
    if (Math.max(...step.map(Math.abs)) < 1e-6) break;
  }
  return weights;
}

function deviationOf(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length) || 1;
}

const zeros = (): Weights => Object.fromEntries(pairFeatures.map((name) => [name, 0])) as Weights;

/** Scores of each example by weights that never saw it. */
function crossValidate(sets: readonly (readonly Example[])[]): number[][] {
  const own = sets.filter(isFitted);
  const fits = Array.from({ length: folds }, (_, left) => fitWeights(own.flatMap((set) => set.filter(({ fold }) => fold !== left))));
  return sets.map((set) => set.map(({ features, fold }) => scorePair(features, isFitted(set) ? fits[fold]! : fitted)));
}

type Subset = (example: Example) => boolean;
type Threshold = (example: Example) => number;

const isLong: Subset = ({ features }) => features.isLong === 1;
const isHeadlines: Subset = ({ features }) => features.isHeadlines === 1;
const isShort: Subset = (example) => !isLong(example) && !isHeadlines(example);

/** F1 of "one story" among the whole pairs of a subset, 0..1. */
function f1(set: readonly Example[], scores: readonly number[], threshold: Threshold, isAsked: Subset): number {
  let both = 0;
  let either = 0;
  for (const [index, example] of set.entries()) {
    if (!example.isWhole || !isAsked(example)) continue;
    const said = scores[index]! >= threshold(example) ? 1 : 0;
    both += said * example.same;
    either += said + example.same;
  }
  return (2 * both) / either;
}

/** Sets with fewer pairs of a kind than this have no say in its threshold. */
const fewestAsked = 40;

/** The best threshold on scores of pairs not fitted on, as a mean over its neighbours: one lucky pair decides nothing. */
function findThreshold(isAsked: Subset): number {
  const asked = [...sets.entries()].filter(([, set]) => set.filter((example) => example.isWhole && isAsked(example)).length >= fewestAsked);
  const value = (threshold: number): number =>
    [-0.06, -0.03, 0, 0.03, 0.06]
      .flatMap((offset) => asked.map(([index, set]) => f1(set, unseen[index]!, () => threshold + offset, isAsked)))
      .reduce((sum, each) => sum + each, 0);
  const thresholds = Array.from({ length: 61 }, (_, index) => 0.2 + index / 100);
  return Number(thresholds.reduce((best, next) => (value(next) > value(best) ? next : best)).toFixed(2));
}

const files = process.argv.slice(2);
const sets = files.map(readSet);
function isFitted(set: readonly Example[]): boolean {
  const whole = set.filter(({ isWhole }) => isWhole);
  return whole.filter((example) => !isHeadlines(example)).length > whole.length * headlineSet;
}

const fitted = fitWeights(sets.filter(isFitted).flat());
const unseen = crossValidate(sets);
const thresholds = { headlines: findThreshold(isHeadlines), short: findThreshold(isShort), long: findThreshold(isLong) };
const thresholdOf: Threshold = (example) => thresholds[isHeadlines(example) ? "headlines" : isLong(example) ? "long" : "short"];
const weights = Object.fromEntries(Object.entries(fitted).map(([name, weight]) => [name, Number(weight.toFixed(3))]));
for (const [index, file] of files.entries()) {
  const seen = sets[index]!.map(({ features }) => scorePair(features, fitted));
  const [apart, within] = [unseen[index]!, seen].map((scores) => (100 * f1(sets[index]!, scores, thresholdOf, () => true)).toFixed(1));
  console.log(`${basename(file)}: F1 ${apart} on pairs not fitted on, ${within} on those fitted on`);
}
const names = files.filter((_, index) => isFitted(sets[index]!)).map((file) => basename(file));
const origin = `scripts/fit-pairs.ts over ${names.join(", ")}: see docs/stories.md`;
const target = new URL("../src/digest/pair-weights.json", import.meta.url);
writeFileSync(target, `${JSON.stringify({ origin, thresholds, weights }, null, 2)}\n`);
