import type { CommandCall } from "../model/command.ts";
import type { ArgumentDef, Command, VerbDef } from "./command.ts";
import { said } from "./rich.ts";

/** A call with its verb found and its arguments by name. */
export interface Parsed {
  readonly verb: VerbDef;
  readonly args: Readonly<Record<string, string>>;
  /** Words that no argument takes. */
  readonly spare: readonly string[];
}

/** Longer lines are refused before anything looks at them: pasted articles come as text or attachment. */
export const maxLine = 200_000;

/**
 * One grammar for every platform. Named arguments (Discord's options) stand as they are. A typed line is words, `key:value` pairs and
 * "quoted phrases" in any order: a pair goes where its key says, a bare word to the first argument it can only be (a time, a zone, days),
 * what is left to the argument that takes the rest, else to the required ones in order.
 */
export function parseCall(command: Command, call: CommandCall): Parsed | undefined {
  const words = splitWords(call.line ?? "").filter(isSaid);
  const named = command.verbs.find(({ name }) => name === (call.verb || command.verbOf?.[call.command.toLowerCase()]));
  const first = words[0]?.toLowerCase() ?? "";
  const spoken = named ?? command.verbs.find(({ name }) => name !== "" && name === first);
  const verb = spoken ?? command.verbs.find(({ name }) => name === (command.usualVerb ?? ""));
  if (!verb) return undefined;
  const skipped = spoken !== undefined && named === undefined ? 1 : 0;
  return readArguments(verb, words.slice(skipped), cleanArgs(call.args), restOf(call.line ?? "", skipped));
}

function readArguments(verb: VerbDef, words: readonly string[], given: Readonly<Record<string, string>>, line: string): Parsed {
  const rest = verb.arguments.find(({ takesRest }) => takesRest);
  const verbatim = verb.arguments.find(({ kind }) => kind === "words");
  // A question or a pasted text is read by its own grammar, marks and all.
  if (verbatim?.takesRest && words.length > 0) return { verb, args: { ...given, [verbatim.name]: line }, spare: [] };
  const args = new Map(Object.entries(given));
  const bare = joinPairs(words.filter((word) => !takePair(word, verb.arguments, args)).map(unquote), verb.arguments);
  const left = bare.filter((word) => !takeFitting(word, verb.arguments, args));
  const spare: string[] = [];
  for (const word of left) {
    const free = verb.arguments.find((argument) => isFree(argument, word) && !args.has(argument.name));
    if (free) args.set(free.name, word);
    else if (rest) args.set(rest.name, [args.get(rest.name), word].filter(Boolean).join(" "));
    else spare.push(word);
  }
  return { verb, args: Object.fromEntries(args), spare };
}

/** Two words that only together fit an argument are one: "new york". */
function joinPairs(words: readonly string[], known: readonly ArgumentDef[]): readonly string[] {
  const fits = (word: string): boolean => known.some((argument) => argument.fits?.(word));
  const joined: string[] = [];
  for (const word of words) {
    const before = joined.at(-1);
    const both = `${before} ${word}`;
    if (before !== undefined && !fits(before) && !fits(word) && fits(both)) joined.splice(-1, 1, both);
    else joined.push(word);
  }
  return joined;
}

const isFree = ({ kind, fits, takesRest }: ArgumentDef, word: string): boolean =>
  !fits && !takesRest && (kind === "word" || (kind === "number" && /^\d+$/.test(word)));

function takePair(word: string, known: readonly ArgumentDef[], args: Map<string, string>): boolean {
  const match = /^([a-z]+):(.+)$/is.exec(word);
  const name = match?.[1]?.toLowerCase();
  const argument = known.find((argument) => argument.name === name);
  if (!argument || match?.[2] === undefined) return false;
  args.set(argument.name, unquote(match[2]));
  return true;
}

/** A second time or day joins the first: `08:00 18:30`. */
function takeFitting(word: string, known: readonly ArgumentDef[], args: Map<string, string>): boolean {
  const argument = known.find(({ fits }) => fits?.(word));
  if (!argument) return false;
  const earlier = args.get(argument.name);
  args.set(argument.name, earlier === undefined ? word : `${earlier},${word}`);
  return true;
}

/** Words and quoted phrases; a pair keeps its quoted value ("speaker:"Jane Doe""). */
export function splitWords(line: string): readonly string[] {
  const joined = line.trim().replace(/([,;])\s+(?=\d{1,2}[:.]\d{2})/g, "$1");
  return joined.match(/(?:[a-z]+:)?(?:"[^"]*"|“[^”]*”|«[^»]*»)|\S+/gi) ?? [];
}

export const unquote = (word: string): string => word.replace(/^["“«](.*)["”»]$/s, "$1");

const cleanArgs = (args: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(args).filter(([, value]) => typeof value === "string" && isSaid(value)));

/** Signs that nobody sees, or marks alone, say nothing. */
const isSaid = (value: string): boolean => said(value) !== "";

function restOf(line: string, skipped: number): string {
  return skipped === 0 ? line.trim() : line.trim().replace(/^\S+\s*/, "");
}
