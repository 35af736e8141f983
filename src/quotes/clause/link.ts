import { citationForms } from "../../text/citation.ts";
import type { Grammar } from "../languages/grammar.ts";
import { citeName, genderOfTitles, isOblique, type Named } from "./cite.ts";
import type { Gender, NameRun } from "./names.ts";
import type { Token } from "./tokens.ts";

/** One person while an article's names are linked. */
export interface Draft {
  given: string;
  surnames: string;
  gender: Gender | undefined;
  /** The article itself shows the nominative. */
  sure: boolean;
  /** In the order in which they were linked: within full names and within lone surnames the order of the text. */
  readonly runs: NameRun[];
}

/** Full names first: forms of one name in any case become one draft. Lone surnames then find the bearer named last before them. */
export function createLinker(tokens: readonly Token[], grammar: Grammar) {
  const drafts: Draft[] = [];
  const bySurname = new Map<string, Draft[]>();
  const byGiven = new Map<string, Draft[]>();
  const keysOf = (word: string): readonly string[] => [
    word.toLowerCase(),
    ...citationForms(word, grammar.code).map(({ form }) => form.toLowerCase()),
  ];
  const bearersOf = (word: string): readonly Draft[] => [...new Set(keysOf(word).flatMap((key) => bySurname.get(key) ?? []))];

  const remember = (draft: Draft, run: NameRun, named: Named): void => {
    const surnames = [...run.words.slice(run.words.length > 1 ? 1 : 0).map(({ text }) => text), ...named.surnames.split(" ")];
    for (const key of new Set(surnames.flatMap(keysOf))) addTo(bySurname, key, draft);
    if (named.given !== "") addTo(byGiven, named.given.toLowerCase(), draft);
  };

  return {
    drafts,
    /** Joins a name to the draft that bears it, or begins one. */
    add(run: NameRun): void {
      const named = citeName(run, isOblique(run, tokens, grammar), grammar);
      const candidates = run.words.slice(run.words.length > 1 ? 1 : 0).flatMap(({ text }) => bearersOf(text));
      const same = candidates.find((draft) => isSameGiven(draft, run, named, grammar));
      if (same) {
        same.runs.push(run);
        if (named.sure && !same.sure) Object.assign(same, named);
        remember(same, run, named);
        return;
      }
      const draft: Draft = { ...named, runs: [run] };
      drafts.push(draft);
      remember(draft, run, named);
    },
    /** Gives a lone name to its bearer; false when nobody bears it. A title's gender tells bearers apart. */
    give(run: NameRun): boolean {
      const word = run.words[0]!;
      const gender = genderOfTitles(run, grammar);
      const bearers = bearersOf(word.text).filter((draft) => !gender || !draft.gender || draft.gender === gender);
      const fitting = bearers.length > 0 ? bearers : (byGiven.get(word.lower) ?? []);
      const owner = fitting.toSorted((a, b) => lastBefore(b, word.start) - lastBefore(a, word.start))[0];
      owner?.runs.push(run);
      return owner !== undefined;
    },
  };
}

function addTo(index: Map<string, Draft[]>, key: string, draft: Draft): void {
  const known = index.get(key);
  if (!known) index.set(key, [draft]);
  else if (!known.includes(draft)) known.push(draft);
}

function isSameGiven(draft: Draft, run: NameRun, named: Named, grammar: Grammar): boolean {
  if (draft.given === "" || named.given === "") return draft.given === named.given && draft.surnames === named.surnames;
  if (draft.given === named.given) return true;
  return citationForms(run.words[0]!.text, grammar.code).some(({ form }) => form === draft.given);
}

/** Where the last full name before a place begins. Full names were linked in the order of the text. */
function lastBefore({ runs }: Draft, at: number): number {
  const before = runs.findLast(({ words }) => words[0]!.start < at);
  return before === undefined ? -1 : before.words[0]!.start;
}
