import type { Span } from "../../model/story.ts";
import type { Grammar } from "../languages/grammar.ts";
import type { MarkedSegment } from "../marks.ts";
import { partByCue } from "./inner-cue.ts";
import type { SpokenSegment } from "./spoken.ts";

/** Where a dash opens speech; Spanish sets it close to the first word, so that it cannot be mistaken for one that parts clauses. */
const opening = {
  line: /(?:^|\n)[—–-]\s?(?=[\p{Lu}¿¡…])/gu,
  sentence: /(?:^|\n|[.!?:…]\s|[.!?…][”»"]\s)[—–-]\s(?=[\p{Lu}…])/gu,
  close: /(?:^|\n)[—–-]\s?(?=[\p{Lu}¿¡…])|[.!?:…]\s[—–](?=[\p{Lu}¿¡…])/gu,
} as const;

/** Speech that a dash opens: at the head of a line; in Polish and Norwegian also after a sentence. */
export function findDashed(
  text: string,
  paragraph: Span,
  index: number,
  marked: readonly MarkedSegment[],
  grammar: Grammar,
): readonly SpokenSegment[] {
  if (grammar.dash === "none") return [];
  const own = text.slice(paragraph.start, paragraph.end);
  const pattern = opening[grammar.code === "es" ? "close" : grammar.dash];
  const openings = [...own.matchAll(pattern)]
    .map((match) => ({
      dash: paragraph.start + match.index + match[0].search(/[—–-]/),
      words: paragraph.start + match.index + match[0].length,
    }))
    .filter(({ dash }) => !marked.some(({ start, end }) => dash >= start && dash < end));
  return openings.flatMap(({ dash, words }, at) => {
    const line = text.indexOf("\n", words);
    const end = Math.min(openings[at + 1]?.dash ?? paragraph.end, line < 0 ? paragraph.end : line, paragraph.end);
    const parts = partByCue(text, { start: words, end }, grammar, { dash: true, comma: grammar.commaCue });
    return parts.map((part, place) => ({
      start: part.start,
      end: part.end,
      paragraph: index,
      open: "–",
      outer: { start: place === 0 ? dash : part.start, end: part.end },
      closed: true,
      isDash: true,
      hasInnerCue: part.cued,
    }));
  });
}
