import type { Subject } from "./phrase.ts";
import type { Range, Reading } from "./reading.ts";
import type { Token } from "./tokens.ts";
import { isPlural, reports } from "./verb-form.ts";

/** A verb stands at most this many words behind the quotation. */
export const verbReach = 14;

/** The first reporting verb among the first words; a noun that looks like one ("le juge") is none. */
export function findVerb({ from, to }: Range, within: number, reading: Reading): number | undefined {
  for (let at = from; at < Math.min(to, from + within); at++) if (isVerb(at, reading)) return at;
  return undefined;
}

export function isVerb(at: number, { tokens, grammar }: Reading): boolean {
  const token = tokens[at]!;
  if (!reports(at, tokens, grammar) && !grammar.naming.has(token.lower)) return false;
  if (grammar.capitalNouns && token.capital) return false;
  const before = tokens[at - 1]?.lower ?? "";
  return !(grammar.definite.has(before) && !grammar.capitalNouns) && !(grammar.indefinite.has(before) && before.length < 5);
}

/** The verb alone stands for somebody named before, where the language lets its subject go; of several, or of a stranger behind it, it names nobody. */
export function implied(verb: number, { tokens, grammar }: Reading): Subject | undefined {
  if (!grammar.dropsSubject) return undefined;
  const word = tokens[verb]!.lower;
  const next = tokens[verb + 1];
  const stranger = next?.isWord && !next.capital && !grammar.between.has(next.lower) && grammar.strangers?.test(next.lower);
  if (stranger || isPlural(word, grammar)) return { form: "nobody", mention: stranger ? { start: next.start, end: next.end } : undefined };
  const { he, she } = grammar.genderOfVerb ?? { he: /^$/, she: /^$/ };
  return { form: "implied", gender: she.test(word) ? "she" : he.test(word) ? "he" : undefined };
}

export function trimMarks({ from, to }: Range, tokens: readonly Token[]): Range {
  let begin = from;
  while (begin < to && !tokens[begin]!.isWord) begin++;
  return { from: begin, to };
}
