import type { MarkedSegment } from "../marks.ts";
import type { Last, Situation } from "./features.ts";
import { countUpTo, type Reading } from "./reading.ts";

/** What a quotation shows of its surroundings. */
export function readSituation(
  reading: Reading,
  segment: MarkedSegment,
  last: Last | undefined,
  ruled: Situation["ruled"],
  cueStarts: readonly number[],
): Situation {
  const { text, outside, cues, sentences } = reading;
  const paragraph = reading.paragraphs[segment.paragraph]!;
  const open = Math.max(paragraph.start, text.lastIndexOf(segment.open, segment.start - 1));
  const close = Math.min(paragraph.end, segment.end + (/^\s*["”“»«″]?/.exec(text.slice(segment.end, segment.end + 4))?.[0].length ?? 0));
  const sentence = countUpTo(sentences, open);
  const from = Math.max(paragraph.start, sentences[sentence - 1] ?? 0);
  const to = Math.min(paragraph.end, sentences[sentence] ?? text.length);
  const before = countUpTo(cueStarts, open - 1) - 1;
  const cueBefore = before >= 0 && cues[before]!.start >= from ? before : -1;
  const after = countUpTo(cueStarts, close - 1);
  const cueAfter = after < cues.length && cues[after]!.end <= to && cues[after]!.start - close < 220 ? after : -1;
  const gapBefore = cueBefore < 0 ? "" : outside.slice(cues[cueBefore]!.end, open);
  const ending = text[segment.end - 1] ?? "";
  return {
    segment,
    open,
    close,
    sentence,
    cueBefore,
    cueAfter,
    cueTouchesBefore: cueBefore >= 0 && gapBefore.length < 24 && !/\S\s+\S+\s+\S/.test(gapBefore),
    cueTouchesAfter:
      cueAfter >= 0 && /^[\s,–—-]*(?:(?:also|later|then|has|had|again)\s)?$/.test(outside.slice(close, cues[cueAfter]!.start)),
    colon: /:\s*$/.test(outside.slice(Math.max(0, open - 4), open)),
    ending: /[,]/.test(ending) ? "comma" : /[.…]/.test(ending) ? "stop" : /[?!—–-]/.test(ending) ? "question" : "none",
    beginsLow: /^\p{Ll}/u.test(text.slice(segment.start, segment.start + 1)),
    opensParagraph: open <= paragraph.start + 1,
    wholeParagraph: open <= paragraph.start + 1 && paragraph.end - close <= 2,
    last,
    ruled,
  };
}
