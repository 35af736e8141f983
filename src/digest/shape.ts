import type { Mention } from "../model/quote.ts";
import type { Edit, Span } from "../model/story.ts";
import { countWords } from "../text/words.ts";

export interface ShapedSentence {
  readonly text: string;
  /** Offsets into the article; applied to the span they give `text`. */
  readonly edits: readonly Edit[];
}

/**
 * A source sentence as a bullet: dateline off, opening pronoun named, asides cut while it is too long.
 * Undefined when it cannot stand alone in `maxWords` words. Nothing is reworded: every change is an edit on record.
 */
export function shapeSentence(article: string, span: Span, maxWords: number, mentions: readonly Mention[]): ShapedSentence | undefined {
  const edits: Edit[] = [];
  const now = (): string => applyEdits(article, span, edits);
  const dateline = findDateline(article.slice(span.start, span.end));
  if (dateline > 0) edits.push({ start: span.start, end: span.start + dateline, text: "", why: "dateline" });
  const opening = connective.exec(article.slice(span.start + dateline, span.end))?.[0].length ?? 0;
  if (opening > 0) edits.push({ start: span.start + dateline, end: span.start + dateline + opening, text: "", why: "connective" });
  const named = nameOpening(article, span.start + dateline + opening, span, mentions);
  if (named) edits.push(named);
  for (const { find, why } of asides) {
    if (countWords(now()) <= maxWords) break;
    for (const cut of find(article.slice(span.start, span.end))) {
      const edit = { start: span.start + cut.start, end: span.start + cut.end, text: "", why };
      if (countWords(now()) > maxWords && !edits.some((other) => other.start < edit.end && edit.start < other.end)) edits.push(edit);
    }
  }
  if (countWords(now()) > maxWords) {
    const tail = findTail(
      article.slice(span.start, span.end),
      (end) =>
        countWords(
          applyEdits(
            article,
            { ...span, end: span.start + end },
            edits.filter((edit) => edit.end <= span.start + end),
          ),
        ) <= maxWords,
    );
    if (tail) {
      const cut = { start: span.start + tail.start, end: span.start + tail.end, text: "", why: "closing clause" };
      edits.splice(0, edits.length, ...edits.filter((edit) => edit.end <= cut.start), cut);
    }
  }
  const text = now();
  return countWords(text) <= maxWords && standsAlone(text) ? { text, edits: edits.toSorted((a, b) => a.start - b.start) } : undefined;
}

/** The span of the article with the edits applied, white space and the first letter put right as `tidy` does. */
export function applyEdits(article: string, span: Span, edits: readonly Edit[]): string {
  let text = "";
  let at = span.start;
  for (const edit of edits.toSorted((a, b) => a.start - b.start)) {
    text += article.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return tidy(text + article.slice(at, span.end));
}

/** What every cut needs: single spaces, none before a stop, a capital at the head. */
function tidy(text: string): string {
  const plain = text
    .replace(/\s+/g, " ")
    .replace(/ ([,.;:!?])/g, "$1")
    .replace(/,+([,.;!?])/g, "$1")
    .trim();
  return plain.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
}

/** Length of "KYIV, Nov 23 (Reuters) — " or "(CNN) " at the head; 0 when there is none. */
export function findDateline(sentence: string): number {
  const patterns = [
    /^[\p{Lu}][\p{L}.’' -]{1,40}(?:,\s[\p{L}\p{N}.,/ ]{2,40})?\s\((?:[\p{L}.&/ ]{2,30})\)\s?[—–:-]{1,2}\s?/u,
    /^\((?:[\p{L}.&/ ]{2,30})\)\s?(?:[—–-]{1,2}\s?)?/u,
    /^\p{Lu}{3,}(?:[ ,]+\p{Lu}[\p{L}.]*){0,3}(?:,? \p{L}{3,9}\.? \d{1,2})?\s?[—–]\s?/u,
  ];
  return patterns.map((pattern) => pattern.exec(sentence)?.[0].length ?? 0).find((length) => length > 0) ?? 0;
}

/** "He" or "The official" at the head becomes the name that the article's cast knows. */
function nameOpening(article: string, start: number, span: Span, mentions: readonly Mention[]): Edit | undefined {
  const mention = mentions.find((each) => each.start === start && each.end <= span.end && each.kind !== "name");
  if (!mention) return undefined;
  const words = article.slice(mention.start, mention.end);
  return { start: mention.start, end: mention.end, text: mention.name, why: `${words} → ${mention.name}` };
}

/** What may go while a sentence is too long, least missed first. A piece with a number, negation, hedge or quotation mark stays. */
const asides: readonly { readonly find: (sentence: string) => readonly Span[]; readonly why: string }[] = [
  { find: (text) => findAll(text, /\s\([^()]{2,120}\)/g), why: "bracket" },
  { find: (text) => findAll(text, /\s[—–]\s[^—–]{3,120}\s[—–](?=\s)/g), why: "aside" },
  { find: (text) => findAll(text, /,\s(?:who|which|whose|where)\s[^,]{3,120}(?=,|[.!?]$)/g), why: "relative clause" },
  {
    find: (text) =>
      findAll(
        text,
        /,\s(?:as|while|after|before|when|because|although|though|since|with|adding|including|according)\s[^,]{3,160}(?=[.!?]$)/g,
      ),
    why: "closing clause",
  },
];

const keep =
  /\p{N}|["“”„«»]|(?<!\p{L})(?:not?|never|none|nobody|nothing|neither|nor|without|alleged(?:ly)?|reportedly|may|might|could|would|said|says|told|according)(?!\p{L})|n[’']t/iu;

function findAll(text: string, pattern: RegExp): readonly Span[] {
  return [...text.matchAll(pattern)]
    .filter((match) => !keep.test(match[0]))
    .map((match) => ({ start: match.index, end: match.index + match[0].length }));
}

/** A word that only ties the sentence to the one before it. */
const connective =
  /^(?:(?:but|and|so|yet)\s(?=\p{L})|(?:however|meanwhile|moreover|furthermore|also|now|then|instead|still|in addition|for example|for instance|as a result|finally|scroll down for video)(?:,\s|\s(?=the\s))|scroll down for video\s)/iu;

/** Where a closing clause begins that may be left off: after it nothing but the full stop. A clause that denies, hedges or says who said it stays. */
function findTail(sentence: string, fits: (end: number) => boolean): Span | undefined {
  const stop = /[.!]["”’]?$/.exec(sentence)?.index ?? sentence.length;
  const borders = [
    ...sentence.matchAll(
      /,?\s(?:[—–-]\s|(?:as|while|after|before|when|because|although|though|despite|following|amid)\s)|[,;]\s/g,
    ),
  ];
  for (const border of borders.toReversed()) {
    const clause = sentence.slice(border.index, stop);
    if (keepTail.test(clause) || countWords(sentence.slice(0, border.index)) < 8 || !isBalanced(sentence.slice(0, border.index))) continue;
    if (fits(border.index)) return { start: border.index, end: stop };
  }
  return undefined;
}

const keepTail =
  /["“”„«»]|(?<!\p{L})(?:not?|never|none|nobody|nothing|neither|nor|without|alleged(?:ly)?|reportedly|may|might|could|said|says|told|according|claim(?:s|ed))(?!\p{L})|n[’']t/iu;

const openers =
  /^["“„«'‘]?(?:i|we|you|my|our|your|i['’]\p{L}+|we['’]\p{L}+|it['’]s|that['’]s|he['’]s|she['’]s|there['’]s|they['’]\p{L}+|who|what|why|how|where|when|no wonder|which|he|she|it|they|this|that|these|those|his|her|its|their|him|them|here|there|and|but|or|so|yet|also|however|meanwhile|moreover|furthermore|instead|therefore|thus|still|then|nor|for example|for instance|in addition|on the other hand|as a result|by contrast|such|the (?:former|latter|same)|er|sie|es|dies\w*|sein\w*|ihr\w*|aber|und|doch|auch|il|elle|ils|elles|ce|cette|ces|cela|mais|et|él|ella|ellos|ellas|este|esta|esto|pero|y|on|ona|oni|to|ten|ale|han|hun|de|det|dette|men|og|він|вона|воно|вони|це|цей|але|й|та|он|она|оно|они|это|этот|но)(?!\p{L})/iu;

/** Reads alone: no unresolved opening, balanced marks, an end, no question to the reader. */
export function standsAlone(text: string): boolean {
  if (openers.test(text) || !/[.!…]["”»’)]?$/.test(text)) return false;
  if (countWords(text) < 5) return false;
  if (/^['‘]/.test(text) && !/[^\s]['’][,.]?\s/.test(text.slice(2))) return false; // a quotation that goes on elsewhere
  if (/\s['‘][^'‘’]*$/.test(text)) return false;
  return isBalanced(text);
}

function isBalanced(text: string): boolean {
  const count = (pattern: RegExp): number => text.match(pattern)?.length ?? 0;
  return count(/"/g) % 2 === 0 && count(/“/g) === count(/”/g) && count(/«/g) === count(/»/g) && count(/\(/g) === count(/\)/g);
}
