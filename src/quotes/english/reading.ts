import type { Span } from "../../model/story.ts";
import type { QuoteLanguage } from "../languages/language.ts";
import type { MarkedText } from "../marks.ts";
import type { Cast, CastMember } from "./cast.ts";

/** A reporting verb outside quotation marks. */
export interface CueWord extends Span {
  readonly word: string;
}

/** Words outside quotation marks that may stand for a speaker. */
export interface Mention extends Span {
  readonly form: "name" | "pronoun" | "description";
  readonly member?: CastMember;
}

/** An article read once: everything that the search for a speaker looks at, in text order. */
export interface Reading {
  readonly text: string;
  /** The text with what stands in quotation marks blanked out, offsets unchanged. */
  readonly outside: string;
  readonly paragraphs: readonly Span[];
  readonly cast: Cast;
  readonly language: QuoteLanguage;
  readonly cues: readonly CueWord[];
  readonly mentions: readonly Mention[];
  /** Where sentences begin, a quotation counting as one piece. */
  readonly sentences: readonly number[];
}

export function readArticle(text: string, marked: MarkedText, cast: Cast, language: QuoteLanguage): Reading {
  const outside = blankQuotations(text, marked.segments);
  const cues = findCues(outside, language);
  const named = findNamed(outside, cast);
  const mentions = [...named, ...findPronouns(outside, language), ...findDescriptions(outside, language, cues)].toSorted(
    (a, b) => a.start - b.start || b.end - a.end,
  );
  return {
    text,
    outside,
    paragraphs: marked.paragraphs,
    cast,
    language,
    cues,
    mentions: withoutOverlaps(mentions),
    sentences: findSentences(text, outside, marked),
  };
}

/** Spaces instead of quoted words: names in there are spoken of, not speaking. */
function blankQuotations(text: string, segments: readonly Span[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { start, end } of segments) {
    parts.push(text.slice(at, start), " ".repeat(end - start));
    at = end;
  }
  return parts.join("") + text.slice(at);
}

/** How many of the sorted places lie at or before `at`. */
export function countUpTo(places: readonly number[], at: number): number {
  let [low, high] = [0, places.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (places[middle]! <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}

const wordPattern = /\p{L}[\p{L}’'-]*/gu;

function findCues(outside: string, { verbs }: QuoteLanguage): CueWord[] {
  const known = new Set(verbs);
  return [...outside.matchAll(wordPattern)]
    .filter(({ 0: word, index }) => known.has(word.toLowerCase()) && !isNoun(outside, index, word))
    .map(({ 0: word, index }) => ({ word, start: index, end: index + word.length }));
}

/** "his comments", "Clinton’s claims": a noun that looks like a reporting verb. */
function isNoun(text: string, at: number, word: string): boolean {
  if (
    !/^(?:comments|claims|reports|notes|calls|cries|demands|complaints|answers|offers|promises|quotes|puts|posts|signs|reads|shouts|jokes|quips|remarks|report|post)$/i.test(
      word,
    )
  )
    return false;
  return /(?:[’']s?|\b(?:the|his|her|its|their|these|those|some|such|of|with|by|no|any|my|our|and|a|an))\s$/i.test(
    text.slice(Math.max(0, at - 12), at),
  );
}

function findNamed(outside: string, { members }: Cast): Mention[] {
  return members.flatMap((member) =>
    member.mentions.filter(({ start }) => outside[start] !== " ").map(({ start, end }) => ({ start, end, form: "name" as const, member })),
  );
}

function findPronouns(outside: string, { pronouns }: QuoteLanguage): Mention[] {
  const subjects = [pronouns.he[0], pronouns.she[0], pronouns.they[0], pronouns.it].filter((word) => word !== undefined);
  const pattern = new RegExp(`(?<![\\p{L}’'])(?:${subjects.map((word) => RegExp.escape(word)).join("|")})(?![\\p{L}])`, "giu");
  return [...outside.matchAll(pattern)].map(({ 0: word, index }) => ({ start: index, end: index + word.length, form: "pronoun" as const }));
}

/** "the Vermont senator", "a senior official", "critics say": what is left of a verb, or begins with a determiner. */
function findDescriptions(outside: string, { determiners }: QuoteLanguage, cues: readonly CueWord[]): Mention[] {
  const stop =
    "(?:who|that|which|said|says|told|in|on|at|of|for|to|from|with|by|as|and|or|but|is|was|are|were|has|had|have|will|would|can|could|may|when|while|after|before|about|during)";
  const pattern = new RegExp(
    `(?<![\\p{L}’'])(?:${determiners.map((word) => RegExp.escape(word)).join("|")})(?:,?\\s(?!${stop}\\b)[\\p{L}\\p{N}](?:[\\p{L}\\p{N}/&’'-]|\\.(?=\\p{L}))*){1,8}`,
    "giu",
  );
  const cueStarts = cues.map(({ start }) => start);
  const phrases = [...outside.matchAll(pattern)].map(({ 0: phrase, index }) =>
    cutAtCue(outside, { start: index, end: index + endOfName(phrase) }, cueStarts),
  );
  const bare = cues.flatMap((cue): Span[] => {
    const match =
      /(?:^|[\s“"])((?:\p{L}[\p{L}’'-]+\s)?(?!(?:was|has|does|is|this|his|its|always|perhaps|sometimes|who|as|us)\s)\p{Ll}[\p{L}’'-]+s)\s$/u.exec(
        outside.slice(Math.max(0, cue.start - 60), cue.start),
      );
    const phrase = match?.[1];
    return phrase ? [{ start: cue.start - 1 - phrase.length, end: cue.start - 1 }] : [];
  });
  return [...phrases, ...bare].filter(({ start, end }) => end > start).map((span) => ({ ...span, form: "description" as const }));
}

/** "the National Weather Office, gusts": a comma between a name and a small word ends the phrase. */
const endOfName = (phrase: string): number => {
  const end = /\p{Lu}[\p{L}’'.-]*(?=,\s\p{Ll})/u.exec(phrase);
  return end ? end.index + end[0].length : phrase.length;
};

/** A phrase ends where its verb begins. */
function cutAtCue(outside: string, span: Span, cueStarts: readonly number[]): Span {
  const end = Math.min(span.end, cueStarts[countUpTo(cueStarts, span.start)] ?? span.end);
  return { start: span.start, end: span.start + outside.slice(span.start, end).replace(/[\s,]+$/, "").length };
}

/** " KC", " MBE" behind a name, in characters. */
const longestHonour = 4;

/** Names beat pronouns beat descriptions; a description may hold a name that only modifies it. */
function withoutOverlaps(mentions: readonly Mention[]): readonly Mention[] {
  return mentions.filter((mention, index) => {
    if (mention.form !== "description") return true;
    const inside = mentions
      .slice(index + 1, index + 8)
      .filter(({ form, start, end }) => form === "name" && start >= mention.start && end <= mention.end);
    return !inside.some(({ end }) => mention.end - end <= longestHonour);
  });
}

const abbreviation =
  /(?:\b(?:Mr|Mrs|Ms|Dr|Sen|Sens|Rep|Reps|Gov|Gen|Prof|Lt|Col|Capt|Maj|Sgt|Rev|Hon|Amb|St|Jr|Sr|No|vs|Inc|Corp)|(?:^|[^\p{L}])\p{Lu})$/u;

function findSentences(text: string, outside: string, { paragraphs, segments }: MarkedText): number[] {
  const starts = paragraphs.map(({ start }) => start);
  for (const match of outside.matchAll(/[.!?…]["”’)\]]*\s+(?=["“‘„«([]*[\p{Lu}\p{N}"“„«])/gu))
    if (!abbreviation.test(outside.slice(Math.max(0, match.index - 8), match.index))) starts.push(match.index + match[0].length);
  for (const { end } of segments)
    if (text[end - 1] === "." || text[end] === ".") {
      const gap = /^\.?["”“»]?\.?\s+(?=["“„«(]*\p{Lu})/u.exec(text.slice(end, end + 6));
      if (gap) starts.push(end + gap[0].length);
    }
  return [...new Set(starts)].sort((a, b) => a - b);
}
