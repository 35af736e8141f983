import { languageByLetters, languageByWords } from "../text/language.ts";

/** Sentences in another language that make a text one of two languages, and not one with a foreign quotation. */
const fewestForeign = 2;
const leastShare = 0.25;
const sentencesTried = 8;
/** Languages that share most of their small words. */
const alike: readonly (readonly string[])[] = [
  ["nb", "nn", "no", "da", "sv"],
  ["es", "pt", "gl", "ca"],
];

/**
 * Which sentences of a text in two languages are in the other one: they say the same again. None where the text's own language (`lang`)
 * is not found in at least as many sentences as make it one.
 */
export function findForeign(sentences: readonly string[], lang: string): readonly boolean[] {
  const read = (sentence: string): string | undefined => languageByLetters(sentence) ?? languageByWords(sentence);
  const isOwn = (language: string | undefined): boolean =>
    language === lang || alike.some((all) => all.includes(lang) && all.includes(language ?? ""));
  // A text in two languages shows both at its top, and most texts have one.
  const top = sentences.slice(0, sentencesTried).map(read);
  if (top.every((language) => language === undefined || isOwn(language))) return sentences.map(() => false);
  const languages = [...top, ...sentences.slice(sentencesTried).map(read)];
  const known = languages.filter((language) => language !== undefined);
  const own = known.filter(isOwn).length;
  const foreign = known.length - own;
  const isMixed = own >= fewestForeign && foreign >= fewestForeign && foreign >= leastShare * known.length;
  return languages.map((language) => isMixed && language !== undefined && !isOwn(language));
}
