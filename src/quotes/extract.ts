import { createHash } from "node:crypto";
import type { Article } from "../model/article.ts";
import type { Quote, Speaker } from "../model/quote.ts";
import type { Span } from "../model/story.ts";
import { type CastMember, findCast } from "./cast.ts";
import { extractByClause } from "./clause/extract.ts";
import { findGrammar, findLanguage } from "./languages/index.ts";
import type { QuoteLanguage } from "./languages/language.ts";
import { findMarkedText, type MarkedSegment } from "./marks.ts";
import { findRelay, findReporter } from "./relay.ts";
import { type ResolveContext, resolveSubject, speakerFrom } from "./resolve.ts";
import { isSpeech } from "./speech.ts";
import { type FoundSubject, findSubjectAfter, findSubjectBefore, findSubjectOfThis, type Stretch } from "./subject.ts";

interface Attribution {
  readonly speaker: Speaker;
  readonly member: CastMember | undefined;
  readonly cue?: string;
  readonly group: number;
  readonly why: readonly string[];
}

/**
 * Who said what, verbatim: marks → segments → cue → subject → mention → person. Pure. Every text is `article.text.slice(start, end)`.
 * An unknown language still gives the words, unnamed.
 */
export function extractQuotes(article: Article): readonly Quote[] {
  const grammar = findGrammar(article.lang);
  if (grammar) return extractByClause(article, grammar);
  const { text } = article;
  const { paragraphs, segments } = findMarkedText(text);
  const language = findLanguage(article.lang) ?? findLanguage("en")!;
  const known = findLanguage(article.lang) !== undefined || article.lang === "und";
  const cast = findCast(text, language);
  const relay = findRelay(text, segments, language);
  const reportedBy = findReporter(text, segments) ?? (article.outlet || undefined);
  const isQuoted = (at: number): boolean => segments.some(({ start, end }) => at >= start && at < end);
  const quotes: Quote[] = [];
  let last: (Attribution & { readonly paragraph: number; readonly end: number; readonly closed: boolean }) | undefined;
  let groups = 0;
  const seen = new Map<string, number>();

  segments.forEach((segment, index) => {
    const paragraph = paragraphs[segment.paragraph]!;
    const context: ResolveContext = { text, cast, language, lastSpeaker: last?.member, lastSpokeAt: last?.end ?? -10_000, isQuoted };
    const beside = findBeside(text, segment, paragraph, segments[index - 1], segments[index + 1]);
    const subject = known
      ? (findSubject(segment, beside, language, text) ?? findBelow(text, paragraphs[segment.paragraph + 1], language))
      : undefined;
    const inSame = last && last.paragraph === segment.paragraph;
    let attribution: Attribution | undefined;
    if (subject) {
      const resolved = resolveSubject(subject, context);
      const joins = inSame && last!.member !== undefined && last!.member === resolved.member;
      attribution = {
        speaker: resolved.speaker,
        member: resolved.member,
        cue: subject.cue,
        group: joins ? last!.group : groups++,
        why: [subject.why, resolved.why],
      };
    } else if (last && goesOn(text, segment, paragraph, beside, last, paragraphs)) {
      attribution = {
        ...last,
        speaker: withoutMention(last.speaker),
        group: inSame || !last.closed ? last.group : groups++,
        why: ["goes on from the quotation before"],
      };
    } else if (known) {
      attribution = findFromSentenceBefore(text, segment, paragraph, paragraphs, cast.members, isQuoted, () => groups++);
    }
    const speech = isSpeech(text, segment, subject !== undefined, attribution !== undefined && attribution.speaker.kind !== "unnamed");
    if (!speech) return;
    attribution ??= { speaker: { kind: "unnamed" }, member: undefined, group: groups++, why: ["nobody is named beside it"] };
    quotes.push(
      buildQuote(
        article,
        segment,
        paragraph,
        attribution,
        relay(segment),
        reportedBy,
        countOf(seen, text.slice(segment.start, segment.end)),
      ),
    );
    last = { ...attribution, paragraph: segment.paragraph, end: segment.end, closed: segment.closed };
  });
  return quotes;
}

function findBelow(text: string, next: Span | undefined, language: QuoteLanguage): FoundSubject | undefined {
  return next && findSubjectOfThis({ text: text.slice(next.start, Math.min(next.end, next.start + 300)), start: next.start }, language);
}

interface Beside {
  /** Text between the quotation before (or the paragraph's head) and this one. */
  readonly before: Stretch;
  /** Text between this one and the next (or the paragraph's end). */
  readonly after: Stretch;
}

function findBeside(
  text: string,
  segment: MarkedSegment,
  paragraph: Span,
  previous: MarkedSegment | undefined,
  next: MarkedSegment | undefined,
): Beside {
  const from = previous && previous.paragraph === segment.paragraph ? previous.end + 1 : paragraph.start;
  const to = next && next.paragraph === segment.paragraph ? next.start - 1 : paragraph.end;
  const open = Math.max(from, text.lastIndexOf(segment.open, segment.start));
  const close = Math.min(to, afterMark(text, segment.end));
  return { before: { text: text.slice(from, open), start: from }, after: { text: text.slice(close, Math.max(close, to)), start: close } };
}

/** Behind the closing mark; French sets a space before it. */
function afterMark(text: string, end: number): number {
  return end + (/^\s*["”“»«″]?/.exec(text.slice(end, end + 4))?.[0].length ?? 0);
}

/** A comma inside the mark looks right, a full stop looks left or carries on. */
function findSubject(segment: MarkedSegment, { before, after }: Beside, language: QuoteLanguage, text: string): FoundSubject | undefined {
  const ending = text.slice(segment.end - 1, segment.end);
  const leads = /[:,]\s*$/.test(before.text) || /\b(?:that|as|of|a|an|the|to|is|was)\s*$/i.test(before.text);
  const right = (): FoundSubject | undefined =>
    /^\s*[.!?](?:\s|$)/.test(after.text) || isNewSentence(ending, after.text) ? undefined : findSubjectAfter(after, language);
  const left = (): FoundSubject | undefined => (before.text.trim() === "" ? undefined : findSubjectBefore(before, language));
  if (leads && !/,$/.test(ending)) return left() ?? right();
  if (/[,?!—–]$/.test(ending) || /^\s*,?\s*\p{Ll}/u.test(after.text))
    return (startsAttribution(after.text, ending) ? right() : undefined) ?? left() ?? right();
  return left() ?? right();
}

/** After `.”` a new sentence attributes only when it is short: “…” Ann Lee said. */
function isNewSentence(ending: string, after: string): boolean {
  if (!/[.!?]/.test(ending) || !/^\s*\p{Lu}/u.test(after)) return false;
  return (/[.!?](?=\s|$)/.exec(after.trimStart())?.index ?? after.length) > 70;
}

/** After `,”` the attribution follows at once; after `”` in mid-sentence the words may go on with the paraphrase. */
const startsAttribution = (after: string, ending: string): boolean =>
  /[,?!—–]/.test(ending) || /^\s*,?\s*(?:he|she|they|said|says|told|according|wrote|added|\p{Lu})/u.test(after);

type Last = Attribution & { readonly paragraph: number; readonly end: number; readonly closed: boolean };

/** Does a quotation without its own attribution go on from the one before? */
function goesOn(text: string, segment: MarkedSegment, paragraph: Span, beside: Beside, last: Last, paragraphs: readonly Span[]): boolean {
  if (last.paragraph === segment.paragraph) return true;
  if (segment.paragraph - last.paragraph > 1) return false;
  const wholeParagraph = beside.before.text.trim() === "" && paragraph.end - segment.end <= 3;
  const lineBefore = text.slice(paragraphs[last.paragraph]!.start, paragraphs[last.paragraph]!.end);
  if (/:\s*$/.test(lineBefore)) return false;
  return !last.closed || wholeParagraph || beside.before.text.trim() === "";
}

/** A lone quotation after a sentence whose subject is a person, or after a line that ends in a colon. */
function findFromSentenceBefore(
  text: string,
  segment: MarkedSegment,
  paragraph: Span,
  paragraphs: readonly Span[],
  members: readonly CastMember[],
  isQuoted: (at: number) => boolean,
  nextGroup: () => number,
): Attribution | undefined {
  const previous = paragraphs[segment.paragraph - 1];
  const own = text.slice(paragraph.start, segment.start - 1).trim();
  const from = own.length > 0 ? paragraph.start : previous?.start;
  if (from === undefined) return undefined;
  const to = own.length > 0 ? segment.start - 1 : previous!.end;
  const colon = /:\s*$/.test(text.slice(from, to));
  if (own.length === 0 && !colon) return undefined;
  const named = members
    .filter(({ kind }) => kind === "person")
    .flatMap((member) =>
      member.mentions
        .filter((mention) => mention.start >= from && mention.end <= to && !mention.possessive && !isQuoted(mention.start))
        .map((mention) => ({ member, mention })),
    );
  const subject = named.toSorted((a, b) => Number(b.mention.opening) - Number(a.mention.opening) || a.mention.start - b.mention.start)[0];
  if (!subject) return undefined;
  return {
    speaker: speakerFrom(subject.member),
    member: subject.member,
    group: nextGroup(),
    why: [`the sentence before is about ${subject.member.name}`],
  };
}

function withoutMention({ mention: _, ...speaker }: Speaker): Speaker {
  return speaker;
}

function countOf(seen: Map<string, number>, text: string): number {
  const count = seen.get(text) ?? 0;
  seen.set(text, count + 1);
  return count;
}

function buildQuote(
  article: Article,
  segment: MarkedSegment,
  paragraph: Span,
  attribution: Attribution,
  relayedVia: string | undefined,
  reportedBy: string | undefined,
  occurrence: number,
): Quote {
  const text = article.text.slice(segment.start, segment.end);
  const own = article.text.slice(paragraph.start, paragraph.end);
  const quoted = text.split(/\s+/).length;
  return {
    id: `q${createHash("sha256").update(`${article.id}\n${text}\n${occurrence}`).digest("hex").slice(0, 12)}`,
    articleId: article.id,
    version: article.version,
    text,
    start: segment.start,
    end: segment.end,
    context: paragraph,
    kind: /[.,!?…]$/.test(text) || quoted > own.split(/\s+/).length / 2 ? "direct" : "mixed",
    group: attribution.group,
    speaker: attribution.speaker,
    ...(attribution.cue === undefined ? {} : { cue: attribution.cue }),
    ...(relayedVia === undefined ? {} : { relayedVia }),
    ...(reportedBy === undefined ? {} : { reportedBy }),
    lang: article.lang,
    why: attribution.why,
  };
}
