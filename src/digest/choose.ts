import { contentWords, countWords } from "../text/words.ts";
import { type Likelihood, readPairs, readWords } from "./likelihood.ts";

/** Sentences that sets are made of, the best by themselves: of nine, twelve or fifteen the sets score the same. */
const considered = 12;

/** What is chosen: a shaped sentence. */
export interface Choosable {
  readonly text: string;
  readonly place: number;
  /** What it is worth to a reader beside its words, 0..1: a caption or an unmarked voice is worth less. */
  readonly weight: number;
}

/** What a set of bullets is measured by. */
export interface SetRules {
  /** Words of all bullets of a story: what a reader takes in at a glance. */
  readonly mostWords: number;
  /** Words of the summary that the set is held against: the more, the more a set has to tell. */
  readonly summaryWords: number;
  /** Two bullets that share this much of the shorter one's words and more never stand together. */
  readonly tooAlike: number;
}

/** Four bullets at a glance. */
export const glance: SetRules = { mostWords: 80, summaryWords: 90, tooAlike: 0.5 };
/** What pairs of words count beside single words: they hold what is said together. */
const pairShare = 1.5;

/** What a set has so far: words as readers count them, words that can be shared, and how many of these and of their pairs probably are. */
interface Sums {
  readonly length: number;
  readonly words: number;
  readonly sharedWords: number;
  readonly sharedPairs: number;
}

/**
 * The best set of at most `most` sentences: the one that can be expected to share most with a summary that a person would write (harmonic
 * mean of how much of the set is in the summary and how much of the summary in the set, for words and for pairs of them). So a set says
 * each thing once, and a sentence that adds little is left out. Best sentence first.
 */
export function chooseBest<T extends Choosable>(
  candidates: readonly T[],
  most: number,
  likelihood: Likelihood,
  rules: SetRules = glance,
): readonly T[] {
  const pool = readPool(candidates, likelihood, rules);
  const alike = pool.map((one) => pool.map((other) => shareOf(one.content, other.content) >= rules.tooAlike));
  let best: readonly number[] = [];
  let bestWorth = -1;
  extend([], { length: 0, words: 0, sharedWords: 0, sharedPairs: 0 });
  return best.map((index) => pool[index]!.candidate);

  /** Every set that goes on from `chosen`. */
  function extend(chosen: readonly number[], sums: Sums): void {
    const worth = worthOf(sums, rules);
    if (chosen.length > 0 && worth > bestWorth) [best, bestWorth] = [chosen, worth];
    if (chosen.length >= most) return;
    for (let next = (chosen.at(-1) ?? -1) + 1; next < pool.length; next++) {
      const entry = pool[next]!;
      if (sums.length + entry.length > rules.mostWords || chosen.some((other) => alike[other]![next])) continue;
      extend([...chosen, next], {
        length: sums.length + entry.length,
        words: sums.words + entry.size,
        sharedWords: sums.sharedWords + entry.candidate.weight * say(entry.words),
        sharedPairs: sums.sharedPairs + entry.candidate.weight * say(entry.pairs),
      });
      unsay(entry.words);
      unsay(entry.pairs);
    }
  }

  /** How many of the terms probably are in the summary; what the set says already counts no second time. */
  function say(terms: readonly Term[]): number {
    let sum = 0;
    for (const term of terms) if (term.said++ === 0) sum += term.likely;
    return sum;
  }

  function unsay(terms: readonly Term[]): void {
    for (const term of terms) term.said--;
  }
}

/** A word or pair: how likely a summary has it, and by how many sentences of the set at hand it is said. */
interface Term {
  readonly likely: number;
  said: number;
}

interface Entry<T> {
  readonly candidate: T;
  readonly length: number;
  readonly size: number;
  readonly words: readonly Term[];
  readonly pairs: readonly Term[];
  readonly content: ReadonlySet<string>;
}

/** The sentences that are worth most by themselves. */
function readPool<T extends Choosable>(candidates: readonly T[], likelihood: Likelihood, rules: SetRules): readonly Entry<T>[] {
  const terms = new Map<string, Term>();
  return candidates
    .map((candidate) => readEntry(candidate, likelihood, terms))
    .map((entry) => ({ entry, worth: worthOf(sumsOf(entry), rules) }))
    .toSorted((a, b) => b.worth - a.worth || a.entry.candidate.place - b.entry.candidate.place)
    .slice(0, considered)
    .map(({ entry }) => entry);
}

function readEntry<T extends Choosable>(candidate: T, likelihood: Likelihood, terms: Map<string, Term>): Entry<T> {
  const words = readWords(candidate.text);
  const read = (keys: readonly string[]): readonly Term[] =>
    [...new Set(keys)].map((key) => terms.getOrInsertComputed(key, () => ({ likely: likelihood(key), said: 0 })));
  return {
    candidate,
    length: countWords(candidate.text),
    size: words.length,
    words: read(words),
    pairs: read(readPairs(words)),
    content: new Set(contentWords(candidate.text)),
  };
}

function sumsOf<T extends Choosable>({ candidate, length, size, words, pairs }: Entry<T>): Sums {
  const shared = (terms: readonly Term[]): number => candidate.weight * terms.reduce((sum, { likely }) => sum + likely, 0);
  return { length, words: size, sharedWords: shared(words), sharedPairs: shared(pairs) };
}

/** Expected harmonic means: each is twice what is shared over the words of both, for pairs one fewer in each. */
function worthOf({ words, sharedWords, sharedPairs }: Sums, { summaryWords }: SetRules): number {
  return (2 * sharedWords) / (words + summaryWords) + (pairShare * 2 * sharedPairs) / (words + summaryWords - 2);
}

function shareOf(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  let shared = 0;
  for (const word of small) if (large.has(word)) shared++;
  return shared / Math.max(small.size, 1);
}
