import type { CastMember } from "./cast.ts";
import { type Features, lowerBound, measureNobody, paragraphOf, type Situation } from "./features.ts";
import type { Grammar } from "./grammar.ts";
import { measureMention } from "./mention-features.ts";
import { countUpTo, type Reading } from "./reading.ts";

export type Weights = Readonly<Record<string, number>>;

/** What `scripts/fit-speakers.ts` fits. */
export interface SpeakerWeights {
  /** For mentions around a quotation. */
  readonly mention: Weights;
  /** For people before a pronoun. */
  readonly pronoun: Weights;
}

/** A mention that may be the speaker's, or nobody (-1), with what speaks for it. */
export interface Candidate {
  readonly mention: number;
  readonly features: Features;
}

const paragraphsBack = 4;
const mentionsBack = 30;
const mentionsOn = 8;

/** What is asked of an article again and again while its quotations are gone through. */
export interface Surroundings {
  readonly reading: Reading;
  readonly grammar: (mention: number) => Grammar;
  readonly segmentStarts: readonly number[];
  readonly nameStarts: readonly number[];
  readonly cueStarts: readonly number[];
  readonly speaks: ReadonlyMap<CastMember, number>;
}

/** The mentions around a quotation, each measured, and "nobody". */
export function findCandidates(
  situation: Situation,
  { reading, grammar, segmentStarts, nameStarts, speaks }: Surroundings,
): readonly Candidate[] {
  const { mentions } = reading;
  const { segment, open, close, last } = situation;
  const first = lowerBound(mentions, open);
  const indexes: number[] = [];
  for (let index = first - 1; index >= 0 && indexes.length < mentionsBack; index--) {
    if (segment.paragraph - paragraphOf(reading, mentions[index]!.start) > paragraphsBack) break;
    indexes.push(index);
  }
  for (let index = lowerBound(mentions, close), taken = 0; index < mentions.length && taken < mentionsOn; index++, taken++) {
    if (paragraphOf(reading, mentions[index]!.start) - segment.paragraph > 1) break;
    indexes.push(index);
  }
  if (last && last.mention >= 0 && !indexes.includes(last.mention)) indexes.push(last.mention);
  const count = (places: readonly number[], from: number, to: number): number =>
    Math.max(0, countUpTo(places, to - 1) - countUpTo(places, from));
  const candidates = indexes.map((index): Candidate => {
    const { start, end, member } = mentions[index]!;
    const [from, to] = start >= close ? [close - 1, start] : [end, open];
    return {
      mention: index,
      features: measureMention(
        index,
        situation,
        reading,
        grammar,
        count(segmentStarts, from, to),
        count(nameStarts, from, to),
        (member && speaks.get(member)) ?? 0,
      ),
    };
  });
  return [...candidates, { mention: -1, features: measureNobody(situation) }];
}

export function scoreFeatures(features: Features, weights: Weights): number {
  let sum = 0;
  for (const name in features) sum += features[name]! * (weights[name] ?? 0);
  return sum;
}

/** Softmax: how likely each candidate is. */
export function weigh(candidates: readonly Candidate[], weights: Weights): readonly number[] {
  const scores = candidates.map(({ features }) => scoreFeatures(features, weights));
  const top = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - top));
  const sum = powers.reduce((a, b) => a + b, 0);
  return powers.map((power) => power / sum);
}
