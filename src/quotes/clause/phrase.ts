import type { Span } from "../../model/story.ts";
import { citationForms } from "../../text/citation.ts";
import type { Grammar } from "../languages/grammar.ts";
import { findBody, nameInMarks } from "./body.ts";
import { findDescription } from "./description.ts";
import { type Gender, genderOfNominative, type NameRun, personGender } from "./names.ts";
import type { Person } from "./people.ts";
import { type Range, type Reading, runsIn } from "./reading.ts";
import { spanOf, type Token } from "./tokens.ts";

/** What the words beside a cue stand for. */
export type Subject =
  | { readonly form: "person"; readonly person: Person; readonly mention: Span }
  | { readonly form: "body"; readonly name: string; readonly mention: Span }
  | { readonly form: "pronoun"; readonly gender: Gender | undefined; readonly mention: Span }
  | {
      readonly form: "description";
      readonly head: string;
      readonly gender: Gender | undefined;
      readonly definite: boolean;
      readonly mention: Span;
    }
  /** A cue whose subject is nobody that could be named: "hieß es aus Kreisen …". */
  | { readonly form: "nobody"; readonly mention: Span | undefined }
  /** The verb alone: "додав". */
  | { readonly form: "implied"; readonly gender: Gender | undefined };

/** Which case the phrase must stand in: a verb's subject is in the nominative, a source cue takes others. */
export type Place = "subject" | "source";

/** Words between a cue and the end of its subject, at most. */
const longestPhrase = 16;

/** The phrase that begins a range: "голова ради Марта Гаєвська", "er", "une source proche", "Ministerstwo Transportu". */
export function readPhrase(range: Range, place: Place, reading: Reading): Subject | undefined {
  const { grammar, tokens } = reading;
  const from = skipBetween(range, reading);
  const to = endOfPhrase({ from, to: Math.min(range.to, from + longestPhrase) }, reading);
  if (from >= to) return undefined;
  const marked = nameInMarks(from, reading);
  if (marked) return marked;
  const pronoun = pronounGender(tokens[from]!, grammar);
  if (pronoun) return { form: "pronoun", gender: pronoun === "they" ? undefined : pronoun, mention: spanOf(tokens, from, from + 1) };
  const head = { from, to };
  return findPerson(head, place, reading) ?? findBody(head, place, reading) ?? findDescription(head, reading);
}

/** The subject before a verb: its head, not the name nearest to the verb. */
export function readBefore(range: Range, reading: Reading): Subject | undefined {
  const { grammar, tokens } = reading;
  const clause = lastClause(range, reading);
  if (tokens[clause.to - 1]?.text === "," && subordinators.has(tokens[clause.from]?.lower ?? "")) return undefined; // "Nachdem er …, sagte X"
  const firstName = runsIn(reading, clause)[0]?.from ?? clause.to;
  for (let at = clause.to - 1; at >= clause.from; at--) {
    const gender = pronounGender(tokens[at]!, grammar);
    if (gender && (clause.to - at <= 4 || at < firstName) && !grammar.prepositions.has(tokens[at - 1]?.lower ?? ""))
      return { form: "pronoun", gender: gender === "they" ? undefined : gender, mention: spanOf(tokens, at, at + 1) };
  }
  const first = tokens[clause.from];
  const inPhrase = first !== undefined && grammar.prepositions.has(first.lower);
  return (
    findPerson(clause, "subject", reading) ??
    findBody(clause, "subject", reading) ??
    (inPhrase ? undefined : findDescription(clause, reading))
  );
}

const subordinators = new Set([
  "als",
  "wenn",
  "nachdem",
  "da",
  "weil",
  "obwohl",
  "während",
  "bevor",
  "nach",
  "коли",
  "після",
  "когда",
  "после",
  "kiedy",
  "gdy",
  "po",
  "cuando",
  "tras",
  "quand",
  "lorsque",
  "après",
  "da",
  "etter",
]);

const complementizers = new Set(["що", "что", "że", "dass", "que", "qu'", "at", "чи", "ли", "ob", "si"]);

/** Behind the last word that opens a subordinate clause, a semicolon or a dash. */
function lastClause({ from, to }: Range, { tokens }: Reading): Range {
  for (let at = to - 1; at >= from; at--)
    if (/^[;:—–]$/.test(tokens[at]!.text) || (complementizers.has(tokens[at]!.lower) && !isRelative(at, to, tokens)))
      return { from: at + 1, to };
  return { from, to };
}

/** "Esquivel, que empezó en un diario, recordó": between commas it tells of the subject before it. */
const isRelative = (at: number, to: number, tokens: readonly Token[]): boolean =>
  tokens[at - 1]?.text === "," && tokens[to - 1]?.text === ",";

function skipBetween({ from, to }: Range, { tokens, grammar }: Reading): number {
  let at = from;
  while (
    at < to &&
    (grammar.between.has(tokens[at]!.lower) || tokens[at]!.text === ",") &&
    pronounGender(tokens[at]!, grammar) === undefined
  )
    at++;
  return at;
}

/** A full stop, a dash, a colon, a quotation mark or another verb ends the phrase. */
function endOfPhrase({ from, to }: Range, { tokens, grammar }: Reading): number {
  for (let at = from; at < to; at++) {
    const { text, lower } = tokens[at]!;
    if (/^[.;:!?—–(]$/.test(text) || complementizers.has(lower)) return at;
    if (at > from && grammar.verbs.has(lower) && !tokens[at]!.capital) return at;
  }
  return to;
}

export function pronounGender({ lower }: Token, { pronouns }: Grammar): Gender | "they" | undefined {
  if (pronouns.he.has(lower)) return "he";
  if (pronouns.she.has(lower)) return "she";
  return pronouns.they.has(lower) ? "they" : undefined;
}

/** The first name that is the head: not an owner ("the lawyer of X") and, as a subject, in the nominative. */
function findPerson(range: Range, place: Place, reading: Reading): Subject | undefined {
  for (const run of runsIn(reading, range)) {
    const person = reading.personOf(run);
    if (!person || (place === "subject" && isOwner(run, range, reading)) || (place === "source" && isNamedOtherwise(run, range, reading)))
      continue;
    return { form: "person", person, mention: { start: run.words[0]!.start, end: run.words.at(-1)!.end } };
  }
  return undefined;
}

/** "the lawyer of X", "про X": a preposition before the name, titles and articles aside; or, where names decline, a case that is no nominative. */
function isOwner(run: NameRun, range: Range, { tokens, grammar }: Reading): boolean {
  const given = run.words[0]!;
  if (grammar.prepositions.has(tokens[run.from - 1]?.lower ?? "") && run.from > range.from) return true;
  if (isInflecting(grammar))
    return run.words.length > 1 && genderOfNominative(given.text, grammar) === undefined && isInflectedGiven(given, grammar);
  let hasTitle = run.titles.length > 0;
  for (let at = run.from - 1; at >= range.from; at--) {
    const { lower, isWord, capital } = tokens[at]!;
    if (!isWord) return false;
    if (grammar.prepositions.has(lower)) return hasTitle ? isGenitive(lower, tokens[at + 1]!, grammar) : true;
    if (personGender(lower, grammar) !== undefined) hasTitle = true;
    else if (!grammar.definite.has(lower) && !grammar.former.has(lower) && !(grammar.capitalNouns && !capital && run.from - at <= 4))
      return false;
  }
  return false;
}

/** "du maire X" owns; "adjoint au maire X" and "teniente de alcalde X" are titles of X. */
const isGenitive = (lower: string, next: Token, grammar: Grammar): boolean =>
  /^(?:du|del|von|vom|den|dem|des|einen|einem|eines|til|av|fra)$/.test(lower) ||
  (/^(?:de|d')$/.test(lower) && personGender(next.lower, grammar) === undefined);

export const isInflecting = ({ code }: Grammar): boolean => code === "uk" || code === "ru" || code === "pl";
const isInflectedGiven = (token: Token, grammar: Grammar): boolean =>
  citationForms(token.text, grammar.code).some(({ form }) => genderOfNominative(form, grammar) !== undefined);

/** "laut der Sprecherin von X, Y": behind a comma stands who is meant. */
function isNamedOtherwise(run: NameRun, range: Range, reading: Reading): boolean {
  const next = runsIn(reading, { from: run.to, to: range.to })[0];
  return next !== undefined && reading.tokens[run.to]?.text === "," && next.from === run.to + 1 && isOwner(run, range, reading);
}
