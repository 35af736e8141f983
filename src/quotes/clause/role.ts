import { citationForms } from "../../text/citation.ts";
import type { Grammar } from "../languages/grammar.ts";
import { type Gender, isPersonWord, type NameRun, personGender } from "./names.ts";
import type { Token } from "./tokens.ts";

/** "голова портової ради NAME" · "NAME, directora del puerto," · "Umweltministerin NAME": the article's own words. */
export function roleOf(run: NameRun, tokens: readonly Token[], text: string, grammar: Grammar): string | undefined {
  return roleBefore(run, tokens, text, grammar) ?? roleAfter(run, tokens, text, grammar);
}

function roleBefore(run: NameRun, tokens: readonly Token[], text: string, grammar: Grammar): string | undefined {
  let from = run.from;
  if (tokens[from - 1]?.text === "," && isPersonRole(tokens, from - 2, grammar)) from--;
  let at = from - 1;
  while (at >= 0 && from - at <= 9 && isRolePart(tokens[at]!, grammar)) at--;
  const part = tokens.slice(at + 1, from);
  const head = part.findIndex(({ lower }) => isPersonWord(lower, grammar));
  if (head < 0) return undefined;
  const begin = head > 0 && grammar.definite.has(part[head - 1]!.lower) ? head - 1 : adjectivesBefore(part, head, grammar);
  return text.slice(part[begin]!.start, part.at(-1)!.end);
}

/** The word two before a comma belongs to a phrase that has a trade in it: "la directrice du port, NAME". */
function isPersonRole(tokens: readonly Token[], last: number, grammar: Grammar): boolean {
  for (let at = last; at >= Math.max(0, last - 8); at--) {
    if (!tokens[at]!.isWord || grammar.verbs.has(tokens[at]!.lower)) return false;
    if (personGender(tokens[at]!.lower, grammar) !== undefined) return true;
  }
  return false;
}

const isRolePart = ({ isWord, lower }: Token, grammar: Grammar): boolean =>
  isWord &&
  !grammar.verbs.has(lower) &&
  !grammar.sourceCues.includes(lower) &&
  (!grammar.between.has(lower) || grammar.prepositions.has(lower));

/** Adjectives between a verb and the trade belong to the role ("виконавча директорка", "head" too); prepositional phrases do not. */
function adjectivesBefore(part: readonly Token[], head: number, grammar: Grammar): number {
  let begin = head;
  while (
    begin > 0 &&
    !part[begin - 1]!.capital &&
    !grammar.openers.has(part[begin - 1]!.lower) &&
    !grammar.prepositions.has(part[begin - 1]!.lower) &&
    !grammar.prepositions.has(part[begin - 2]?.lower ?? "")
  )
    begin--;
  return begin;
}

function roleAfter(run: NameRun, tokens: readonly Token[], text: string, grammar: Grammar): string | undefined {
  if (tokens[run.to]?.text !== ",") return undefined;
  const part: Token[] = [];
  let nested = false;
  for (const token of tokens.slice(run.to + 1, run.to + 14)) {
    if (/^[«„]$/.test(token.text)) nested = true;
    else if (/^[»“”]$/.test(token.text) && nested) {
      part.push(token);
      break;
    } else if (!token.isWord || grammar.verbs.has(token.lower)) break;
    part.push(token);
  }
  const head = part.findIndex(({ lower }) => personGender(lower, grammar) !== undefined);
  if (head < 0 || head > 2 || part.slice(0, head).some(({ lower }) => grammar.prepositions.has(lower))) return undefined;
  return text.slice(part[0]!.start, part.at(-1)!.end);
}

export function genderOfRole(role: string | undefined, grammar: Grammar): Gender | undefined {
  const genders = (role?.toLowerCase().match(/[\p{L}'’-]+/gu) ?? []).map((word) => personGender(word, grammar));
  return genders.find((gender): gender is Gender => gender === "he" || gender === "she");
}

export function roleWordsOf(role: string, grammar: Grammar): readonly string[] {
  const words = role.toLowerCase().match(/[\p{L}'’-]{3,}/gu) ?? [];
  return words.flatMap((word) => [word, ...citationForms(word, grammar.code).map(({ form }) => form)]);
}
