import type { Span } from "../../model/story.ts";
import type { Grammar } from "../languages/grammar.ts";
import type { Attribution } from "./attribution.ts";
import { readPhrase, type Subject } from "./phrase.ts";
import type { Range, Reading } from "./reading.ts";
import type { Token } from "./tokens.ts";
import { findVerb, isVerb, verbReach } from "./verb.ts";

/** The source cue that stands last within the first `within` words, with its phrase; cues that hold a pronoun too. */
export function findSourceCue(range: Range, sentence: Span, reading: Reading, within: number): Attribution | undefined {
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
  if (!subject && (length > 1 || isStrong(cue)) && at + length < to)
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

/** Words that are a source cue and nothing else: whoever follows, the words are theirs. */
const isStrong = (cue: string): boolean => /^(?:ifølge|selon|según|laut|według)$/iu.test(cue);

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
