import type { Span } from "../../model/story.ts";
import { findAfter } from "./after.ts";
import type { Attribution } from "./attribution.ts";
import { findBefore } from "./before.ts";
import type { Reading } from "./reading.ts";
import type { SpokenSegment } from "./spoken.ts";

export interface Beside {
  readonly before: Span;
  readonly after: Span;
}

/** The text from the quotation before, or the paragraph's head, to this one; and on to the next, or the paragraph's end. */
export function findBeside(
  segment: SpokenSegment,
  paragraph: Span,
  previous: SpokenSegment | undefined,
  next: SpokenSegment | undefined,
): Beside {
  const from = previous?.paragraph === segment.paragraph ? previous.outer.end : paragraph.start;
  const to = next?.paragraph === segment.paragraph ? next.outer.start : paragraph.end;
  return {
    before: { start: Math.min(from, segment.outer.start), end: segment.outer.start },
    after: { start: segment.outer.end, end: Math.max(segment.outer.end, to) },
  };
}

export function findAttribution(segment: SpokenSegment, { before, after }: Beside, reading: Reading): Attribution | undefined {
  const ending = reading.text.slice(segment.end - 1, segment.end);
  const lead = reading.text.slice(before.start, before.end);
  const left = (): Attribution | undefined => (isOwnLead(lead) ? findBefore(before, reading) : undefined);
  const leads =
    /:\s*$/.test(lead) ||
    !/^\s?(?:[,–—-]|\S+\s)/u.test(reading.text.slice(after.start, after.end)) ||
    paraphraseGoesOn(after, reading) ||
    isNamed(before, after, reading);
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

/** "X nannte die Bewerbung „…“ stellte aber …": a verb of naming before, and no comma behind. */
function isNamed(before: Span, after: Span, { text, grammar }: Reading): boolean {
  if (/^\s?[,–—-]/.test(text.slice(after.start, after.end))) return false;
  const words =
    text
      .slice(Math.max(before.start, before.end - 80), before.end)
      .toLowerCase()
      .match(/[\p{L}’'-]+/gu) ?? [];
  return words.some((word) => grammar.naming.has(word));
}

/** What stands before is read only where it leads to the words: not a sentence that was closed. */
const isOwnLead = (lead: string): boolean => lead.trim() !== "" && !/[.!?…]["”“»’)]?\s*[–—-]?\s*$/.test(lead);
