import type { Reading } from "./reading.ts";
import type { SpokenSegment } from "./spoken.ts";

/** What is known of a segment when it is judged. */
export interface SpeechSigns {
  /** A cue of its own was found beside it. */
  readonly hasCue: boolean;
  /** It goes on from a quotation before, or follows a sentence about its speaker. */
  readonly inherits: boolean;
  /** A quotation stands before it in its paragraph. */
  readonly goesOn: boolean;
  /** Somebody or something is named as speaking. */
  readonly isNamed: boolean;
  /** "According to" somebody or something, whoever it is. */
  readonly isSourced: boolean;
  /** The last sentence before it, up to its mark. */
  readonly lead: string;
}

/** Is what stands between marks something said? Not: titles of works, names of firms, nicknames, single words in scare quotes. */
export function isSpoken(segment: SpokenSegment, signs: SpeechSigns, reading: Reading): boolean {
  const { text } = reading;
  const { hasCue, isNamed, isSourced, inherits, goesOn, lead } = signs;
  const words = text.slice(segment.start, segment.end);
  const list = words.match(/[\p{L}\p{N}][\p{L}\p{N}’'-]*/gu) ?? [];
  if (list.length === 0 || /<\/?\w|\bhref\b/.test(words)) return false;
  if (segment.isDash) return isDashSpeech(segment, hasCue || inherits, list.length, reading);
  if (segment.hasInnerCue) return true;
  const after = text.slice(segment.outer.end, segment.outer.end + 24);
  const ended = /[.!?…]$/.test(words) || /^\./.test(after);
  if (works.test(lead) || isCalledSo(lead, text.slice(segment.outer.end, segment.outer.end + 60))) return false;
  const opens = lead.trim() === "" || /[.!?…:]["”“»]?\s*[–—-]?\s*$/.test(lead);
  if (list.length === 1)
    return (
      (hasCue && (isNamed || isSourced || isReportedHere(lead, reading) || opens || isAnswer(lead, after) || isNaming(lead, reading))) ||
      (opens && inherits && ended)
    );
  if (list.length === 2) return hasCue || isReportedHere(lead, reading) || (opens && inherits && ended);
  if (hasCue || (!segment.closed && opens && ended)) return true; // left open: it goes on in the next paragraph
  if (opens) return inherits || list.length >= 5;
  if (announces(lead, reading)) return true;
  return goesOn || isReported(lead, after, reading) || (list.length >= 5 && /^\p{Ll}/u.test(words));
}

/** “Vor oder nach Mitternacht?” – „Danach“, antwortete …: behind a dash, with a clause behind it. */
const isAnswer = (lead: string, after: string): boolean => /^\s*[–—-]\s*$/.test(lead) && /^\s*,/.test(after);

/** Words for works, events and mottoes that stand before their names. */
const works =
  /(?:motto|titel|namen?|film|filme[mns]?|album|buch|buches|roman|lied|song|ausstellung|studie|serie|fonds|projekt|kampagne|gesetz|gesetzes|gruppe|фільм\p{L}*|фильм\p{L}*|книг\p{L}*|роман\p{L}*|вистав\p{L}*|спектакл\p{L}*|пісн\p{L}*|песн\p{L}*|альбом\p{L}*|про[еє]кт\p{L}*|сер[иі]ал\p{L}*|під назвою|под названием|livre|chanson|libro|película|canción|książk\p{L}*|piosenk\p{L}*|spektakl\p{L}*|boka?|filmen|låta|utstillingen?)[\s,:]*$/iu;

/** "…, wie sich die Gruppe nennt", "(kurz: „IG Bau“)": what something is called. */
const isCalledSo = (lead: string, after: string): boolean =>
  /^\W{0,2}(?:–\s)?(?:wie|so)\s[^.]{0,50}?(?:nenn|genannt|heißt|hieß|lautet)/u.test(after) ||
  /^\s?(?:selbst\s)?(?:nennt|nennen|genannt)(?!\p{L})/u.test(after) ||
  (/\([\p{L}\s:]{0,12}$/u.test(lead) && after.startsWith(")"));

const announces = (lead: string, { grammar }: Reading): boolean =>
  (lead.toLowerCase().match(/[\p{L}’'-]+/gu) ?? []).slice(-5).some((word) => grammar.speechNouns.has(word));

const isNaming = (lead: string, { grammar }: Reading): boolean =>
  (lead.toLowerCase().match(/[\p{L}’'-]+/gu) ?? []).slice(-8).some((word) => grammar.naming.has(word));

/** "… sei „…“", "„…“ hätten": the clause is reported speech. */
function isReported(lead: string, after: string, { grammar }: Reading): boolean {
  if (!grammar.reported) return false;
  const near = (lead.toLowerCase().match(/\p{L}+/gu) ?? []).slice(-14);
  return (
    near.some((word) => grammar.reported!.has(word)) ||
    (after.toLowerCase().match(/\p{L}+/gu) ?? []).some((word) => grammar.reported!.has(word))
  );
}

const isReportedHere = (before: string, { grammar }: Pick<Reading, "grammar">): boolean =>
  grammar.reported?.has(/\p{L}+(?=\s*$)/u.exec(before.toLowerCase())?.[0] ?? "") ?? false;

/** Does it only name something? Such marks part no sentence: they are left out before cues are looked for. */
export function isNameOnly(segment: SpokenSegment, { text, grammar }: Reading): boolean {
  if (segment.isDash || segment.hasInnerCue || !segment.closed) return false;
  const words = text.slice(segment.start, segment.end);
  const list = words.match(/[\p{L}\p{N}][\p{L}\p{N}’'-]*/gu) ?? [];
  const before = text.slice(Math.max(0, segment.outer.start - 60), segment.outer.start);
  const after = text.slice(segment.outer.end, segment.outer.end + 3);
  if (list.length <= 3 && grammar.sourceCues.includes(before.trim().split(/\s+/).at(-1)?.toLowerCase() ?? "") && !/^[.,]/.test(after))
    return true; // "laut „heise online“"
  if (isReportedHere(before, { grammar })) return false; // "die Schließung sei „Sache des Trägers“"
  if (!isName(list, words, before, grammar.capitalNouns)) return false;
  if (isNamedThing(before)) return true;
  const next = /^\s?,\s(\p{Ll}+)/u.exec(text.slice(segment.outer.end, segment.outer.end + 30))?.[1];
  if (next !== undefined && grammar.verbs.has(next)) return false; // "… „Zeit für frische Luft“, sagte sie"
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
