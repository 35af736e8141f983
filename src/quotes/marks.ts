import type { Span } from "../model/story.ts";
import { splitParagraphs } from "../text/sentences.ts";

/** Words between marks within one paragraph; the marks themselves are left out. */
export interface MarkedSegment extends Span {
  /** Index of its paragraph. */
  readonly paragraph: number;
  readonly open: string;
  /** False when the quotation runs on into the next paragraph, or its closing mark was forgotten. */
  readonly closed: boolean;
}

export interface MarkedText {
  readonly paragraphs: readonly Span[];
  readonly segments: readonly MarkedSegment[];
}

/** Which marks close what an opening mark began; typing errors such as ”…” and „…" are common. */
const closers: Readonly<Record<string, string>> = { "“": '”"“', "”": '”"', "„": '“”"', "«": "»", "»": "«", '"': '"”', "″": '″"' };

/** Quotations by paragraph: a mistake with marks costs its paragraph, never the article. Linear in the text. */
export function findMarkedText(text: string): MarkedText {
  const paragraphs = splitParagraphs(text).flatMap((paragraph) => splitLines(text, paragraph));
  const segments = paragraphs.flatMap((paragraph, index) => scanParagraph(text, paragraph, index));
  return { paragraphs, segments };
}

/** A single line break parts paragraphs where a sentence ends before it or a quotation begins after it; else a line was wrapped. */
function splitLines(text: string, { start, end }: Span): Span[] {
  const lines: Span[] = [];
  let from = start;
  for (const { 0: gap, index } of text.slice(start, end).matchAll(/(?<=[.!?:…”"»])[^\S\n]*\n\s*|[^\S\n]*\n\s*(?=[“„«"])/g)) {
    const at = start + index;
    if (at > from) lines.push({ start: from, end: at });
    from = at + gap.length;
  }
  return end > from ? [...lines, { start: from, end }] : lines;
}

function scanParagraph(text: string, paragraph: Span, index: number): MarkedSegment[] {
  const segments: MarkedSegment[] = [];
  let at = paragraph.start;
  while (at < paragraph.end) {
    const mark = text[at] ?? "";
    if (!(mark in closers) || !opens(text, at, paragraph)) {
      at++;
      continue;
    }
    const close = findClose(text, at, paragraph.end);
    const segment =
      close === undefined
        ? unclosed(text, at, paragraph, index)
        : trimmed(text, { paragraph: index, open: mark, closed: true, start: at + 1, end: close });
    if (segment.end > segment.start) segments.push(segment);
    at = close === undefined ? paragraph.end : close + 1;
  }
  return segments;
}

/** An opening mark stands at the head or after a space, bracket or dash, and before a letter; inch marks and closing marks do not. */
function opens(text: string, at: number, paragraph: Span): boolean {
  const before = at > paragraph.start ? (text[at - 1] ?? "") : " ";
  const after = text[at + 1] ?? " ";
  if (/\s/.test(after) && !/[«„]/.test(text[at] ?? "")) return false;
  if (/[“„«]/.test(text[at] ?? "")) return true;
  if (text[at] === "»") return /\s/.test(before) && /\p{L}/u.test(after);
  return /[\s([{—–:/=>'‘-]/.test(before) && !/[=]/.test(before);
}

/** The nearest fitting mark; a straight one only where it can close. Nested pairs of the same kind are skipped, if they come in pairs. */
function findClose(text: string, open: number, end: number): number | undefined {
  return findOuterClose(text, open, end, /[“«„]/) ?? findOuterClose(text, open, end, /[“«]/);
}

function findOuterClose(text: string, open: number, end: number, nesting: RegExp): number | undefined {
  const fits = closers[text[open] ?? ""] ?? "";
  let depth = 0;
  for (let at = open + 1; at < end; at++) {
    const mark = text[at] ?? "";
    if (mark === text[open] && nesting.test(mark) && /[\s(—]/.test(text[at - 1] ?? "")) depth++;
    else if (fits.includes(mark) && closesHere(text, at)) {
      if (depth === 0) return at;
      depth--;
    }
  }
  return undefined;
}

function closesHere(text: string, at: number): boolean {
  if (/[”»“«]/.test(text[at] ?? "")) return true;
  const before = text[at - 1] ?? "";
  const after = text[at + 1] ?? " ";
  return !/\s/.test(before) || !/[\p{L}\p{N}]/u.test(after);
}

/** To the paragraph's end: it goes on in the next one, or its closing mark was forgotten. */
function unclosed(text: string, open: number, paragraph: Span, index: number): MarkedSegment {
  return trimmed(text, { paragraph: index, open: text[open] ?? "", closed: false, start: open + 1, end: paragraph.end });
}

function trimmed(text: string, segment: MarkedSegment): MarkedSegment {
  let { start, end } = segment;
  while (start < end && /\s/.test(text[start] ?? "")) start++;
  while (end > start && /\s/.test(text[end - 1] ?? "")) end--;
  return { ...segment, start, end };
}
