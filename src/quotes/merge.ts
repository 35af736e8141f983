import { isEveryday } from "./topics.ts";

/** Two carriers of one utterance, or two different ones? `same` = word for word; `variant` = one utterance, worded differently; else `other`. */
export type Likeness = "same" | "variant" | "other";

const negation =
  /^(?:not|no|never|none|nobody|nothing|neither|nor|without|cannot|\p{L}+n't|не|ні|ніколи|нет|ни|никогда|nicht|kein\p{L}*|nie|pas|jamais|aucun\p{L}*|ikke|aldri)$/u;

/** Below this weight (below) a wording is an utterance only word for word: "I don't know" is said every day. */
const leastWeight = 2.3;
/** Share of the shorter wording's weight that stands in the longer one in runs of at least `shortestRun` words (`sameRuns`), or in order at all (`sameOrder`). Set on 40 hand-made pairs. */
const sameRuns = 0.65;
const sameOrder = 0.72;
const shortestRun = 3;
/** Words compared at most: the square of them is the work. */
const mostCompared = 200;

/** A dropped "not" or another number is never the same thing: it is a variant, and `readDifference` shows it. */
export function compareWording(a: string, b: string): Likeness {
  return compareWords(wordsOf(a), wordsOf(b));
}

function compareWords(x: readonly string[], y: readonly string[]): Likeness {
  if (x.length === y.length && x.every((word, place) => word === y[place])) return "same";
  const [short, long] = x.length <= y.length ? [x, y] : [y, x];
  if (weightOf(short) < leastWeight || !mayMatch(short, long)) return "other";
  const runs = matchRuns(short.slice(0, mostCompared), long.slice(0, mostCompared));
  const whole = weightOf(short.slice(0, mostCompared));
  const inOrder = runs.reduce((sum, run) => sum + weightOf(short.slice(run.inA, run.inA + run.length)), 0);
  const inRuns = runs
    .filter(({ length }) => length >= shortestRun)
    .reduce((sum, run) => sum + weightOf(short.slice(run.inA, run.inA + run.length)), 0);
  // Scattered over a much longer text, common words mean nothing; runs do.
  const stretch = runs.length === 0 ? 0 : runs.at(-1)!.inB + runs.at(-1)!.length - runs[0]!.inB;
  const isCompact = stretch <= short.length * 1.5 + 3;
  return inRuns >= sameRuns * whole || (isCompact && inOrder >= sameOrder * whole) ? "variant" : "other";
}

/**
 * `compareWording` made ready to compare one wording with many of the same speaker: most share hardly a word, and that is seen without taking
 * them apart. 4 µs instead of 60 each (measured).
 */
export function createComparer(text: string): (other: string) => Likeness {
  const words = wordsOf(text);
  const telling = [...new Set(words.filter((word) => weightOfWord(word) === 1))];
  return (other) => {
    const lower = other.toLowerCase();
    const shared = telling.filter((word) => lower.includes(word)).length;
    // Of a wording shorter than ours fewer of our words can be there; an average word has six letters and a space.
    const expected = Math.min(telling.length, lower.length / 14);
    return shared < expected * 0.4 ? "other" : compareWords(words, wordsOf(other));
  };
}

/** Cheap and sure: with fewer words in common than this, nothing above can be reached. */
function mayMatch(short: readonly string[], long: readonly string[]): boolean {
  const known = new Set(long);
  let common = 0;
  let whole = 0;
  for (const word of short) {
    const weight = weightOfWord(word);
    whole += weight;
    if (known.has(word)) common += weight;
  }
  return common >= sameRuns * whole;
}

/** Everyday words carry sentences, the others what is said. */
const weightOfWord = (word: string): number => ((word.length >= 4 && !isEveryday(word)) || /\d/.test(word) ? 1 : 0.35);
const weightOf = (words: readonly string[]): number => words.reduce((sum, word) => sum + weightOfWord(word), 0);

/** How another outlet's wording stands to ours. */
export interface Difference {
  /** same = word for word; shorter, longer = a part or more of it, nothing else changed; reworded = words differ inside, or a cut turns the meaning. */
  readonly kind: "same" | "shorter" | "longer" | "reworded";
  /** Their wording beside ours, in order: kept in both, only ours (cut), only theirs (added). */
  readonly pieces: readonly { readonly in: "both" | "ours" | "theirs"; readonly text: string }[];
}

/** Ours and theirs, word by word. A negation or a number on one side alone makes it `reworded`, wherever it stands, unless whole sentences were left off. */
export function readDifference(ours: string, theirs: string): Difference {
  const [a, b] = [spelledWords(ours), spelledWords(theirs)];
  const runs = matchRuns(
    a.map(({ word }) => word),
    b.map(({ word }) => word),
  );
  const pieces: { in: "both" | "ours" | "theirs"; text: string }[] = [];
  const push = (where: "both" | "ours" | "theirs", words: readonly { readonly shown: string }[]): void => {
    if (words.length > 0) pieces.push({ in: where, text: words.map(({ shown }) => shown).join(" ") });
  };
  let [inA, inB] = [0, 0];
  for (const run of [...runs, { inA: a.length, inB: b.length, length: 0 }]) {
    push("ours", a.slice(inA, run.inA));
    push("theirs", b.slice(inB, run.inB));
    push("both", b.slice(run.inB, run.inB + run.length));
    [inA, inB] = [run.inA + run.length, run.inB + run.length];
  }
  return { kind: kindOf(pieces, ours, theirs), pieces };
}

function kindOf(pieces: Difference["pieces"], ours: string, theirs: string): Difference["kind"] {
  const changed = pieces.filter((piece) => piece.in !== "both");
  if (changed.length === 0) return "same";
  const side = changed[0]!.in;
  const onlyEnds = changed.every((piece) => piece.in === side && (piece === pieces[0] || piece === pieces.at(-1)));
  if (!onlyEnds || differsInSubstance(ours, theirs)) return "reworded";
  return side === "ours" ? "shorter" : "longer";
}

/** True when the wordings differ in a negation or a number: what a reader must see. What was cut behind, or before as whole sentences, is no contradiction. */
export function differsInSubstance(a: string, b: string): boolean {
  const [short, long] = wordsOf(a).length <= wordsOf(b).length ? [a, b] : [b, a];
  const [x, y] = [wordsOf(short), wordsOf(long)];
  const telling = (words: readonly string[]): string =>
    words
      .map((word) => numerals[word] ?? word)
      .filter((word) => negation.test(word) || /\d/.test(word))
      .join(" ");
  const runs = matchRuns(x, y);
  const [first, last] = [runs[0], runs.at(-1)];
  if (!first || !last) return telling(x) !== telling(y);
  const covered = y.slice(first.inB, last.inB + last.length);
  return telling(x) !== telling(covered) || telling(sentenceBefore(long, first.inB)) !== "";
}

/** Numbers that one outlet writes out and another does not. */
const numerals: Readonly<Record<string, string>> = Object.fromEntries(
  [
    "two three four five six seven eight nine ten eleven twelve",
    "два три чотири п'ять шість сім вісім дев'ять десять одинадцять дванадцять",
    "zwei drei vier fünf sechs sieben acht neun zehn elf zwölf",
  ].flatMap((line) => line.split(" ").map((word, place) => [word, String(place + 2)])),
);

/** Words of the sentence that stand before the place where the shorter wording begins: "it is not true that …". */
function sentenceBefore(text: string, place: number): readonly string[] {
  const words = spelledWords(text);
  const before = words.slice(0, place);
  const end = before.findLastIndex(({ shown }) => /[.!?…]["”»]?$/.test(shown));
  return before.slice(end + 1).map(({ word }) => word);
}

export const wordsOf = (text: string): readonly string[] => spelledWords(text).map(({ word }) => word);

/** Words to compare, each with its own spelling and the signs behind it. */
function spelledWords(text: string): readonly { readonly word: string; readonly shown: string }[] {
  return [...text.matchAll(/[\p{L}\p{N}]+(?:['’ʼ.,-][\p{L}\p{N}]+)*[^\s\p{L}\p{N}]*/gu)].map(([shown]) => ({
    shown,
    word: shown
      .toLowerCase()
      .replace(/[’ʼ]/g, "'")
      .replace(/[^\p{L}\p{N}]+$/u, ""),
  }));
}

interface MatchedRun {
  readonly inA: number;
  readonly inB: number;
  readonly length: number;
}

/** Runs of words that both have, in order: the longest common subsequence, preferring what stands together. */
function matchRuns(a: readonly string[], b: readonly string[]): readonly MatchedRun[] {
  const width = b.length + 1;
  const lengths = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      lengths[i * width + j] =
        a[i] === b[j] ? lengths[(i + 1) * width + j + 1]! + 1 : Math.max(lengths[(i + 1) * width + j]!, lengths[i * width + j + 1]!);
    }
  }
  const runs: { inA: number; inB: number; length: number }[] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const last = runs.at(-1);
    if (a[i] === b[j]) {
      if (last && last.inA + last.length === i && last.inB + last.length === j) last.length++;
      else runs.push({ inA: i, inB: j, length: 1 });
      i++;
      j++;
    } else if (lengths[(i + 1) * width + j]! >= lengths[i * width + j + 1]!) i++;
    else j++;
  }
  return runs;
}

/** A number for a wording: the same words give the same one, whatever marks and spaces. 52 bits (FNV-1a, two halves). */
export function wordingKey(words: readonly string[]): number {
  let [low, high] = [0x811c9dc5, 0x1000193];
  for (const word of words) {
    for (let place = 0; place <= word.length; place++) {
      const code = place < word.length ? word.charCodeAt(place) : 32;
      low = Math.imul(low ^ code, 0x01000193);
      high = Math.imul(high ^ (code + 7), 0x01000193);
    }
  }
  return (high >>> 12) * 2 ** 32 + (low >>> 0);
}
