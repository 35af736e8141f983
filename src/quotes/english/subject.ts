import type { Span } from "../../model/story.ts";
import type { QuoteLanguage } from "../languages/language.ts";
import { isConnective, readLeft, readPhrase, readRight, readRightAfterComma, shift } from "./phrase.ts";

/** The words that say who speaks, found beside a reporting verb or a source cue. */
export interface FoundSubject {
  readonly cue: string;
  readonly mention: Span;
  readonly form: "name" | "pronoun" | "description";
  readonly why: string;
}

/** A stretch of text outside quotation marks, with its offset in the article. */
export interface Stretch {
  readonly text: string;
  readonly start: number;
}

const wordPattern = /[\p{L}][\p{L}’'-]*/gu;

/** After a quotation: “…,” said X · “…,” X said · “…,” according to X · “…” – X. Only the sentence the quotation stands in is read. */
export function findSubjectAfter(stretch: Stretch, language: QuoteLanguage): FoundSubject | undefined {
  const sentence = firstClause(stretch.text);
  return (
    findSourceCue(sentence, stretch.start, language) ??
    findByVerb(sentence, stretch.start, language, "after") ??
    findDashSource(sentence, stretch.start)
  );
}

/** Before a quotation: X said: “…” · X said that … “…” · According to X, “…”. */
export function findSubjectBefore(stretch: Stretch, language: QuoteLanguage): FoundSubject | undefined {
  const { text, start } = lastSentence(stretch);
  return (
    findDashLabel(text, start) ??
    findByVerb(text, start, language, "before") ??
    findSourceCue(text, start, language) ??
    findLabel(text, start)
  );
}

/** In the next paragraph: "This was stated by X". */
export function findSubjectOfThis(stretch: Stretch, language: QuoteLanguage): FoundSubject | undefined {
  const match = /^(?:this|that|it|про це|об этом|это|dies|das)\s(?:was|is|has been|wurde)?\s?(\p{L}+)\s(?:by\s|von\s)?/iu.exec(
    stretch.text,
  );
  const cue = match?.[1] ?? "";
  if (!match || !language.verbs.includes(cue)) return undefined;
  const from = match[0].length;
  const phrase = stretch.text.slice(from).split(/[,;:.]/, 1)[0] ?? "";
  const found = readPhrase(phrase, from, language);
  return found
    ? { cue, mention: shift(found.span, stretch.start), form: found.form, why: `“${match[0].trim()}” in the next paragraph` }
    : undefined;
}

/** Up to the end of the sentence: a full stop before a capital, or a line's end. */
function firstClause(text: string): string {
  const end =
    /(?<!\b(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Prof|Lt|Col|Capt|Maj|Rev|Del|Hon|Amb|St|Jr|Sr|No|U\.S|\p{Lu}))[.!?](?=\s+["“„«]?\p{Lu}|\s*$)/u.exec(
      text,
    );
  return text.slice(0, Math.min(end ? end.index : text.length, 320));
}

function lastSentence({ text, start }: Stretch): Stretch {
  const ends = [
    ...text.matchAll(
      /(?<!\b(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Prof|Lt|Col|Capt|Maj|Rev|Del|Hon|Amb|St|Jr|Sr|No|U\.S|\p{Lu}))[.!?]["”’)]?\s+(?=["“„«]?\p{Lu})/gu,
    ),
  ];
  const last = ends.at(-1);
  const from = last ? last.index + last[0].length : 0;
  return { text: text.slice(from), start: start + from };
}

/** "his comments", "Clinton’s claims": a noun that looks like a reporting verb. */
function isNoun(text: string, at: number, word: string): boolean {
  if (
    !/^(?:comments|claims|reports|notes|calls|cries|demands|complaints|answers|offers|promises|quotes|puts|posts|signs|reads|shouts|jokes|quips|remarks)$/.test(
      word,
    )
  )
    return false;
  return /(?:[’']s?|\b(?:the|his|her|its|their|these|those|some|such|of|with|by|no|any|my|our|and))\s$/i.test(
    text.slice(Math.max(0, at - 12), at),
  );
}

function findByVerb(text: string, offset: number, language: QuoteLanguage, side: "before" | "after"): FoundSubject | undefined {
  const verbs = [...text.matchAll(wordPattern)].filter((word) => language.verbs.includes(word[0]) && !isNoun(text, word.index, word[0]));
  const ordered = side === "after" ? verbs.filter(({ index }) => index < 220) : verbs.toReversed();
  for (const verb of ordered) {
    const inverted =
      side === "after" &&
      /^[\s,–—-]*(?:(?:has|had|have|also|later|then|soon|zudem|auch|og|a|ont|ha|han)\s)?$/iu.test(text.slice(0, verb.index));
    const subject = inverted ? readRight(text, verb.index + verb[0].length, language) : readLeft(text, verb.index, language);
    const other = subject && !isConnective(text, verb.index) ? subject : (readRightAfterComma(text, verb, language) ?? subject);
    if (other)
      return {
        cue: verb[0],
        mention: shift(other.span, offset),
        form: other.form,
        why: `${inverted ? "subject after" : "subject before"} “${verb[0]}” ${side} the quotation`,
      };
  }
  return undefined;
}

function findSourceCue(text: string, offset: number, language: QuoteLanguage): FoundSubject | undefined {
  for (const cue of language.sourceCues) {
    const match = new RegExp(`(?<!\\p{L})${RegExp.escape(cue)}(?!\\p{L})`, "iu").exec(text);
    if (!match) continue;
    const from = match.index + match[0].length;
    const phrase = text.slice(from).split(/[,;:.–—]|\s(?:who|which)\s/u)[0] ?? "";
    const found = readPhrase(phrase, from, language);
    if (found) return { cue: match[0], mention: shift(found.span, offset), form: found.form, why: `named after “${match[0]}”` };
  }
  return undefined;
}

/** Press releases: “…” – Commissioner X. */
function findDashSource(text: string, offset: number): FoundSubject | undefined {
  const match = /^\s*[–—―-]{1,2}\s*((?:(?:Mr|Mrs|Ms|Dr|Sen|Rep)\.\s)?(?:\p{Lu}[\p{L}’'-]+\s?|\p{Lu}\.\s){1,5})/u.exec(text);
  if (!match) return undefined;
  const start = match[0].length - (match[1] ?? "").length;
  const name = (match[1] ?? "").trimEnd();
  return { cue: "–", mention: shift({ start, end: start + name.length }, offset), form: "name", why: "named after a dash" };
}

/** Digests of other outlets: "Pollsters agree - Carl Bialik: “…”". */
function findDashLabel(text: string, offset: number): FoundSubject | undefined {
  const match = /\s[–—-]\s?((?:\p{Lu}[\p{L}’'-]+\s?|\p{Lu}\.\s){1,4})(?:and\s[^:]{3,40})?:\s*$/u.exec(text);
  if (!match) return undefined;
  const name = (match[1] ?? "").trimEnd();
  const start = match.index + match[0].indexOf(name);
  return { cue: ":", mention: shift({ start, end: start + name.length }, offset), form: "name", why: "named between a dash and a colon" };
}

/** Transcripts: SMITH: “…” */
function findLabel(text: string, offset: number): FoundSubject | undefined {
  const match = /^\s*((?:\p{Lu}[\p{L}.’'-]+\s?){1,3}):\s*$/u.exec(text);
  if (!match) return undefined;
  const start = text.indexOf(match[1] ?? "");
  return {
    cue: ":",
    mention: shift({ start, end: start + (match[1] ?? "").trimEnd().length }, offset),
    form: "name",
    why: "named as in a transcript",
  };
}
