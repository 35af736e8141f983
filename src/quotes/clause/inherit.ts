import type { Span } from "../../model/story.ts";
import type { Beside } from "./beside.ts";
import type { Decision, Last } from "./decision.ts";
import type { Person } from "./people.ts";
import { readBefore, readPhrase } from "./phrase.ts";
import { type Reading, rangeOf, runsIn } from "./reading.ts";
import { type Past, resolve, speakerOf } from "./resolve.ts";
import type { SpokenSegment } from "./spoken.ts";
import { sentenceStarts } from "./tokens.ts";
import { findVerb, implied, isVerb } from "./verb.ts";

/** What is known about a quotation that has no cue of its own. */
export interface Around {
  readonly beside: Beside;
  readonly paragraphs: readonly Span[];
  readonly past: Past;
  /** The number that a new group of quotations would get. */
  readonly group: number;
  readonly reading: Reading;
}

/** A quotation without a cue of its own goes on from the one before, unless a sentence between is about somebody else. */
export function goOn(segment: SpokenSegment, last: Last | undefined, around: Around): Decision | undefined {
  if (!last) return undefined;
  const { mention: _, ...speaker } = last.speaker;
  const inherited = { speaker, person: last.person, via: last.via, why: ["goes on from the quotation before"] };
  if (last.segment.paragraph === segment.paragraph) return fromBetween(last, around) ?? { ...inherited, group: last.group };
  if (!runsOn(segment, last, around)) return undefined;
  if (isQuestionBack(segment, last, around))
    return { speaker: { kind: "unnamed" }, person: undefined, group: around.group, why: ["a question put to the last speaker"] };
  return { ...inherited, group: last.segment.closed ? around.group : last.group };
}

/** A new paragraph goes on with the words of the last one when it is all quotation, or when those were left open. */
function runsOn(segment: SpokenSegment, last: Last, { paragraphs, reading }: Around): boolean {
  if (segment.paragraph - last.segment.paragraph !== 1) return false;
  const paragraph = paragraphs[segment.paragraph]!;
  const lineBefore = reading.text.slice(last.segment.outer.end, paragraphs[last.segment.paragraph]!.end);
  if (segment.outer.start > paragraph.start + 1 || /:\s*$/.test(lineBefore)) return false;
  const whole = isWhole(segment, paragraph);
  return segment.isDash ? whole && reading.grammar.dash !== "line" : whole || !last.segment.closed;
}

const isWhole = ({ outer }: SpokenSegment, { start, end }: Span): boolean => outer.start - start <= 1 && end - outer.end <= 2;

/** "– What happened?" alone on a line after somebody's words: the interviewer's. */
const isQuestionBack = (segment: SpokenSegment, last: Last, { reading }: Around): boolean =>
  segment.isDash && last.segment.isDash && /\?$/.test(reading.text.slice(segment.start, segment.end));

/** Somebody else whom a whole sentence between two quotations of one paragraph is about, or whose words it reports. */
function fromBetween(last: Last, around: Around): Decision | undefined {
  const { beside, reading, group } = around;
  const isCuedBehind = last.cued !== undefined && last.cued.start >= last.segment.end;
  const start = isCuedBehind ? secondSentence(beside.before, reading) : beside.before.start;
  if (start === undefined) return undefined;
  const span = { start, end: beside.before.end };
  const other = firstSubject(span, around);
  if (other) return { speaker: speakerOf(other), person: other, group, why: [`the sentence before is about ${other.name}`] };
  return isClosed(reading.text.slice(span.start, span.end)) ? reportedIn(lastSentenceOf(span, reading), around) : undefined;
}

function secondSentence({ start, end }: Span, { text }: Reading): number | undefined {
  const next = sentenceStarts(text.slice(start, end))[1];
  return next === undefined ? undefined : start + next;
}

function firstSubject(span: Span, { reading, past }: Around): Person | undefined {
  const people = runsIn(reading, rangeOf(reading, span))
    .filter(({ words }) => !past.isQuoted(words[0]!.start))
    .map((run) => ({ person: reading.personOf(run), start: run.words[0]!.start }));
  return people.find(({ person, start }) => person?.mentions.some((mention) => mention.start === start && mention.subject))?.person;
}

const isClosed = (lead: string): boolean => /[.!?…:]["”“»]?\s*[–—-]?\s*$/.test(lead);

function lastSentenceOf({ start, end }: Span, { text }: Reading): Span {
  return { start: start + (sentenceStarts(text.slice(start, end)).at(-1) ?? 0), end };
}

/** A quotation alone after a sentence about somebody, in its own paragraph or, where it is the whole of one, in the paragraph before. */
export function fromSentenceBefore(segment: SpokenSegment, around: Around): Decision | undefined {
  const { beside, paragraphs, group, reading } = around;
  const own = reading.text.slice(beside.before.start, beside.before.end).trim();
  const earlier = paragraphs[segment.paragraph - 1];
  const span = own === "" ? earlier : beside.before;
  if (!span || (own === "" && !mayFollow(segment, span, reading))) return undefined;
  const last = lastSentenceOf(span, reading);
  const about = firstSubject(last, around);
  if (!about) {
    const reported = reportedIn(isClosed(own) || own === "" ? last : reportedBefore(last, span, reading), around);
    if (reported) return reported;
  }
  const person = about ?? (own === "" || isClosed(own) ? firstSubject(span, around) : undefined);
  if (!person) return undefined;
  const cue = cueIn(last, reading);
  return {
    speaker: speakerOf(person),
    person,
    ...(cue === undefined ? {} : { cue }),
    group,
    why: [`the sentence before is about ${person.name}`],
  };
}

/** A line of dialogue that has no cue follows only a line that announces it. */
function mayFollow(segment: SpokenSegment, earlier: Span, { text, grammar }: Reading): boolean {
  if (segment.hasInnerCue) return false;
  return !(segment.isDash && grammar.dash === "line") || /:\s*$/.test(text.slice(earlier.start, earlier.end));
}

/** The sentence before one in reported speech ("… das Virus sei „…“"); undefined where nothing shows it to be that. */
function reportedBefore(sentence: Span, { start }: Span, reading: Reading): Span | undefined {
  const { from, to } = rangeOf(reading, sentence);
  const isReported = reading.tokens.slice(from, to).some(({ lower }) => reading.grammar.reported?.has(lower));
  return isReported && sentence.start > start ? lastSentenceOf({ start, end: sentence.start }, reading) : undefined;
}

/** "Найважче, каже волонтерка, не звикнути.": whose words a sentence without marks reports. */
function reportedIn(sentence: Span | undefined, { past, group, reading }: Around): Decision | undefined {
  if (!sentence) return undefined;
  const range = rangeOf(reading, sentence);
  const verb = findVerb(range, range.to - range.from, reading);
  if (verb === undefined || past.isQuoted(reading.tokens[verb]!.start)) return undefined;
  const subject =
    readBefore({ from: range.from, to: verb }, reading) ??
    readPhrase({ from: verb + 1, to: range.to }, "subject", reading) ??
    implied(verb, reading);
  if (!subject || subject.form === "body" || subject.form === "nobody") return undefined;
  const { speaker, person, why } = resolve(subject, reading.tokens[verb]!.start, past, reading);
  const { mention: _, ...known } = speaker;
  return person && { speaker: known, person, cue: reading.tokens[verb]!.text, group, why: ["goes on from the sentence before", why] };
}

/** The reporting verb of the sentence that leads to a quotation of its own paragraph. */
function cueIn(span: Span, reading: Reading): string | undefined {
  const { from, to } = rangeOf(reading, span);
  for (let at = from; at < to; at++) if (isVerb(at, reading)) return reading.tokens[at]!.text;
  return undefined;
}
