import type { Span } from "../model/story.ts";
import { abbreviations } from "./abbreviations.ts";

/** Longer pieces are cut at a space: a wall of text without full stops must not become one sentence of a megabyte. */
const longestSentence = 1200;

const segmenters = new Map<string, Intl.Segmenter>();

/**
 * Sentences of a text as spans, in order, white space at their ends left out. A line break that ends a paragraph ends a sentence.
 * Unicode's rules (UAX 29, Intl.Segmenter) with repairs for abbreviations, initials, quotation marks and brackets.
 */
export function splitSentences(text: string, lang: string): readonly Span[] {
  return splitParagraphs(text).flatMap((paragraph) => splitParagraph(text, paragraph, lang));
}

/** Paragraphs as spans: parted by a blank line; where a text has none, by each line break. */
export function splitParagraphs(text: string): readonly Span[] {
  const border = /\n[^\S\n]*\n/.test(text) ? /\n[^\S\n]*\n\s*/g : /\n+\s*/g;
  const spans: Span[] = [];
  let start = 0;
  for (const match of text.matchAll(border)) {
    spans.push({ start, end: match.index });
    start = match.index + match[0].length;
  }
  spans.push({ start, end: text.length });
  return spans.map((span) => trimSpan(text, span)).filter(({ start, end }) => end > start);
}

function splitParagraph(text: string, { start, end }: Span, lang: string): readonly Span[] {
  const paragraph = text.slice(start, end);
  const pieces: { start: number; end: number }[] = [];
  for (const { segment, index } of segmenterFor(lang).segment(paragraph)) {
    const last = pieces.at(-1);
    if (last && goesOn(paragraph, last, index, segment, lang)) last.end = index + segment.length;
    else pieces.push({ start: index, end: index + segment.length });
  }
  moveOpeningMarks(paragraph, pieces);
  return pieces
    .flatMap((piece) => partAtDashes(paragraph, piece))
    .flatMap((piece) => cutLong(paragraph, piece))
    .map((piece) => trimSpan(text, { start: start + piece.start, end: start + piece.end }))
    .filter((span) => span.end > span.start);
}

function segmenterFor(lang: string): Intl.Segmenter {
  const known = segmenters.get(lang);
  if (known) return known;
  const segmenter = new Intl.Segmenter(/^[a-z]{2,3}$/.test(lang) && lang !== "und" ? lang : "en", { granularity: "sentence" });
  segmenters.set(lang, segmenter);
  return segmenter;
}

/** True when what begins at `index` belongs to the piece before it. */
function goesOn(paragraph: string, last: Span, index: number, segment: string, lang: string): boolean {
  const before = paragraph.slice(last.start, index).trimEnd();
  const next = segment.trimStart();
  if (/^[)\]»”’"']+[,.;]?\s*$/.test(next)) return true; // a closing mark left alone
  if (/^[,;:]/.test(next)) return true;
  if (/[!?…]["”“»’)]?$/.test(before) && /^["”»’]?\s*[–—-]?\s*\p{Ll}/u.test(next)) return true; // “What now?” he asked
  if (isOrdinal(before, next, lang)) return true;
  if (/(?<!\p{L})n[or]\.$/iu.test(before)) return /^\p{N}/u.test(next); // "No. 4", but "No. He stayed."
  if (endsInAbbreviation(before, lang)) return !startsSentence(before, next);
  if (isInsideBrackets(before)) return true;
  return /\.["”»’)]?$/.test(before) && /^\p{Ll}/u.test(next) && !/^\p{Ll}+\p{Lu}/u.test(next);
}

/** German writes ordinals with a stop: "am 3. Oktober", "im 19. Jahrhundert", "der 1. FC". */
function isOrdinal(before: string, next: string, lang: string): boolean {
  if (lang !== "de" || !/(?<!\p{N})\p{N}{1,2}\.$/u.test(before)) return false;
  return (
    /^(?:Jan|Feb|Mär|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez|Jahrhundert|Klasse|Platz|Mal|Tag|Runde)/u.test(next) ||
    /(?:^|\s)(?:am|im|der|die|das|dem|den|des|vom|zum|zur|beim|seit|bis)\s\p{N}{1,2}\.$/iu.test(before)
  );
}

/** "Dr.", "U.S.", "J." … before a word that may go on with the same sentence. */
function endsInAbbreviation(before: string, lang: string): boolean {
  const word = /(?:^|[\s(«“"„'’-])((?:\p{L}\.)*\p{L}+)\.$/u.exec(before)?.[1];
  if (!word) return false;
  if (/^\p{Lu}$/u.test(word) || /^(?:\p{L}\.)+\p{L}$/u.test(word)) return true;
  if (lang === "de" && /^\p{Ll}$/u.test(word)) return true; // "zur o. g. Zeit", "i. d. R."
  const known = abbreviations[lang] ?? abbreviations.en;
  return known?.has(word.toLowerCase()) || abbreviations.all?.has(word.toLowerCase()) || false;
}

/** "имени Г. В. Лепестова": a capital is an initial, where "2026 г." ends. */
const initial = /(?<!\p{L})[РГ]\.$/u;

/** After "U.S." or "p.m." a new sentence may well begin: with these words it does. */
function startsSentence(before: string, next: string): boolean {
  if (initial.test(before)) return false;
  if (!/(?:\p{L}\.){2}$|(?:p\.m|a\.m|etc|inc|ltd|co|corp|jr|sr|usw|etc|тис|млн|млрд|грн|руб|рр?|гг?)\.$/iu.test(before)) return false;
  return /^["“„«]?(?:The|A|An|It|He|She|They|We|I|In|On|At|But|And|This|That|These|Those|However|Meanwhile|There|His|Her|Their|Its|For|As|If|When|While|After|Before|Der|Die|Das|Es|Er|Sie|Wir|Le|La|Les|Il|Elle|El|Los|На|У|В|Він|Вона|Вони|Це|Он|Она|Они|Это|По|За|Но|Але)(?!\p{L})/u.test(
    next,
  );
}

/**
 * `He left." It is late," she said`: a straight mark behind a stop goes to the sentence that it opens, where every mark before it in the
 * paragraph is paired and another one follows.
 */
function moveOpeningMarks(paragraph: string, pieces: { start: number; end: number }[]): void {
  let marks = 0;
  for (const [index, piece] of pieces.entries()) {
    marks += paragraph.slice(piece.start, piece.end).match(/"/g)?.length ?? 0;
    const next = pieces[index + 1];
    const opens = marks % 2 === 1 && /[.!?…]"\s*$/.test(paragraph.slice(piece.start, piece.end));
    if (!next || !opens || !paragraph.includes('"', piece.end)) continue;
    piece.end = next.start = paragraph.lastIndexOf('"', piece.end - 1);
    marks--;
  }
}

/** An opening bracket whose partner has not come yet: "(He left. She stayed.)" is one piece. */
function isInsideBrackets(before: string): boolean {
  const open = before.lastIndexOf("(");
  return open >= 0 && before.length - open < 200 && !before.includes(")", open);
}

/**
 * "He left. – We stay, she said." and "… in May.- A new quay -The board …": a dash behind a stop opens a sentence, as it opens a speech in
 * Norwegian and a heading of AFP.
 */
function partAtDashes(paragraph: string, { start, end }: Span): readonly Span[] {
  const dashes = [...paragraph.slice(start, end).matchAll(/(?<=\p{Ll}{3}[.!?]["”»’]?\s?)(?<!\s{2})[-–—]\s(?=["“«]?\p{Lu})/gu)];
  const borders = dashes.map(({ index }) => start + index);
  return [start, ...borders].map((from, index) => ({ start: from, end: borders[index] ?? end }));
}

function cutLong(paragraph: string, piece: Span): readonly Span[] {
  if (piece.end - piece.start <= longestSentence) return [piece];
  const cuts: Span[] = [];
  let start = piece.start;
  while (piece.end - start > longestSentence) {
    const space = paragraph.lastIndexOf(" ", start + longestSentence);
    const end = space > start ? space : start + longestSentence;
    cuts.push({ start, end });
    start = end;
  }
  return [...cuts, { start, end: piece.end }];
}

function trimSpan(text: string, { start, end }: Span): Span {
  let [from, to] = [start, end];
  while (from < to && /\s/.test(text[from] ?? "")) from++;
  while (to > from && /\s/.test(text[to - 1] ?? "")) to--;
  return { start: from, end: to };
}
