import type { Span } from "../../model/story.ts";
import type { QuoteLanguage } from "../languages/language.ts";
import type { MarkedSegment } from "../marks.ts";
import type { Reading } from "./reading.ts";
import { type FoundSubject, findSubjectAfter, findSubjectBefore, findSubjectOfThis, type Stretch } from "./subject.ts";

/** Whom word order alone makes the speaker: the subject of the reporting verb beside a quotation, or "This was stated by X" below it. */
export interface Ruled extends FoundSubject {
  readonly below: boolean;
}

/** Segment → cue → subject. */
export function findRuled({ text, language, paragraphs }: Reading, segments: readonly MarkedSegment[], index: number): Ruled | undefined {
  const segment = segments[index]!;
  const beside = findBeside(text, segment, paragraphs[segment.paragraph]!, segments[index - 1], segments[index + 1]);
  const subject = findSubject(segment, beside, language, text);
  if (subject) return { ...subject, below: false };
  const below = findBelow(text, paragraphs[segment.paragraph + 1], language);
  return below && { ...below, below: true };
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
  if (/:\s*$/.test(after)) return true; // it leads to the next quotation
  return (/[.!?](?=\s|$)/.exec(after.trimStart())?.index ?? after.length) > 70;
}

/** After `,”` the attribution follows at once; after `”` in mid-sentence the words may go on with the paraphrase. */
const startsAttribution = (after: string, ending: string): boolean =>
  /[,?!—–]/.test(ending) || /^\s*,?\s*(?:he|she|they|said|says|told|according|wrote|added|\p{Lu})/u.test(after);
