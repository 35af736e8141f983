import type { Span } from "../model/story.ts";
import { countWords } from "../text/words.ts";

/** A piece of a text; `unstopped` when its full stop was lost. */
export interface Piece extends Span {
  readonly unstopped?: true;
}

/** Fewest words a piece needs to be taken for a sentence of its own. */
const shortestPiece = 6;
/** Sentences glued together are longer than one sentence: below this many words nothing is taken for glue. */
const longestPlain = 20;

/**
 * Sentences that a page set side by side without their full stops (captions before a paragraph, subtitles, scanned text), each by itself.
 * One span when nothing is glued. The border shows only where an unmistakable beginning follows a word that does not lead to it.
 */
export function splitGlued(text: string, span: Span, lang: string): readonly Piece[] {
  return splitAtStops(text, span).flatMap((piece) => splitUnstopped(text, piece, lang));
}

/** "… gestellt werden.Zum Wohnbereich …": the space behind a full stop was lost. An address or a name has no sentence on either side. */
function splitAtStops(text: string, span: Span): readonly Piece[] {
  const pieces: Piece[] = [];
  let start = span.start;
  const sentence = text.slice(span.start, span.end);
  if (!anyGlue.test(sentence)) return [span];
  const broken = new Set([...sentence.matchAll(lostBreak)].map(({ index }) => index));
  const stopped = [...sentence.matchAll(lostSpace)].map(({ index }) => index);
  for (const index of [...broken, ...stopped].toSorted((a, b) => a - b)) {
    const at = span.start + index;
    const headingWords = broken.has(index) ? 1 : fewestWords;
    if (countWords(text.slice(start, at)) < headingWords || countWords(text.slice(at, span.end)) < fewestWords) continue;
    pieces.push({ start, end: at });
    start = at;
  }
  return [...pieces, { start, end: span.end }];
}

/** What every lost border has, in one look: a capital right behind a small letter, a stop or a closing mark. */
const anyGlue = /[\p{Ll}.!?"”»]["“„«]?\p{Lu}/u;
/** "concluanteToutefois, …": a heading and the word that opens the sentence behind it. */
const lostBreak =
  /(?<=\p{Ll}{3})(?=(?:Toutefois|Cependant|Selon|Dans|Pour|Mais|Les?|La|Une?|Ils?|Elles?|However|The|This|They|But|Der|Die|Das|El|Los|Las)[\s,])/gu;
const lostSpace = /(?<=\p{Ll}{2}[.!?]["”»’]?|\p{Ll}["”»]\.)(?=["“„«]?\p{Lu}\p{Ll}*\s)/gu;
/** Words on either side of a stop without its space. */
const fewestWords = 4;

function splitUnstopped(text: string, span: Span, lang: string): readonly Piece[] {
  const sentence = text.slice(span.start, span.end);
  if (lang !== "en" || countWords(sentence) <= longestPlain) return [span];
  const pieces: Piece[] = [];
  let start = span.start;
  for (const { index, 0: gap } of sentence.matchAll(beginning)) {
    if (!isBorder(sentence, index, index + gap.length)) continue;
    const end = span.start + index;
    const rest = end + gap.length;
    if (countWords(text.slice(start, end)) < shortestPiece || countWords(text.slice(rest, span.end)) < shortestPiece) continue;
    pieces.push({ start, end, unstopped: true });
    start = rest;
  }
  return [...pieces, { start, end: span.end }];
}

/** Words that open a sentence when a small letter follows, and inside one are hardly written with a capital. */
const opener =
  "The|A(?:n|(?!\\s\\p{Ll}+s\\s))|He|She|It|They|This|That|These|Those|His|Her|Their|Its|In|On|At|But|After|When|While|As|With|According|There|For|By|From|Some|Many|Most|Both|One|Two|Three|Despite|Police|Officials";

/** An unmistakable beginning, or a capital behind a bracket. */
const beginning = new RegExp(`\\s+(?=(?:${opener})\\s[\\p{Ll}\\p{N}])|(?<=\\))\\s+(?=\\p{Lu})`, "gu");
/** A word in small letters, a possessive, a bracket or a number, no stop, and no word that a title may follow. */
const plainEnd = /(?:(?<![\p{L}’'-])\p{Ll}[\p{L}’'-]*|\p{L}’s?|\p{Ll}\)|\d)(?<!\s(?:as|like|called|named|by))$/u;
/** Behind a name only what surely opens a sentence, and only where three words of the same sentence stand before. */
const anyEnd = /(?<![.:,;])(?:\s\p{L}+){3}$/u;
const surely = /^(?:The|An|This|These|They|He|She)\s/;
/** A pointer to a picture ends its caption. */
const pointerEnd = /\((?:pictured|left|right|centre|center|above|below)[^()]{0,20}\)$/u;
/** Characters before a border that tell whether it is one. */
const readBefore = 80;

function isBorder(sentence: string, index: number, rest: number): boolean {
  const before = sentence.slice(Math.max(0, index - readBefore), index);
  const after = sentence.slice(rest);
  if (pointerEnd.test(before)) return true;
  return (
    new RegExp(`^(?:${opener})\\s[\\p{Ll}\\p{N}]`, "u").test(after) &&
    (plainEnd.test(before) || (anyEnd.test(before) && surely.test(after)))
  );
}
