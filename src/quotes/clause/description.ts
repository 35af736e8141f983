import type { Grammar } from "../languages/grammar.ts";
import { type Gender, personGender } from "./names.ts";
import type { Subject } from "./phrase.ts";
import type { Range, Reading } from "./reading.ts";
import { spanOf, type Token } from "./tokens.ts";

/** "eine Anwohnerin", "міністр", "l'ancien syndicaliste", "une source proche du dossier". */
export function findDescription({ from, to }: Range, { tokens, grammar }: Reading): Subject | undefined {
  let indefinite = false;
  for (let at = from; at < to; at++) {
    const { lower, isWord } = tokens[at]!;
    if (!isWord || (grammar.prepositions.has(lower) && at > from)) break;
    if (grammar.indefinite.has(lower)) indefinite = true;
    const gender = personGender(lower, grammar);
    const agent = gender === undefined ? agentGender(at, from, tokens, grammar) : undefined;
    if (gender === undefined && !agent && !grammar.standIns.has(lower) && !indefinite && !isAge(lower)) continue;
    return {
      form: "description",
      head: lower,
      gender: gender === "either" ? undefined : (gender ?? agent),
      definite: !indefinite && isKnownOne(tokens.slice(from, at), grammar),
      mention: spanOf(tokens, from, at + 1),
    };
  }
  return undefined;
}

const feminine = /^(?:la|die|una?|eine|cette|esta)$/;

/** "la tenista", "die Preisträgerin": behind an article, the ending tells a person and, with the article, of which gender. */
function agentGender(at: number, from: number, tokens: readonly Token[], { agents, definite }: Grammar): Gender | undefined {
  const article = tokens[at - 1]?.lower ?? "";
  if (!agents || at === from || !definite.has(article)) return undefined;
  const { lower } = tokens[at]!;
  if (feminine.test(article)) return agents.she.test(lower) ? "she" : undefined;
  if (article === "l'") return agents.she.test(lower) && !agents.he.test(lower) ? "she" : agents.he.test(lower) ? "he" : undefined;
  return agents.he.test(lower) || /(?:aire|iste)$/.test(lower) ? "he" : undefined;
}

/** Is a head such a noun? The article was looked at where it was found. */
export const isAgent = (head: string, { agents }: Grammar): boolean =>
  agents !== undefined && (agents.he.test(head) || agents.she.test(head));

/** "der 31-Jährige", "24-latek", "34-річний": whoever was named before. */
export const isAge = (word: string): boolean => /^\d{1,3}-(?:jährig|lat|letni|årig|åring|річн|летн)/u.test(word);

/** An article or "former" before it, or nothing: no adjective that makes it somebody new. */
const isKnownOne = (before: readonly Token[], { definite, former }: Grammar): boolean =>
  before.every(({ lower }) => definite.has(lower) || former.has(lower)) || (before.length > 1 && definite.has(before[0]!.lower));
