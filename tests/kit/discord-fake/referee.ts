import { isObject, type Json } from "./json.ts";
import { hold, invalidForm } from "./refusal.ts";
import type { Rule, Rules } from "./rules.ts";

/** Judges the parts of a body. Every judgement names the rule it stands on; where that is switched off, a harmless value takes the part's place. */
export interface Referee {
  readonly rules: Rules;
  /** @throws Refusal 50035 */
  must(rule: Rule, isKept: boolean, path: string, message: string): void;
  object(rule: Rule, value: unknown, path: string): Json;
  list(rule: Rule, value: unknown, path: string, least: number, most: number): readonly unknown[];
  /** Lengths are UTF-16 units; blanks alone are nothing. */
  text(rule: Rule, value: unknown, path: string, least: number, most: number): string;
}

export function createReferee(rules: Rules): Referee {
  const must: Referee["must"] = (rule, isKept, path, message) => hold(rules, rule, isKept, () => invalidForm(path, message));
  return {
    rules,
    must,
    object(rule, value, path) {
      must(rule, isObject(value), path, "Only dictionaries may be used in a DictType");
      return isObject(value) ? value : {};
    },
    list(rule, value, path, least, most) {
      const isList = Array.isArray(value);
      must(rule, isList && value.length >= least && value.length <= most, path, `Must be between ${least} and ${most} in length.`);
      return isList ? value : [];
    },
    text(rule, value, path, least, most) {
      const isText = typeof value === "string";
      must(rule, isText && value.trim().length >= least && value.length <= most, path, `Must be between ${least} and ${most} in length.`);
      return isText ? value : "";
    },
  };
}
