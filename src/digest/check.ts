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

/** Reasons why a claim may not be posted as resting on these sentences; none = it may. What a model worded must pass it. */
export const findObjections = (claim: string, evidence: string, lang: string): readonly string[] =>
  checkClaim(claim, evidence, lang).reasons;

export function scoreClaim(values: CheckValues, weights: Readonly<Record<CheckFeature, number>>): number {
  return 1 / (1 + Math.exp(-checkFeatures.reduce((sum, name) => sum + values[name] * weights[name], 0)));
}

function describe({ worstUnknown, worstApart, dangling }: CheckValues): string {
  if (worstUnknown > 0.15) return `${Math.round(worstUnknown * 100)} % of a sentence's words are not in the source`;
  if (worstApart > 0.15) return "it puts words together that no sentence of the source has together";
  return dangling > 0
    ? "it says he, she or it where the source speaks of somebody else before"
    : "its words do not stand together in the source";
}
