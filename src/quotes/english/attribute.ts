import type { Speaker } from "../../model/quote.ts";
import { askerOf, putBy } from "./asked.ts";
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
  const first = likeliest(candidates, shares, (mention) => resolveMention(mention, situation.last, surroundings, context));
  const asker = first ? askerOf(first.at, situation, surroundings) : undefined;
  if (asker !== undefined)
    return putBy(
      asker,
      cueOf(first!.at, situation, surroundings),
      first!.resolved?.member,
      asker < 0 ? undefined : resolveMention(asker, situation.last, surroundings, context),
    );
  if (!first?.resolved || first.share < sureEnough) return unsure(first);
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

function unsure(first: Tally | undefined): Attribution {
  const perhaps = first?.resolved?.speaker.name ?? first?.resolved?.speaker.description;
  return {
    speaker: { kind: "unnamed" },
    member: undefined,
    mention: -1,
    likely: first?.resolved !== undefined,
    sure: first?.share ?? 0,
    why: [first?.resolved ? `perhaps ${perhaps}, but only ${percent(first.share)} sure` : "nobody is named beside it"],
  };
}

interface Tally {
  share: number;
  best: number;
  /** The mention with the largest share; -1 = nobody. */
  at: number;
  resolved: Resolved | undefined;
}

/** Shares of mentions that stand for one person are added up. */
function likeliest(
  candidates: readonly { readonly mention: number }[],
  shares: readonly number[],
  resolve: (mention: number) => Resolved,
): Tally | undefined {
  const tallies = new Map<unknown, Tally>();
  candidates.forEach(({ mention }, index) => {
    const share = shares[index]!;
    if (share < worthALook) return;
    const resolved = mention < 0 ? undefined : resolve(mention);
    const key = resolved?.member ?? (resolved ? `${mention}` : "nobody");
    const tally = tallies.get(key);
    if (!tally) tallies.set(key, { share, best: share, at: mention, resolved });
    else {
      tally.share += share;
      if (share > tally.best) Object.assign(tally, { best: share, at: mention, resolved });
    }
  });
  return [...tallies.values()].sort((a, b) => b.share - a.share)[0];
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
