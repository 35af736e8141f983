import type { Attribution } from "./attribute.ts";
import type { CastMember } from "./cast.ts";
import type { Situation } from "./features.ts";
import type { Surroundings } from "./rank.ts";
import type { Resolved } from "./resolve.ts";

/** "X was asked by Y whether": the mention behind "by", or -1 where the words are nobody's; undefined when the mention chosen is no such X. */
export function askerOf(mention: number, { open, last }: Situation, { reading, grammar }: Surroundings): number | undefined {
  if (mention < 0 || last?.mention === mention) return undefined;
  const { passive, cue } = grammar(mention);
  const verb = reading.cues[cue];
  if (!passive || !verb || verb.end > open || !/^(?:asked|told|urged|advised|warned)$/.test(verb.word)) return undefined;
  const by = /^\sby\s(?:(?!\s(?:if|whether|about|why|how|what|to|on|in|at|who|when)\s)[^,;:.]){2,80}/.exec(
    reading.outside.slice(verb.end, open),
  )?.[0];
  if (by === undefined) return -1;
  const { mentions } = reading;
  let asker = mention + 1;
  while (mentions[asker + 1] && mentions[asker + 1]!.end <= verb.end + by.length) asker++;
  return mentions[asker] && mentions[asker]!.end <= verb.end + by.length ? asker : -1;
}

/** The words are the asker's; the one asked is who "he" is in what follows. */
export const putBy = (
  asker: number,
  cue: string | undefined,
  asked: CastMember | undefined,
  resolved: Resolved | undefined,
): Attribution => ({
  speaker: resolved?.speaker ?? { kind: "unnamed" },
  member: asked,
  mention: asker,
  likely: true,
  sure: 1,
  ...(cue === undefined ? {} : { cue }),
  why: ["it was said to the one named before it", resolved?.why ?? "nobody is named as saying it"],
});
