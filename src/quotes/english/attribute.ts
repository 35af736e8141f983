import type { Speaker } from "../../model/quote.ts";
import type { CastMember } from "./cast.ts";
import { type Last, overlaps, type Situation } from "./features.ts";
import { findCandidates, type Surroundings, weigh } from "./rank.ts";
import { type ResolveContext, type Resolved, resolveSubject } from "./resolve.ts";

export interface Attribution {
  readonly speaker: Speaker;
  readonly member: CastMember | undefined;
  /** The mention chosen; -1 when nobody is named. */
  readonly mention: number;
  /** Somebody speaks, though it may not be sure who. */
  readonly likely: boolean;
  /** How sure the choice is, 0..1. */
  readonly sure: number;
  readonly cue?: string;
  readonly why: readonly string[];
}

/** Candidates below this share of the best are not looked up. */
const worthALook = 0.02;
/** Below this nobody is named: a quotation given to the wrong person is worse than one left open. */
const sureEnough = 0.35;

/** Weighs every mention around a quotation, adds up what stands for one person, and names the likeliest. */
export function attribute(situation: Situation, surroundings: Surroundings, context: ResolveContext): Attribution {
  const { reading } = surroundings;
  const candidates = findCandidates(situation, surroundings);
  const { ruled } = situation;
  const stated = ruled?.below
    ? candidates.findIndex(({ mention }) => mention >= 0 && overlaps(reading.mentions[mention]!, ruled.mention))
    : -1;
  // "This was stated by X" in the next paragraph leaves no doubt
  const shares = stated < 0 ? weigh(candidates, context.weights.mention) : candidates.map((_, index) => (index === stated ? 1 : 0));
  const tallies = new Map<unknown, { share: number; best: number; at: number; resolved: Resolved | undefined }>();
  candidates.forEach(({ mention }, index) => {
    const share = shares[index]!;
    if (share < worthALook) return;
    const resolved = mention < 0 ? undefined : resolveMention(mention, situation.last, surroundings, context);
    const key = resolved?.member ?? (resolved ? `${mention}` : "nobody");
    const tally = tallies.get(key);
    if (!tally) tallies.set(key, { share, best: share, at: mention, resolved });
    else {
      tally.share += share;
      if (share > tally.best) Object.assign(tally, { best: share, at: mention, resolved });
    }
  });
  const [first] = [...tallies.values()].sort((a, b) => b.share - a.share);
  const asker = first ? askerOf(first.at, situation, surroundings) : undefined;
  if (asker !== undefined) return putTo(first!.resolved?.member, asker, situation.last, surroundings, context);
  if (!first?.resolved || first.share < sureEnough) {
    return {
      speaker: { kind: "unnamed" },
      member: undefined,
      mention: -1,
      likely: first?.resolved !== undefined,
      sure: first?.share ?? 0,
      why: [
        first?.resolved
          ? `perhaps ${first.resolved.speaker.name ?? first.resolved.speaker.description}, but only ${percent(first.share)} sure`
          : "nobody is named beside it",
      ],
    };
  }
  const cue = cueOf(first.at, situation, surroundings);
  return {
    speaker: first.resolved.speaker,
    member: first.resolved.member,
    mention: first.at,
    likely: true,
    sure: first.share,
    ...(cue === undefined ? {} : { cue }),
    why: [...reasons(first.at, situation, surroundings, cue), first.resolved.why, `${percent(first.share)} sure`],
  };
}

/** "X was asked by Y whether": the mention behind "by", or -1 where the words are nobody's; undefined when the mention chosen is no such X. */
function askerOf(mention: number, { open, last }: Situation, { reading, grammar }: Surroundings): number | undefined {
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
function putTo(
  asked: CastMember | undefined,
  asker: number,
  last: Last | undefined,
  surroundings: Surroundings,
  context: ResolveContext,
): Attribution {
  const resolved = asker < 0 ? undefined : resolveMention(asker, last, surroundings, context);
  return {
    speaker: resolved?.speaker ?? { kind: "unnamed" },
    member: asked,
    mention: asker,
    likely: true,
    sure: 1,
    why: ["it was said to the one named before it", resolved?.why ?? "nobody is named as saying it"],
  };
}

const percent = (share: number): string => `${Math.round(share * 100)} %`;

function resolveMention(mention: number, last: Last | undefined, { reading }: Surroundings, context: ResolveContext): Resolved {
  const { start, end, form, member } = reading.mentions[mention]!;
  if (last?.mention === mention && last.speaker)
    return { speaker: last.speaker, ...(last.member ? { member: last.member } : {}), why: "goes on from the quotation before" };
  return resolveSubject({ mention: { start, end }, form, member }, context);
}

/** The reporting word by which the mention was found. */
function cueOf(
  mention: number,
  { open, cueBefore, cueAfter, cueTouchesAfter, cueTouchesBefore }: Situation,
  { reading, grammar }: Surroundings,
): string | undefined {
  const { cue, source } = grammar(mention);
  if (source) return /(\p{L}+(?:\s\p{L}+)*)$/u.exec(reading.outside.slice(0, reading.mentions[mention]!.start).trimEnd().slice(-14))?.[1];
  if (cue >= 0 && (cue === cueBefore || cue === cueAfter)) return reading.cues[cue]!.word;
  const before = reading.mentions[mention]!.end <= open;
  const beside = cueTouchesAfter ? cueAfter : cueTouchesBefore || before ? cueBefore : cue;
  return beside >= 0 ? reading.cues[beside]!.word : undefined;
}

function reasons(
  mention: number,
  { last, close }: Situation,
  { reading, grammar }: Surroundings,
  cue: string | undefined,
): readonly string[] {
  const { start, end } = reading.mentions[mention]!;
  const words = reading.text.slice(start, end);
  const side = start >= close ? "after" : "before";
  if (last?.mention === mention) return [];
  const { cue: own, inverted, source, label } = grammar(mention);
  if (source) return [`“${words}” named after “${cue}” ${side} the quotation`];
  if (own >= 0) return [`“${words}” is the subject ${inverted ? "after" : "of"} “${reading.cues[own]!.word}” ${side} the quotation`];
  return [`“${words}” ${label ? "stands before a colon" : `fits best ${side} the quotation`}`];
}
