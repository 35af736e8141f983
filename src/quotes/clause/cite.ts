import { type Citation, citationForms } from "../../text/citation.ts";
import type { Grammar } from "../languages/grammar.ts";
import { type Gender, genderByGiven, genderOfNominative, isPersonWord, type NameRun, personGender } from "./names.ts";
import type { Token } from "./tokens.ts";

/** A full name in the form a dictionary gives. */
export interface Named {
  readonly given: string;
  readonly surnames: string;
  readonly gender: Gender | undefined;
  /** The article itself shows the nominative. */
  readonly sure: boolean;
}

/** The dictionary form of a full name: by its given name where that is known, else by where it stands. */
export function citeName(run: NameRun, oblique: boolean, grammar: Grammar): Named {
  const texts = run.words.map(({ text }) => text);
  const given = texts.length > 1 ? (texts[0] ?? "") : "";
  const rest = texts.slice(texts.length > 1 ? 1 : 0);
  const titleGender = genderOfTitles(run, grammar);
  const asIs: Named = {
    given,
    surnames: rest.join(" "),
    gender:
      genderOfNominative(given === "" && texts.length === 1 ? (texts[0] ?? "") : given, grammar) ??
      titleGender ??
      genderByEnding(rest.at(-1) ?? "", grammar) ??
      genderByGiven(given, grammar),
    sure: true,
  };
  if (!isSlavic(grammar)) return asIs;
  const nominative = genderOfNominative(given, grammar) !== undefined;
  const inflected = citationForms(given, grammar.code).find(({ form }) => genderOfNominative(form, grammar) !== undefined);
  const cited = inflected ?? (oblique && !nominative ? citationForms(given, grammar.code)[0] : undefined);
  if (!cited || (nominative && !oblique))
    return given === "" && oblique ? { ...asIs, surnames: citeSurnames(rest, titleGender, grammar), sure: false } : asIs;
  const gender = genderOfNominative(cited.form, grammar) ?? cited.gender;
  if (nominative && rest.every((word) => citedSurname(word, gender, grammar) === word)) return asIs;
  return { given: cited.form, surnames: citeSurnames(rest, gender, grammar), gender, sure: false };
}

const isSlavic = ({ code }: Grammar): boolean => code === "uk" || code === "ru" || code === "pl";
const citeSurnames = (words: readonly string[], gender: Gender | undefined, grammar: Grammar): string =>
  words.map((word) => citedSurname(word, gender, grammar)).join(" ");

/** Women's surnames that end in a consonant or -o do not decline, nor do foreign ones in -i, -e, -u. */
function citedSurname(word: string, gender: Gender | undefined, grammar: Grammar): string {
  const fitting = citationForms(word, grammar.code).filter((each: Citation) => gender === undefined || each.gender === gender);
  return fitting[0]?.form ?? word;
}

function genderByEnding(surname: string, { code }: Grammar): Gender | undefined {
  if (code === "uk")
    return /(?:ська|цька|зька|ова|єва|іна)$/.test(surname)
      ? "she"
      : /(?:ський|цький|зький|енко|ов|єв)$/.test(surname)
        ? undefined
        : undefined;
  if (code === "ru")
    return /(?:ская|цкая|ова|ева|ёва|ина)$/.test(surname) ? "she" : /(?:ский|цкий|ов|ев|ёв|ин)$/.test(surname) ? "he" : undefined;
  if (code === "pl") return /(?:ska|cka|dzka)$/.test(surname) ? "she" : /(?:ski|cki|dzki)$/.test(surname) ? "he" : undefined;
  return undefined;
}

export function genderOfTitles(run: NameRun, grammar: Grammar): Gender | undefined {
  return run.titles
    .map(({ lower }) => personGender(lower, grammar))
    .find((gender): gender is Gender => gender === "he" || gender === "she");
}

/** Not in the nominative: behind a preposition or a source cue, with no verb or mark between. */
export const isOblique = (run: NameRun, tokens: readonly Token[], grammar: Grammar): boolean =>
  standsBehind(run, tokens, grammar) !== undefined;

export function standsBehind(run: NameRun, tokens: readonly Token[], grammar: Grammar): "cue" | "preposition" | undefined {
  let found: "preposition" | undefined;
  for (let at = run.from - 1; at >= Math.max(0, run.from - 6); at--) {
    const token = tokens[at]!;
    if (!token.isWord || grammar.verbs.has(token.lower)) return found;
    if (at === run.from - 1 && isBehindPlace(at, tokens, grammar)) return found;
    const pair = `${tokens[at - 1]?.lower ?? ""} ${token.lower}`;
    if (grammar.sourceCues.includes(token.lower) || grammar.sourceCues.includes(pair) || grammar.documents.includes(pair)) return "cue";
    if (grammar.prepositions.has(token.lower)) found = "preposition";
  }
  return found;
}

/** "гукає з порога Параска": a verb, its preposition with a noun of its own, then who does it. */
function isBehindPlace(at: number, tokens: readonly Token[], grammar: Grammar): boolean {
  const [verb, preposition, noun] = [tokens[at - 2], tokens[at - 1], tokens[at]];
  if (!verb || !preposition || !noun || noun.capital || isPersonWord(noun.lower, grammar)) return false;
  const isVerb =
    grammar.verbs.has(verb.lower) ||
    grammar.presentVerb?.test(verb.lower) ||
    grammar.genderOfVerb?.he.test(verb.lower) ||
    grammar.genderOfVerb?.she.test(verb.lower);
  return Boolean(isVerb) && !verb.capital && grammar.prepositions.has(preposition.lower);
}
