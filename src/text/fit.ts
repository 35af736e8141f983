/** A stretch of a text that should stay whole, in UTF-16 units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

const segmenter = new Intl.Segmenter(undefined, { granularity: "grapheme" });

/**
 * Cuts a text into pieces of at most `maxUnits` UTF-16 units that join to the text again. Cuts stand after a paragraph, a line, a sentence or a
 * word where one is near, never inside what a reader sees as one sign, and never inside a span, unless sign or span alone is too long.
 */
export function splitText(text: string, maxUnits: number, spans: readonly Span[] = []): readonly string[] {
  if (maxUnits < 2) throw new RangeError(`a piece holds at least 2 units, not ${maxUnits}`);
  const pieces: string[] = [];
  let from = 0;
  while (text.length - from > maxUnits) {
    const to = findCut(text, from, from + maxUnits, spans);
    pieces.push(text.slice(from, to));
    from = to;
  }
  return [...pieces, text.slice(from)];
}

/** The text where it fits, else its beginning up to a whole sign, with "…" at the end. */
export function cutText(text: string, maxUnits: number): string {
  if (text.length <= maxUnits) return text;
  if (maxUnits < 3) return "…";
  return `${text.slice(0, wholeSigns(text, 0, maxUnits - 1)).trimEnd()}…`;
}

/** From the best border to the worst; each is looked for in the second half of the room. */
const borders = [/\n{2,}/g, /\n/g, /[.!?…]["”»’)]?\s/g, /\s/g];

function findCut(text: string, from: number, limit: number, spans: readonly Span[]): number {
  const end = beforeSpan(from, wholeSigns(text, from, limit), spans);
  const half = from + (end - from) / 2;
  for (const border of borders) {
    const places = [...text.slice(from, end).matchAll(border)].map((match) => from + match.index + match[0].length);
    const last = places.findLast((place) => place >= half && beforeSpan(from, place, spans) === place && isBorder(text, from, place));
    if (last !== undefined) return last;
  }
  return end;
}

/** The start of a span that the place would cut, unless the span begins the piece: then it is longer than a piece and has to be cut. */
function beforeSpan(from: number, place: number, spans: readonly Span[]): number {
  const cut = spans.filter(({ start, end }) => start < place && place < end).map(({ start }) => start);
  const earliest = Math.min(place, ...cut);
  if (earliest <= from) return place;
  return earliest === place ? place : beforeSpan(from, earliest, spans);
}

/** The last border of signs up to `limit`; between code points where one sign is longer than the room. */
function wholeSigns(text: string, from: number, limit: number): number {
  // A few units more, so that the sign at the limit is seen whole.
  const segments = segmenter.segment(text.slice(from, limit + 64));
  const start = from + (segments.containing(limit - from)?.index ?? limit - from);
  if (start > from) return start;
  return isLowSurrogate(text, limit) ? limit - 1 : limit;
}

const isLowSurrogate = (text: string, place: number): boolean => /[\udc00-\udfff]/.test(text.charAt(place)) && place > 0;

const isBorder = (text: string, from: number, place: number): boolean => wholeSigns(text, from, place) === place;
