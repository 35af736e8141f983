import type { RuleName, Rules } from "./rules.ts";

/** What the server says instead of doing it. Only `keep` makes one, so that no refusal is without a rule, and no rule without its proof. */
export type { Refusal };

class Refusal extends Error {
  readonly rule: RuleName;
  readonly code: number;
  readonly parameters: Readonly<Record<string, number>> | undefined;
  constructor(rule: RuleName, code: number, description: string, parameters?: Readonly<Record<string, number>>) {
    super(description);
    this.rule = rule;
    this.code = code;
    this.parameters = parameters;
  }
}

export const isRefusal = (error: unknown): error is Refusal => error instanceof Refusal;

export interface Refused {
  readonly code?: number;
  readonly words: string;
  readonly parameters?: Readonly<Record<string, number>>;
}

/** @throws Refusal where the rule holds here and is not kept; 400 where no other code is named */
export function keep(rules: Rules, rule: RuleName, isKept: boolean, refused: string | Refused): void {
  const refusal = findRefusal(rules, rule, isKept, refused);
  if (refusal) throw refusal;
}

/** The same, for whoever answers a request that is waiting already. */
export function findRefusal(rules: Rules, rule: RuleName, isKept: boolean, refused: string | Refused): Refusal | undefined {
  if (isKept || !rules[rule]) return undefined;
  const { code = 400, words, parameters } = typeof refused === "string" ? { words: refused } : refused;
  return new Refusal(rule, code, words, parameters);
}
