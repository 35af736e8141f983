import type { Quote } from "../model/quote.ts";
import type { Bullet } from "../model/story.ts";
import { splitSentences } from "../text/sentences.ts";

/** Words a quote needs to stand alone, and may have to stay short. */
const fewestWords = 5;
const mostWords = 40;
/** Short enough to be remembered. */
const strikingWords = 16;

/**
 * The quote that earns its place, at most one: said by somebody with a name, whole, short, and not in a bullet already. Of several sentences
 * in one quotation the first may be the better quote; it is cut out word for word, and its place with it.
 */
export function pickQuotes(quotes: readonly Quote[], bullets: readonly Pick<Bullet, "text">[]): readonly Quote[] {
  const told = bullets.map(({ text }) => wordsOf(text));
  const scored = quotes
    .filter((quote) => !isFragment(quote))
    .map(withoutComma)
    .flatMap((quote) => [quote, ...firstSentenceOf(quote)])
    .filter(({ text, speaker }) => speaker.name !== undefined && isTellable(text) && !told.some((words) => words.includes(wordsOf(text))))
    .map((quote) => ({ quote, score: scoreOf(quote) }))
    .toSorted((a, b) => b.score - a.score || a.quote.start - b.quote.start);
  return scored.slice(0, 1).map(({ quote }) => quote);
}

/** A few words out of somebody's sentence: they say something in that sentence only. */
const isFragment = ({ text }: Quote): boolean => /^\p{Ll}/u.test(text);

/** The comma before "she said" is the sentence's, not the speaker's. */
const withoutComma = (quote: Quote): Quote =>
  quote.text.endsWith(",") ? { ...quote, text: quote.text.slice(0, -1), end: quote.end - 1 } : quote;

function firstSentenceOf(quote: Quote): readonly Quote[] {
  const [first, second] = splitSentences(quote.text, quote.lang);
  if (!first || !second) return [];
  return [{ ...quote, text: quote.text.slice(first.start, first.end), start: quote.start + first.start, end: quote.start + first.end }];
}

function isTellable(text: string): boolean {
  const words = countOf(text);
  return words >= fewestWords && words <= mostWords;
}

/** Ties to what was said before, and words of somebody who is asked. */
const leansBack =
  /^(?:and|but|so|because|well|yes|no|also|it|that|this is why|і|й|але|тому|а|и|но|поэтому|und|aber|et|mais|y|pero|ale|men|og)(?!\p{L})/iu;

/** Ends in a word for something that stands outside the quotation: "We will not strike over it." */
const pointsOut = /\b(?:it|this|that|them|so|him|her)[.!?…]?$/iu;

/** A whole utterance before a fragment, one that begins and ends where its sentence does, a short one, a person with an office; earlier before later. */
function scoreOf({ kind, text, speaker, start }: Quote): number {
  return (
    (kind === "direct" ? 2 : 0) +
    (/[.!?…]$/.test(text) ? 2 : 0) +
    (leansBack.test(text) || pointsOut.test(text) ? 0 : 1) +
    (countOf(text) <= strikingWords ? 1 : 0) +
    (speaker.role ? 1 : 0) +
    (speaker.kind === "person" ? 1 : 0) +
    1 / (1 + start / 1_000)
  );
}

const countOf = (text: string): number => text.split(/\s+/).length;

/** Marks and stops are no difference: a bullet ends a quotation without the comma it had. */
const wordsOf = (text: string): string => ` ${(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(" ")} `;
