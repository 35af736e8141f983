import type { Span } from "../../model/story.ts";
import type { QuoteLanguage } from "../languages/language.ts";
import { namePattern } from "./names.ts";

/** The words that can be a speaker, with their place. */
export interface NounPhrase {
  readonly span: Span;
  readonly form: "name" | "pronoun" | "description";
}

/** "said X, role," · "said the official". The phrase ends at a comma, a stop or a preposition of place and time. */
export function readRight(text: string, from: number, language: QuoteLanguage): NounPhrase | undefined {
  const rest = text.slice(from);
  const lead = /^[\s,]*(?:(?:also|later|then|again|recently|the)\s)?/i.exec(rest)?.[0].length ?? 0;
  const phrase = rest.slice(0, endOfPhrase(rest, lead + 1));
  const article = /\bthe\s$/i.test(rest.slice(0, lead)) ? lead - 4 : lead;
  const found = readPhrase(phrase.slice(article), from + article, language);
  return found?.form === "description" ? (readAppositive(text, from + phrase.length) ?? found) : found;
}

/** A comma, a stop that ends no title, or a word of place, time and manner. */
function endOfPhrase(rest: string, from: number): number {
  const stop =
    /[,;:!?()–—]|(?<!\b(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Prof|St|Lt|Col|Sgt|Capt|Maj|Adm|Rev|Del|Hon|Amb|Supt|Jr|Sr|\p{Lu}))\.|\s(?:in|on|at|during|after|before|when|while|as|by|to|about|of|last|this|late|early|from|with|who|that|told|said|adding|and then)\s/gu;
  stop.lastIndex = from;
  return stop.exec(rest)?.index ?? rest.length;
}

/** "said the mayor's lawyer, Ann Lee, …": the name that the description stands for. */
function readAppositive(text: string, at: number): NounPhrase | undefined {
  const match = /^,\s((?:\p{Lu}[\p{L}.’'-]*\s?){2,4})(?=[,.;]|\s(?:who|in|on|of|at)\s|$)/u.exec(text.slice(at));
  if (!match) return undefined;
  const start = at + match[0].length - (match[1] ?? "").length;
  return { span: { start, end: start + (match[1] ?? "").trimEnd().length }, form: "name" };
}

/** “But, said X,”: what stands before the verb is no subject. */
export const isConnective = (text: string, verbAt: number): boolean =>
  /^\W*(?:but|and|so|yet|still|then|also|again|meanwhile)\W*$/i.test(text.slice(0, verbAt));

/** “…,” is what X, who …, said: nothing is left of the verb, the name stands after a comma. */
export function readRightAfterComma(
  text: string,
  verb: RegExpExecArray | RegExpMatchArray,
  language: QuoteLanguage,
): NounPhrase | undefined {
  if (!isConnective(text, verb.index ?? 0) && text.slice(0, verb.index).trim().length > 2) return undefined;
  return readRight(text, (verb.index ?? 0) + verb[0].length, language);
}

/** The noun phrase left of the verb: its head, not the nearest name. Possessives, relative clauses and what follows a preposition are skipped. */
export function readLeft(text: string, verbAt: number, language: QuoteLanguage): NounPhrase | undefined {
  const left = text
    .slice(0, verbAt)
    .replace(
      /\s+(?:has|had|have|also|later|then|recently|repeatedly|once|himself|herself|has also|had also|would|will|again|never|often|simply|reportedly|has since|immediately|quickly|even|publicly|previously|first|was|is|were|are|did|does|do|not|to|could|still|now|just|hat|habe|a|ont|har|ha|have been|has been)(?=\s*$)/gi,
      (found) => " ".repeat(found.length),
    );
  const clause = lastClause(left);
  return readPhrase(clause.text, clause.start, language);
}

/** What stands after the last conjunction that opens a new clause. */
function lastClause(left: string): { readonly text: string; readonly start: number } {
  const borders = [
    ...left.matchAll(
      /[;:]\s|,\s(?:and|but|while|as|when|where|after|because)\s|(?:^|\s)(?:as|when|while|but|that|because|if|after|before)\s(?=\p{Lu}|he\s|she\s|they\s|the\s)/giu,
    ),
  ];
  const last = borders.findLast((border) => left.slice(border.index + border[0].length).trim().length > 0);
  const from = last ? last.index + last[0].length : 0;
  return { text: left.slice(from), start: from };
}

export const shift = ({ start, end }: Span, by: number): Span => ({ start: start + by, end: end + by });

export function readPhrase(phrase: string, offset: number, language: QuoteLanguage): NounPhrase | undefined {
  const at = (span: Span): Span => shift(span, offset);
  const trimmed = phrase.replace(/\s+$/, "");
  const lead = /^[\s,–—-]*/.exec(trimmed)?.[0].length ?? 0;
  const pronoun = findPronoun(trimmed, language);
  const names = findHeadNames(trimmed, language);
  const name = pickName(names, trimmed);
  if (pronoun && (!name || pronoun.start > name.end)) return { span: at(pronoun), form: "pronoun" };
  if (name) return { span: at(name), form: "name" };
  const words = trimmed.slice(lead);
  const determiner = new RegExp(`(?:^|\\s)(?:${language.determiners.map((word) => RegExp.escape(word)).join("|")})\\s\\p{L}`, "iu").exec(
    words,
  );
  if (determiner) {
    const start = lead + determiner.index + (/^\s/.test(determiner[0]) ? 1 : 0);
    return { span: at({ start, end: trimmed.length }), form: "description" };
  }
  if (/\p{L}{3,}/u.test(words) && words.length < 80) return { span: at({ start: lead, end: trimmed.length }), form: "description" };
  return undefined;
}

function findPronoun(phrase: string, { pronouns }: QuoteLanguage): Span | undefined {
  const subjects = [pronouns.he[0], pronouns.she[0], pronouns.they[0], pronouns.it].filter((word) => word !== undefined);
  const found = [
    ...phrase.matchAll(new RegExp(`(?<!\\p{L})(?:${subjects.map((word) => RegExp.escape(word)).join("|")})(?!\\p{L})`, "giu")),
  ].at(-1);
  return found ? { start: found.index, end: found.index + found[0].length } : undefined;
}

interface HeadName extends Span {
  readonly opening: boolean;
}

/** Names in the phrase that can be its head: neither possessive nor behind a preposition, nor a modifier of a lower-case noun. */
function findHeadNames(phrase: string, language: QuoteLanguage): readonly HeadName[] {
  return [...phrase.matchAll(namePattern)].flatMap((match) => {
    const start = match.index;
    const end = start + match[0].length;
    const before = phrase.slice(0, start);
    const after = phrase.slice(end);
    const first = match[0].split(/\s/)[0]?.toLowerCase().replace(/\.$/, "") ?? "";
    const lone = !match[0].includes(" ");
    const lastWord = match[0].split(/\s/).at(-1)?.toLowerCase() ?? "";
    if (after.startsWith(".") && language.titles.includes(lastWord)) return []; // "Army Lt. Gen. …": the name is still to come
    if (
      lone &&
      (openers.has(first) ||
        language.determiners.includes(first) ||
        (language.titles.includes(first) && !/^(?:pope|king|queen)$/.test(first)))
    )
      return [];
    if (/[’']s?$/.test(match[0]) || /^[’']s?\s/.test(after)) return [];
    if (
      /(?:^|\s)(?:of|for|from|with|to|in|at|by|about|on|against|between|under|toward|towards|via|like|von|des|der|de|du|del|av|od)\s(?:the\s|a\s|an\s|\p{L}+\s)?$/iu.test(
        before,
      )
    )
      return [];
    if (lone && isModifier(after, language)) return [];
    return [{ start, end, opening: before.trim() === "" }];
  });
}

/** "a Smith campaign aide", "the Florida senator": a lone name before a lower-case noun is not the head. */
function isModifier(after: string, language: QuoteLanguage): boolean {
  const next = /^\s(\p{Ll}{3,})(?!\p{L})/u.exec(after)?.[1];
  return next !== undefined && !/ly$/.test(next) && !goesWithName.has(next) && !language.verbs.includes(next);
}

const goesWithName = new Set(
  "who and also later has had then himself herself from for was were is are did does would will could never again once still now just even only first recently".split(
    " ",
  ),
);

const openers = new Set(
  "the a an but and in on at as when while after before for if so yet this that these those he she it they we i his her their our its now then there here later asked speaking according however meanwhile instead also what who how why monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december".split(
    " ",
  ),
);

/** The last name that no comma parts from the verb, or the first of a phrase "NAME, role," */
function pickName(names: readonly HeadName[], phrase: string): Span | undefined {
  if (names.length === 0) return undefined;
  const last = names.at(-1)!;
  const between = phrase.slice(last.end);
  if (/^\s*(?:\([^)]*\)\s*)?$/.test(between) && !/,\s(?:a|an|the|of|who)\b/.test(phrase.slice(names[0]!.end, last.start))) return last;
  return names[0];
}
