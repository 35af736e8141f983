/**
 * Fits the weights by which a claim is judged against its source, and writes src/digest/check.weights.json.
 *
 *   node scripts/fit-check.ts CLAIMS.jsonl TEXTS.jsonl
 *
 * Claims are {doc, claim, label, set}, texts {doc, text}. Fitted on one half of FRANK (MIT licence). Faithful and unfaithful claims
 * weigh the same in all, whatever the share of each. Prints balanced accuracy and the share of faithful claims among the best 40 %, on
 * claims whose document was left out of the fit (ten folds) and on those that were fitted.
 */
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { scoreClaim } from "../src/digest/check.ts";
import { type CheckFeature, type CheckValues, checkFeatures, readClaim } from "../src/digest/check-features.ts";

type Weights = Record<CheckFeature, number>;

interface Example {
  readonly doc: string;
  readonly set: string;
  readonly label: number;
  readonly values: CheckValues;
}

const rounds = 3_000;
/** Features hang together: a larger step runs away. */
const rate = 0.3;
const ridge = 0.05;
const folds = 10;
const kept = 0.4;

const readLines = <Row>(file: string): Row[] =>
  readFileSync(file, "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Row);

const [claimsFile = "", textsFile = ""] = process.argv.slice(2);
const texts = new Map(readLines<{ doc: string; text: string }>(textsFile).map(({ doc, text }) => [doc, text]));
const examples = readLines<{ doc: string; claim: string; label: number; set: string }>(claimsFile).map(
  ({ doc, claim, label, set }): Example => ({ doc, set, label, values: readClaim(claim, texts.get(doc) ?? "", "en") }),
);

const weights = fitWeights(examples);
tell("left out", crossValidate());
tell("fitted", scoreAll(examples, weights));
const origin = "scripts/fit-check.ts over one half of FRANK (MIT licence)";
const file = new URL("../src/digest/check.weights.json", import.meta.url);
writeFileSync(file, `${JSON.stringify({ origin, threshold: 0.5, weights }, null, 2)}\n`);

/** Logistic regression by gradient descent on features of mean 0 and deviation 1; the weights come back for features as they are. */
function fitWeights(rows: readonly Example[]): Weights {
  const names = checkFeatures.filter((name) => name !== "bias");
  const scales = names.map((name) => scaleOf(rows.map(({ values }) => values[name])));
  const inputs = rows.map(({ values }) => [1, ...names.map((name, at) => (values[name] - scales[at]!.mean) / scales[at]!.deviation)]);
  const faithful = rows.filter(({ label }) => label === 1).length;
  const shares = rows.map(({ label }) => 0.5 / (label === 1 ? faithful : rows.length - faithful));
  const found = [0, ...names.map(() => 0)];
  for (let round = 0; round < rounds; round++) {
    const errors = rows.map(({ label }, row) => shares[row]! * (label - 1 / (1 + Math.exp(-dot(inputs[row]!, found)))));
    for (const at of found.keys()) {
      const slope = errors.reduce((sum, error, row) => sum + error * inputs[row]![at]!, 0);
      found[at] = found[at]! + rate * (slope - (at === 0 ? 0 : ridge * found[at]!));
    }
  }
  const plain = names.map((name, at) => [name, found[at + 1]! / scales[at]!.deviation] as const);
  const bias = found[0]! - plain.reduce((sum, [, weight], at) => sum + weight * scales[at]!.mean, 0);
  return Object.fromEntries(
    [["bias", bias] as const, ...plain].map(([name, weight]) => [name, Math.round(weight * 1_000) / 1_000]),
  ) as Weights;
}

function scaleOf(numbers: readonly number[]): { readonly mean: number; readonly deviation: number } {
  const mean = numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
  const variance = numbers.reduce((sum, number) => sum + (number - mean) ** 2, 0) / numbers.length;
  return { mean, deviation: Math.sqrt(variance) || 1 };
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, number, at) => sum + number * b[at]!, 0);
}

type Scored = Example & { readonly score: number };

function scoreAll(rows: readonly Example[], by: Weights): readonly Scored[] {
  return rows.map((row) => ({ ...row, score: scoreClaim(row.values, by) }));
}

function crossValidate(): readonly Scored[] {
  const foldOf = ({ doc }: Example): number => createHash("sha256").update(doc).digest()[0]! % folds;
  return Array.from({ length: folds }, (_, fold) => {
    const by = fitWeights(examples.filter((example) => foldOf(example) !== fold));
    return scoreAll(
      examples.filter((example) => foldOf(example) === fold),
      by,
    );
  }).flat();
}

function tell(how: string, scored: readonly Scored[]): void {
  for (const set of ["", ...new Set(scored.map(({ set }) => set))]) {
    const own = scored.filter((claim) => set === "" || claim.set === set);
    const figures = `balanced accuracy ${balance(own).toFixed(3)}, faithful among the best 40 % ${faithfulAmongBest(own).toFixed(3)}`;
    process.stdout.write(`${how.padEnd(9)} ${(set || "all").padEnd(12)} ${own.length} claims: ${figures}\n`);
  }
}

/** At the best threshold of its own. */
function balance(scored: readonly Scored[]): number {
  const right = (label: number, threshold: number): number => {
    const own = scored.filter((claim) => claim.label === label);
    return own.filter(({ score }) => Number(score >= threshold) === label).length / own.length;
  };
  return Math.max(...scored.map(({ score }) => (right(0, score) + right(1, score)) / 2));
}

function faithfulAmongBest(scored: readonly Scored[]): number {
  const best = scored.toSorted((a, b) => b.score - a.score).slice(0, Math.ceil(scored.length * kept));
  return best.filter(({ label }) => label === 1).length / best.length;
}
