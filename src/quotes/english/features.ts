import type { Speaker } from "../../model/quote.ts";
import type { Span } from "../../model/story.ts";
import type { MarkedSegment } from "../marks.ts";
import type { CastMember } from "./cast.ts";
import type { Grammar } from "./grammar.ts";
import { countUpTo, type Mention, type Reading } from "./reading.ts";
import type { Ruled } from "./ruled.ts";

/** What one quotation shows of its surroundings; the same for every mention weighed against it. */
export interface Situation {
  readonly segment: MarkedSegment;
  /** Offsets of the marks around it, the marks included. */
  readonly open: number;
  readonly close: number;
  readonly sentence: number;
  /** Nearest reporting verb in its sentence, before and after it; -1 when there is none. */
  readonly cueBefore: number;
  readonly cueAfter: number;
  /** The cue before stands right at the mark, that after right behind it. */
  readonly cueTouchesBefore: boolean;
  readonly cueTouchesAfter: boolean;
  readonly colon: boolean;
  readonly ending: "comma" | "stop" | "question" | "none";
  readonly beginsLow: boolean;
  readonly opensParagraph: boolean;
  readonly wholeParagraph: boolean;
  /** Who was found for the quotation before. */
  readonly last: Last | undefined;
  /** Since then a sentence of this paragraph began with somebody else. */
  readonly newcomer: boolean;
  /** What word order alone says. */
  readonly ruled: Ruled | undefined;
}

export interface Last {
  readonly mention: number;
  readonly member: CastMember | undefined;
  readonly segment: MarkedSegment;
  readonly speaker?: Speaker;
}

export type Features = Record<string, number>;

export function measureMention(
  index: number,
  situation: Situation,
  reading: Reading,
  grammar: (mention: number) => Grammar,
  segmentsBetween: number,
  namesBetween: number,
  speaks: number,
): Features {
  const mention = reading.mentions[index]!;
  const g = grammar(index);
  const { segment, open, close, cueBefore, cueAfter, last } = situation;
  const f: Features = {};
  const set = (name: string, on: boolean | number): void => {
    if (on) f[name] = Number(on);
  };
  const isAfter = mention.start >= close;
  const side = isAfter ? "after" : "before";
  const sentences = Math.abs(countUpTo(reading.sentences, mention.start) - situation.sentence);
  const paragraphs = Math.abs(paragraphOf(reading, mention.start) - segment.paragraph);
  const distance = isAfter ? mention.start - close : open - mention.end;
  const place = paragraphs > 0 ? `${side} paragraph ${Math.min(paragraphs, 2)}` : `${side} sentence ${Math.min(sentences, 2)}`;
  const subject = g.cue >= 0;
  set(`form ${mention.form}`, true);
  set("form body", mention.member?.kind === "organisation");
  set("form one word", mention.form === "name" && !mention.member?.name.includes(" "));
  set(place, true);
  set("distance", Math.log1p(Math.max(0, distance)) / 6);
  set(`quotations between ${Math.min(segmentsBetween, 2)}`, segmentsBetween > 0);
  set(`mentions between ${side} ${Math.min(namesBetween, 3)}`, namesBetween > 0);
  // grammar
  set("possessive", g.possessive);
  set("preposition", g.afterPreposition && !g.source);
  set("modifier", g.modifier);
  set("object", g.object && !subject);
  set("by", g.by);
  set("relative", g.relative);
  set(`source ${side}`, g.source && paragraphs === 0 && sentences === 0);
  set("source elsewhere", g.source && (paragraphs > 0 || sentences > 0));
  const here = paragraphs === 0 && sentences === 0;
  const isCueAfter = subject && g.cue === cueAfter;
  const isCueBefore = subject && g.cue === cueBefore;
  set("subject of the cue after", isCueAfter && !g.inverted);
  set("inverted subject of the cue after", isCueAfter && g.inverted && situation.cueTouchesAfter);
  set("inverted, but the cue is away", isCueAfter && g.inverted && !situation.cueTouchesAfter);
  set("subject of the cue before", isCueBefore && !g.inverted);
  set("inverted subject of the cue before", isCueBefore && g.inverted);
  set("subject of a touching cue before", isCueBefore && situation.cueTouchesBefore);
  set("the subject touches the mark", isCueAfter && !g.inverted && distance <= 2);
  set("subject of another cue here", subject && here && !isCueAfter && !isCueBefore && !isAfter);
  set("subject of another cue here, after", subject && here && !isCueAfter && !isCueBefore && isAfter);
  set(`subject of a cue, ${place}`, subject && !here);
  set(`subject of another verb, ${side}`, g.otherVerb && here);
  set(`subject of another verb, ${place}`, g.otherVerb && !here && !isAfter);
  set(`opens the sentence, ${place}`, g.opensSentence && !isAfter);
  set("label", g.label && open - mention.end < 120 && !isAfter && paragraphs <= 1);
  set("dash", isAfter && distance < 30 && /^[\s¶]*[–—―-]{1,2}\s?/.test(reading.outside.slice(close, mention.start)));
  const orphan = cueBefore >= 0 && !situation.cueTouchesAfter && !hasSubject(reading, grammar, cueBefore, situation);
  set("main subject of a cue without one", orphan && here && !isAfter && g.opensSentence);
  set("other subject of a cue without one", orphan && here && !isAfter && !g.opensSentence && (subject || g.otherVerb));
  set("passive", g.passive);
  set("below, behind another quotation", isAfter && paragraphs > 0 && segmentsBetween > 0);
  set(
    "inverted after a comma",
    isCueAfter &&
      g.inverted &&
      /,[\s”"’]*$/.test(reading.text.slice(Math.max(close, reading.cues[cueAfter]!.start - 3), reading.cues[cueAfter]!.start)),
  );
  set("possessive close before", g.possessive && !isAfter && distance < 45 && namesBetween === 0 && here);
  set("signature below", isAfter && situation.wholeParagraph && paragraphs === 1 && isSignature(reading, mention, segment.paragraph + 1));
  // the quotation's own form
  set(`${situation.ending} then ${side}`, paragraphs === 0);
  set(`touching cue after, mention ${side}`, situation.cueTouchesAfter && here);
  set("colon", situation.colon && !isAfter && (paragraphs === 0 || situation.opensParagraph) && sentences <= 1);
  set(`begins low, ${place}`, situation.beginsLow);
  set(`opens its paragraph, ${place}`, situation.opensParagraph);
  // who spoke last
  if (last) {
    const same = last.mention === index || (last.member !== undefined && last.member === mention.member);
    const near = segment.paragraph - last.segment.paragraph;
    const cueless = cueBefore < 0 && cueAfter < 0;
    set("spoke last", same);
    set(`spoke last, ${near === 0 ? "same paragraph" : near === 1 ? "paragraph before" : "further"}`, same);
    set(`spoke last, no cue, ${near === 0 ? "same paragraph" : near === 1 ? "paragraph before" : "further"}`, same && cueless);
    set("spoke last, whole paragraph", same && situation.wholeParagraph && near <= 1);
    set("spoke last, left open", same && !last.segment.closed && near === 1);
    set("spoke last, but somebody else was named since", same && situation.newcomer);
    set("spoke last, no cue, but somebody else was named since", same && cueless && situation.newcomer);
    set(
      "named since, no cue",
      !same && cueless && situation.newcomer && !isAfter && paragraphs === 0 && g.opensSentence && segmentsBetween === 0,
    );
    set("the very mention", last.mention === index);
    set("the very mention, same paragraph", last.mention === index && near === 0);
    set("the very mention, no cue", last.mention === index && cueless);
  }
  set("leads to the next quotation", isAfter && sentences > 0 && leadsOn.test(reading.text.slice(mention.end, mention.end + 160)));
  set("speaks", Math.log1p(speaks) / 2);
  set("ruled", situation.ruled !== undefined && overlaps(situation.ruled.mention, mention));
  return f;
}

/** "… of Westmere Police said: “": the words that follow are theirs, not those before. */
const leadsOn = /^[^.!?\n“"]{0,140}[:,]\s["“]/u;

/** A line of its own under a quotation: "– Ann Lee, nurse". */
function isSignature({ outside, paragraphs, cues }: Reading, mention: Mention, paragraph: number): boolean {
  const { start, end } = paragraphs[paragraph]!;
  if (
    end - start > 160 ||
    !/^[\s–—―-]*$/.test(outside.slice(start, Math.min(mention.start, start + 24)).replace(/(?:\p{Lu}[\p{L}.’-]*\s)+/u, ""))
  )
    return false;
  return (cues[lowerBound(cues, start)]?.start ?? end) >= end;
}

export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/** The features of "nobody here speaks". */
export function measureNobody({ cueBefore, cueAfter, ending, beginsLow, last, ruled, wholeParagraph }: Situation): Features {
  const cueless = cueBefore < 0 && cueAfter < 0;
  return {
    nobody: 1,
    ...(cueless ? { "nobody, no cue": 1 } : {}),
    ...(ending === "none" ? { "nobody, no stop": 1 } : {}),
    ...(beginsLow ? { "nobody, begins low": 1 } : {}),
    ...(last ? {} : { "nobody, first quotation": 1 }),
    ...(ruled ? { "nobody, though ruled": 1 } : {}),
    ...(wholeParagraph ? { "nobody, whole paragraph": 1 } : {}),
  };
}

const hasSubject = (reading: Reading, grammar: (mention: number) => Grammar, cue: number, { open }: Situation): boolean => {
  const at = reading.cues[cue]!.start;
  const upTo = lowerBound(reading.mentions, open);
  for (let index = upTo - 1; index >= 0 && index > upTo - 12; index--) {
    const mention = reading.mentions[index]!;
    if (at - mention.end > 200) break;
    if (grammar(index).cue === cue) return true;
  }
  return false;
};

/** The first of the sorted spans that begins at or after `at`. */
export function lowerBound(mentions: readonly Span[], at: number): number {
  let [low, high] = [0, mentions.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (mentions[middle]!.start < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

export function paragraphOf({ paragraphs }: Reading, at: number): number {
  let [low, high] = [0, paragraphs.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (paragraphs[middle]!.start <= at) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
