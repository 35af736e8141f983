import type { Span } from "../../model/story.ts";
import type { Attribution } from "./attribution.ts";
import { readBefore, readPhrase, type Subject } from "./phrase.ts";
import { lastSentence, type Range, type Reading, rangeOf } from "./reading.ts";
import { findSourceCue } from "./source.ts";
import { implied, isVerb } from "./verb.ts";

/** Before the words: X said: “…” · X called it “…” · According to X, “…” · X, moved: “…”. */
export function findBefore(stretch: Span, reading: Reading): Attribution | undefined {
  const sentence = lastSentence(reading.text, stretch);
  const range = rangeOf(reading, sentence);
  if (range.from >= range.to) return undefined;
  const colon = /:\s*[–—-]?\s*$/.test(reading.text.slice(stretch.start, stretch.end));
  return (
    findSourceCue(range, sentence, reading, range.to - range.from) ??
    findVerbBefore(range, sentence, reading) ??
    (colon ? findColonSubject(range, sentence, reading) : undefined)
  );
}

function findVerbBefore(range: Range, sentence: Span, reading: Reading): Attribution | undefined {
  const { tokens } = reading;
  for (let verb = range.to - 1; verb >= range.from; verb--) {
    if (!isVerb(verb, reading)) continue;
    const before = { from: range.from, to: verb };
    const right = (): Subject | undefined =>
      /^[,:]$/.test(tokens[verb + 1]?.text ?? ",") ? undefined : readPhrase({ from: verb + 1, to: range.to }, "subject", reading);
    const subject = readBefore(before, reading) ?? right() ?? impliedBefore(verb, range, reading) ?? unreadBefore(before, reading);
    if (subject)
      return { cue: separable(verb, range, reading), subject, sentence, why: `subject of “${tokens[verb]!.text}” before the quotation` };
  }
  return undefined;
}

/** "teilte mit": a particle at the clause's end belongs to the verb. */
function separable(verb: number, { to }: Range, { tokens, grammar }: Reading): string {
  const last = tokens.slice(verb + 1, to).findLast(({ isWord }) => isWord);
  const word = tokens[verb]!.text;
  return grammar.capitalNouns && last && /^(?:mit|an|ein|aus|hinzu|zurück|fort)$/.test(last.lower) ? `${word} ${last.text}` : word;
}

/** "Die Kanadier sagen": whoever it is, nobody by name. */
function unreadBefore({ from, to }: Range, { tokens }: Reading): Subject | undefined {
  if (to - from < 1 || to - from > 8) return undefined;
  return { form: "nobody", mention: { start: tokens[from]!.start, end: tokens[to - 1]!.end } };
}

/** "Сказала також, що …" with nothing else before it. */
function impliedBefore(verb: number, range: Range, reading: Reading): Subject | undefined {
  return verb - range.from <= 3 ? implied(verb, reading) : undefined;
}

function findColonSubject(range: Range, sentence: Span, reading: Reading): Attribution | undefined {
  const subject = readBefore({ from: range.from, to: range.to - 1 }, reading) ?? findLabel(range, reading);
  return subject && { cue: ":", subject, sentence, why: "the line before the colon is about them" };
}

/** Transcripts: "ASCHOFF: …". */
function findLabel({ from, to }: Range, reading: Reading): Subject | undefined {
  const { tokens, people } = reading;
  const label = tokens[from];
  if (!label || to - from > 3 || label.text !== label.text.toUpperCase() || label.text.length < 2) return undefined;
  const person = people.find(({ name }) => name.toUpperCase().split(" ").at(-1) === label.text);
  return person && { form: "person", person, mention: { start: label.start, end: label.end } };
}
