import fitted from "./likelihood.weights.json" with { type: "json" };

/** How likely a summary of an article has a word, or two neighbouring words joined by a space: 0..1. */
export type Likelihood = (term: string) => number;

/** Letters of a word that count: inflection is no difference. */
const wordLetters = 6;
/** Words up to this length carry a sentence rather than its news. */
const shortWord = 3;

/** A text's words in their order, as `Likelihood` knows them: lower case, cut to their first letters, without a possessive's "’s". */
export function readWords(text: string): readonly string[] {
  const words = text
    .toLowerCase()
    .replace(/['’]s(?!\p{L})/gu, "")
    .match(/\p{L}+|\p{N}+(?:[.,]\p{N}+)*/gu);
  return (words ?? []).map((word) => word.slice(0, wordLetters));
}

export const readPairs = (words: readonly string[]): readonly string[] => words.slice(1).map((word, index) => `${words[index]} ${word}`);

/** Where a term stands in an article. */
interface Standing {
  /** Sentences that have it, the headline among them. */
  sentences: number;
  /** Those sentences, each worth less the later it comes. */
  early: number;
  /** Place of the first of them. */
  readonly first: number;
  /** Which of the first four sentences have it, 1 or 0 each. */
  readonly opening: [number, number, number, number];
  /** The sentence counted last, so that none counts twice. */
  last: number;
}

/** What a sentence is worth of the one before it. */
const fading = 0.8;

/** What is known of a term where it stands: how often and how early its article says it, and what kind of word it is. */
const standingFeatures = ["bias", "often", "early", "first", "in1", "in2", "in3", "in4", "again"] as const;
export const wordFeatures = [...standingFeatures, "short", "number", "name", "shortOften", "shortEarly", "nameOften", "nameEarly"] as const;
export const pairFeatures = [
  ...standingFeatures,
  "shorts",
  "allShort",
  "numbers",
  "names",
  "allNames",
  "partsOften",
  "partsEarly",
] as const;

export interface LikelihoodWeights {
  readonly words: Readonly<Record<(typeof wordFeatures)[number], number>>;
  readonly pairs: Readonly<Record<(typeof pairFeatures)[number], number>>;
}

/** The terms of an article, each with its features. */
export interface Terms {
  readonly all: readonly string[];
  describe(term: string): readonly number[] | undefined;
}

/**
 * What a summary would say, word by word: learnt from where the words of people's summaries stand in their articles, how often, and
 * whether they are names, numbers or small words (K. Hong, A. Nenkova, Improving the estimation of word importance for news
 * summarization, EACL 2014). Nothing in it depends on a language. A word that the article does not have: 0.
 */
export function findLikelihood(sentences: readonly string[], headline: string, weights: LikelihoodWeights = fitted): Likelihood {
  const terms = readTerms(sentences, headline);
  const ofWords = wordFeatures.map((name) => weights.words[name]);
  const ofPairs = pairFeatures.map((name) => weights.pairs[name]);
  return (term) => {
    const by = term.includes(" ") ? ofPairs : ofWords;
    const features = terms.describe(term);
    if (!features) return 0;
    return 1 / (1 + Math.exp(-features.reduce((sum, value, index) => sum + value * by[index]!, 0)));
  };
}

export function readTerms(sentences: readonly string[], headline: string): Terms {
  const standings = new Map<string, Standing>();
  const names = new Set<string>();
  for (const [index, sentence] of [headline, ...sentences].entries()) {
    for (const [name] of sentence.matchAll(/(?<=\s)\p{Lu}\p{L}+/gu)) names.add(name.toLowerCase().slice(0, wordLetters));
    const words = readWords(sentence);
    const worth = fading ** Math.max(index - 1, 0);
    for (const term of [...words, ...readPairs(words)]) count(standings, term, index - 1, worth);
  }
  return {
    all: [...standings.keys()],
    describe(term) {
      const standing = standings.get(term);
      if (!standing) return undefined;
      const [word = "", next] = term.split(" ");
      return next === undefined ? describeWord(standing, word, names) : describePair(standing, [word, next], standings, names);
    },
  };
}

/** The headline has place −1: it counts as the first sentence does, but is none of the opening ones. */
function count(standings: Map<string, Standing>, term: string, place: number, worth: number): void {
  const known = standings.get(term);
  if (known?.last === place) return;
  const standing = known ?? { sentences: 0, early: 0, first: Math.max(place, 0), opening: [0, 0, 0, 0], last: place };
  if (!known) standings.set(term, standing);
  standing.sentences++;
  standing.early += worth;
  standing.last = place;
  if (place >= 0 && place < standing.opening.length) standing.opening[place] = 1;
}

/** In the order of `standingFeatures`. */
const describeStanding = ({ sentences, early, first, opening }: Standing): readonly number[] => [
  1,
  Math.log(sentences),
  early,
  fading ** first,
  ...opening,
  sentences > 1 ? 1 : 0,
];

interface Kind {
  readonly short: number;
  readonly number: number;
  readonly name: number;
}

const readKind = (word: string, names: ReadonlySet<string>): Kind => ({
  short: word.length <= shortWord ? 1 : 0,
  number: /^\p{N}/u.test(word) ? 1 : 0,
  name: names.has(word) ? 1 : 0,
});

/** In the order of `wordFeatures`. */
function describeWord(standing: Standing, word: string, names: ReadonlySet<string>): readonly number[] {
  const { short, number, name } = readKind(word, names);
  const often = Math.log(standing.sentences);
  return [...describeStanding(standing), short, number, name, short * often, short * standing.early, name * often, name * standing.early];
}

/** "the" is early in every article: more than this tells no more. */
const mostEarly = 3;

/** In the order of `pairFeatures`. */
function describePair(
  standing: Standing,
  words: readonly [string, string],
  standings: ReadonlyMap<string, Standing>,
  names: ReadonlySet<string>,
): readonly number[] {
  const [one, other] = [readKind(words[0], names), readKind(words[1], names)];
  const sum = (of: (part: Standing) => number): number => words.reduce((total, word) => total + of(standings.get(word)!), 0);
  return [
    ...describeStanding(standing),
    one.short + other.short,
    one.short * other.short,
    one.number + other.number,
    one.name + other.name,
    one.name * other.name,
    sum(({ sentences }) => Math.log(sentences)),
    sum(({ early }) => Math.min(early, mostEarly)),
  ];
}
