/**
 * Fits the weights by which a quotation's speaker is chosen, and writes src/quotes/english/speaker-weights.json.
 *
 *   node scripts/fit-speakers.ts ARTICLES.jsonl [SCORER.mjs]
 *
 * A line is {id, text, quotes: [{start, end, optional, speaker, speaker_start, speaker_end, speaker_kind, speaker_name, speaker_full}]}.
 * Two choices are fitted: the mention around a quotation that is its speaker's, and the person whom "he" or "she" stands for.
 * Where an article does not say who a pronoun is, its gender does: whoever is of the other gender is wrong, all others may be right.
 * Figures are printed for articles not fitted on (five folds by article); with the scorer given, the whole extractor's as well.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { findAntecedents } from "../src/quotes/english/antecedent.ts";
import { type CastMember, findCast } from "../src/quotes/english/cast.ts";
import { extractEnglish } from "../src/quotes/english/extract.ts";
import { createGrammar } from "../src/quotes/english/grammar.ts";
import { type Candidate, findCandidates, type SpeakerWeights, type Surroundings } from "../src/quotes/english/rank.ts";
import { type Mention, readArticle } from "../src/quotes/english/reading.ts";
import { findRuled } from "../src/quotes/english/ruled.ts";
import { readSituation } from "../src/quotes/english/situation.ts";
import { lookAround } from "../src/quotes/english/surroundings.ts";
import { en } from "../src/quotes/languages/en.ts";
import { findMarkedText, type MarkedSegment, type MarkedText } from "../src/quotes/marks.ts";
import { type Choice, choose, fitChoices } from "./softmax.ts";

interface Gold {
  readonly start: number;
  readonly end: number;
  readonly optional?: boolean;
  readonly speaker: string | null;
  readonly speaker_start?: number | null;
  readonly speaker_end?: number | null;
  readonly speaker_kind: string;
  readonly speaker_name?: string;
  readonly speaker_full: string | null;
}

interface Labelled {
  readonly id: string;
  readonly text: string;
  readonly quotes: readonly Gold[];
}

const folds = 5;

function readMentionChoices({ text, quotes }: Labelled, article: number): Choice[] {
  const { marked, surroundings } = lookAt(text);
  const choices: Choice[] = [];
  let last: { mention: number; member: CastMember | undefined; segment: MarkedSegment } | undefined;
  marked.segments.forEach((segment, index) => {
    const gold = quotes.find((quote) => isSame(quote, segment));
    if (!gold) return;
    const situation = readSituation(
      surroundings.reading,
      segment,
      last,
      findRuled(surroundings.reading, marked.segments, index),
      surroundings.cueStarts,
    );
    const candidates = findCandidates(situation, surroundings);
    const right = findRight(gold, candidates, surroundings.reading.mentions, text);
    const first = right[0] === undefined ? -1 : candidates[right[0]]!.mention;
    const member = surroundings.reading.mentions[first]?.member;
    last = { mention: first, member, segment };
    if (right.length === 0) return;
    // another mention of the same person is neither right nor wrong
    const kept = candidates.flatMap(({ mention }, at) =>
      !right.includes(at) && member !== undefined && surroundings.reading.mentions[mention]?.member === member ? [] : [at],
    );
    choices.push({
      candidates: kept.map((at) => candidates[at]!.features),
      right: kept.flatMap((at, position) => (right.includes(at) ? [position] : [])),
      weight: gold.optional ? 0.3 : 1, // fragments of a word or two: labelled less surely
      article,
    });
  });
  return choices;
}

function lookAt(text: string): { readonly marked: MarkedText; readonly surroundings: Surroundings } {
  const marked = findMarkedText(text);
  const reading = readArticle(text, marked, findCast(text, en), en);
  return { marked, surroundings: lookAround(reading, marked, createGrammar(reading)) };
}

/** They share more than half of what they span together. */
const isSame = (a: Gold, b: MarkedSegment): boolean =>
  Math.min(a.end, b.end) - Math.max(a.start, b.start) >= (Math.max(a.end, b.end) - Math.min(a.start, b.start)) / 2;

/** Which candidates the annotated mention covers: its bare name, its pronoun or its description if there is more than one. */
function findRight(gold: Gold, candidates: readonly Candidate[], mentions: readonly Mention[], text: string): readonly number[] {
  const { speaker_start: start, speaker_end: end, speaker_name: name } = gold;
  if (start == null || end == null) return [candidates.length - 1]; // nobody
  const covered = candidates.flatMap(({ mention }, at) =>
    mention >= 0 && mentions[mention]!.start < end && start < mentions[mention]!.end ? [at] : [],
  );
  const form = { pronoun: "pronoun", nominal: "description" }[gold.speaker_kind];
  const narrowed = covered.filter((at) => {
    const mention = mentions[candidates[at]!.mention]!;
    const words = text.slice(mention.start, mention.end);
    return name ? mention.form === "name" && (name.includes(words) || words.includes(name)) : mention.form === form;
  });
  return narrowed.length > 0 ? narrowed : covered;
}

interface PronounChoice extends Choice {
  /** The one right person is known for certain: these are measured. */
  readonly certain: boolean;
}

function readPronounChoices({ text, quotes }: Labelled, article: number): PronounChoice[] {
  const { surroundings } = lookAt(text);
  const choices: PronounChoice[] = [];
  const seen = new Set<number>();
  let last: CastMember | undefined;
  let lastAt = 0;
  for (const { speaker, speaker_start: start, speaker_end: end, speaker_name: name, speaker_full: full, end: quoteEnd } of quotes) {
    if (start == null || end == null) continue;
    const gender = speaker?.toLowerCase();
    if (gender !== "he" && gender !== "she") {
      last = surroundings.reading.mentions.find(
        (mention) =>
          mention.form === "name" &&
          mention.start >= start &&
          mention.end <= end &&
          (!name || name.includes(text.slice(mention.start, mention.end))),
      )?.member;
    } else if (!seen.has(start)) {
      seen.add(start);
      const found = findAntecedents(start, last, lastAt, surroundings);
      const fitting = found.flatMap(({ member }, at) =>
        (full ? isNamed(member, full) : member.gender === undefined || member.gender === gender) ? [at] : [],
      );
      if (fitting.length > 0 && fitting.length < found.length)
        choices.push({
          candidates: found.map(({ features }) => features),
          right: fitting,
          weight: 1,
          article,
          certain: fitting.length === 1,
        });
      last = fitting.length === 1 ? found[fitting[0]!]!.member : undefined;
    }
    lastAt = quoteEnd;
  }
  return choices;
}

const isNamed = ({ name }: CastMember, full: string): boolean => name === full || full.split(" ").at(-1) === name.split(" ").at(-1);

const fitMentions = (choices: readonly Choice[]): Record<string, number> => fitChoices(choices, 0.4, 150, 0.15);
const fitPronouns = (choices: readonly Choice[]): Record<string, number> => fitChoices(choices, 1, 300, 0.1);

const [file = "", scorer] = process.argv.slice(2);
const articles = readFileSync(file, "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line) as Labelled);
const mentions = articles.flatMap(readMentionChoices);
const pronouns = articles.flatMap(readPronounChoices);
const elsewhere = (choices: readonly Choice[], fold: number): readonly Choice[] =>
  choices.filter(({ article }) => article % folds !== fold);
const byFold: SpeakerWeights[] = Array.from({ length: folds }, (_, fold) => ({
  mention: fitMentions(elsewhere(mentions, fold)),
  pronoun: fitPronouns(elsewhere(pronouns, fold)),
}));

const share = (choices: readonly Choice[], kind: keyof SpeakerWeights): string => {
  const right = choices.filter((choice) => choice.right.includes(choose(choice, { ...byFold[choice.article % folds]![kind] }))).length;
  return `${right} of ${choices.length} (${((100 * right) / choices.length).toFixed(1)} %)`;
};
console.log(
  `mentions chosen right, articles not fitted on: ${share(
    mentions.filter(({ weight }) => weight === 1),
    "mention",
  )}`,
);
console.log(
  `people behind pronouns, known for certain, gender left aside: ${share(
    pronouns.filter(({ certain }) => certain),
    "pronoun",
  )}`,
);

if (scorer) {
  const { score } = (await import(pathToFileURL(scorer).href)) as {
    score(gold: unknown, answers: unknown, options: object): { joint: Record<string, number> };
  };
  const answers = articles.map(({ id, text }, index) => {
    const article = { id, text, version: 1, hash: "", title: "", lang: "en", outlet: "", fetchedAt: new Date(0) };
    return {
      id,
      quotes: extractEnglish(article, byFold[index % folds]).map((quote) => ({ ...quote, speaker: quote.speaker.name ?? null })),
    };
  });
  for (const tier of ["core", undefined]) {
    const { p = 0, r = 0, f1 = 0 } = score(articles, answers, tier ? { tier } : {}).joint;
    console.log(
      `joint, ${tier ?? "all"}, articles not fitted on: F1 ${(100 * f1).toFixed(1)}, precision ${(100 * p).toFixed(1)}, recall ${(100 * r).toFixed(1)}`,
    );
  }
}
const origin = `scripts/fit-speakers.ts over ${articles.length} hand-annotated articles: see docs/quotes.md`;
const target = new URL("../src/quotes/english/speaker-weights.json", import.meta.url);
writeFileSync(target, `${JSON.stringify({ origin, mention: fitMentions(mentions), pronoun: fitPronouns(pronouns) }, null, 2)}\n`);
