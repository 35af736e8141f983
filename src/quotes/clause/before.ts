import type { Span } from "../../model/story.ts";
import type { Attribution } from "./attribution.ts";
import { bodyWithin } from "./body.ts";
import { readBefore, readPhrase, type Subject } from "./phrase.ts";
import { lastSentence, type Range, type Reading, rangeOf, runsIn } from "./reading.ts";
import { findSourceCue } from "./source.ts";
import { implied, isVerb } from "./verb.ts";
import { isPlural } from "./verb-form.ts";

/** Before the words: X said: “…” · X called it “…” · According to X, “…” · X, moved: “…”. */
export function findBefore(stretch: Span, reading: Reading): Attribution | undefined {
  const sentence = lastSentence(reading.text, stretch);
  const range = rangeOf(reading, sentence);
  if (range.from >= range.to) return undefined;
  const colon = /:\s*[–—-]?\s*$/.test(reading.text.slice(stretch.start, stretch.end));
  return (
    findSourceCue(range, sentence, reading, range.to - range.from) ??
    findVerbBefore(range, sentence, reading) ??
    findUnlistedVerb(range, sentence, reading) ??
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
    const subject = readLead(before, verb, right, reading) ?? impliedBefore(verb, range, reading) ?? unreadBefore(before, reading);
    if (subject)
      return { cue: separable(verb, range, reading), subject, sentence, why: `subject of “${tokens[verb]!.text}” before the quotation` };
  }
  return undefined;
}

/** Left of the verb, else right of it; a body behind a preposition is an outlet or a place where somebody is named on the right. */
function readLead(before: Range, verb: number, right: () => Subject | undefined, reading: Reading): Subject | undefined {
  const { tokens, grammar } = reading;
  const within = isPlural(tokens[verb]!.lower, grammar) ? bodyWithin(before, reading) : undefined;
  const left = within ?? readBefore(before, reading);
  if (left?.form !== "body" || within || !grammar.prepositions.has(tokens[before.from]!.lower)) return left ?? right();
  const named = right();
  return named?.form === "person" ? named : left;
}

/** "X żartuje, że …": a word that no list has, before the conjunction of reported speech, is a verb of saying; its subject must be named. */
function findUnlistedVerb(range: Range, sentence: Span, reading: Reading): Attribution | undefined {
  const { tokens, grammar } = reading;
  for (let at = range.to - 1; at > range.from + 1; at--) {
    if (!grammar.thats.has(tokens[at]!.lower)) continue;
    const verb = tokens[at - 1]!.text === "," ? at - 2 : at - 1;
    const word = tokens[verb];
    if (verb <= range.from || !word?.isWord || word.capital || grammar.prepositions.has(word.lower)) continue;
    const subject = readBefore({ from: range.from, to: verb }, reading);
    if (subject?.form !== "person" && subject?.form !== "pronoun") continue;
    return { cue: word.text, subject, sentence, why: `somebody is the subject of “${word.text}” with a clause behind it` };
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

/** "Сказала також, що …" with nothing else before it: a noun there is its subject, whoever that is. */
function impliedBefore(verb: number, range: Range, reading: Reading): Subject | undefined {
  const { tokens, grammar } = reading;
  const isBare = tokens
    .slice(range.from, verb)
    .every(({ lower, isWord }) => !isWord || grammar.between.has(lower) || grammar.openers.has(lower) || grammar.prepositions.has(lower));
  return verb - range.from <= 3 && isBare ? implied(verb, reading) : undefined;
}

function findColonSubject(range: Range, sentence: Span, reading: Reading): Attribution | undefined {
  const subject = readBefore({ from: range.from, to: range.to - 1 }, reading) ?? findLabel(range, reading) ?? onlyOne(range, reading);
  return subject && { cue: ":", subject, sentence, why: "the line before the colon is about them" };
}

/** The one person whom a line that ends in a colon names, whatever the case. */
function onlyOne(range: Range, reading: Reading): Subject | undefined {
  const runs = runsIn(reading, range).filter((run) => reading.personOf(run));
  const people = new Set(runs.map((run) => reading.personOf(run)));
  const [person] = people;
  const [run] = runs;
  return people.size === 1 && person && run
    ? { form: "person", person, mention: { start: run.words[0]!.start, end: run.words.at(-1)!.end } }
    : undefined;
}

/** Transcripts: "ASCHOFF: …". */
function findLabel({ from, to }: Range, reading: Reading): Subject | undefined {
  const { tokens, people } = reading;
  const label = tokens[from];
  if (!label || to - from > 3 || label.text !== label.text.toUpperCase() || label.text.length < 2) return undefined;
  const person = people.find(({ name }) => name.toUpperCase().split(" ").at(-1) === label.text);
  return person && { form: "person", person, mention: { start: label.start, end: label.end } };
}
