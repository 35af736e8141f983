import { citationForms } from "../../text/citation.ts";
import type { Grammar } from "../languages/grammar.ts";
import { standsBehind } from "./cite.ts";
import { isAge } from "./description.ts";
import { createLinker, type Draft } from "./link.ts";
import { bodyHead, type Gender, genderOfNominative, givenGender, isAged, isPersonWord, type NameRun, personGender } from "./names.ts";
import { genderOfRole, roleOf, roleWordsOf } from "./role.ts";
import type { Token } from "./tokens.ts";
import { isPlural, reports } from "./verb-form.ts";

/** Somebody whom an article names in full. */
export interface Person {
  /** The fullest name, in the form a dictionary gives. */
  readonly name: string;
  readonly gender?: Gender;
  readonly role?: string;
  /** Words of the role and of the titles, in dictionary form where known. */
  readonly roleWords: ReadonlySet<string>;
  readonly mentions: readonly PersonMention[];
}

export interface PersonMention {
  readonly start: number;
  readonly end: number;
  /** Not behind a preposition and in the nominative: likely its sentence's subject. */
  readonly subject: boolean;
}

/** The people of an article: forms of one name in any case are one person, and a surname alone belongs to whoever bears it in full. */
export function findPeople(tokens: readonly Token[], runs: readonly NameRun[], text: string, grammar: Grammar): readonly Person[] {
  const linker = createLinker(tokens, grammar);
  for (const run of runs)
    if (run.words.length >= 2 && isPersonLike(run, tokens, grammar) && !isInMarks(run, tokens, grammar)) linker.add(run);
  for (const run of runs) {
    if (run.words.length !== 1 || linker.give(run)) continue;
    if (
      (run.titles.length > 0 && run.isPerson && !isPlace(run, grammar)) ||
      isIntroduced(run, tokens, grammar) ||
      isLoneSpeaker(run, tokens, grammar)
    )
      linker.add(run);
  }
  return linker.drafts.map((draft) => buildPerson(draft, tokens, text, grammar));
}

/** "dla „Kuriera Olszańskiego”": a name set in marks is an outlet's or a work's, unless it has a given name. */
const isInMarks = ({ from, to, words }: NameRun, tokens: readonly Token[], grammar: Grammar): boolean =>
  /^[„“«"]$/.test(tokens[from - 1]?.text ?? "") &&
  /^[”“»"]$/.test(tokens[to]?.text ?? "") &&
  givenGender(words[0]!.text, grammar) === undefined;

/** Where every noun has a capital, two of them are a person only by a given name or a title. */
const isPersonLike = (run: NameRun, tokens: readonly Token[], grammar: Grammar): boolean =>
  run.isPerson ||
  (!grammar.capitalNouns &&
    !isBorne(run, tokens, grammar) &&
    run.words.length <= 3 &&
    !isAllCaps(run) &&
    !run.words.some(({ lower }) => isBodyWord(lower, grammar)));
/** "le syndicat Terres Vivantes": right behind a kind of body stands its name. */
const isBorne = ({ from }: NameRun, tokens: readonly Token[], grammar: Grammar): boolean =>
  from > 0 && (grammar.bearers.has(tokens[from - 1]!.lower) || bodyHead(tokens[from - 1]!.lower, grammar) !== undefined);
const isBodyWord = (lower: string, grammar: Grammar): boolean =>
  bodyHead(lower, grammar) !== undefined ||
  grammar.outlets.has(lower) ||
  /^(?:radio|radiu|радіо|радио|tv)$|(?:tidende|avis|avisa|blad|bladet|posten|zeitung|tageblatt|anzeiger|kurier|bote)$/.test(lower);
const isAllCaps = ({ words }: NameRun): boolean => words.every(({ text }) => text.length > 1 && text === text.toUpperCase());

/** Endings that a surname has in no nominative, by language: it is the place of an office, in the genitive. */
const oblique: Readonly<Record<string, RegExp>> = {
  uk: /(?:[иіїую]|ої|ого|(?<!ськ|цьк|зьк|ов|єв|ін|ев)[ая])$/,
  ru: /(?:[иыую]|ой|его|ого|(?<!ск|цк|ов|ев|ин)а|(?<!а)я)$/,
  pl: /(?:ej|ego|y|u|ii|[^kc]i|ą|ę)$/,
};

/** "Burmistrz Jeziornej", "Мер Полтави": behind an office a lone name in another case than a surname's nominative is where it is held. */
const isPlace = ({ words }: NameRun, { code }: Grammar): boolean => oblique[code]?.test(words[0]!.lower) ?? false;

/** "її чоловік Андрій", "Melissa (23)", "Paulette, une habituée": a given name alone, behind or before what somebody is. */
function isIntroduced({ from, to, words }: NameRun, tokens: readonly Token[], grammar: Grammar): boolean {
  const before = tokens[from - 1];
  if (isAge(tokens[from - 1]?.lower ?? "")) return true; // "der 19-jährige Jákup"
  const isTold = isAged(to, tokens) || isDescribed(to, tokens, grammar);
  if (isTold && reports(from - 1, tokens, grammar)) return true;
  if (genderOfNominative(words[0]!.text, grammar) === undefined) return false;
  return isTold || (before !== undefined && !before.capital && personGender(before.lower, grammar) !== undefined);
}

/** "Paulette, une habituée" */
const isDescribed = (to: number, tokens: readonly Token[], grammar: Grammar): boolean =>
  tokens[to]?.text === "," &&
  tokens.slice(to + 1, to + 4).some(({ lower, isWord }) => isWord && personGender(lower, grammar) !== undefined);

/** Endings of German nouns that are no surnames: "verspricht Besserung". */
const abstract = /(?:ung|heit|keit|schaft|tion|tät|nis|tum|ismus|ment)$/;

/** "sagte Rech", "додав Ленц": a single capital right beside a reporting verb in the singular, with no article, is a surname. */
function isLoneSpeaker({ from, to, words }: NameRun, tokens: readonly Token[], grammar: Grammar): boolean {
  const [word] = words;
  const before = tokens[from - 1];
  const after = tokens[to];
  if (
    !word ||
    word.text.length < 3 ||
    (grammar.capitalNouns && abstract.test(word.lower)) ||
    isPersonWord(word.lower, grammar) ||
    isBodyWord(word.lower, grammar) ||
    word.text === word.text.toUpperCase()
  )
    return false;
  const opens = before === undefined || !before.isWord;
  const verb = !opens && reports(from - 1, tokens, grammar) ? before : reports(to, tokens, grammar) ? after : undefined;
  if (!verb || isPlural(verb.lower, grammar)) return false;
  if (verb === before) return grammar.capitalNouns || !tokens[from - 2]?.isWord; // "slo Nordby 2–1" is no speech
  return opens
    ? grammar.capitalNouns
    : !(grammar.capitalNouns && /e[nrsm]?$/.test(before!.lower)) && // "einen empfohlenen Weg beschrieb X"
        !grammar.definite.has(before!.lower) &&
        !grammar.prepositions.has(before!.lower) &&
        !grammar.indefinite.has(before!.lower);
}

function buildPerson(draft: Draft, tokens: readonly Token[], text: string, grammar: Grammar): Person {
  const attested = draft.sure ? undefined : attestedSurname(draft, grammar);
  const name = [draft.given, attested ?? draft.surnames].filter(Boolean).join(" ");
  const runs = draft.runs.toSorted((a, b) => a.from - b.from);
  const roles = runs.map((run) => roleOf(run, tokens, text, grammar)).filter((role) => role !== undefined);
  const role = roles.find((each) => each.includes(" ")) ?? roles[0];
  const gender = draft.gender ?? genderOfRole(role, grammar);
  return {
    name,
    ...(gender === undefined ? {} : { gender }),
    ...(role === undefined ? {} : { role }),
    roleWords: new Set(roles.flatMap((each) => roleWordsOf(each, grammar))),
    mentions: runs.map((run) => ({
      start: run.words[0]!.start,
      end: run.words.at(-1)!.end,
      subject: standsBehind(run, tokens, grammar) !== "preposition",
    })),
  };
}

/** A surname that stands alone elsewhere in the nominative is better evidence than a rule. */
function attestedSurname(draft: Draft, grammar: Grammar): string | undefined {
  const full = draft.runs.find(({ words }) => words.length > 1);
  const possible = full ? citationForms(full.words.at(-1)!.text, grammar.code).map(({ form }) => form) : [];
  return draft.runs
    .filter(({ words }) => words.length === 1)
    .map(({ words }) => words[0]!.text)
    .find((word) => possible.includes(word));
}
