import type { Article } from "../../model/article.ts";
import type { Quote, Speaker } from "../../model/quote.ts";
import type { Span } from "../../model/story.ts";
import { buildQuote, quoteCounter } from "../build.ts";
import type { Grammar } from "../languages/grammar.ts";
import { type Attribution, findAfter, findBefore, isVerb } from "./cue.ts";
import type { Person } from "./people.ts";
import { lastSentence, type Reading, rangeOf, readArticle, runsIn } from "./reading.ts";
import { findOutlet } from "./relay.ts";
import { type Past, resolve, speakerOf } from "./resolve.ts";
import { isNameOnly, isSpoken } from "./speech.ts";
import { findSpoken, type SpokenSegment } from "./spoken.ts";
import { sentenceStarts } from "./tokens.ts";

interface Decision {
  readonly speaker: Speaker;
  readonly person: Person | undefined;
  readonly cue?: string;
  readonly via?: string | undefined;
  readonly group: number;
  readonly why: readonly string[];
}

interface Last extends Decision {
  readonly segment: SpokenSegment;
  readonly ownCue: boolean;
}

/**
 * Who said what, for languages read clause by clause: marks and dashes → segments → cue → subject → person in the form a dictionary gives.
 * Pure; every text is `article.text.slice(start, end)`.
 */
export function extractByClause(article: Article, grammar: Grammar): readonly Quote[] {
  const { text } = article;
  const reading = readArticle(text, grammar);
  const { paragraphs, segments: spoken } = findSpoken(text, grammar);
  const segments = spoken.filter((segment) => !isNameOnly(segment, reading));
  const isQuoted = quotedTest(segments);
  const count = quoteCounter();
  const quotes: Quote[] = [];
  let last: Last | undefined;
  let groups = 0;

  segments.forEach((segment, index) => {
    const paragraph = paragraphs[segment.paragraph]!;
    const beside = findBeside(segment, paragraph, segments[index - 1], segments[index + 1]);
    const attribution = findAttribution(segment, beside, reading);
    const past: Past = { last: last?.person, lastAt: last?.segment.end ?? -10_000, isQuoted };
    const decision = attribution
      ? decide(attribution, segment, paragraph, past, last, groups, reading)
      : (goOn(segment, beside, last, paragraphs, groups, reading, isQuoted) ??
        fromSentenceBefore(segment, beside, paragraphs, groups, reading, isQuoted));
    const signs = {
      hasCue: attribution !== undefined,
      inherits: decision !== undefined,
      goesOn: attribution === undefined && last?.segment.paragraph === segment.paragraph,
      isNamed: decision !== undefined && decision.speaker.kind !== "unnamed",
      lead: text.slice(lastSentence(text, beside.before).start, beside.before.end),
    };
    if (!isSpoken(segment, signs, reading)) return;
    const known = decision ?? {
      speaker: { kind: "unnamed" as const },
      person: undefined,
      group: groups,
      why: ["nobody is named beside it"],
    };
    groups = Math.max(groups, known.group + 1);
    quotes.push(
      buildQuote({
        article,
        segment,
        context: paragraph,
        group: known.group,
        speaker: known.speaker,
        cue: known.cue,
        relayedVia: known.via,
        reportedBy: article.outlet || undefined,
        occurrence: count(text.slice(segment.start, segment.end)),
        why: known.why,
      }),
    );
    last = { ...known, segment, ownCue: attribution !== undefined };
  });
  return quotes;
}

/** Is a place inside a quotation? Segments are in order. */
function quotedTest(segments: readonly SpokenSegment[]): (at: number) => boolean {
  return (at) => {
    let [low, high] = [0, segments.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (segments[middle]!.end <= at) low = middle + 1;
      else high = middle;
    }
    const segment = segments[low];
    return segment !== undefined && segment.start <= at;
  };
}

interface Beside {
  readonly before: Span;
  readonly after: Span;
}

/** The text from the quotation before, or the paragraph's head, to this one; and on to the next, or the paragraph's end. */
function findBeside(segment: SpokenSegment, paragraph: Span, previous: SpokenSegment | undefined, next: SpokenSegment | undefined): Beside {
  const from = previous?.paragraph === segment.paragraph ? previous.outer.end : paragraph.start;
  const to = next?.paragraph === segment.paragraph ? next.outer.start : paragraph.end;
  return {
    before: { start: Math.min(from, segment.outer.start), end: segment.outer.start },
    after: { start: segment.outer.end, end: Math.max(segment.outer.end, to) },
  };
}

function findAttribution(segment: SpokenSegment, { before, after }: Beside, reading: Reading): Attribution | undefined {
  const ending = reading.text.slice(segment.end - 1, segment.end);
  const lead = reading.text.slice(before.start, before.end);
  const left = (): Attribution | undefined => (isOwnLead(lead) ? findBefore(before, reading) : undefined);
  const leads =
    /:\s*$/.test(lead) || !/^\s?(?:[,–—-]|\S+\s)/u.test(reading.text.slice(after.start, after.end)) || paraphraseGoesOn(after, reading);
  if (leads && !segment.hasInnerCue) return left() ?? findAfter(after, ending, reading);
  return findAfter(after, ending, reading) ?? left();
}

/** “…” und kündigte an: behind the words the sentence goes on with another verb; its subject stood before. */
function paraphraseGoesOn({ start, end }: Span, { text, grammar }: Reading): boolean {
  const first = /^\s?(\p{Ll}[\p{L}’'-]*)/u.exec(text.slice(start, end))?.[1];
  return (
    first !== undefined &&
    !grammar.verbs.has(first) &&
    !grammar.between.has(first) &&
    !grammar.sourceCues.some((cue) => cue.startsWith(first))
  );
}

/** What stands before is read only where it leads to the words: not a sentence that was closed. */
const isOwnLead = (lead: string): boolean => lead.trim() !== "" && !/[.!?…]["”“»’)]?\s*[–—-]?\s*$/.test(lead);

function decide(
  attribution: Attribution,
  segment: SpokenSegment,
  paragraph: Span,
  past: Past,
  last: Last | undefined,
  groups: number,
  reading: Reading,
): Decision {
  const { speaker, person, why } = resolve(attribution.subject, attribution.sentence.end, past, reading);
  const joins = last !== undefined && last.segment.paragraph === segment.paragraph && person !== undefined && last.person === person;
  const end = sentenceEnd(attribution.sentence, paragraph, reading);
  const via = findOutlet({ start: attribution.sentence.start, end }, reading) ?? laterOutlet(attribution.sentence, paragraph, reading);
  return { speaker, person, cue: attribution.cue, via, group: joins ? last.group : groups, why: [attribution.why, why] };
}

/** Where the sentence ends that the attribution is part of, quotations in it passed over. */
function sentenceEnd({ start, end }: Span, paragraph: Span, { text }: Reading): number {
  const rest = text.slice(start, Math.min(paragraph.end, start + 600));
  return start + (sentenceStarts(rest)[1] ?? rest.length) || end;
}

/** “…”, said X. He said this in an interview with OUTLET. */
function laterOutlet(sentence: Span, paragraph: Span, reading: Reading): string | undefined {
  const next = reading.text.slice(sentence.end, Math.min(paragraph.end, sentence.end + 80)).trimStart();
  const looksBack = reading.grammar.lookingBack.some((phrase) => next.toLowerCase().startsWith(`${phrase} `));
  return looksBack ? findOutlet({ start: sentence.end, end: Math.min(paragraph.end, sentence.end + 200) }, reading) : undefined;
}

/** A quotation without a cue of its own goes on from the one before, unless a sentence between is about somebody else. */
function goOn(
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
function fromSentenceBefore(
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
