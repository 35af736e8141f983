import type { Speaker } from "../../model/quote.ts";
import type { Span } from "../../model/story.ts";
import type { MarkedSegment } from "../marks.ts";
import type { CastMember } from "./cast.ts";
import type { Reading } from "./reading.ts";
import type { Ruled } from "./ruled.ts";

/** What one quotation shows of its surroundings; the same for every mention weighed against it. */
export interface Situation {
  readonly segment: MarkedSegment;
  /** Offsets of the marks around it, the marks included. */
  readonly open: number;
  readonly close: number;
  readonly sentence: number;
  /** Nearest reporting verb in its sentence, before and after it; -1 when there is none. */
  readonly cueBefore: number;
  readonly cueAfter: number;
  /** The cue before stands right at the mark, that after right behind it. */
  readonly cueTouchesBefore: boolean;
  readonly cueTouchesAfter: boolean;
  readonly colon: boolean;
  readonly ending: "comma" | "stop" | "question" | "none";
  readonly beginsLow: boolean;
  readonly opensParagraph: boolean;
  readonly wholeParagraph: boolean;
  /** Who was found for the quotation before. */
  readonly last: Last | undefined;
  /** Since then a sentence of this paragraph began with somebody else. */
  readonly newcomer: boolean;
  /** What word order alone says. */
  readonly ruled: Ruled | undefined;
}

export interface Last {
  readonly mention: number;
  readonly member: CastMember | undefined;
  readonly segment: MarkedSegment;
  readonly speaker?: Speaker;
}

export type Features = Record<string, number>;

export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/** The features of "nobody here speaks". */
export function measureNobody({ cueBefore, cueAfter, ending, beginsLow, last, ruled, wholeParagraph }: Situation): Features {
  const cueless = cueBefore < 0 && cueAfter < 0;
  return {
    nobody: 1,
    ...(cueless ? { "nobody, no cue": 1 } : {}),
    ...(ending === "none" ? { "nobody, no stop": 1 } : {}),
    ...(beginsLow ? { "nobody, begins low": 1 } : {}),
    ...(last ? {} : { "nobody, first quotation": 1 }),
    ...(ruled ? { "nobody, though ruled": 1 } : {}),
    ...(wholeParagraph ? { "nobody, whole paragraph": 1 } : {}),
  };
}

/** The first of the sorted spans that begins at or after `at`. */
export function lowerBound(mentions: readonly Span[], at: number): number {
  let [low, high] = [0, mentions.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (mentions[middle]!.start < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

export function paragraphOf({ paragraphs }: Reading, at: number): number {
  let [low, high] = [0, paragraphs.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (paragraphs[middle]!.start <= at) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
