import type { Span } from "../../model/story.ts";
import type { QuoteLanguage } from "../languages/language.ts";
import { findGender, type Gender, isGivenName } from "./gender.ts";
import { type FoundName, findNames, keyOf, plainWord, surnameOf } from "./names.ts";
import { findRole } from "./roles.ts";

/** Somebody or something that an article names. */
export interface CastMember {
  /** The fullest name the article gives, titles left off. */
  readonly name: string;
  /** "other": a capitalised word that nothing shows to be a person or a body. */
  readonly kind: "person" | "organisation" | "other";
  readonly role?: string;
  /** Title words before the name, party and state, and words of the role: what "the senator" may mean. */
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

/** Names that an article gives, linked: "Clinton" is Hillary Clinton where only one Clinton is named in full. */
export function findCast(text: string, language: QuoteLanguage): Cast {
  const found = findNames(text, language);
  const groups = new Map<string, FoundName[]>();
  for (const name of found) if (name.words.length >= 2) groups.getOrInsertComputed(keyOf(name.words), () => []).push(name);
  mergeVariants(groups);
  linkLone(found, groups);
  const members = [...groups.values()].map((names) => buildMember(names, text, language));
  return { members, find: (name) => findMember(members, name, language) };
}

/** "John F. Kennedy" and "John Kennedy" are one; "Bill Clinton" and "Hillary Clinton" are not. */
function mergeVariants(groups: Map<string, FoundName[]>): void {
  const ends = new Map<string, string>();
  for (const key of [...groups.keys()].sort((a, b) => b.length - a.length)) {
    const short = `${key.split(" ")[0]} ${surnameOf(key)}`;
    const longer = ends.get(short);
    if (longer === undefined) ends.set(short, key);
    else {
      groups.get(longer)!.push(...groups.get(key)!);
      groups.delete(key);
    }
  }
}

/** Single words go to the full name they are the surname of, else the given name of. */
function linkLone(found: readonly FoundName[], groups: Map<string, FoundName[]>): void {
  const bySurname = new Map<string, string[]>();
  const byGiven = new Map<string, string[]>();
  for (const key of groups.keys()) {
    bySurname.getOrInsertComputed(surnameOf(key), () => []).push(key);
    byGiven.getOrInsertComputed(key.split(" ")[0] ?? "", () => []).push(key);
  }
  const full = new Map([...groups].map(([key, names]) => [key, [...names]]));
  for (const name of found) {
    if (name.words.length !== 1) continue;
    const word = keyOf(name.words);
    const fitting = bySurname.get(word) ?? (word.length > 2 ? byGiven.get(word) : undefined) ?? [];
    groups.getOrInsertComputed(chooseOwner(name, fitting, full) ?? word, () => []).push(name);
  }
}

/** Of several with one surname: whose gender the title says, then the one named last before. */
function chooseOwner(name: FoundName, fitting: readonly string[], full: ReadonlyMap<string, readonly FoundName[]>): string | undefined {
  if (fitting.length < 2) return fitting[0];
  const before = (key: string): number =>
    Math.max(-1, ...(full.get(key) ?? []).filter(({ start }) => start < name.start).map(({ start }) => start));
  return fitting.toSorted((a, b) => before(b) - before(a) || (full.get(b)?.length ?? 0) - (full.get(a)?.length ?? 0))[0];
}

const organisationWords =
  /(?:^|\s)(?:university|college|school|institute|institution|party|committee|commission|council|court|department|ministry|agency|administration|association|federation|union|foundation|center|centre|group|company|corporation|corp|inc|llc|ltd|bank|times|post|news|journal|herald|tribune|magazine|press|radio|tv|network|fox|cnn|nbc|abc|cbs|msnbc|reuters|bbc|afp|politico|breitbart|bloomberg|house|senate|congress|parliament|board|bureau|office|police|army|navy|force|forces|team|campaign|project|coalition|alliance|league|society|organization|organisation|service|services|authority|fund|club|church|hospital|museum|caucus|pac|nra|fbi|cia|nato|un|eu|who|state|states|kingdom|republic|city|county|street|avenue|airport|hotel|kremlin|pentagon|examiner|caller|register|globe|convention|ministry|watch|wikileaks|justice|consulting|partners|research|polling|media)$/i;

/** Countries and capitals speak as their governments do. */
const countries =
  /^(?:russia|ukraine|china|mexico|germany|france|britain|iran|syria|iraq|turkey|poland|norway|israel|japan|india|pakistan|egypt|greece|italy|spain|canada|australia|brazil|cuba|venezuela|libya|afghanistan|saudi arabia|north korea|south korea|united states|united kingdom|united nations|european union|moscow|kyiv|kiev|beijing|brussels|berlin|paris|london|washington|tehran|ankara|warsaw|pyongyang|seoul|tokyo|u\.s\.|u\.k\.|u\.n\.)$/i;

const places =
  /^(?:new (?:york|hampshire|jersey|mexico|orleans|england|delhi)|(?:north|south|east|west|northern|southern|eastern|western|middle|super|election|labor|capitol|white|supreme|wall|silicon|long|rhode|world|social|affordable|air|second|state|national|cinco|manhattan|brooklyn|queens)\s.+|(?:los|las|san|santa|fort|port|mount|lake|cape|saint|st)\s\p{Lu}.+|.*\b(?:act|amendment|hill|day|war|tuesday|island|county|valley|beach|bay|security|street|night|states|america|party|war ii|primary|caucus|times|images|convention|park|square|building|tower|river|ocean|sea|peninsula|rights|policy|agreement|treaty|pact|deal|plan|bill|law))$/iu;

export const isPlace = (name: string): boolean => places.test(name);

function buildMember(names: readonly FoundName[], text: string, language: QuoteLanguage): CastMember {
  const ordered = names.toSorted((a, b) => a.start - b.start);
  const name = fullestName(ordered);
  const titles = ordered.flatMap((each) => each.titles);
  const { role, words } = findRole(ordered, text, language);
  const kind = kindOf(name, titles, role, ordered, text, language);
  const gender = kind === "person" ? findGender(name.split(" ")[0] ?? "", titles, role, ordered, text, language) : undefined;
  return {
    name,
    kind,
    ...(role === undefined || kind !== "person" ? {} : { role }),
    roleWords: words,
    ...(gender === undefined ? {} : { gender }),
    mentions: ordered.map(({ start, end, possessive, opening }) => ({ start, end, possessive, opening })),
  };
}

/** The longest form. */
const fullestName = (names: readonly FoundName[]): string =>
  names.reduce((best, name) => (name.words.length > best.words.length ? name : best)).words.join(" ");

/** "X, who found the flaw", "X, 34": only people are told of so. */
const isTold = (text: string, end: number): boolean => /^,\s(?:who|whose|\d{2})(?!\p{L}|\d)/u.test(text.slice(end, end + 9));

function kindOf(
  name: string,
  titles: readonly string[],
  role: string | undefined,
  names: readonly FoundName[],
  text: string,
  { verbs }: QuoteLanguage,
): CastMember["kind"] {
  const first = name.split(" ")[0] ?? "";
  const several = name.includes(" ");
  if (titles.length > 0 && !organisationWords.test(name)) return "person";
  if (several && isGivenName(first) && !organisationWords.test(name)) return "person";
  if (organisationWords.test(name) || /^\p{Lu}{2,5}$/u.test(name) || countries.test(name)) return "organisation";
  if (places.test(name) || /^\p{Lu}{2,}(?:\s\p{Lu}{2,})*$/u.test(name)) return "other";
  if (several && (role !== undefined || names.some(({ words, end }) => words.length === 1 || isTold(text, end)))) return "person";
  if (isGivenName(name)) return "person";
  const speaks = names.some(({ end }) =>
    verbs.includes(/^\s(?:also\s|later\s|has\s|had\s)?(\p{L}+)/u.exec(text.slice(end, end + 40))?.[1] ?? ""),
  );
  return speaks ? "person" : "other";
}

function findMember(members: readonly CastMember[], name: string, language: QuoteLanguage): CastMember | undefined {
  const words = name
    .replace(/[’']s?$/, "")
    .split(/\s+/)
    .filter((word) => !language.titles.includes(plainWord(word)));
  const key = keyOf(words);
  const exact = members.find((member) => keyOf(member.name.split(" ")) === key);
  if (exact) return exact;
  const fitting = members.filter((member) => {
    const own = keyOf(member.name.split(" "));
    return member.name.includes(" ") && (surnameOf(own) === key || own.endsWith(` ${key}`));
  });
  return fitting.length === 1 ? fitting[0] : undefined;
}
