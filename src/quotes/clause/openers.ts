import type { Grammar } from "../languages/grammar.ts";
import { givenGender, type NameRun } from "./names.ts";
import type { Token } from "./tokens.ts";

/**
 * Runs without a sentence's first word where it only has a capital because it stands there: "Wieczorem Starzak", when the article names
 * Leon Starzak, and words that the article also writes small.
 */
export function withoutOpeners(runs: readonly NameRun[], tokens: readonly Token[], grammar: Grammar): readonly NameRun[] {
  const small = new Set(tokens.filter(({ capital, isWord }) => isWord && !capital).map(({ lower }) => lower));
  const inside = runs.filter((run) => run.words.length > 1 && !opensSentence(run, tokens));
  const surnames = new Set(inside.map(({ words }) => words.at(-1)!.lower));
  const names = new Set(inside.map(nameOf));
  return runs.flatMap((run) => {
    const [first, second] = run.words;
    if (!opensSentence(run, tokens) || !first || givenGender(first.text, grammar) !== undefined) return [run];
    const isOpener = small.has(first.lower) || (run.words.length === 2 && surnames.has(second!.lower) && !names.has(nameOf(run)));
    if (!isOpener) return [run];
    return second ? [{ ...run, words: run.words.slice(1), from: run.from + 1 }] : [];
  });
}

const opensSentence = ({ from, titles }: NameRun, tokens: readonly Token[]): boolean =>
  titles.length === 0 && (from === 0 || /^[.!?…:»”“"—–-]$/.test(tokens[from - 1]!.text));

const nameOf = ({ words }: NameRun): string => words.map(({ lower }) => lower).join(" ");
