import { readFileSync } from "node:fs";
import { join } from "node:path";
import { askBatch } from "./batch.ts";
import { evalFolder, hasEvalData } from "./folder.ts";
import type { Row } from "./row.ts";

interface Claim {
  readonly id: string;
  readonly doc: string;
  readonly claim: string;
  readonly label: number;
  readonly set: string;
}

interface Judged {
  readonly faithful: boolean;
  readonly score: number;
}

/** Balanced accuracy at each set's best threshold, and what a reader would see where the better half is kept. */
export async function measure(): Promise<readonly Row[]> {
  if (!hasEvalData()) return [];
  const frank = await judge("frank");
  const bench = await judge("faithbench");
  const ofSet = (set: string): readonly Judged[] => frank.filter((claim) => claim.set === set);
  return [
    row("FRANK all", balancedAccuracy(frank), "≥ 79.5"),
    row("FRANK cnndm", balancedAccuracy(ofSet("frank-cnndm")), "≥ 69"),
    row("FRANK xsum", balancedAccuracy(ofSet("frank-xsum")), "≥ 61"),
    row("FaithBench", balancedAccuracy(bench), "≥ 61"),
    { ...row("FRANK cnndm", faithfulAmongBest(ofSet("frank-cnndm"), 0.4), "≥ 80"), measure: "faithful among the best 40 %" },
  ];
}

const row = (set: string, value: number, target: string): Row => ({
  task: "check",
  set,
  measure: "balanced accuracy",
  value: Math.round(value * 1000) / 10,
  target,
});

async function judge(name: string): Promise<readonly (Judged & { readonly set: string })[]> {
  const claims = readLines<Claim>(`${name}.dev.jsonl`);
  const texts = new Map(readLines<{ doc: string; text: string }>(`${name}.docs.dev.jsonl`).map(({ doc, text }) => [doc, text]));
  const answers = await askBatch(
    "check",
    claims.map(({ id, doc, claim }) => ({ id, claim, text: texts.get(doc) ?? "" })),
  );
  return claims.map(({ set, label }, index) => ({ set, faithful: label === 1, score: Number(answers[index]?.score ?? 0) }));
}

const readLines = <Line>(file: string): Line[] =>
  readFileSync(join(evalFolder, "faithfulness", file), "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Line);

/** The best over all thresholds: chosen on the same half, so a little flattering. */
function balancedAccuracy(claims: readonly Judged[]): number {
  const share = (faithful: boolean, threshold: number): number => {
    const own = claims.filter((claim) => claim.faithful === faithful);
    return own.filter(({ score }) => score >= threshold === faithful).length / Math.max(own.length, 1);
  };
  return Math.max(...claims.map(({ score }) => (share(true, score) + share(false, score)) / 2));
}

function faithfulAmongBest(claims: readonly Judged[], kept: number): number {
  const best = claims.toSorted((a, b) => b.score - a.score).slice(0, Math.ceil(claims.length * kept));
  return best.filter(({ faithful }) => faithful).length / Math.max(best.length, 1);
}
