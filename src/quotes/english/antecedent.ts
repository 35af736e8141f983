import type { CastMember } from "./cast.ts";
import { type Features, lowerBound, paragraphOf } from "./features.ts";
import type { Surroundings } from "./rank.ts";
import { countUpTo } from "./reading.ts";

/** How far back a pronoun looks for its person. */
const reach = 2000;
const mentionsBack = 40;

/** Somebody a pronoun may stand for, with what speaks for it. */
export interface Antecedent {
  readonly member: CastMember;
  readonly features: Features;
}

/** The people named before a pronoun, each by the mentions nearest to it. */
export function findAntecedents(
  at: number,
  lastSpeaker: CastMember | undefined,
  lastSpokeAt: number,
  { reading, grammar }: Surroundings,
): readonly Antecedent[] {
  const { mentions, sentences } = reading;
  const sentence = countUpTo(sentences, at);
  const paragraph = paragraphOf(reading, at);
  const found = new Map<CastMember, Features>();
  const first = lowerBound(mentions, at);
  for (let index = first - 1; index >= 0 && first - index <= mentionsBack; index--) {
    const { start, end, member, form } = mentions[index]!;
    if (at - end > reach) break;
    if (form !== "name" || member?.kind !== "person") continue;
    const g = grammar(index);
    const paragraphsBack = Math.min(paragraph - paragraphOf(reading, start), 3);
    const place =
      paragraphsBack > 0 ? `paragraph ${paragraphsBack} back` : `sentence ${Math.min(sentence - countUpTo(sentences, start), 2)} back`;
    const oblique = g.possessive || g.modifier || g.afterPreposition || g.object || g.relative;
    const standing = g.cue >= 0 || g.source ? "says" : g.otherVerb && !g.relative ? "subject" : oblique ? "aside" : "named";
    const f = found.get(member) ?? {};
    if (!found.has(member)) {
      found.set(member, f);
      f[place] = 1;
      f[`nearest: ${standing}`] = 1;
      f.distance = Math.log1p(at - end) / 6;
      f.often = Math.log1p(member.mentions.length) / 3;
    }
    if (standing === "says" || standing === "subject") {
      f[`${standing}, ${place}`] = 1;
      if (g.opensSentence) f["opens a sentence"] = 1;
    }
  }
  if (lastSpeaker?.kind === "person") {
    const f = found.get(lastSpeaker) ?? {};
    const back = Math.min(paragraph - paragraphOf(reading, lastSpokeAt), 3);
    if (back >= 0 && (found.has(lastSpeaker) || back < 3)) {
      f["spoke last"] = 1;
      f[`spoke last, paragraph ${back} back`] = 1;
      found.set(lastSpeaker, f);
    }
  }
  return [...found].map(([member, features]) => ({ member, features }));
}
