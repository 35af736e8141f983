import type { Span } from "../../model/story.ts";
import type { Beside } from "./beside.ts";
import type { Decision, Last } from "./decision.ts";
import type { Person } from "./people.ts";
import { type Reading, rangeOf, runsIn } from "./reading.ts";
import { speakerOf } from "./resolve.ts";
import type { SpokenSegment } from "./spoken.ts";
import { sentenceStarts } from "./tokens.ts";
import { isVerb } from "./verb.ts";

/** A quotation without a cue of its own goes on from the one before, unless a sentence between is about somebody else. */
export function goOn(
  segment: SpokenSegment,
  { before }: Beside,
  last: Last | undefined,
  paragraphs: readonly Span[],
  groups: number,
  reading: Reading,
  isQuoted: (at: number) => boolean,
): Decision | undefined {
  if (!last) return undefined;
  const { mention: _, ...speaker } = last.speaker;
  const inherited = { speaker, person: last.person, via: last.via, why: ["goes on from the quotation before"] };
  if (last.segment.paragraph === segment.paragraph) {
    const other = subjectBetween(before, last, reading, isQuoted);
    return other
      ? { speaker: speakerOf(other), person: other, group: groups, why: [`the sentence before is about ${other.name}`] }
      : { ...inherited, group: last.group };
  }
  if (segment.paragraph - last.segment.paragraph !== 1) return undefined;
  const paragraph = paragraphs[segment.paragraph]!;
  const whole = segment.outer.start - paragraph.start <= 1 && paragraph.end - segment.outer.end <= 2;
  const lineBefore = reading.text.slice(last.segment.outer.end, paragraphs[last.segment.paragraph]!.end);
  if (segment.outer.start > paragraph.start + 1 || /:\s*$/.test(lineBefore)) return undefined;
  if (segment.isDash && !whole) return undefined;
  if (segment.isDash && reading.grammar.dash === "line") return undefined;
  if (last.segment.closed && !whole) return undefined;
  return { ...inherited, group: last.segment.closed ? groups : last.group };
}

/** Who a whole sentence between two quotations is about, its first words being a name. */
function subjectBetween(between: Span, last: Last, reading: Reading, isQuoted: (at: number) => boolean): Person | undefined {
  const start = last.ownCue ? secondSentence(between, reading) : between.start;
  return start === undefined ? undefined : firstSubject({ start, end: between.end }, reading, isQuoted);
}

function secondSentence({ start, end }: Span, { text }: Reading): number | undefined {
  const next = sentenceStarts(text.slice(start, end))[1];
  return next === undefined ? undefined : start + next;
}

function firstSubject(span: Span, reading: Reading, isQuoted: (at: number) => boolean): Person | undefined {
  const people = runsIn(reading, rangeOf(reading, span))
    .filter(({ words }) => !isQuoted(words[0]!.start))
    .map((run) => ({ person: reading.personOf(run), start: run.words[0]!.start }));
  return people.find(({ person, start }) => person?.mentions.some((mention) => mention.start === start && mention.subject))?.person;
}

/** A quotation alone after a sentence about somebody, in its own paragraph or, where it is the whole of one, in the paragraph before. */
export function fromSentenceBefore(
  segment: SpokenSegment,
  { before }: Beside,
  paragraphs: readonly Span[],
  groups: number,
  reading: Reading,
  isQuoted: (at: number) => boolean,
): Decision | undefined {
  const own = reading.text.slice(before.start, before.end).trim();
  const earlier = paragraphs[segment.paragraph - 1];
  if (own === "" && segment.hasInnerCue) return undefined;
  if (own === "" && segment.isDash && reading.grammar.dash === "line") return undefined;
  const span = own === "" ? earlier : before;
  if (!span) return undefined;
  const starts = sentenceStarts(reading.text.slice(span.start, span.end));
  const lastStart = span.start + (starts.at(-1) ?? 0);
  const opens = own === "" || /[.!?…:]["”“»]?\s*[–—-]?\s*$/.test(own);
  const person =
    firstSubject({ start: lastStart, end: span.end }, reading, isQuoted) ?? (opens ? firstSubject(span, reading, isQuoted) : undefined);
  if (!person) return undefined;
  const cue = cueIn({ start: lastStart, end: span.end }, reading);
  return {
    speaker: speakerOf(person),
    person,
    ...(cue === undefined ? {} : { cue }),
    group: groups,
    why: [`the sentence before is about ${person.name}`],
  };
}

/** The reporting verb of the sentence that leads to a quotation of its own paragraph. */
function cueIn(span: Span, reading: Reading): string | undefined {
  const { from, to } = rangeOf(reading, span);
  for (let at = from; at < to; at++) if (isVerb(at, reading)) return reading.tokens[at]!.text;
  return undefined;
}
