import { splitSentences } from "../text/sentences.ts";
import { stem } from "../text/stem.ts";

/** How a claim's sentences stand to the sentences of the source; shares are 0..1, `worst…` of the worst sentence, the others on average. */
export interface SentenceValues {
  /** Content words that the best sentence of the source lacks. */
  readonly beyondOne: number;
  readonly worstBeyondOne: number;
  /** … that the best two neighbouring sentences lack. */
  readonly beyondTwo: number;
  readonly worstBeyondTwo: number;
  /** … that the source lacks altogether. */
  readonly unknown: number;
  readonly worstUnknown: number;
  /** Neighbouring content words that no one sentence of the source has both: facts welded together. */
  readonly apart: number;
  readonly worstApart: number;
  /** Sentences (of two) that open with a pronoun whose sentence before is not the one before it in the source. */
  readonly dangling: number;
  /** Pronouns among all words. */
  readonly pronouns: number;
  /** Sentences that do not follow on the one before in the source. */
  readonly jumps: number;
}

/** Sentences of a source that are read: work stays bounded. */
const sentencesRead = 800;

export function readSentences(claim: string, source: string, lang: string): SentenceValues {
  const known = splitSentences(source, lang)
    .slice(0, sentencesRead)
    .map(({ start, end }) => new Set(contentWords(source.slice(start, end), lang)));
  const all = new Set(known.flatMap((words) => [...words]));
  const read = claimSentences(claim, lang).map((sentence) => readSentence(sentence, known, all, lang));
  const mean = (of: (sentence: ClaimSentence) => number): number =>
    read.length === 0 ? 0 : read.reduce((sum, sentence) => sum + of(sentence), 0) / read.length;
  const worst = (of: (sentence: ClaimSentence) => number): number => Math.max(0, ...read.map(of));
  const follows = (index: number): boolean => [0, 1].includes((read[index]?.place ?? 0) - (read[index - 1]?.place ?? 0));
  const loose = read.filter(({ opensWithPronoun }, index) => opensWithPronoun && (index === 0 || !follows(index))).length;
  return {
    beyondOne: mean((sentence) => sentence.beyondOne),
    worstBeyondOne: worst((sentence) => sentence.beyondOne),
    beyondTwo: mean((sentence) => sentence.beyondTwo),
    worstBeyondTwo: worst((sentence) => sentence.beyondTwo),
    unknown: mean((sentence) => sentence.unknown),
    worstUnknown: worst((sentence) => sentence.unknown),
    apart: mean((sentence) => sentence.apart),
    worstApart: worst((sentence) => sentence.apart),
    dangling: Math.min(loose, 2) / 2,
    pronouns: mean((sentence) => sentence.pronouns),
    jumps: read.length < 2 ? 0 : read.slice(1).filter((_, index) => !follows(index + 1)).length / (read.length - 1),
  };
}

/** Text with spaces before its stops was cut into tokens, and often has no capitals to tell a sentence by. */
function claimSentences(claim: string, lang: string): readonly string[] {
  const sentences = / [.?!] /.test(claim)
    ? claim.split(/(?<= [.?!])\s+/)
    : splitSentences(claim, lang).map(({ start, end }) => claim.slice(start, end));
  return sentences.filter((sentence) => wordsOf(sentence).length > 0);
}

interface ClaimSentence {
  /** Number of the source sentence that has most of its words. */
  readonly place: number;
  readonly beyondOne: number;
  readonly beyondTwo: number;
  readonly unknown: number;
  readonly apart: number;
  readonly opensWithPronoun: boolean;
  readonly pronouns: number;
}

function readSentence(sentence: string, known: readonly ReadonlySet<string>[], all: ReadonlySet<string>, lang: string): ClaimSentence {
  const words = contentWords(sentence, lang);
  const own = [...new Set(words)];
  const plain = wordsOf(sentence);
  const counts = known.map((there) => own.filter((word) => there.has(word)).length);
  const both = known.map((there, at) => own.filter((word) => there.has(word) || (known[at + 1]?.has(word) ?? false)).length);
  const pairs = words.slice(1).map((word, index) => [words[index] ?? "", word] as const);
  const welded = pairs.filter(([left, right]) => !known.some((there) => there.has(left) && there.has(right)));
  const lacking = (found: number): number => 1 - found / Math.max(own.length, 1);
  const best = Math.max(0, ...counts);
  return {
    place: Math.max(0, counts.indexOf(best)),
    beyondOne: own.length === 0 ? 0 : lacking(best),
    beyondTwo: own.length === 0 ? 0 : lacking(Math.max(0, ...both)),
    unknown: own.filter((word) => !all.has(word)).length / Math.max(own.length, 1),
    apart: welded.length / Math.max(pairs.length, 1),
    opensWithPronoun: pronouns.has(plain[0] ?? ""),
    pronouns: plain.filter((word) => pronouns.has(word)).length / Math.max(plain.length, 1),
  };
}

const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

const contentWords = (text: string, lang: string): readonly string[] =>
  wordsOf(text)
    .filter((word) => !functionWords.has(word))
    .map((word) => (/\p{N}/u.test(word) ? word : stem(word, lang)));

const pronouns = new Set("he she it they him her his hers its their them this that these those".split(" "));

/** English words that carry no fact; in other languages they count as content, which costs all claims the same. */
const functionWords = new Set(
  "the a an of in on at to for and or but is are was were be been being has have had do does did he she it they we i you his her its their our this that these those with by from as who which what when where will would could should may might can not no after before over into about than then there also said says say told him them more most been up out if so such while during just all other one two some".split(
    " ",
  ),
);
