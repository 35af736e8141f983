/**
 * Fits the weights by which a claim is judged against its source, and writes src/digest/check.weights.json.
 *
 *   node scripts/fit-check.ts CLAIMS.jsonl TEXTS.jsonl
 *
 * Claims are {doc, claim, label, set}, texts {doc, text}. Fitted on FRANK (MIT licence), development half. Faithful and
 * unfaithful claims weigh the same in all, whatever the share of each.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { scoreClaim } from "../src/digest/check.ts";
import { type CheckFeature, checkFeatures, readClaim } from "../src/digest/check-features.ts";

const rounds = 4000;
const rate = 1;
const ridge = 0.002;

const readLines = <Row>(file: string): Row[] =>
  readFileSync(file, "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Row);

const [claimsFile = "", textsFile = ""] = process.argv.slice(2);
const texts = new Map(readLines<{ doc: string; text: string }>(textsFile).map(({ doc, text }) => [doc, text]));
const claims = readLines<{ doc: string; claim: string; label: number }>(claimsFile);
const groupOf = ({ label }: { readonly label: number }): string => String(label);
const sizes = new Map<string, number>();
for (const claim of claims) sizes.set(groupOf(claim), (sizes.get(groupOf(claim)) ?? 0) + 1);
const examples = claims.map((claim) => ({
  values: readClaim(claim.claim, texts.get(claim.doc) ?? "", "en"),
  label: claim.label,
  weight: 1 / (sizes.get(groupOf(claim)) ?? 1) / sizes.size,
}));

const weights = fitWeights();
const balance = (threshold: number): number => {
  const right = examples.filter(({ values, label }) => Number(scoreClaim(values, weights) >= threshold) === label);
  return right.reduce((sum, { weight }) => sum + weight, 0);
};
writeFileSync(
  new URL("../src/digest/check.weights.json", import.meta.url),
  `${JSON.stringify({ origin: "scripts/fit-check.ts over FRANK (MIT licence), development half", threshold: 0.5, weights }, null, 2)}\n`,
);
process.stdout.write(`${examples.length} claims, balanced accuracy on them ${balance(0.5).toFixed(3)}\n`);

function fitWeights(): Record<CheckFeature, number> {
  const found = Object.fromEntries(checkFeatures.map((name) => [name, 0])) as Record<CheckFeature, number>;
  for (let round = 0; round < rounds; round++) {
    const errors = examples.map(({ values, label, weight }) => weight * (label - scoreClaim(values, found)));
    for (const name of checkFeatures) {
      const slope = examples.reduce((sum, example, index) => sum + (errors[index] ?? 0) * example.values[name], 0);
      found[name] += rate * (slope - (name === "bias" ? 0 : ridge * found[name]));
    }
  }
  for (const name of checkFeatures) found[name] = Math.round(found[name] * 1000) / 1000;
  return found;
}
