import { ground } from "./ground.ts";

export const checkFeatures = [
  "bias",
  "newWords",
  "newPairs",
  "newTriples",
  "unlikeAnySentence",
  "pieces",
  "longestPiece",
  "scattered",
  "faults",
  "length",
] as const;
export type CheckFeature = (typeof checkFeatures)[number];
export type CheckValues = Readonly<Record<CheckFeature, number>>;

/** Words of a source that are read: more is never needed for news, and work stays bounded. */
const wordsRead = 20_000;
/** Words of the source that one claim sentence may rest on: about two sentences. */
const windowWords = 60;

/**
 * How far a claim stands from its source, each 0..1 or so. Copied words in copied order are seldom wrong; words put
 * together from far places often are (novel n-grams and fragments as in Grusky et al. 2018, "Newsroom").
 */
export function readClaim(claim: string, source: string, lang: string): CheckValues {
  const own = words(claim);
  const known = words(source).slice(0, wordsRead);
  const pieces = findPieces(own, known);
  const count = Math.max(own.length, 1);
  return {
    bias: 1,
    newWords: novelty(own, known, 1),
    newPairs: novelty(own, known, 2),
    newTriples: novelty(own, known, 3),
    unlikeAnySentence: unlikeAnyWindow(own, known),
    pieces: pieces.length / count,
    longestPiece: Math.max(0, ...pieces.map(({ length }) => length)) / count,
    scattered: scatter(pieces, known.length),
    faults: Math.min(ground(claim, source, lang).length, 3) / 3,
    length: Math.log(count) / 5,
  };
}

const words = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

function grams(tokens: readonly string[], size: number): readonly string[] {
  return tokens.slice(0, Math.max(0, tokens.length - size + 1)).map((_, index) => tokens.slice(index, index + size).join(" "));
}

function novelty(own: readonly string[], known: readonly string[], size: number): number {
  const [claimed, there] = [grams(own, size), new Set(grams(known, size))];
  return claimed.length === 0 ? 0 : claimed.filter((gram) => !there.has(gram)).length / claimed.length;
}

/** 1 − the share of the claim's words that the best window of the source holds. */
function unlikeAnyWindow(own: readonly string[], known: readonly string[]): number {
  const wanted = new Set(own);
  if (wanted.size === 0) return 0;
  const seen = new Map<string, number>();
  let best = 0;
  known.forEach((word, index) => {
    if (wanted.has(word)) seen.set(word, (seen.get(word) ?? 0) + 1);
    const gone = known[index - windowWords];
    if (gone !== undefined && wanted.has(gone)) {
      const left = (seen.get(gone) ?? 0) - 1;
      if (left > 0) seen.set(gone, left);
      else seen.delete(gone);
    }
    best = Math.max(best, seen.size);
  });
  return 1 - best / wanted.size;
}

interface Piece {
  /** Word offset in the source. */
  readonly at: number;
  readonly length: number;
}

/** The claim as the longest runs of words found in the source, from left to right. */
function findPieces(own: readonly string[], known: readonly string[]): readonly Piece[] {
  const places = new Map<string, number[]>();
  known.forEach((word, index) => {
    const list = places.get(word) ?? [];
    if (list.length < 200) list.push(index);
    places.set(word, list);
  });
  const pieces: Piece[] = [];
  for (let from = 0; from < own.length; ) {
    const piece = longestFrom(own, from, known, places.get(own[from] ?? "") ?? []);
    if (piece.length > 0) pieces.push(piece);
    from += Math.max(piece.length, 1);
  }
  return pieces;
}

function longestFrom(own: readonly string[], from: number, known: readonly string[], starts: readonly number[]): Piece {
  let best: Piece = { at: 0, length: 0 };
  for (const at of starts) {
    let length = 0;
    while (from + length < own.length && own[from + length] === known[at + length]) length++;
    if (length > best.length) best = { at, length };
  }
  return best;
}

/** Mean distance between neighbouring pieces of three words and more, as a share of the source. */
function scatter(pieces: readonly Piece[], total: number): number {
  const long = pieces.filter(({ length }) => length >= 3);
  const jumps = long.slice(1).map(({ at }, index) => Math.abs(at - (long[index]?.at ?? at)) / Math.max(total, 1));
  return jumps.length === 0 ? 0 : jumps.reduce((sum, jump) => sum + jump, 0) / jumps.length;
}
