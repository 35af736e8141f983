import type { Article } from "../model/article.ts";
import type { Quote } from "../model/quote.ts";
import type { Edit } from "../model/story.ts";
import { splitSentences } from "../text/sentences.ts";
import { countWords } from "../text/words.ts";
import type { Candidate } from "./select.ts";
import { applyEdits } from "./shape.ts";

/** Shorter ones say little without the sentence they stood in. */
const fewestWords = 6;

/**
 * Quotations that stand alone as bullets, their speaker set before them: `Michael Carpenter: “…”.` For articles whose own sentences give
 * too few; the lines of a conversation likewise, without marks. The words stay verbatim but for a comma at their end; what is set around them is an edit on record.
 */
export function findQuoteCandidates(article: Article, maxWords: number, quotes: readonly Quote[]): readonly Candidate[] {
  return quotes.flatMap((quote, place) => {
    const { name } = quote.speaker;
    const isSpoken = quote.kind === "transcript";
    const span = isSpoken ? { start: quote.start, end: quote.end } : { start: quote.start - 1, end: quote.end + 1 };
    if (!name || !(isSpoken || (quote.kind === "direct" && isMarked(article.text, span.start, span.end - 1)))) return [];
    const edits: Edit[] = [{ start: span.start, end: span.start, text: `${name}: `, why: `speaker named: ${name}` }];
    if (quote.text.endsWith(",")) edits.push({ start: quote.end - 1, end: quote.end, text: "", why: "comma before the attribution" });
    if (!/[.!?…]$/.test(quote.text)) edits.push({ start: span.end, end: span.end, text: ".", why: "full stop set" });
    const text = applyEdits(article.text, span, edits);
    const words = countWords(quote.text);
    return words >= fewestWords && countWords(text) <= maxWords ? [{ article, span, text, edits, place, weight: 1 }] : [];
  });
}

const isMarked = (text: string, open: number, close: number): boolean =>
  /["“„«]/.test(text[open] ?? "") && /["”“»]/.test(text[close] ?? "");

/**
 * An article that is one quotation and nothing else has that to tell, whoever said it; of a long one the first sentences, the quotation
 * closed behind them. None where more stands in the article: there somebody is named, or nobody can be.
 */
export function findLoneQuotation(article: Article, maxWords: number): readonly Candidate[] {
  const { text, lang } = article;
  const [whole, open, inner] = /^\s*(["“„«])([^"“”„«»]+)["”“»]\.?\s*$/u.exec(text) ?? [];
  if (whole === undefined || open === undefined || inner === undefined) return [];
  const start = text.indexOf(open);
  const ends = splitSentences(inner, lang).map(({ end }) => start + 1 + end);
  const end = ends.findLast((each) => countWords(text.slice(start, each)) <= maxWords);
  if (end === undefined) return [];
  const close = start + 1 + inner.length;
  const isWhole = end === ends.at(-1);
  const span = { start, end: isWhole ? close + 1 : end };
  const edits: readonly Edit[] = isWhole ? [] : [{ start: end, end, text: text[close]!, why: "quotation closed" }];
  return [{ article, span, text: applyEdits(text, span, edits), edits, place: 0, weight: 1 }];
}
