import type { Article } from "../../model/article.ts";
import type { Quote } from "../../model/quote.ts";
import { buildQuote, quoteCounter } from "../build.ts";
import { en } from "../languages/en.ts";
import { findMarkedText, type MarkedSegment } from "../marks.ts";
import { type Attribution, attribute } from "./attribute.ts";
import { findCast } from "./cast.ts";
import { createGrammar } from "./grammar.ts";
import { findLabelled } from "./label.ts";
import type { SpeakerWeights } from "./rank.ts";
import { readArticle } from "./reading.ts";
import { findRelay, findReporter } from "./relay.ts";
import { findRuled } from "./ruled.ts";
import { readSituation } from "./situation.ts";
import fitted from "./speaker-weights.json" with { type: "json" };
import { isSpeech } from "./speech.ts";
import { lookAround } from "./surroundings.ts";

interface Past extends Attribution {
  readonly segment: MarkedSegment;
  readonly group: number;
}

/** English: marks → segments → cue → subject → mention → person, as docs/quotes.md tells. Pure. */
export function extractEnglish(article: Article, weights: SpeakerWeights = fitted): readonly Quote[] {
  const { text } = article;
  const marked = findMarkedText(text);
  const { segments, paragraphs } = marked;
  const cast = findCast(text, en);
  const reading = readArticle(text, marked, cast, en);
  const surroundings = lookAround(reading, marked, createGrammar(reading));
  const relay = findRelay(text, segments);
  const reportedBy = findReporter(text, segments) ?? (article.outlet || undefined);
  const isQuoted = (at: number): boolean => text[at] !== reading.outside[at];
  const count = quoteCounter();
  const quotes: Quote[] = [];
  let last: Past | undefined;
  let groups = 0;

  segments.forEach((segment, index) => {
    const ruled = findRuled(reading, segments, index);
    const situation = readSituation(reading, segment, last, ruled, surroundings.cueStarts);
    const attribution =
      findLabelled(text, segment, cast.members) ??
      attribute(situation, surroundings, {
        text,
        cast,
        language: en,
        lastSpeaker: last?.member,
        lastSpokeAt: last?.segment.end ?? Number.NEGATIVE_INFINITY,
        isQuoted,
        surroundings,
        weights,
      });
    if (!isSpeech(text, segment, ruled !== undefined, attribution.likely)) return;
    const group = last && goesOn(attribution, segment, last) ? last.group : groups++;
    const occurrence = count(text.slice(segment.start, segment.end));
    const { speaker, cue, why } = attribution;
    const context = paragraphs[segment.paragraph]!;
    quotes.push(buildQuote({ article, segment, context, group, speaker, cue, relayedVia: relay(segment), reportedBy, occurrence, why }));
    last = { ...attribution, segment, group };
  });
  return quotes;
}

/** One attribution for both halves of a split quotation, and for a quotation left open at its paragraph's end. */
const goesOn = ({ mention }: Attribution, segment: MarkedSegment, last: Past): boolean =>
  mention >= 0 && mention === last.mention && (last.segment.paragraph === segment.paragraph || !last.segment.closed);
