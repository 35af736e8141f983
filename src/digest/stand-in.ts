import type { Article } from "../model/article.ts";
import type { Span } from "../model/story.ts";
import { splitSentences } from "../text/sentences.ts";
import { countWords } from "../text/words.ts";
import { isBalanced } from "./balance.ts";
import { tellsNews } from "./news.ts";
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
  const all = splitSentences(text.slice(0, 4000), lang);
  const telling = all.filter(({ start, end }) => tellsNews(text.slice(start, end)));
  const spans = (telling.length > 0 ? telling : all).slice(0, sentencesTried);
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

const closing: Readonly<Record<string, string>> = { "“": "”", "„": "“", "«": "»", '"': '"' };

/** Half a quotation goes whole; where the headline is nothing else, it is closed behind the "…". */
function withoutHalfQuotation(title: string, ending: string): string {
  if (isBalanced(title)) return title + ending;
  const at = Math.max(...Object.keys(closing).map((mark) => title.lastIndexOf(mark)));
  const before = title.slice(0, Math.max(0, at)).replace(/[\s,;:–—-]+$/u, "");
  if (countWords(before) >= fewestWords && isBalanced(before)) return before;
  return at === 0 ? title + ending + closing[title[0]!] : title.replace(/["“”„«»]\s?/g, "").trim() + ending;
}
