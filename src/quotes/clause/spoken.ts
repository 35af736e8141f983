import type { Span } from "../../model/story.ts";
import type { Grammar } from "../languages/grammar.ts";
import { findMarkedText, type MarkedSegment } from "../marks.ts";
import { findDashed } from "./dashed.ts";
import { partByCue } from "./inner-cue.ts";

/** Words that somebody may have spoken, without their marks, within one paragraph. */
export interface SpokenSegment extends Span {
  readonly paragraph: number;
  /** A quotation mark, or the dash that opens speech. */
  readonly open: string;
  /** Where its mark or dash begins and where the text goes on behind it. */
  readonly outer: Span;
  readonly closed: boolean;
  readonly isDash: boolean;
  /** A cue stands right behind it inside the marks or after a dash. */
  readonly hasInnerCue: boolean;
}

export interface SpokenText {
  readonly paragraphs: readonly Span[];
  readonly segments: readonly SpokenSegment[];
}

/** Marked quotations and speech after dashes, in order; a cue that stands inside («A, — said X. — B») parts them. */
export function findSpoken(text: string, grammar: Grammar): SpokenText {
  const { paragraphs, segments: marked } = findMarkedText(text);
  const byParagraph = Map.groupBy(marked, ({ paragraph }) => paragraph);
  const segments = paragraphs.flatMap((paragraph, index) => {
    const own = byParagraph.get(index) ?? [];
    const carried = carriedOver(text, paragraph, index, byParagraph.get(index - 1)?.at(-1));
    const inMarks = [...carried, ...own].flatMap((segment) => partMarked(text, segment, grammar));
    return [...inMarks, ...findDashed(text, paragraph, index, own, grammar)].toSorted((a, b) => a.start - b.start);
  });
  return { paragraphs, segments: withoutOverlaps(segments) };
}

/** Marks inside a dashed line are a quotation in a quotation: the outer one stays. */
function withoutOverlaps(segments: readonly SpokenSegment[]): readonly SpokenSegment[] {
  let end = -1;
  return segments.filter((segment) => {
    if (segment.end <= segment.start || segment.start < end) return false;
    end = segment.end;
    return true;
  });
}

/** The end of a quotation that was left open in the paragraph before and is closed in this one, with no mark in front. */
function carriedOver(text: string, paragraph: Span, index: number, before: MarkedSegment | undefined): readonly MarkedSegment[] {
  if (!before || before.closed) return [];
  const firstMark = /["“”„«»]/.exec(text.slice(paragraph.start, paragraph.end));
  if (!firstMark || firstMark.index === 0 || !closesWhat(before.open, firstMark[0])) return [];
  return [{ paragraph: index, open: before.open, closed: true, start: paragraph.start, end: paragraph.start + firstMark.index }];
}

const closesWhat = (open: string, close: string): boolean =>
  ({ "«": "»", "„": "“”", "“": "”", '"': '"', "»": "«" })[open]?.includes(close) ?? false;

function partMarked(text: string, segment: MarkedSegment, grammar: Grammar): readonly SpokenSegment[] {
  const open = openingOf(text, segment);
  const close = segment.closed ? behindMark(text, segment.end) : segment.end;
  const parts = partByCue(text, segment, grammar, {
    dash: true,
    comma: grammar.commaCue && grammar.dash === "line" ? true : !segment.closed,
  });
  return parts.map(({ start, end, cued }, at) => ({
    start,
    end,
    paragraph: segment.paragraph,
    open: segment.open,
    outer: { start: at === 0 ? open : start, end: at === parts.length - 1 && !cued ? close : end },
    closed: segment.closed || cued,
    isDash: false,
    hasInnerCue: cued,
  }));
}

const openingOf = (text: string, { start, open }: MarkedSegment): number => {
  const at = text.lastIndexOf(open, start);
  return at >= 0 && start - at <= 3 ? at : start;
};

const behindMark = (text: string, end: number): number => end + (/^\s*["”“»«″]?/.exec(text.slice(end, end + 4))?.[0].length ?? 0);
