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
  const before = article.slice(Math.max(0, span.start - readAround), span.start);
  const repairs = [
    turnMark(sentence),
    turnPair(sentence),
    takeMark(sentence, article.slice(span.end, span.end + 2)),
    dropMark(sentence, before),
    closeQuotation(sentence),
    openQuotation(sentence),
  ];
  const edits = repairs.find((each) => each.length > 0 && isBalanced(apply(sentence, each))) ?? [];
  return edits.map((edit) => ({ ...edit, start: span.start + edit.start, end: span.start + edit.end }));
}

/** Characters before a sentence in which a quotation may have begun that its first mark closes. */
const readAround = 200;

const apply = (sentence: string, edits: readonly Edit[]): string =>
  edits.toReversed().reduce((text, { start, end, text: mark }) => text.slice(0, start) + mark + text.slice(end), sentence);

/** A word between single marks may have an apostrophe of its own. */
const unmarked = "(?:[^'‘’]|(?<=\\p{L})['’](?=\\p{L}))";
const turned = new RegExp(`(?<=(?:^|[\\s(])(['‘])(?=\\S)${unmarked}{2,200})\\s‘(?=\\p{L}|[.,;:]|$)`, "u");

const setRight = "closing mark set right";

/** A space and "‘" where a quotation in single marks has to end. */
function turnMark(sentence: string): readonly Edit[] {
  const match = turned.exec(sentence);
  if (!match) return [];
  const end = match.index + match[0].length;
  const space = /^\p{L}/u.test(sentence.slice(end)) ? " " : "";
  return [{ start: match.index, end, text: `${match[1] === "‘" ? "’" : "'"}${space}`, why: setRight }];
}

/** "it was’ a day for boats ‘.": both marks are turned. */
function turnPair(sentence: string): readonly Edit[] {
  const match = new RegExp(`^(${unmarked}+)’\\s(${unmarked}{2,120})\\s‘(?=\\p{L}|[.,;:]|$)${unmarked}*$`, "u").exec(sentence);
  if (!match) return [];
  const [, head = "", words = ""] = match;
  const close = head.length + 2 + words.length;
  const space = /^\p{L}/u.test(sentence.slice(close + 2)) ? " " : "";
  return [
    { start: head.length, end: head.length + 2, text: " ‘", why: "opening mark set right" },
    { start: close, end: close + 2, text: `’${space}`, why: setRight },
  ];
}

/** "a song from 'The Quay. ‘The clip …": the mark before the next sentence closes this one. */
function takeMark(sentence: string, next: string): readonly Edit[] {
  if (!/^\s‘/.test(next) || !/(?<=\p{L}\s)['‘](?=\S)[^'‘’]*[.!?]$/u.test(sentence)) return [];
  return [{ start: sentence.length, end: sentence.length, text: sentence.includes("‘") ? "’" : "'", why: setRight }];
}

/** The sentence behind: its mark closes what the one before has opened in its midst. */
function dropMark(sentence: string, before: string): readonly Edit[] {
  if (!/^‘\p{Lu}/u.test(sentence) || !/(?<=\p{L}\s)['‘](?=\S)[^'‘’]*[.!?]\s$/u.test(before)) return [];
  return [{ start: 0, end: 1, text: "", why: setRight }];
}

const closing: Readonly<Record<string, string>> = { "“": "”", "«": "»", "‘": "’" };
const opening: Readonly<Record<string, string>> = { "”": "“", "»": "«", "’": "‘" };

/** "Ruiz said: “We are glad.": the quotation goes on in the next sentence, here it ends. */
function closeQuotation(sentence: string): readonly Edit[] {
  const [, mark, space] = /[:,]\s?(["“«'‘])(\s?)\p{Lu}[^"“”«»]*[.!]$/u.exec(sentence) ?? [];
  if (mark === undefined) return [];
  return [{ start: sentence.length, end: sentence.length, text: `${space}${closing[mark] ?? mark}`, why: "quotation closed" }];
}

/** "We paid at once,” Ruiz said.": the quotation began in a sentence before, here it begins. */
function openQuotation(sentence: string): readonly Edit[] {
  const [, space, mark] =
    /^\p{Lu}[^"“”«»]{12,}?(?:[,!?](\s?)(["”»'’])(?=\s\p{L})|(?:(\s?)(["”»]),\s))/u.exec(sentence)?.filter((group) => group !== undefined) ??
    [];
  if (mark === undefined) return [];
  return [{ start: 0, end: 0, text: `${opening[mark] ?? mark}${space}`, why: "quotation opened" }];
}
