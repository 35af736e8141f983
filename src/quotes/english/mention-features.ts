import { type Features, type Last, lowerBound, overlaps, paragraphOf, type Situation } from "./features.ts";
import type { Grammar } from "./grammar.ts";
import { countUpTo, type Mention, type Reading } from "./reading.ts";

/** What speaks for and against one mention as the speaker of one quotation. */
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
  const { segment, open, close } = situation;
  const isAfter = mention.start >= close;
  const side = isAfter ? "after" : "before";
  const sentences = Math.abs(countUpTo(reading.sentences, mention.start) - situation.sentence);
  const paragraphs = Math.abs(paragraphOf(reading, mention.start) - segment.paragraph);
  const seen: Seen = {
    index,
    mention,
    g: grammar(index),
    isAfter,
    side,
    sentences,
    paragraphs,
    place: paragraphs > 0 ? `${side} paragraph ${Math.min(paragraphs, 2)}` : `${side} sentence ${Math.min(sentences, 2)}`,
    here: paragraphs === 0 && sentences === 0,
    distance: isAfter ? mention.start - close : open - mention.end,
    segmentsBetween,
    namesBetween,
  };
  const f: Features = {};
  const set: Set = (name, on) => {
    if (on) f[name] = Number(on);
  };
  measurePlace(seen, set);
  measureStanding(seen, set);
  measureCues(seen, situation, reading, set);
  measureOrphan(seen, situation, reading, grammar, set);
  measureForm(seen, situation, reading, set);
  if (situation.last) measureLast(seen, situation, situation.last, set);
  set("speaks", Math.log1p(speaks) / 2);
  set("ruled", situation.ruled !== undefined && overlaps(situation.ruled.mention, mention));
  return f;
}

/** A mention as it is seen from a quotation. */
interface Seen {
  readonly index: number;
  readonly mention: Mention;
  readonly g: Grammar;
  readonly isAfter: boolean;
  readonly side: "after" | "before";
  /** How many sentences and paragraphs away. */
  readonly sentences: number;
  readonly paragraphs: number;
  readonly place: string;
  /** In the quotation's own sentence. */
  readonly here: boolean;
  /** In characters. */
  readonly distance: number;
  readonly segmentsBetween: number;
  readonly namesBetween: number;
}

type Set = (name: string, on: boolean | number) => void;

function measurePlace({ mention, place, side, distance, segmentsBetween, namesBetween }: Seen, set: Set): void {
  set(`form ${mention.form}`, true);
  set("form body", mention.member?.kind === "organisation");
  set("form one word", mention.form === "name" && !mention.member?.name.includes(" "));
  set(place, true);
  set("distance", Math.log1p(Math.max(0, distance)) / 6);
  set(`quotations between ${Math.min(segmentsBetween, 2)}`, segmentsBetween > 0);
  set(`mentions between ${side} ${Math.min(namesBetween, 3)}`, namesBetween > 0);
}

/** How it stands in its own sentence. */
function measureStanding({ g, side, here, place, isAfter, namesBetween, distance }: Seen, set: Set): void {
  const subject = g.cue >= 0;
  set("possessive", g.possessive);
  set("preposition", g.afterPreposition && !g.source);
  set("modifier", g.modifier);
  set("object", g.object && !subject);
  set("by", g.by);
  set("relative", g.relative);
  set("passive", g.passive);
  set(`source ${side}`, g.source && here);
  set("source elsewhere", g.source && !here);
  set(`subject of a cue, ${place}`, subject && !here);
  set(`subject of another verb, ${side}`, g.otherVerb && here);
  set(`subject of another verb, ${place}`, g.otherVerb && !here && !isAfter);
  set(`opens the sentence, ${place}`, g.opensSentence && !isAfter);
  set("possessive close before", g.possessive && !isAfter && distance < 45 && namesBetween === 0 && here);
}

/** Whether it is the subject of the reporting verbs beside the quotation. */
function measureCues({ g, here, isAfter, distance }: Seen, situation: Situation, { text, cues }: Reading, set: Set): void {
  const { close, cueBefore, cueAfter, cueTouchesAfter, cueTouchesBefore } = situation;
  const subject = g.cue >= 0;
  const isCueAfter = subject && g.cue === cueAfter;
  const isCueBefore = subject && g.cue === cueBefore;
  const isOther = subject && here && !isCueAfter && !isCueBefore;
  const isInverted = isCueAfter && g.inverted;
  set("subject of the cue after", isCueAfter && !g.inverted);
  set("inverted subject of the cue after", isInverted && cueTouchesAfter);
  set("inverted, but the cue is away", isInverted && !cueTouchesAfter);
  set("subject of the cue before", isCueBefore && !g.inverted);
  set("inverted subject of the cue before", isCueBefore && g.inverted);
  set("subject of a touching cue before", isCueBefore && cueTouchesBefore);
  set("the subject touches the mark", isCueAfter && !g.inverted && distance <= 2);
  set("subject of another cue here", isOther && !isAfter);
  set("subject of another cue here, after", isOther && isAfter);
  const cueAt = isInverted ? cues[cueAfter]!.start : 0;
  set("inverted after a comma", isInverted && /,[\s”"’]*$/.test(text.slice(Math.max(close, cueAt - 3), cueAt)));
}

/** A reporting verb before the quotation whose own subject was not found. */
function measureOrphan(
  { g, here, isAfter }: Seen,
  situation: Situation,
  reading: Reading,
  grammar: (mention: number) => Grammar,
  set: Set,
): void {
  const { cueBefore, cueTouchesAfter } = situation;
  if (cueBefore < 0 || cueTouchesAfter || hasSubject(reading, grammar, cueBefore, situation)) return;
  set("main subject of a cue without one", here && !isAfter && g.opensSentence);
  set("other subject of a cue without one", here && !isAfter && !g.opensSentence && (g.cue >= 0 || g.otherVerb));
}

/** What the quotation's own form and layout say. */
function measureForm(seen: Seen, situation: Situation, reading: Reading, set: Set): void {
  const { mention, g, side, place, here, isAfter, distance, sentences, paragraphs, segmentsBetween } = seen;
  const { segment, open, close, ending, opensParagraph, wholeParagraph } = situation;
  set("label", g.label && open - mention.end < 120 && !isAfter && paragraphs <= 1);
  set("dash", isAfter && distance < 30 && /^[\s¶]*[–—―-]{1,2}\s?/.test(reading.outside.slice(close, mention.start)));
  set("below, behind another quotation", isAfter && paragraphs > 0 && segmentsBetween > 0);
  set("signature below", isAfter && wholeParagraph && paragraphs === 1 && isSignature(reading, mention, segment.paragraph + 1));
  set("leads to the next quotation", isAfter && leadsOn.test(reading.text.slice(mention.end, mention.end + 160)));
  set(`${ending} then ${side}`, paragraphs === 0);
  set(`touching cue after, mention ${side}`, situation.cueTouchesAfter && here);
  set("colon", situation.colon && !isAfter && (paragraphs === 0 || opensParagraph) && sentences <= 1);
  set(`begins low, ${place}`, situation.beginsLow);
  set(`opens its paragraph, ${place}`, opensParagraph);
}

/** Who was found for the quotation before. */
function measureLast(seen: Seen, situation: Situation, last: Last, set: Set): void {
  const { index, mention, g, isAfter, paragraphs, segmentsBetween } = seen;
  const { segment, cueBefore, cueAfter, newcomer, wholeParagraph } = situation;
  const same = last.mention === index || (last.member !== undefined && last.member === mention.member);
  const near = segment.paragraph - last.segment.paragraph;
  const where = near === 0 ? "same paragraph" : near === 1 ? "paragraph before" : "further";
  const cueless = cueBefore < 0 && cueAfter < 0;
  const isNamedHere = !isAfter && paragraphs === 0 && segmentsBetween === 0 && g.opensSentence;
  set("spoke last", same);
  set(`spoke last, ${where}`, same);
  set(`spoke last, no cue, ${where}`, same && cueless);
  set("spoke last, whole paragraph", same && wholeParagraph && near <= 1);
  set("spoke last, left open", same && !last.segment.closed && near === 1);
  set("spoke last, but somebody else was named since", same && newcomer);
  set("spoke last, no cue, but somebody else was named since", same && cueless && newcomer);
  set("named since, no cue", !same && cueless && newcomer && isNamedHere);
  set("the very mention", last.mention === index);
  set("the very mention, same paragraph", last.mention === index && near === 0);
  set("the very mention, no cue", last.mention === index && cueless);
}

/** "… of the harbour police said: “": the words that follow are theirs, not those before. */
const leadsOn = /^[^.!?\n“"]{0,140}:\s["“]/u;

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
