import fitted from "./check.weights.json" with { type: "json" };
import { type CheckFeature, type CheckValues, checkFeatures, readClaim } from "./check-features.ts";
import { ground } from "./ground.ts";

export interface Verdict {
  /** Probability that the source supports the claim, 0..1. */
  readonly score: number;
  readonly supported: boolean;
  /** In words, for a reader; empty when no rule objects. */
  readonly reasons: readonly string[];
}

/** Is a claim supported by a text? Rules give the reasons, one logistic function fitted by scripts/fit-check.ts the score. */
export function checkClaim(claim: string, source: string, lang: string): Verdict {
  if (claim.trim() === "") return { score: 0, supported: false, reasons: ["there is no claim"] };
  const values = readClaim(claim, source, lang);
  const score = scoreClaim(values, fitted.weights);
  const supported = score >= fitted.threshold;
  const reasons = ground(claim, source, lang);
  return { score, supported, reasons: supported || reasons.length > 0 ? reasons : [describe(values)] };
}

export function scoreClaim(values: CheckValues, weights: Readonly<Record<CheckFeature, number>>): number {
  return 1 / (1 + Math.exp(-checkFeatures.reduce((sum, name) => sum + values[name] * weights[name], 0)));
}

function describe({ newWords, scattered }: CheckValues): string {
  if (newWords > 0.15) return `${Math.round(newWords * 100)} % of its words are not in the source`;
  return scattered > 0.2 ? "it joins words from distant places of the source" : "its words do not stand together in the source";
}
