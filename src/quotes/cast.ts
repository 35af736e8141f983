import type { Span } from "../model/story.ts";
import { femaleNames, maleNames } from "./languages/given-names.ts";
import type { QuoteLanguage } from "./languages/language.ts";

export type Gender = "he" | "she";

/** Somebody or something that an article names. */
export interface CastMember {
  /** The fullest name the article gives, titles left off. */
  readonly name: string;
  readonly kind: "person" | "organisation";
  readonly role?: string;
  /** Title words before the name and head words of the role: what "the senator" may mean. */
  readonly roleWords: ReadonlySet<string>;
  readonly gender?: Gender;
  /** Every place where the name or a part of it stands, in order. */
  readonly mentions: readonly NameMention[];
}

export interface NameMention extends Span {
  readonly possessive: boolean;
  /** First words of a sentence or after a dateline: likely its subject. */
  readonly opening: boolean;
}

export interface Cast {
  readonly members: readonly CastMember[];
  /** Who is meant by this name; undefined when nobody or more than one fits. */
  find(name: string): CastMember | undefined;
}

const particle = "(?:de|del|della|der|den|van|von|bin|ibn|al|el|la|le|du|da|dos|di|af|ten|zu|y)";
const nameWord = "\\p{Lu}[\\p{L}’'\\-]*[\\p{L}]";
const nameSource = `(?:${nameWord}|\\p{Lu}\\.(?:\\s?\\p{Lu}\\.)*)(?:\\s(?:${particle}\\s){0,2}(?:${nameWord}|\\p{Lu}\\.(?:\\p{Lu}\\.)*))*(?:,?\\s(?:Jr|Sr|III|II|IV)\\b\\.?)?`;
export const namePattern = new RegExp(nameSource, "gu");

/** Capitalised words that begin sentences or name times and places of speech, never a person. */
const notNames = new Set(
  "the a an and but or so yet if as at by for from in into of on to with without this that these those it its he she they we you i his her their our my your there here when while where what who why how which after before since until during despite although though because then now also even still just only not no yes one two three four five six seven eight nine ten many most some all any each every both few several another other such more last next first second third monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december today yesterday tomorrow mr mrs ms dr asked speaking according however meanwhile instead earlier later once perhaps maybe well oh ok okay thank thanks let like unlike under over between among against about out up down off is are was were be been has have had do does did will would can could should may might must get got americans american republican republicans democrat democrats democratic gop florida texas california ohio iowa nevada virginia vermont georgia arizona michigan pennsylvania wisconsin colorado massachusetts maryland jersey york hampshire carolina dakota russia russian russians ukraine ukrainian ukrainians china chinese mexico mexican mexicans germany german germans france french britain british europe european israel israeli iran iranian syria syrian syrians iraq iraqi turkey turkish poland polish norway norwegian islamic muslim muslims christian christians jewish democratic conservative conservatives liberal liberals america washington london moscow kyiv beijing brussels berlin paris internet facebook twitter god".split(
    " ",
  ),
);

const organisationWords =
  /(?:^|\s)(?:university|college|school|institute|institution|party|committee|commission|council|court|department|ministry|agency|administration|association|federation|union|foundation|center|centre|group|company|corporation|corp|inc|llc|ltd|bank|times|post|news|journal|herald|tribune|magazine|press|radio|tv|network|fox|cnn|nbc|abc|cbs|msnbc|reuters|bbc|afp|politico|breitbart|bloomberg|house|senate|congress|parliament|board|bureau|office|police|army|navy|force|forces|team|campaign|project|coalition|alliance|league|society|organization|organisation|service|services|authority|fund|club|church|hospital|museum|society|caucus|pac|nra|fbi|cia|nato|un|eu|who|state|states|kingdom|republic|city|county|street|avenue|airport|hotel)$/i;

/** Names that an article gives, linked: "Clinton" is Hillary Clinton where only one Clinton is named in full. */
export function findCast(text: string, language: QuoteLanguage): Cast {
  const found = findNames(text, language);
  const full = found.filter(({ words }) => words.length >= 2);
  const groups = new Map<string, FoundName[]>();
  for (const name of full) groups.getOrInsertComputed(keyOf(name.words), () => []).push(name);
  mergeVariants(groups);
  for (const name of found.filter(({ words }) => words.length === 1)) {
    const owner = findOwner(name, groups);
    groups.getOrInsertComputed(owner ?? keyOf(name.words), () => []).push(name);
  }
  const members = [...groups.values()].map((names) => buildMember(names, text, language));
  return { members, find: (name) => findMember(members, name, language) };
}

interface FoundName extends NameMention {
  readonly words: readonly string[];
  readonly titles: readonly string[];
}

function findNames(text: string, language: QuoteLanguage): readonly FoundName[] {
  const found: FoundName[] = [];
  for (const match of text.matchAll(namePattern)) {
    const name = trimName(match[0], match.index, text, language);
    if (name) found.push(name);
  }
  return found;
}

/** Without sentence openers, titles and a possessive ending. */
function trimName(raw: string, at: number, text: string, language: QuoteLanguage): FoundName | undefined {
  const possessive = /[’']s?$/.test(raw) && !/^\p{L}[’']/u.test(raw.slice(-4));
  const words = raw.replace(/[’']s?$/, "").split(/\s+/);
  const titles: string[] = [];
  let start = at;
  while (words.length > 0) {
    const word = words[0] ?? "";
    const plain = word.toLowerCase().replace(/\.$/, "");
    const isTitle = language.titles.includes(plain) && (words.length > 1 || word.endsWith("."));
    if (!isTitle && !notNames.has(plain)) break;
    if (isTitle) titles.push(plain);
    words.shift();
    start = nextWordStart(text, start + word.length);
  }
  const lastOwner = words.findLastIndex((word, index) => index < words.length - 1 && /[’']s$/.test(word));
  for (const word of words.splice(0, lastOwner + 1)) start = nextWordStart(text, start + word.length);
  const lastTitle = words.findLastIndex(
    (word, index) => index < words.length - 1 && language.titles.includes(word.toLowerCase().replace(/\.$/, "")),
  );
  if (lastTitle >= 0) {
    for (const word of words.splice(0, lastTitle + 1)) {
      titles.push(word.toLowerCase().replace(/\.$/, ""));
      start = nextWordStart(text, start + word.length);
    }
  }
  if (words.length === 0 || (words.length === 1 && (words[0] ?? "").length < 2)) return undefined;
  const before = /(\p{L}+)\.?\s$/u.exec(text.slice(Math.max(0, start - 24), start))?.[1]?.toLowerCase();
  if (before && titles.length === 0 && language.titles.includes(before)) titles.push(before);
  const length = words.join(" ").length;
  const opening = /(?:^|[.!?:”"»\n]\s*|[–—-]\s)$/.test(text.slice(Math.max(0, at - 3), at));
  const followsPossessive = /^[’']s?\s/.test(text.slice(start + length, start + length + 3));
  return { words, titles, start, end: start + length, possessive: possessive || followsPossessive, opening };
}

function nextWordStart(text: string, from: number): number {
  let at = from;
  while (at < text.length && /[\s.]/.test(text[at] ?? "")) at++;
  return at;
}

const plainWord = (word: string): string => word.toLowerCase().replace(/[.’']/g, "");
const keyOf = (words: readonly string[]): string => words.map(plainWord).join(" ");

/** "John F. Kennedy" and "John Kennedy" are one; "Bill Clinton" and "Hillary Clinton" are not. */
function mergeVariants(groups: Map<string, FoundName[]>): void {
  const ends = new Map<string, string>();
  for (const key of [...groups.keys()].sort((a, b) => b.length - a.length)) {
    const words = key.split(" ");
    const short = `${words[0]} ${words.filter((word) => !/^(?:jr|sr|ii|iii|iv)$/.test(word)).at(-1)}`;
    const longer = ends.get(short);
    if (longer === undefined) ends.set(short, key);
    else {
      groups.get(longer)!.push(...groups.get(key)!);
      groups.delete(key);
    }
  }
}

/** The full name that a single word belongs to: by surname first, then by given name; the latest named before it wins between equals. */
function findOwner(name: FoundName, groups: ReadonlyMap<string, readonly FoundName[]>): string | undefined {
  const word = plainWord(name.words[0] ?? "");
  const bySurname = [...groups].filter(([key]) => surnameOf(key) === word);
  const fitting =
    bySurname.length > 0 ? bySurname : [...groups].filter(([key]) => key.includes(" ") && key.startsWith(`${word} `) && word.length > 2);
  if (fitting.length < 2) return fitting[0]?.[0];
  const before = (names: readonly FoundName[]): number =>
    Math.max(-1, ...names.filter(({ start, words }) => start < name.start && words.length > 1).map(({ start }) => start));
  const total = (names: readonly FoundName[]): number => names.length;
  return fitting.toSorted((a, b) => before(b[1]) - before(a[1]) || total(b[1]) - total(a[1]))[0]?.[0];
}

function surnameOf(key: string): string {
  const words = key.split(" ").filter((word) => !/^(?:jr|sr|ii|iii|iv)$/.test(word));
  return words.length > 1 ? (words.at(-1) ?? "") : key;
}

function buildMember(names: readonly FoundName[], text: string, language: QuoteLanguage): CastMember {
  const ordered = names.toSorted((a, b) => a.start - b.start);
  const longest = ordered.reduce((best, name) => (name.words.length > best.words.length ? name : best));
  const name = longest.words.join(" ");
  const role = findRole(ordered, text);
  const titles = ordered.flatMap((each) => each.titles);
  const isOrganisation = titles.length === 0 && (organisationWords.test(name) || /^\p{Lu}{2,5}$/u.test(name));
  const gender = isOrganisation ? undefined : findGender(longest.words[0] ?? "", titles, ordered, text, language);
  return {
    name,
    kind: isOrganisation ? "organisation" : "person",
    ...(role === undefined ? {} : { role }),
    roleWords: new Set([...titles.map(fullTitle), ...roleHeads(role)]),
    ...(gender === undefined ? {} : { gender }),
    mentions: ordered.map(({ start, end, possessive, opening }) => ({ start, end, possessive, opening })),
  };
}

const fullTitles: Readonly<Record<string, string>> = {
  sen: "senator",
  rep: "representative",
  gov: "governor",
  gen: "general",
  col: "colonel",
  lt: "lieutenant",
  dr: "doctor",
  prof: "professor",
  sgt: "sergeant",
  capt: "captain",
};
const fullTitle = (title: string): string => fullTitles[title] ?? title;

/** "NAME, ROLE," · "NAME (ROLE)" · "NAME is the ROLE": the article's own words. */
function findRole(names: readonly FoundName[], text: string): string | undefined {
  for (const { end, words } of names) {
    if (words.length < 2) continue;
    const after = text.slice(end, end + 220);
    const match =
      /^,\s((?:(?:a|an|the|who is|his|her|its|their|one of)\s)?[^,.;:“”"()\n]*?\p{Ll}{3,}[^,.;:“”"()\n]*(?:,\s(?=of |for |at |and )[^,.;“”"\n]+)?)(?=[,.;]|\s[–—-]\s)/u.exec(
        after,
      ) ?? /^\sis\s((?:a|an|the)\s[^,.;:“”"()\n]{3,80})(?=[,.;])/u.exec(after);
    const role = match?.[1]?.trim();
    if (
      role &&
      role.length <= 140 &&
      !/^(?:who|which|said|says|told|and|but|in|on|at|as|when|while|adding|speaking|whose|with|he|she|it|they|after|during|according|not|also|however)\b/i.test(
        role,
      )
    )
      return role;
  }
  return undefined;
}

function roleHeads(role: string | undefined): readonly string[] {
  return role === undefined ? [] : (role.toLowerCase().match(/\p{L}{4,}/gu) ?? []).slice(0, 8);
}

/** By title, by given name, then by the pronouns that follow the name. */
function findGender(
  given: string,
  titles: readonly string[],
  names: readonly FoundName[],
  text: string,
  language: QuoteLanguage,
): Gender | undefined {
  if (titles.some((title) => language.femaleTitles.includes(title))) return "she";
  if (titles.some((title) => language.maleTitles.includes(title))) return "he";
  const plain = given.toLowerCase();
  if (femaleNames.has(plain) && !maleNames.has(plain)) return "she";
  if (maleNames.has(plain) && !femaleNames.has(plain)) return "he";
  let vote = 0;
  for (const { end } of names.slice(0, 8)) {
    const next = /(?<!\p{L})(he|his|him|she|her|hers|він|його|вона|її|он|его|она|её)(?!\p{L})/iu
      .exec(text.slice(end, end + 160))?.[1]
      ?.toLowerCase();
    if (next) vote += /^(?:she|her|hers|вона|її|она|её)$/.test(next) ? -1 : 1;
  }
  return vote > 0 ? "he" : vote < 0 ? "she" : undefined;
}

function findMember(members: readonly CastMember[], name: string, language: QuoteLanguage): CastMember | undefined {
  const words = name
    .replace(/[’']s?$/, "")
    .split(/\s+/)
    .filter((word) => !language.titles.includes(plainWord(word)));
  const key = keyOf(words);
  const exact = members.find((member) => keyOf(member.name.split(" ")) === key);
  if (exact) return exact;
  const fitting = members.filter(
    (member) =>
      member.name.includes(" ") && (surnameOf(keyOf(member.name.split(" "))) === key || keyOf(member.name.split(" ")).endsWith(` ${key}`)),
  );
  return fitting.length === 1 ? fitting[0] : undefined;
}
