import type { Span } from "../../model/story.ts";
import type { Grammar } from "../languages/grammar.ts";
import { pronounGender, readBefore, readPhrase, type Subject } from "./phrase.ts";
import { firstSentence, lastSentence, type Range, type Reading, rangeOf, runsIn } from "./reading.ts";
import type { Token } from "./tokens.ts";

/** The reporting words beside a quotation and who is their subject. */
export interface Attribution {
  readonly cue: string;
  readonly subject: Subject;
  /** The sentence that holds it: outlets are looked for there. */
  readonly sentence: Span;
  readonly why: string;
}

/** A verb stands at most this many words behind the quotation. */
const verbReach = 14;

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
  if (subject?.form !== "person") return undefined;
  return { cue: word.text, subject, sentence, why: `somebody is named behind “${word.text}”` };
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

function trimMarks({ from, to }: Range, tokens: readonly Token[]): Range {
  let begin = from;
  while (begin < to && !tokens[begin]!.isWord) begin++;
  return { from: begin, to };
}

/** The verb alone stands for somebody named before, where the language lets its subject go. */
function implied(verb: number, { tokens, grammar }: Reading): Subject | undefined {
  if (!grammar.dropsSubject) return undefined;
  const word = tokens[verb]!.lower;
  const { he, she } = grammar.genderOfVerb ?? { he: /^$/, she: /^$/ };
  return { form: "implied", gender: she.test(word) ? "she" : he.test(word) ? "he" : undefined };
}

/** The first reporting verb among the first words; a noun that looks like one ("le juge") is none. */
function findVerb({ from, to }: Range, within: number, reading: Reading): number | undefined {
  for (let at = from; at < Math.min(to, from + within); at++) if (isVerb(at, reading)) return at;
  return undefined;
}

export function isVerb(at: number, { tokens, grammar }: Reading): boolean {
  const token = tokens[at]!;
  if (!grammar.verbs.has(token.lower) && !grammar.naming.has(token.lower)) return false;
  if (grammar.capitalNouns && token.capital) return false;
  const before = tokens[at - 1]?.lower ?? "";
  return !(grammar.definite.has(before) && !grammar.capitalNouns) && !(grammar.indefinite.has(before) && before.length < 5);
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

/** The source cue that stands last within the first `within` words, with its phrase; cues that hold a pronoun too. */
function findSourceCue(range: Range, sentence: Span, reading: Reading, within: number): Attribution | undefined {
  const { grammar, tokens } = reading;
  for (let at = Math.min(range.to, range.from + within) - 1; at >= range.from; at--) {
    const pronoun = matchPronounCue(at, range, reading);
    if (pronoun) return { cue: pronoun.cue, subject: pronoun.subject, sentence, why: `“${pronoun.cue}”` };
    const length = matchCue(at, range, tokens, grammar.sourceCues, isWeak(grammar) && at > range.from + 1);
    const named = length > 0 ? readSource(at, length, range, reading) : readDocument(at, range, reading);
    if (named) return { ...named, sentence, why: `named after “${named.cue}”` };
    if (grammar.postpositions.has(tokens[at]!.lower)) {
      const mention = { start: tokens[range.from]!.start, end: tokens[at]!.end };
      const subject = readPhrase({ from: range.from, to: at }, "source", reading) ?? ({ form: "nobody", mention } as const);
      return { cue: tokens[at]!.text, subject, sentence, why: `named before “${tokens[at]!.text}”` };
    }
  }
  return undefined;
}

type Named = Pick<Attribution, "cue" | "subject">;

function readSource(at: number, length: number, { to }: Range, reading: Reading): Named | undefined {
  const { tokens, text } = reading;
  const cue = text.slice(tokens[at]!.start, tokens[at + length - 1]!.end);
  const subject = readPhrase({ from: at + length, to }, "source", reading) ?? readVerbCue(at + length - 1, to, reading);
  if (!subject && length > 1 && at + length < to)
    return {
      cue: shortCue(cue, length),
      subject: { form: "nobody", mention: { start: tokens[at + length]!.start, end: tokens[to - 1]!.end } },
    };
  return subject && { cue: shortCue(cue, length), subject };
}

/** "У звіті Рахункової палати йдеться, що …": the verb behind the document's owner is the cue. */
function readDocument(at: number, range: Range, reading: Reading): Named | undefined {
  const { tokens, grammar } = reading;
  const length = matchCue(at, range, tokens, grammar.documents, false);
  if (length === 0) return undefined;
  const subject = readPhrase({ from: at + length, to: range.to }, "source", reading);
  const verb = findVerb({ from: at + length, to: range.to }, verbReach, reading);
  return subject && { cue: tokens[verb ?? at + length - 1]!.text, subject };
}

/** Cues that are prepositions of many uses ("pour", "para") count only at the head of a sentence. */
const weak = new Set(["pour", "para", "etter", "so"]);
const isWeak = ({ sourceCues }: Grammar): boolean => sourceCues.some((cue) => weak.has(cue));

/** How many tokens from `at` are a source cue; the longest wins, 0 = none. */
function matchCue(at: number, { to }: Range, tokens: readonly Token[], cues: readonly string[], inside: boolean): number {
  let longest = 0;
  for (const cue of cues) {
    if (inside && weak.has(cue)) continue;
    const words = cue.replace("d'après", "d' après").replace("l'avis", "l' avis").replace("l'aveu", "l' aveu").split(" ");
    if (words.length > longest && at + words.length <= to && words.every((word, place) => tokens[at + place]!.lower === word))
      longest = words.length;
  }
  return longest;
}

/** "Як повідомила X": the cue ends in a verb. */
function readVerbCue(verb: number, to: number, reading: Reading): Subject | undefined {
  return isVerb(verb, reading) ? readPhrase({ from: verb + 1, to }, "subject", reading) : undefined;
}

/** The cue without the word that governs the source ("nach Angaben von" → "nach Angaben"; "як повідомила" → "повідомила"). */
function shortCue(cue: string, length: number): string {
  if (/^(?:як|как|jak)\s/iu.test(cue)) return cue.split(" ").at(-1) ?? cue;
  return length > 2 ? cue.replace(/\s(?:von|des|der|de la|de|del|du|des)$/iu, "") : cue.replace(/(?<=\s\S+)\s(?:de|du)$/iu, "");
}

function matchPronounCue(
  at: number,
  range: Range,
  { tokens, grammar, text }: Reading,
): { readonly cue: string; readonly subject: Subject } | undefined {
  for (const gender of ["he", "she"] as const) {
    const length = matchCue(at, range, tokens, grammar.pronounCues[gender], false);
    if (length === 0) continue;
    const mention = { start: tokens[at]!.start, end: tokens[at + length - 1]!.end };
    return { cue: text.slice(mention.start, mention.end), subject: { form: "pronoun", gender, mention } };
  }
  return undefined;
}
