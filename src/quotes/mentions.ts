import type { Article } from "../model/article.ts";
import type { Mention } from "../model/quote.ts";
import type { Span } from "../model/story.ts";
import { splitSentences } from "../text/sentences.ts";
import { findAged } from "./english/ages.ts";
import { type Cast, type CastMember, findCast } from "./english/cast.ts";
import type { Gender } from "./english/gender.ts";
import { femaleNames, maleNames } from "./languages/given-names.ts";
import { findLanguage } from "./languages/index.ts";
import { findMarkedText } from "./marks.ts";

/** A pronoun is sure when only this many people of its gender stand in the text before it. */
const readBefore = 700;

/** What may stand before the pronoun without being its antecedent. */
const tie = /^(?:(?:but|and|so|yet|later|now|then|also)\s|(?:however|meanwhile|moreover|furthermore|instead|in addition),\s)/iu;

/** "At the end of the week, she": a phrase of time or place that names nobody. */
const phrase =
  /^(?:In|On|At|For|By|From|During|Until|Ahead|Over|Within|Around|Earlier)\s(?:(?:\p{Ll}|\p{N})\S*\s|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s|(?:January|February|March|April|May|June|July|August|September|October|November|December),?\s){1,8}?(?=(?:he|she)\s)/u;

/**
 * Who is meant by the pronouns and descriptions ("the official") that are subjects of sentences outside quotations, in text order. Only sure cases: exactly one person of that gender
 * is named in the text just before, or the sentence before has one as its subject and nobody else who could be meant. English so far:
 * elsewhere a pronoun's form tells too little.
 */
export function findMentions(article: Article): readonly Mention[] {
  const language = findLanguage(article.lang);
  if (!language || article.lang !== "en") return [];
  const text = article.text.slice(0, 20_000);
  const { segments } = findMarkedText(text);
  const cast = findCast(text, language);
  const isQuoted = (at: number): boolean => segments.some(({ start, end }) => at >= start && at < end);
  const sentences = splitSentences(text, article.lang);
  const subjects: (CastMember | undefined)[] = [];
  const described = [
    ...findDescriptions(text, sentences, cast, isQuoted),
    ...findAged(text, sentences, { people: cast.members.filter(isPerson), unnamed, isQuoted }),
  ];
  const pronouns = sentences.flatMap(({ start, end }, index) => {
    const sentence = text.slice(start, end);
    const tied = (tie.exec(sentence) ?? phrase.exec(sentence))?.[0].length ?? 0;
    const pronoun = /^(?:he|she|his|her)(?!\p{L})(?=\s\p{Ll})/iu.exec(sentence.slice(tied))?.[0];
    subjects[index] = pronoun ? undefined : findSubject({ start, end }, text, cast);
    if (!pronoun || isQuoted(start)) return [];
    const mention = { start: start + tied, end: start + tied + pronoun.length };
    const gender: Gender = language.pronouns.he.includes(pronoun.toLowerCase()) ? "he" : "she";
    const before = index > 0 ? sentences[index - 1] : undefined;
    const continued = before && continues(subjects[index - 1], gender, before, text, cast) ? subjects[index - 1] : undefined;
    const possessive = /^(?:his|her)$/i.test(pronoun);
    const member = continued ?? (possessive ? undefined : findSure(gender, mention.start, cast, isQuoted));
    if (!member) return [];
    if (!possessive) subjects[index] = member;
    const name = possessive ? `${member.name}${/s$/i.test(member.name) ? "’" : "’s"}` : member.name;
    return [{ ...mention, kind: "pronoun" as const, name, ...(member.role === undefined ? {} : { role: member.role }) }];
  });
  return [...pronouns, ...described].toSorted((a, b) => a.start - b.start);
}

/** What an office calls its holder; those of the second list may hold any office. */
const offices =
  "minister|president|senator|director|ambassador|governor|mayor|chancellor|secretary|commissioner|adviser|premier|prime minister|envoy|chairman|chairwoman|congressman|congresswoman|spokesman|spokeswoman|spokesperson|judge|professor|coach|manager|general";
const anyOffice = "official|diplomat|politician|lawmaker";
/** The subject of a sentence, at its head or behind one opening phrase. */
const description = new RegExp(`^(?:[^,“”"«»]{3,90},\\s)?the\\s(${offices}|${anyOffice})(?=\\s\\p{Ll})`, "iu");

/** Sure cases only: one person before holds such an office, and for "the official" nobody else before holds any. */
function findDescriptions(text: string, sentences: readonly Span[], cast: Cast, isQuoted: (at: number) => boolean): readonly Mention[] {
  const people = cast.members.filter((member) => member.kind === "person" && member.role !== undefined && member.name.includes(" "));
  return sentences.flatMap(({ start, end }) => {
    const [whole, office] = description.exec(text.slice(start, end)) ?? [];
    if (whole === undefined || office === undefined) return [];
    const mention = { start: start + whole.length - office.length - "the ".length, end: start + whole.length };
    if (isQuoted(mention.start)) return [];
    const known = people.filter(({ mentions }) => mentions.some((each) => each.end <= start));
    const holders = new RegExp(`^(?:${anyOffice})$`, "iu").test(office) ? known : known.filter((member) => holds(member, office));
    const [holder, ...others] = holders;
    if (!holder || others.length > 0) return [];
    return [{ ...mention, kind: "description" as const, name: holder.name, ...(holder.role !== undefined && { role: holder.role }) }];
  });
}

const holds = ({ role = "", roleWords }: CastMember, office: string): boolean =>
  roleWords.has(office.toLowerCase()) || new RegExp(`(?<!\\p{L})${office}(?!\\p{L})`, "iu").test(role);

/** "Prime Minister Ada Lind opened …": the person a sentence opens with, nothing but a title before the name. */
function findSubject({ start, end }: Span, text: string, cast: Cast): CastMember | undefined {
  return cast.members.find(
    (member) =>
      isPerson(member) &&
      member.mentions.some(
        (mention) =>
          mention.start >= start && mention.end < end && !mention.possessive && onlyTitles.test(text.slice(start, mention.start)),
      ),
  );
}

const onlyTitles =
  /^(?:(?:But|And|Yet|So|The)\s)?(?:(?!(?:of|for|by|with|to|from|in|on|at|and|or|as|than|that|who)\s)[\p{L}’-]+\s){0,5}$/iu;

/** A full name with a given name we know, a title or a role: what reads like a name may be a team or a place. */
function isPerson({ kind, name, role, roleWords }: CastMember): boolean {
  const given = name.split(" ")[0]?.toLowerCase() ?? "";
  return (
    kind === "person" && name.includes(" ") && (femaleNames.has(given) || maleNames.has(given) || role !== undefined || roleWords.size > 0)
  );
}

/** People without a name whom a pronoun may mean as well. */
const unnamed =
  /(?<!\p{L})(?:m[ae]n|wom[ae]n|boy|girl|mother|father|mum|dad|son|daughter|wife|husband|brother|sister|girlfriend|boyfriend|teenager|victim|officer|driver|partner|fiancée?|friend|colleague|rival)(?!\p{L})/iu;

/** A quotation that goes on into the next sentence: who "he" is there, its speaker knows. */
const openQuotation = /(?:^|[\s:])['‘“"„«](?=\p{L})[^'’“”"»]*$/u;

/** Whether the subject of the sentence before goes on: the pronoun fits it, and nobody else in that sentence. */
function continues(subject: CastMember | undefined, gender: Gender, before: Span, text: string, cast: Cast): subject is CastMember {
  if (!subject || (subject.gender !== undefined && subject.gender !== gender)) return false;
  const sentence = text.slice(before.start, before.end);
  if (unnamed.test(sentence) || openQuotation.test(sentence)) return false;
  return !cast.members.some(
    (member) =>
      member !== subject &&
      isPerson(member) &&
      member.gender !== (gender === "he" ? "she" : "he") &&
      member.mentions.some((mention) => mention.start >= before.start && mention.end <= before.end),
  );
}

/** The only person of this gender in the text just before, where everybody's gender there is known and somebody is named in full. */
function findSure(gender: Gender, at: number, cast: Cast, isQuoted: (at: number) => boolean): CastMember | undefined {
  const near = cast.members.filter(
    (member) =>
      member.kind === "person" &&
      member.mentions.some((mention) => mention.end <= at && at - mention.end < readBefore && !isQuoted(mention.start)),
  );
  const fitting = near.filter((member) => member.gender === gender);
  const isSure =
    fitting.length === 1 && near.every((member) => member.gender !== undefined) && near.some((member) => member.name.includes(" "));
  return isSure ? fitting[0] : undefined;
}
