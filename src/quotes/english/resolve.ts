import type { Speaker } from "../../model/quote.ts";
import type { Span } from "../../model/story.ts";
import type { QuoteLanguage } from "../languages/language.ts";
import { findAntecedents } from "./antecedent.ts";
import { type Cast, type CastMember, isPlace } from "./cast.ts";
import type { Gender } from "./gender.ts";
import { type SpeakerWeights, type Surroundings, scoreFeatures } from "./rank.ts";
import type { FoundSubject } from "./subject.ts";

export interface ResolveContext {
  readonly text: string;
  readonly cast: Cast;
  readonly language: QuoteLanguage;
  /** Who spoke last, and in which paragraph. */
  readonly lastSpeaker: CastMember | undefined;
  readonly lastSpokeAt: number;
  /** True inside quotation marks: names there are spoken of, not speaking. */
  readonly isQuoted: (at: number) => boolean;
  readonly surroundings: Surroundings;
  readonly weights: SpeakerWeights;
}

/** What an unknown gender costs, in units of log-odds: half of the names that no list knows are of the other gender. */
const genderUnknown = 1;

export interface Resolved {
  readonly speaker: Speaker;
  readonly member?: CastMember;
  readonly why: string;
}

/** Mention → person: abstaining beats a wrong name. */
export function resolveSubject(
  subject: Pick<FoundSubject, "mention" | "form"> & { readonly member?: CastMember | undefined },
  context: ResolveContext,
): Resolved {
  const words = context.text.slice(subject.mention.start, subject.mention.end);
  if (subject.form === "name") return resolveName(words, subject.mention, context);
  if (subject.form === "pronoun") return resolvePronoun(words, subject.mention, context);
  return resolveDescription(words, subject.mention, context);
}

function resolveName(words: string, mention: Span, { cast }: ResolveContext): Resolved {
  const here = cast.members.find((member) => member.mentions.some(({ start, end }) => start >= mention.start && end <= mention.end));
  const member = here ?? cast.find(words);
  if (!words.includes(" ") && isOnlyOpening(member, words))
    return unnamed(words, mention, `“${words}” only begins sentences: it may be no name`);
  if (!member) return { speaker: { kind: "person", name: words, mention }, why: `“${words}” is named only here` };
  return { speaker: speakerFrom(member, mention), member, why: `“${words}” is ${member.name}` };
}

/** "Pollsters said", "Soon": a word that stands with a capital only where every word does. */
function isOnlyOpening(member: CastMember | undefined, words: string): boolean {
  if (!member) return true;
  return (
    !member.name.includes(" ") &&
    member.kind === "person" &&
    member.gender === undefined &&
    member.mentions.every(({ opening }) => opening) &&
    member.name === words
  );
}

export function speakerFrom(member: CastMember, mention?: Span): Speaker {
  return {
    kind: member.kind === "organisation" ? "organisation" : "person",
    name: member.name,
    ...(member.role === undefined ? {} : { role: member.role }),
    ...(mention === undefined ? {} : { mention }),
  };
}

const unnamed = (words: string, mention: Span, why: string): Resolved => ({
  speaker: { kind: "unnamed", description: words.trim(), mention },
  why,
});

/** "he", "she" → the likeliest of the people named before whose gender fits; a gender nobody knows fits less. */
function resolvePronoun(words: string, mention: Span, context: ResolveContext): Resolved {
  const { pronouns } = context.language;
  const plain = words.toLowerCase();
  const gender: Gender | undefined = pronouns.he.includes(plain) ? "he" : pronouns.she.includes(plain) ? "she" : undefined;
  if (plain === pronouns.it) return resolveBody(words, mention, context);
  if (!gender) return unnamed(words, mention, `“${words}” may be several`);
  const best = likeliestBefore(mention, ({ gender: its }) => its === undefined || its === gender, context);
  if (best)
    return { speaker: speakerFrom(best, mention), member: best, why: `“${words}” → ${best.name}, who fits best of those named before` };
  const only = onlyNameBefore(mention, context);
  if (only)
    return {
      speaker: speakerFrom({ ...only, kind: "person" }, mention),
      member: only,
      why: `“${words}” → ${only.name}, the only name before it`,
    };
  return unnamed(words, mention, `nobody named before fits “${words}”`);
}

/** Of what nothing shows to be a person, a body or a place: the only name of two or three words that was a subject shortly before. */
function onlyNameBefore(mention: Span, { cast, isQuoted, text }: ResolveContext): CastMember | undefined {
  const isSubject = ({ start, end }: Span): boolean =>
    end <= mention.start &&
    mention.start - end < variationReach &&
    !isQuoted(start) &&
    /^\s(?:has|had|is|was|\p{Ll}{2,}(?:ed|s))\s/u.test(text.slice(end, end + 24));
  const [only, ...others] = cast.members.filter(
    ({ kind, name, mentions }) => kind === "other" && !isPlace(name) && /^\S+ \S+(?: \S+)?$/.test(name) && mentions.some(isSubject),
  );
  return others.length === 0 ? only : undefined;
}

function likeliestBefore(mention: Span, fits: (member: CastMember) => boolean, context: ResolveContext): CastMember | undefined {
  const [best] = findAntecedents(mention.start, context.lastSpeaker, context.lastSpokeAt, context.surroundings)
    .filter(({ member }) => fits(member))
    .map(({ member, features }) => ({
      member,
      score: scoreFeatures(features, context.weights.pronoun) - (member.gender ? 0 : genderUnknown),
    }))
    .toSorted((a, b) => b.score - a.score);
  return best?.member;
}

/** "It added": the body that spoke last, or the one named last before it. */
function resolveBody(words: string, mention: Span, { cast, lastSpeaker, isQuoted }: ResolveContext): Resolved {
  const before = (member: CastMember): number =>
    Math.max(
      -1,
      ...member.mentions
        .filter(({ end, start }) => end <= mention.start && mention.start - end < 600 && !isQuoted(start))
        .map(({ end }) => end),
    );
  const named = cast.members.filter(({ kind }) => kind === "organisation").map((member) => ({ member, at: before(member) }));
  const [best] = named
    .filter(({ at }) => at >= 0)
    .toSorted((a, b) => Number(b.member === lastSpeaker) - Number(a.member === lastSpeaker) || b.at - a.at);
  if (!best) return unnamed(words, mention, `“${words}” names no body`);
  return { speaker: speakerFrom(best.member, mention), member: best.member, why: `“${words}” → ${best.member.name}, the body named last` };
}

/** Whom "the official" may be when nobody's role says so: the one who spoke last. */
const generic =
  /^(?:official|minister|senator|president|governor|candidate|nominee|frontrunner|front-runner|spokesman|spokeswoman|spokesperson|expert|analyst|professor|mayor|director|chief|leader|politician|lawmaker|legislator|congressman|congresswoman|businessman|businesswoman|billionaire|mogul|tycoon|lawyer|attorney|activist|author|pastor|judge|sheriff|commissioner|secretary|chairman|chairwoman|chair|strategist|veteran|economist|host|columnist|former|republican|democrat|independent)$/;
/** Trades that writers put for a name to avoid saying it twice; and an age. */
const variation =
  /^(?:midfielder|striker|defender|forward|goalkeeper|keeper|captain|skipper|winger|boss|manager|coach|player|quarterback|pitcher|batter|driver|rider|jockey|golfer|boxer|sprinter|swimmer|champion|singer|actor|actress|star|rapper|musician|pianist|guitarist|artist|painter|sculptor|novelist|writer|poet|potter|playwright|filmmaker|director|comedian|comic|chef|baker|farmer|teacher|nurse|doctor|surgeon|scientist|researcher|biologist|physicist|astronomer|historian|student|teenager|pensioner|grandmother|grandfather|gran|widow|widower|entrepreneur|firefighter|engineer|architect|designer|photographer|premier|chancellor|\d{1,3}-year-old)$/;
/** Words that writers put for the name of a body. */
const aBody =
  /^(?:group|company|firm|agency|ministry|union|club|bank|charity|council|university|organisation|organization|watchdog|retailer|airline|regulator|think-tank)$/;
/** How far back such a word reaches, in characters. */
const variationReach = 250;
/** Unnamed for a reason. */
const withheld = /\b(?:second|third|another|other|unnamed|anonymous|unidentified|first|one|same)\b/;

/** "the official", "the Vermont senator": the one of the cast whose role says so, else who spoke last if it fits, else nobody. */
function resolveDescription(words: string, mention: Span, context: ResolveContext): Resolved {
  const plain = words.toLowerCase().replace(/[’']s(?:\s.*)?$/, "");
  const [head = "", ...more] = (plain.match(/[\p{L}\d][\p{L}-]*/gu) ?? []).slice(1).reverse();
  if (/^the\s/.test(plain) && more.length === 0 && aBody.test(head)) {
    const body = resolveBody(words, mention, context);
    if (body.member) return body;
  }
  if (!/^(?:the|this|that)\s/.test(plain) || !(generic.test(head) || variation.test(head)) || withheld.test(plain))
    return unnamed(words, mention, `“${words}” names nobody`);
  const { lastSpeaker, lastSpokeAt } = context;
  const latest = ({ mentions }: CastMember): number => mentions.findLast(({ start }) => start < mention.start)?.start ?? -1;
  const [best] = context.cast.members
    .filter((member) => member.kind === "person" && latest(member) >= 0 && member.roleWords.has(head))
    .map((member) => ({ member, fits: more.filter((word) => member.roleWords.has(word)).length, at: latest(member) }))
    .filter(({ fits }) => fits > 0 || more.every((word) => !/^\p{L}{4,}$/u.test(word) || generic.test(word)) || more.length === 0)
    .toSorted((a, b) => b.fits - a.fits || Number(b.member === lastSpeaker) - Number(a.member === lastSpeaker) || b.at - a.at);
  if (best)
    return { speaker: speakerFrom(best.member, mention), member: best.member, why: `“${words}” → ${best.member.name}, whose role says so` };
  if (variation.test(head)) return resolveVariation(words, mention, more, context);
  if (lastSpeaker?.kind === "person" && mention.start - lastSpokeAt < 1200)
    return { speaker: speakerFrom(lastSpeaker, mention), member: lastSpeaker, why: `“${words}” → ${lastSpeaker.name}, who spoke last` };
  return unnamed(words, mention, `“${words}” names nobody`);
}

/** "the midfielder" → somebody named shortly before, of whom the article says nothing that it could contradict; with a clause of its own it is a stranger. */
function resolveVariation(words: string, mention: Span, more: readonly string[], context: ResolveContext): Resolved {
  const isStranger = more.length > 1 || /^,\s(?:who|whose|a|an|from|of)\s/.test(context.text.slice(mention.end, mention.end + 10));
  const isNear = ({ mentions }: CastMember): boolean =>
    mentions.some(({ start, end }) => end <= mention.start && mention.start - end < variationReach && !context.isQuoted(start));
  const best = isStranger ? undefined : likeliestBefore(mention, (member) => member.role === undefined && isNear(member), context);
  if (!best) return unnamed(words, mention, `“${words}” names nobody`);
  return { speaker: speakerFrom(best, mention), member: best, why: `“${words}” → ${best.name}, of whom nothing else was said` };
}
