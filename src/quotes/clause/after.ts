import type { Span } from "../../model/story.ts";
import type { Attribution } from "./attribution.ts";
import { isAge } from "./description.ts";
import { pronounGender, readBefore, readPhrase, type Subject } from "./phrase.ts";
import { firstSentence, type Range, type Reading, rangeOf, runsIn } from "./reading.ts";
import { findSourceCue } from "./source.ts";
import { findVerb, implied, trimMarks, verbReach } from "./verb.ts";

/** Behind the words: “…”, said X · “…”, X said · “…”, according to X · “…” – X, role. */
export function findAfter(stretch: Span, ending: string, reading: Reading): Attribution | undefined {
  const sentence = firstSentence(reading.text, stretch);
  const text = reading.text.slice(sentence.start, sentence.end);
  if (/^\s*[.!?…](?:\s|$)/.test(text)) return findNextSentence(stretch, reading);
  if (/^\s*;/.test(text)) return undefined;
  const linked = /^\s*[,–—-]/.test(text);
  const goesOn = linked || /^\s*\p{Ll}/u.test(text);
  if (!goesOn) return /[.!?…,]$/.test(ending) || /^\s*\p{Lu}/u.test(text) ? findNextSentence(stretch, reading) : undefined;
  const range = rangeOf(reading, sentence);
  return (
    findSourceCue(range, sentence, reading, Math.min(4, (findVerb(range, 4, reading) ?? range.to) - range.from + 1)) ??
    findVerbAfter(range, sentence, reading) ??
    (/^\s*,?\s*[–—-]/.test(text) ? findSigned(range, sentence, reading) : undefined)
  );
}

/** “…”. Das schrieb X. */
function findNextSentence(stretch: Span, reading: Reading): Attribution | undefined {
  const start = stretch.start + (/^[\s.»”“"]*/.exec(reading.text.slice(stretch.start, stretch.end))?.[0].length ?? 0);
  const sentence = firstSentence(reading.text, { start, end: stretch.end });
  const opening = reading.text.slice(sentence.start, sentence.start + 40).toLowerCase();
  const back = reading.grammar.lookingBack.find((phrase) => opening.startsWith(`${phrase} `));
  if (back === undefined) return undefined;
  const range = rangeOf(reading, { start: sentence.start + back.length, end: sentence.end });
  const verb = findVerb(range, 5, reading);
  if (verb === undefined) return undefined;
  const subject =
    readPhrase({ from: verb + 1, to: range.to }, "subject", reading) ??
    readBefore({ from: range.from, to: verb }, reading) ??
    implied(verb, reading);
  return subject && { cue: reading.tokens[verb]!.text, subject, sentence, why: `“${back} …” after the quotation` };
}

function findVerbAfter(range: Range, sentence: Span, reading: Reading): Attribution | undefined {
  const verb = findVerb(range, verbReach, reading);
  if (verb === undefined) return findUnlistedVerb(range, sentence, reading);
  const { tokens, grammar } = reading;
  const cue = tokens[verb]!.text;
  const before = trimMarks({ from: range.from, to: verb }, tokens);
  const inverted = tokens
    .slice(before.from, before.to)
    .every((token) => grammar.between.has(token.lower) && pronounGender(token, grammar) === undefined);
  const right = (): Subject | undefined => readPhrase({ from: verb + 1, to: range.to }, "subject", reading);
  const left = (): Subject | undefined => readBefore(before, reading);
  const subject =
    objectPronoun(verb, reading) ??
    (inverted ? (pronounBetween(before, reading) ?? right()) : (left() ?? right())) ??
    implied(verb, reading) ??
    ({ form: "nobody", mention: undefined } as const);
  return {
    cue: withImpersonal(verb, reading),
    subject,
    sentence,
    why: `subject ${inverted ? "after" : "before"} “${cue}” behind the quotation`,
  };
}

/** “…”, concède l'ingénieur X: a word that no list has, in a verb's place, with somebody named right behind it. */
function findUnlistedVerb(range: Range, sentence: Span, reading: Reading): Attribution | undefined {
  const { tokens, grammar } = reading;
  if (!/^[,–—-]/.test(tokens[range.from]?.text ?? "")) return undefined;
  let at = trimMarks(range, tokens).from;
  while (at < range.to && grammar.between.has(tokens[at]!.lower)) at++;
  const word = tokens[at];
  if (!word?.isWord || word.capital || grammar.openers.has(word.lower) || grammar.prepositions.has(word.lower)) return undefined;
  const subject = readPhrase({ from: at + 1, to: Math.min(range.to, at + 9) }, "subject", reading);
  if (!subject || !isSurelySubject(subject, at + 1, reading)) return undefined;
  return { cue: word.text, subject, sentence, why: `somebody stands behind “${word.text}”` };
}

/** A name, an age ("polterte der 31-Jährige"), or a pronoun that the clause ends with ("s'amuse-t-il"). */
function isSurelySubject(subject: Subject, at: number, { tokens, grammar }: Reading): boolean {
  if (subject.form === "person") return true;
  if (subject.form === "description") return isAge(subject.head);
  const next = tokens[at + 1];
  return subject.form === "pronoun" && (next === undefined || !next.isWord || grammar.prepositions.has(next.lower));
}

/** "zitierte ihn die Agentur": whose words they are. */
function objectPronoun(verb: number, { tokens, grammar }: Reading): Subject | undefined {
  const next = tokens[verb + 1];
  if (!next || !/^(?:zitier|цит|cyt|siter)/.test(tokens[verb]!.lower)) return undefined;
  const gender = grammar.objects.he.has(next.lower) ? "he" : grammar.objects.she.has(next.lower) ? "she" : undefined;
  return gender && { form: "pronoun", gender, mention: { start: next.start, end: next.end } };
}

/** "hieß es": the impersonal subject is part of the cue. */
function withImpersonal(verb: number, { tokens }: Reading): string {
  const next = tokens[verb + 1];
  return next?.lower === "es" && /^h(?:ieß|eißt)/.test(tokens[verb]!.lower) ? `${tokens[verb]!.text} ${next.text}` : tokens[verb]!.text;
}

/** "a-t-il ajouté": the pronoun stands between auxiliary and participle. */
function pronounBetween({ from, to }: Range, { tokens, grammar }: Reading): Subject | undefined {
  const at = tokens.slice(from, to).findIndex((token) => pronounGender(token, grammar) !== undefined);
  if (at < 0) return undefined;
  const token = tokens[from + at]!;
  const gender = pronounGender(token, grammar);
  return { form: "pronoun", gender: gender === "they" ? undefined : gender, mention: { start: token.start, end: token.end } };
}

/** Press releases: “…” – X, role. */
function findSigned(range: Range, sentence: Span, reading: Reading): Attribution | undefined {
  const { from } = trimMarks(range, reading.tokens);
  const run = runsIn(reading, { from, to: range.to }).find((each) => each.from - each.titles.length <= from);
  const person = run && reading.personOf(run);
  if (!run || !person) return undefined;
  const mention = { start: run.words[0]!.start, end: run.words.at(-1)!.end };
  return { cue: "–", subject: { form: "person", person, mention }, sentence, why: "named after a dash" };
}
