import type { Reading } from "./reading.ts";
import type { SpokenSegment } from "./spoken.ts";

/** What is known of a segment when it is judged. */
export interface SpeechSigns {
  /** A cue of its own was found beside it. */
  readonly hasCue: boolean;
  /** It goes on from a quotation before, or follows a sentence about its speaker. */
  readonly inherits: boolean;
}

/** Is what stands between marks something said? Not: titles of works, names of firms, nicknames, single words in scare quotes. */
export function isSpoken(segment: SpokenSegment, { hasCue, inherits }: SpeechSigns, reading: Reading): boolean {
  const { text } = reading;
  const words = text.slice(segment.start, segment.end);
  const list = words.match(/[\p{L}\p{N}][\p{L}\p{N}’'-]*/gu) ?? [];
  if (list.length === 0 || /<\/?\w|\bhref\b/.test(words)) return false;
  if (segment.isDash) return isDashSpeech(segment, hasCue || inherits, list.length, reading);
  if (segment.hasInnerCue) return true;
  const after = text.slice(segment.outer.end, segment.outer.end + 3);
  const ended = /[.!?…]$/.test(words) || /^[.]/.test(after);
  if (list.length <= 2) return hasCue || (inherits && ended);
  if (list.length <= 4 && !ended) return hasCue;
  return hasCue || inherits || list.length >= 5;
}

/** Does it only name something? Such marks part no sentence: they are left out before cues are looked for. */
export function isNameOnly(segment: SpokenSegment, { text, grammar }: Reading): boolean {
  if (segment.isDash || segment.hasInnerCue || !segment.closed) return false;
  const words = text.slice(segment.start, segment.end);
  const list = words.match(/[\p{L}\p{N}][\p{L}\p{N}’'-]*/gu) ?? [];
  const before = text.slice(Math.max(0, segment.outer.start - 60), segment.outer.start);
  const after = text.slice(segment.outer.end, segment.outer.end + 3);
  if (!isName(list, words, before, grammar.capitalNouns)) return false;
  if (isNamedThing(before)) return true;
  const naming = (before.toLowerCase().match(/[\p{L}’'-]+/gu) ?? []).slice(-4).some((word) => grammar.naming.has(word));
  return !naming && !(/^\s?[,–—-]\s?/.test(after) && /[:.]\s*$/.test(before)) && !/^\s?[–—]/.test(after);
}

/** A dashed line is speech where speech is set so; in a language of lists ("– 3 млн грн") it needs a cue or a question. */
function isDashSpeech(segment: SpokenSegment, known: boolean, words: number, { text, grammar }: Reading): boolean {
  if (grammar.dash === "sentence") return true;
  return known || segment.hasInnerCue || (words >= 2 && /\?$/.test(text.slice(segment.start, segment.end)));
}

/** "вистава «Тіні над річкою»", "Band „Graue Wölfe“": short, begins with a capital, ends without a stop, and a noun leads to it. */
function isName(list: readonly string[], words: string, before: string, capitalNouns: boolean): boolean {
  if (list.length > 5 || /[.!?…,]$/.test(words)) return false;
  if (!/^\p{Lu}/u.test(words)) return list.length <= 2 && isNamedThing(before);
  if (/[:,]\s*$/.test(before) || before.trim() === "" || /[.!?…]\s*$/.test(before))
    return list.length === 1 && !capitalNouns && /\p{L}\s*$/u.test(before);
  return /\p{L}\s*$/u.test(before);
}

const isNamedThing = (before: string): boolean =>
  /(?:прізвисько|кличке|прозвищу|alias|dit|dite|pseudonimie|kjent som|den als|genannt|surnommé|apodado|відомий як)\s*$/iu.test(before);
