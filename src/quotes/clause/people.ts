import { type Citation, citationForms } from "../../text/citation.ts";
import type { Grammar } from "../languages/grammar.ts";
import { bodyHead, type Gender, genderOfNominative, isPersonWord, type NameRun, personGender } from "./names.ts";
import type { Token } from "./tokens.ts";

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

interface Draft {
  given: string;
  surnames: string;
  gender: Gender | undefined;
  sure: boolean;
  readonly runs: NameRun[];
  readonly forms: Set<string>;
}

/** The people of an article: forms of one name in any case are one person, and a surname alone belongs to whoever bears it in full. */
export function findPeople(tokens: readonly Token[], runs: readonly NameRun[], text: string, grammar: Grammar): readonly Person[] {
  const drafts: Draft[] = [];
  for (const run of runs) if (run.words.length >= 2 && isPersonLike(run, grammar)) joinOrAdd(drafts, run, tokens, grammar);
  for (const run of runs) {
    if (run.words.length !== 1) continue;
    const owner = findOwner(run, drafts, grammar);
    if (owner) owner.runs.push(run);
    else if ((run.titles.length > 0 && run.isPerson) || isLoneSpeaker(run, tokens, grammar)) joinOrAdd(drafts, run, tokens, grammar);
  }
  return drafts.map((draft) => buildPerson(draft, tokens, text, grammar));
}

/** Where every noun has a capital, two of them are a person only by a given name or a title. */
const isPersonLike = (run: NameRun, grammar: Grammar): boolean =>
  run.isPerson ||
  (!grammar.capitalNouns && run.words.length <= 3 && !isAllCaps(run) && !run.words.some(({ lower }) => isBodyWord(lower, grammar)));
const isBodyWord = (lower: string, grammar: Grammar): boolean =>
  bodyHead(lower, grammar) !== undefined || grammar.outlets.has(lower) || /^(?:radio|radiu|радіо|радио|tv)$/.test(lower);
const isAllCaps = ({ words }: NameRun): boolean => words.every(({ text }) => text.length > 1 && text === text.toUpperCase());

/** "sagte Rech", "додав Ленц": a single capital right beside a reporting verb in the singular, with no article, is a surname. */
function isLoneSpeaker({ from, to, words }: NameRun, tokens: readonly Token[], grammar: Grammar): boolean {
  const [word] = words;
  const before = tokens[from - 1];
  const after = tokens[to];
  if (
    !word ||
    word.text.length < 3 ||
    isPersonWord(word.lower, grammar) ||
    isBodyWord(word.lower, grammar) ||
    word.text === word.text.toUpperCase()
  )
    return false;
  const opens = before === undefined || !before.isWord;
  const verb = !opens && grammar.verbs.has(before.lower) ? before : after && grammar.verbs.has(after.lower) ? after : undefined;
  if (!verb || isPlural(verb.lower, grammar)) return false;
  if (verb === before) return true;
  return opens
    ? grammar.capitalNouns
    : !grammar.definite.has(before!.lower) && !grammar.prepositions.has(before!.lower) && !grammar.indefinite.has(before!.lower);
}

const isPlural = (verb: string, { code }: Grammar): boolean =>
  ({ de: /en$/, uk: /(?:ли|ть|ся)$/, ru: /(?:ли|ят|ют|ут)$/, pl: /(?:li|ły|ą)$/, es: /(?:ron|an|en)$/, fr: /(?:ent)$/ })[code]?.test(
    verb,
  ) ?? false;

function joinOrAdd(drafts: Draft[], run: NameRun, tokens: readonly Token[], grammar: Grammar): void {
  const named = citeName(run, isOblique(run, tokens, grammar), grammar);
  const same = drafts.find((draft) => isSameName(draft, run, named, grammar));
  if (same) {
    same.runs.push(run);
    for (const form of formsOf(run, named)) same.forms.add(form);
    if (named.sure && !same.sure) Object.assign(same, named);
    return;
  }
  drafts.push({ ...named, runs: [run], forms: new Set(formsOf(run, named)) });
}

const formsOf = (run: NameRun, named: Named): string[] => [
  ...run.words.slice(run.words.length > 1 ? 1 : 0).map(({ lower }) => lower),
  ...named.surnames.toLowerCase().split(" "),
];

interface Named {
  readonly given: string;
  readonly surnames: string;
  readonly gender: Gender | undefined;
  /** The article itself shows the nominative. */
  readonly sure: boolean;
}

/** The dictionary form of a full name: by its given name where that is known, else by where it stands. */
function citeName(run: NameRun, oblique: boolean, grammar: Grammar): Named {
  const texts = run.words.map(({ text }) => text);
  const given = texts.length > 1 ? (texts[0] ?? "") : "";
  const rest = texts.slice(texts.length > 1 ? 1 : 0);
  const titleGender = genderOfTitles(run, grammar);
  const asIs: Named = {
    given,
    surnames: rest.join(" "),
    gender: genderOfNominative(given, grammar) ?? titleGender ?? genderByEnding(rest.at(-1) ?? "", grammar),
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

function genderOfTitles(run: NameRun, grammar: Grammar): Gender | undefined {
  return run.titles
    .map(({ lower }) => personGender(lower, grammar))
    .find((gender): gender is Gender => gender === "he" || gender === "she");
}

/** Not in the nominative: behind a preposition or a source cue, with no verb or mark between. */
const isOblique = (run: NameRun, tokens: readonly Token[], grammar: Grammar): boolean => standsBehind(run, tokens, grammar) !== undefined;

function standsBehind(run: NameRun, tokens: readonly Token[], grammar: Grammar): "cue" | "preposition" | undefined {
  let found: "preposition" | undefined;
  for (let at = run.from - 1; at >= Math.max(0, run.from - 6); at--) {
    const token = tokens[at]!;
    if (!token.isWord || grammar.verbs.has(token.lower)) return found;
    const pair = `${tokens[at - 1]?.lower ?? ""} ${token.lower}`;
    if (grammar.sourceCues.includes(token.lower) || grammar.sourceCues.includes(pair) || grammar.documents.includes(pair)) return "cue";
    if (grammar.prepositions.has(token.lower)) found = "preposition";
  }
  return found;
}

function isSameName(draft: Draft, run: NameRun, named: Named, grammar: Grammar): boolean {
  if (draft.given === "" || named.given === "") return draft.surnames === named.surnames;
  if (draft.given === named.given && draft.surnames === named.surnames) return true;
  const given = run.words[0]?.text ?? "";
  const sameGiven = draft.given === named.given || citationForms(given, grammar.code).some(({ form }) => form === draft.given);
  return sameGiven && run.words.slice(1).some(({ lower }) => bears(draft, lower, grammar));
}

/** Is this word a form of the draft's surname? */
function bears(draft: Draft, lower: string, grammar: Grammar): boolean {
  if (draft.forms.has(lower)) return true;
  const mine = citationForms(lower, grammar.code).map(({ form }) => form);
  return (
    mine.some((form) => draft.forms.has(form)) ||
    [...draft.forms].some((form) => citationForms(form, grammar.code).some((each) => each.form === lower))
  );
}

/** The bearer named last before it; else the only one. A name told apart by its title's gender. */
function findOwner(run: NameRun, drafts: readonly Draft[], grammar: Grammar): Draft | undefined {
  const word = run.words[0]!;
  const gender = genderOfTitles(run, grammar);
  const bearers = drafts.filter((draft) => bears(draft, word.lower, grammar) && (!gender || !draft.gender || draft.gender === gender));
  const fitting = bearers.length > 0 ? bearers : drafts.filter((draft) => draft.given !== "" && draft.given.toLowerCase() === word.lower);
  const lastBefore = (draft: Draft): number =>
    Math.max(-1, ...draft.runs.map(({ words }) => words[0]!.start).filter((start) => start < word.start));
  return fitting.toSorted((a, b) => lastBefore(b) - lastBefore(a))[0];
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

function genderOfRole(role: string | undefined, grammar: Grammar): Gender | undefined {
  const genders = (role?.toLowerCase().match(/[\p{L}'’-]+/gu) ?? []).map((word) => personGender(word, grammar));
  return genders.find((gender): gender is Gender => gender === "he" || gender === "she");
}

function roleWordsOf(role: string, grammar: Grammar): readonly string[] {
  const words = role.toLowerCase().match(/[\p{L}'’-]{3,}/gu) ?? [];
  return words.flatMap((word) => [word, ...citationForms(word, grammar.code).map(({ form }) => form)]);
}

/** "голова портової ради NAME" · "NAME, directora del puerto," · "Umweltministerin NAME": the article's own words. */
function roleOf(run: NameRun, tokens: readonly Token[], text: string, grammar: Grammar): string | undefined {
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
