import { readSentences } from "./check-sentences.ts";
import { type FaultKind, findFaults } from "./ground.ts";

export const checkFeatures = [
  "bias",
  "newWords",
  "newPairs",
  "newTriples",
  "pieces",
  "longestPiece",
  "scattered",
  "length",
  "newNumbers",
  "newNames",
  "newDenial",
  "lostDenial",
  "beyondOne",
  "worstBeyondOne",
  "beyondTwo",
  "worstBeyondTwo",
  "unknown",
  "worstUnknown",
  "apart",
  "worstApart",
  "dangling",
  "pronouns",
  "jumps",
] as const;
export type CheckFeature = (typeof checkFeatures)[number];
export type CheckValues = Readonly<Record<CheckFeature, number>>;

/** Words of a source that are read: more is never needed for news, and work stays bounded. */
const wordsRead = 20_000;

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
    pieces: pieces.length / count,
    longestPiece: Math.max(0, ...pieces.map(({ length }) => length)) / count,
    scattered: scatter(pieces, known.length),
    length: Math.log(count) / 5,
    ...readFaults(claim, source, lang),
    ...readSentences(claim, source, lang),
  };
}

function readFaults(claim: string, source: string, lang: string) {
  const faults = findFaults(claim, source, lang);
  const count = (kind: FaultKind): number => faults.filter((fault) => fault.kind === kind).length;
  return {
    newNumbers: Math.min(count("number"), 2) / 2,
    newNames: Math.min(count("name"), 3) / 3,
    newDenial: count("new denial"),
    lostDenial: count("lost denial"),
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
