import type { Edit, Span } from "../model/story.ts";
import { isBalanced } from "./balance.ts";

/**
 * Quotation marks put right on a sentence, the words untouched: a closing mark that was set as an opening one ("he fits in 'perfectly ‘."),
 * and the mark that a longer quotation has in another sentence ("Ruiz said: “We are glad." and "We paid at once,” Ruiz said."). None where
 * all marks are paired, or where the sentence does not tell that somebody speaks.
 */
export function repairMarks(article: string, span: Span): readonly Edit[] {
  const sentence = article.slice(span.start, span.end);
  if (isBalanced(sentence)) return [];
  const edit = [turnMark, closeQuotation, openQuotation]
    .map((repair) => repair(sentence))
    .find((each) => each !== undefined && isBalanced(sentence.slice(0, each.start) + each.text + sentence.slice(each.end)));
  return edit ? [{ ...edit, start: span.start + edit.start, end: span.start + edit.end }] : [];
}

/** A word between single marks may have an apostrophe of its own. */
const unmarked = "(?:[^'‘’]|(?<=\\p{L})['’](?=\\p{L}))";
const turned = new RegExp(`(?<=(?:^|[\\s(])(['‘])(?=\\S)${unmarked}{2,200})\\s‘(?=\\p{L}|[.,;:]|$)`, "u");

/** A space and "‘" where a quotation in single marks has to end. */
function turnMark(sentence: string): Edit | undefined {
  const match = turned.exec(sentence);
  if (!match) return undefined;
  const end = match.index + match[0].length;
  const space = /^\p{L}/u.test(sentence.slice(end)) ? " " : "";
  return { start: match.index, end, text: `${match[1] === "‘" ? "’" : "'"}${space}`, why: "closing mark set right" };
}

const closing: Readonly<Record<string, string>> = { "“": "”", "«": "»", "‘": "’" };
const opening: Readonly<Record<string, string>> = { "”": "“", "»": "«", "’": "‘" };

/** "Ruiz said: “We are glad.": the quotation goes on in the next sentence, here it ends. */
function closeQuotation(sentence: string): Edit | undefined {
  const [, mark, space] = /[:,]\s?(["“«'‘])(\s?)\p{Lu}[^"“”«»]*[.!]$/u.exec(sentence) ?? [];
  if (mark === undefined) return undefined;
  return { start: sentence.length, end: sentence.length, text: `${space}${closing[mark] ?? mark}`, why: "quotation closed" };
}

/** "We paid at once,” Ruiz said.": the quotation began in a sentence before, here it begins. */
function openQuotation(sentence: string): Edit | undefined {
  const [, space, mark] =
    /^\p{Lu}[^"“”«»]{12,}?(?:[,!?](\s?)(["”»'’])(?=\s\p{L})|(?:(\s?)(["”»]),\s))/u.exec(sentence)?.filter((group) => group !== undefined) ??
    [];
  if (mark === undefined) return undefined;
  return { start: 0, end: 0, text: `${opening[mark] ?? mark}${space}`, why: "quotation opened" };
}
