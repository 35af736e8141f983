import { citationForms } from "../../text/citation.ts";
import { toLatin } from "../../text/transliterate.ts";
import { femaleNames, maleNames } from "../languages/given-names.ts";
import type { Grammar } from "../languages/grammar.ts";
import type { Token } from "./tokens.ts";

export type Gender = "he" | "she";

/** Words that may name somebody: a run of capitals, titles and sentence openers left off. */
export interface NameRun {
  readonly words: readonly Token[];
  /** Titles and trades that stand right before it and have a capital themselves ("Umweltministerin"). */
  readonly titles: readonly Token[];
  /** Index of the first word in the token list, and of the one behind the last. */
  readonly from: number;
  readonly to: number;
  /** Begins with a known given name, or a title stands before it. */
  readonly isPerson: boolean;
}

/** Runs of capitals in a list of tokens, in order. */
export function findNameRuns(tokens: readonly Token[], grammar: Grammar): readonly NameRun[] {
  const runs: NameRun[] = [];
  for (let from = 0; from < tokens.length; from++) {
    if (!isNamePart(tokens[from]!)) continue;
    let to = from + 1;
    while (to < tokens.length) {
      if (isNamePart(tokens[to]!) && !opensAnother(tokens[to]!, grammar)) to++;
      else if (grammar.particles.includes(tokens[to]!.text) && !startsPlace(tokens, to, grammar)) {
        const next = /^(?:der|den|la|las|los|dos|und zu)$/.test(tokens[to + 1]?.text ?? "") ? to + 2 : to + 1;
        if (!tokens[next]?.capital) break;
        to = next + 1;
      } else break;
    }
    const run = trimRun(tokens, from, to, grammar);
    if (run) runs.push(run);
    from = to - 1;
  }
  return runs;
}

/** "Toni Gschwendtner von der Bergwacht", "die Bewerbung von Kanada": in German "von" is part of a name only behind a given name or a title. */
const startsPlace = (tokens: readonly Token[], at: number, grammar: Grammar): boolean =>
  grammar.capitalNouns &&
  tokens[at]!.text === "von" &&
  givenGender(tokens[at - 1]!.text, grammar) === undefined &&
  !isPersonWord(tokens[at - 1]!.lower, grammar);

/** Where nouns have capitals, an adverb with one begins another sentence: "Deutschlands Bereits im Dezember". */
const opensAnother = ({ lower }: Token, grammar: Grammar): boolean => grammar.capitalNouns && grammar.openers.has(lower);

const isNamePart = (token: Token): boolean => token.capital && token.isWord;

function trimRun(tokens: readonly Token[], start: number, to: number, grammar: Grammar): NameRun | undefined {
  let from = start;
  while (from < to && (isOpener(tokens[from]!, from === start, grammar) || !tokens[from]!.capital)) from++;
  while (from < to - 1 && isBearer(tokens[from]!, grammar)) from++;
  const titles: Token[] = [];
  while (from < to && isTitle(tokens[from]!, to - from, grammar)) titles.push(tokens[from++]!);
  const given = findGiven(tokens, from, to, grammar);
  if (given > from) {
    titles.push(...tokens.slice(from, given));
    from = given;
  } else if (given < 0 && to - from === 3 && (grammar.capitalNouns || (grammar.genderOfVerb !== undefined && opensSentence(tokens, start))))
    titles.push(tokens[from++]!);
  else if (given < 0 && to - from === 3 && grammar.code === "fr" && grammar.definite.has(tokens[start - 1]?.lower ?? ""))
    titles.push(tokens[from++]!); // "l'Italien Fabio Trentin"
  else if (given < 0 && to - from === 2 && isAged(to, tokens) && givenGender(tokens[to - 1]!.text, grammar)) titles.push(tokens[from++]!); // "Elev Jonas (11)"
  if (from >= to) return undefined;
  const before = tokens[from - 1];
  const isPerson =
    given >= 0 ||
    (to - from === 2 && grammar.capitalNouns && isLikelyName(tokens[from]!, tokens[to - 1]!, grammar)) ||
    (to - from === 2 && isBesideVerb(tokens, from, to, grammar) && bodyHead(tokens[to - 1]!.lower, grammar) === undefined) ||
    isAged(to, tokens) ||
    titles.some((title) => isPersonWord(title.lower, grammar)) ||
    (before !== undefined && isPersonWord(before.lower, grammar));
  return { words: tokens.slice(from, to), titles, from, to, isPerson };
}

function isOpener({ lower }: Token, first: boolean, grammar: Grammar): boolean {
  if (!first) return false;
  return (
    grammar.openers.has(lower) ||
    grammar.prepositions.has(lower) ||
    grammar.between.has(lower) ||
    grammar.indefinite.has(lower) ||
    grammar.definite.has(lower)
  );
}

/** "(23)", ", 23,": an age behind a name. */
export function isAged(at: number, tokens: readonly Token[]): boolean {
  const [open, age, close] = [tokens[at]?.text ?? "", tokens[at + 1]?.text ?? "", tokens[at + 2]?.text ?? ""];
  return /^[(,]$/.test(open) && /^\d{1,3}$/.test(age) && (open === "(" ? close === ")" : close === ",");
}

/** "Bilprodusenten Falk": a kind of body before its own name. */
const isBearer = ({ lower }: Token, grammar: Grammar): boolean => grammar.bearers.has(lower);

const opensSentence = (tokens: readonly Token[], at: number): boolean => !tokens[at - 1]?.isWord;

/** German: two capitals in a row, the first no adjective ("Deutsche Bank") and the second no body. */
const isLikelyName = (first: Token, last: Token, grammar: Grammar): boolean =>
  !/(?:e|er|en|es|em|sche)$/.test(first.lower) &&
  bodyHead(first.lower, grammar) === undefined &&
  bodyHead(last.lower, grammar) === undefined;

/** "X Y sagte", "sagte X Y": two capitals beside a reporting verb are somebody. */
const isBesideVerb = (tokens: readonly Token[], from: number, to: number, { verbs }: Grammar): boolean =>
  verbs.has(tokens[to]?.lower ?? "") || verbs.has(tokens[from - 1]?.lower ?? "");

/** A trade or title before at least one more word; a full stop after it ("Dr.", "M.") is its own token and does not end the run. */
function isTitle(token: Token, left: number, grammar: Grammar): boolean {
  return left > 1 && isPersonWord(token.lower, grammar) && givenGender(token.text, grammar) === undefined;
}

/** The first word of the run that is a given name and has another name behind it; -1 when none is known. */
function findGiven(tokens: readonly Token[], from: number, to: number, grammar: Grammar): number {
  for (let at = from; at < to - 1; at++) if (tokens[at]!.capital && givenGender(tokens[at]!.text, grammar)) return at;
  return -1;
}

/** The gender that a given name shows, in any case; undefined for an unknown one. */
export function givenGender(word: string, grammar: Grammar): Gender | undefined {
  const direct = genderOfNominative(word, grammar);
  if (direct) return direct;
  return citationForms(word, grammar.code)
    .map(({ form }) => genderOfNominative(form, grammar))
    .find((gender) => gender !== undefined);
}

export function genderOfNominative(word: string, { givenNames, code }: Grammar): Gender | undefined {
  const lower = word.toLowerCase().replaceAll("’", "'");
  const known = genderOfListed(lower, givenNames, code);
  return known ?? (lower.includes("-") ? genderOfListed(lower.split("-", 1)[0]!, givenNames, code) : undefined);
}

function genderOfListed(lower: string, givenNames: Grammar["givenNames"], code: string): Gender | undefined {
  if (givenNames.she.has(lower)) return "she";
  if (givenNames.he.has(lower)) return "he";
  if (code === "uk" || code === "ru") return undefined;
  const latin = toLatin(lower);
  return femaleNames.has(latin) ? "she" : maleNames.has(latin) ? "he" : undefined;
}

/** Given names of men that end as women's do. */
const menInA = new Set(
  "luca mika sascha sasha joshua elia ezra noa nikita ilja ilya ilia kolja mischa misha kuba barnaba jarema andrea микола ілля лука хома сава микита кузьма фома никита илья савва ярема яша миша саша женя діма дима вова юра коля петя ваня гриша паша алёша альоша гоша лёша леша".split(
    " ",
  ),
);

/** What the ending of a given name that no list has tells of its bearer, where the language's names have such endings. */
export function genderByGiven(word: string, { code }: Grammar): Gender | undefined {
  const lower = word.toLowerCase().split("-", 1)[0]!;
  if (lower.length < 3 || menInA.has(lower)) return menInA.has(lower) ? "he" : undefined;
  if (code === "fr") return /(?:ette|elle|ine|ie|ienne|ane|a)$/.test(lower) ? "she" : undefined;
  if (/[aая]$/.test(lower)) return "she";
  if (code === "uk" || code === "ru") return /[бвгґджзйклмнпрстфхцчшщо]$/.test(lower) ? "he" : undefined;
  if (code === "es") return /o$/.test(lower) ? "he" : undefined;
  return code === "pl" && /[^aeiouyąęó]$/.test(lower) ? "he" : undefined;
}

/** An office, a trade, a title. In the cases of an inflected language too. */
export function isPersonWord(lower: string, grammar: Grammar): boolean {
  if (personGender(lower, grammar) !== undefined) return true;
  return citationForms(lower, grammar.code).some(({ form }) => personGender(form, grammar) !== undefined);
}

export function personGender(lower: string, { people, peopleEndings, neutralTitles }: Grammar): Gender | "either" | undefined {
  if (people.either.has(lower)) return "either";
  if (people.she.has(lower)) return "she";
  if (people.he.has(lower)) return isMan(lower, neutralTitles) ? "he" : "either";
  if (!peopleEndings) return undefined;
  return peopleEndings.she.test(lower) ? "she" : peopleEndings.he.test(lower) ? (neutralTitles ? "either" : "he") : undefined;
}

/** Where a trade's masculine names women too, only words for men themselves tell. */
const isMan = (lower: string, neutralTitles: boolean): boolean =>
  !neutralTitles || /^(?:herr|pan|пан|господин|чоловік|konge|prins|bror|far|sønn|брат|отец|батько|сын|син|ojciec|syn)$/.test(lower);

/** Ministries, courts, companies: the dictionary form of the head word. */
export function bodyHead(lower: string, { bodies, bodyEndings }: Grammar): string | undefined {
  return bodies.get(lower) ?? (bodyEndings?.test(lower) ? lower : undefined);
}
