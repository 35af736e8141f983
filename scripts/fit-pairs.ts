/**
 * Fits the weights by which two articles are judged one story, and writes src/digest/pair-weights.json.
 *
 *   node scripts/fit-pairs.ts PAIRS.jsonl … HEADLINES.jsonl …
 *
 * A file of pairs has {title1, text1, lang1, title2, text2, lang2, label}; a file of headlines has {title, cluster},
 * from which pairs are drawn: two of one story and two of different stories, both sharing a long word. Use sets whose licence allows it.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { basename } from "node:path";
import { measurePairs, scorePair } from "../src/digest/pair.ts";
import { type PairFeature, type PairText, pairFeatures } from "../src/digest/pair-features.ts";

type Weights = Record<PairFeature, number>;

interface Example {
  readonly features: Readonly<Record<PairFeature, number>>;
  readonly same: number;
  /** Every set weighs the same, however many pairs it has. */
  readonly weight: number;
}

interface Labelled {
  readonly pair: readonly [PairText, PairText];
  readonly same: number;
}

const rounds = 600;
const ridge = 1e-3;
const folds = 5;
const drawn = 1500;

function readSet(file: string): Example[] {
  const rows = readFileSync(file, "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Record<string, string | number>);
  const labelled = rows[0] && "cluster" in rows[0] ? drawPairs(rows) : rows.map(readPair);
  const features = measurePairs(labelled.map(({ pair }) => pair));
  return labelled.map(({ same }, index) => ({ features: features[index]!, same, weight: 1 / labelled.length }));
}

const readPair = (row: Record<string, string | number>): Labelled => ({
  pair: [sideOf(row, "1"), sideOf(row, "2")],
  same: Number(row.label),
});

const sideOf = (row: Record<string, string | number>, side: string): PairText => ({
  title: String(row[`title${side}`] ?? ""),
  text: String(row[`text${side}`] ?? ""),
  lang: String(row[`lang${side}`] ?? "und"),
});

/** Every row with the next of its story and the next of another, of those that share a long word with it. */
function drawPairs(rows: readonly Record<string, string | number>[]): Labelled[] {
  const step = Math.max(1, Math.floor(rows.length / (drawn / 2)));
  return rows.flatMap((row, index) => {
    if (index % step !== 0) return [];
    const later = [...rows.slice(index + 1), ...rows.slice(0, index)];
    const words = new Set(longWords(row));
    const alike = (other: Record<string, string | number>): boolean => longWords(other).some((word) => words.has(word));
    const friend = later.find((other) => other.cluster === row.cluster && alike(other));
    const stranger = later.find((other) => other.cluster !== row.cluster && alike(other));
    const side = ({ title, lang }: Record<string, string | number>): PairText => ({
      title: String(title),
      text: "",
      lang: String(lang ?? "und"),
    });
    return [
      friend && { pair: [side(row), side(friend)] as const, same: 1 },
      stranger && { pair: [side(row), side(stranger)] as const, same: 0 },
    ].filter((pair) => pair !== undefined);
  });
}

const longWords = ({ title }: Record<string, string | number>): readonly string[] =>
  String(title)
    .toLowerCase()
    .match(/\p{L}{5,}/gu) ?? [];

/** Logistic regression by Adam, with a small ridge. */
function fitWeights(examples: readonly Example[]): Weights {
  const weights = zeros();
  const mean = zeros();
  const square = zeros();
  for (let round = 1; round <= rounds; round++) {
    const slope = zeros();
    for (const { features, same, weight } of examples) {
      const error = (scorePair(features, weights) - same) * weight;
      for (const name of pairFeatures) slope[name] += error * features[name];
    }
    for (const name of pairFeatures) {
      const step = slope[name] + ridge * weights[name];
      mean[name] = 0.9 * mean[name] + 0.1 * step;
      square[name] = 0.99 * square[name] + 0.01 * step ** 2;
      weights[name] -= (0.1 * (mean[name] / (1 - 0.9 ** round))) / (Math.sqrt(square[name] / (1 - 0.99 ** round)) + 1e-8);
    }
  }
  return weights;
}

const zeros = (): Weights => Object.fromEntries(pairFeatures.map((name) => [name, 0])) as Weights;

/** Scores of each example by weights that never saw it. */
function crossValidate(sets: readonly (readonly Example[])[]): number[][] {
  const scores = sets.map((set) => set.map(() => 0));
  for (let fold = 0; fold < folds; fold++) {
    const weights = fitWeights(sets.flatMap((set) => set.filter((_, index) => index % folds !== fold)));
    for (const [at, set] of sets.entries())
      for (const [index, { features }] of set.entries()) if (index % folds === fold) scores[at]![index] = scorePair(features, weights);
  }
  return scores;
}

function f1(set: readonly Example[], scores: readonly number[], threshold: number): number {
  let both = 0;
  let either = 0;
  for (const [index, { same }] of set.entries()) {
    const said = scores[index]! >= threshold ? 1 : 0;
    both += said * same;
    either += said + same;
  }
  return (2 * both) / either;
}

const files = process.argv.slice(2);
const sets = files.map(readSet);
const unseen = crossValidate(sets);
const meanF1 = (threshold: number): number => sets.reduce((sum, set, index) => sum + f1(set, unseen[index]!, threshold), 0) / sets.length;
const thresholds = Array.from({ length: 41 }, (_, index) => 0.2 + index / 100);
const threshold = Number(thresholds.reduce((best, next) => (meanF1(next) > meanF1(best) ? next : best)).toFixed(2));
const weights = Object.fromEntries(Object.entries(fitWeights(sets.flat())).map(([name, weight]) => [name, Number(weight.toFixed(3))]));
for (const [index, file] of files.entries())
  console.log(
    `${basename(file)}: ${sets[index]!.length} pairs, F1 on pairs not fitted on ${(100 * f1(sets[index]!, unseen[index]!, threshold)).toFixed(1)}`,
  );
const origin = `scripts/fit-pairs.ts over ${files.map((file) => basename(file)).join(", ")}: see docs/stories.md`;
const target = new URL("../src/digest/pair-weights.json", import.meta.url);
writeFileSync(target, `${JSON.stringify({ origin, threshold, weights }, null, 2)}\n`);
