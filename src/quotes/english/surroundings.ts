import type { MarkedText } from "../marks.ts";
import type { CastMember } from "./cast.ts";
import type { Grammar } from "./grammar.ts";
import type { Surroundings } from "./rank.ts";
import type { Reading } from "./reading.ts";

export function lookAround(reading: Reading, marked: MarkedText, grammar: (mention: number) => Grammar): Surroundings {
  const speaks = new Map<CastMember, number>();
  reading.mentions.forEach(({ member }, index) => {
    if (member && grammar(index).cue >= 0) speaks.set(member, (speaks.get(member) ?? 0) + 1);
  });
  return {
    reading,
    grammar,
    segmentStarts: marked.segments.map(({ start }) => start),
    nameStarts: reading.mentions.filter(({ form }) => form !== "description").map(({ start }) => start),
    cueStarts: reading.cues.map(({ start }) => start),
    speaks,
  };
}
