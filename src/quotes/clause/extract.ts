import type { Article } from "../../model/article.ts";
import type { Quote } from "../../model/quote.ts";
import type { Span } from "../../model/story.ts";
import { buildQuote, quoteCounter } from "../build.ts";
import type { Grammar } from "../languages/grammar.ts";
import type { Attribution } from "./attribution.ts";
import { type Beside, findAttribution, findBeside } from "./beside.ts";
import type { Decision, Last } from "./decision.ts";
import { type Around, fromSentenceBefore, goOn } from "./inherit.ts";
import { lastSentence, type Reading, readArticle } from "./reading.ts";
import { findOutlet } from "./relay.ts";
import { type Past, resolve } from "./resolve.ts";
import { isNameOnly, isSpoken, type SpeechSigns } from "./speech.ts";
import { findSpoken, type SpokenSegment } from "./spoken.ts";
import { sentenceStarts } from "./tokens.ts";

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
    const around = { beside, paragraphs, past: pastOf(last, isQuoted), group: groups, reading };
    const decision = attribution
      ? decide(attribution, segment, last, around)
      : (goOn(segment, last, around) ?? fromSentenceBefore(segment, around));
    if (!isSpoken(segment, signsOf(attribution, decision, last?.segment.paragraph === segment.paragraph, beside, reading), reading)) return;
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
    last = { ...known, segment, cued: attribution?.sentence };
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

const pastOf = (last: Last | undefined, isQuoted: Past["isQuoted"]): Past => ({
  last: last?.person,
  lastAt: last?.segment.end ?? Number.NEGATIVE_INFINITY,
  lastNamedTo: Math.max(last?.cued?.end ?? 0, last?.segment.end ?? 0),
  isQuoted,
});

function signsOf(
  attribution: Attribution | undefined,
  decision: Decision | undefined,
  isSecond: boolean,
  { before }: Beside,
  { text, grammar }: Reading,
): SpeechSigns {
  return {
    hasCue: attribution !== undefined,
    inherits: decision !== undefined,
    goesOn: attribution === undefined && isSecond,
    isNamed: decision !== undefined && decision.speaker.kind !== "unnamed",
    isSourced: attribution !== undefined && grammar.sourceCues.includes(attribution.cue.toLowerCase()),
    lead: text.slice(lastSentence(text, before).start, before.end),
  };
}

function decide(
  { cue, subject, sentence, why }: Attribution,
  segment: SpokenSegment,
  last: Last | undefined,
  { past, paragraphs, group, reading }: Around,
): Decision {
  const paragraph = paragraphs[segment.paragraph]!;
  const resolved = resolve(subject, sentence.end, past, reading);
  const { speaker, person } = resolved;
  const joins = last !== undefined && last.segment.paragraph === segment.paragraph && person !== undefined && last.person === person;
  const end = sentenceEnd(sentence, paragraph, reading);
  const via = findOutlet({ start: sentence.start, end }, reading) ?? laterOutlet(sentence, paragraph, reading);
  return { speaker, person, cue, via, group: joins ? last.group : group, why: [why, resolved.why] };
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
