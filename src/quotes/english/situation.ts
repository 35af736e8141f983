import type { MarkedSegment } from "../marks.ts";
import { type Last, lowerBound, type Situation } from "./features.ts";
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
  const ending = /[.,?!…—–-](?=[’'”"]*$)/.exec(text.slice(Math.max(segment.start, segment.end - 3), segment.end))?.[0] ?? "";
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
    newcomer: last !== undefined && last.segment.paragraph === segment.paragraph && bringsNewcomer(reading, last, open),
    ruled,
  };
}

/** Between the quotation before and this one a sentence begins with a person who did not speak it. */
function bringsNewcomer({ mentions, sentences, outside }: Reading, { segment, member, mention }: Last, open: number): boolean {
  for (let index = lowerBound(mentions, segment.end); index < mentions.length && mentions[index]!.end <= open; index++) {
    const { form, member: other, start } = mentions[index]!;
    if (index === mention || form !== "name" || other === member || other?.kind === "organisation") continue;
    const sentence = sentences[countUpTo(sentences, start) - 1] ?? 0;
    if (sentence > segment.end && !/[,;:]/.test(outside.slice(sentence, start)) && start - sentence < 60) return true;
  }
  return false;
}
