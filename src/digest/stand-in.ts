import type { Article } from "../model/article.ts";
import type { Span } from "../model/story.ts";
import { splitSentences } from "../text/sentences.ts";
import { countWords } from "../text/words.ts";
import { isBalanced } from "./balance.ts";
import { findDateline, shapeSentence } from "./shape.ts";
import type { TitleCut } from "./tail.ts";

/** A stand-in is short where a clause ends in time, and rather long than broken off. */
const tries: readonly (readonly [maxWords: number, forTitle: TitleCut])[] = [
  [16, "clause"],
  [14, "phrase"],
  [24, "phrase"],
];
/** Where the first sentence leans on another one or is half a quotation, the next may do. */
const sentencesTried = 3;
/** Words before "…" where no sentence ends in time. */
const wordsBeforeEllipsis = 12;

/** What stands where an article has no headline: the first of its opening sentences that can be told in a line; broken off only where none can. */
export function standInTitle({ text, lang }: Article): string {
  const spans = splitSentences(text.slice(0, 4000), lang).slice(0, sentencesTried);
  const shape = (span: Span, maxWords: number, forTitle: TitleCut): string | undefined =>
    shapeSentence(text, span, { lang, maxWords, mentions: [], forTitle })?.text;
  for (const span of spans) {
    const whole = shape(span, Number.POSITIVE_INFINITY, "clause");
    if (whole === undefined) continue;
    const length = countWords(whole);
    for (const [maxWords, forTitle] of tries) {
      const title = length <= maxWords ? whole : shape(span, maxWords, forTitle);
      if (title !== undefined) return title.replace(/(?<!\.)\.$/, "");
    }
    return breakOff(whole);
  }
  const first = spans[0] ? text.slice(spans[0].start, spans[0].end) : "";
  return breakOff(first.slice(findDateline(first)).trim());
}

function breakOff(sentence: string): string {
  const words = sentence.split(/\s+/);
  if (words.length <= wordsBeforeEllipsis) return withoutHalfQuotation(sentence.replace(/(?<!\.)\.$/, ""), "");
  const head = words.slice(0, wordsBeforeEllipsis).join(" ");
  return withoutHalfQuotation(head.replace(/(?:[\s,;:–—-]+(?:\p{Ll}{1,3})?)+$|[,;:]+$/u, ""), " …");
}

/** Fewest words before a quotation that is broken off: they stand alone. */
const fewestWords = 5;

/** A quotation whose end is cut off goes whole; where the headline is nothing else, its one mark goes. */
function withoutHalfQuotation(title: string, ending: string): string {
  if (isBalanced(title)) return title + ending;
  const before = title.slice(0, Math.max(0, ...["“", "„", "«", '"'].map((mark) => title.lastIndexOf(mark)))).replace(/[\s,;:–—-]+$/u, "");
  return countWords(before) >= fewestWords && isBalanced(before) ? before : title.replace(/["“”„«»]\s?/g, "").trim() + ending;
}
