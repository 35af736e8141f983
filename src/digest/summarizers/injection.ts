import { injectionWords, roleLabel, templateMarks } from "./injection-patterns.ts";

/** Letters before and after decide what is a word; \b knows only ASCII. */
const word = (pattern: string): RegExp => new RegExp(`(?<!\\p{L})(?:${pattern})`, "iu");

const patterns: readonly RegExp[] = Object.values(injectionWords).flatMap(({ drop, rules, role, output, model, promotion }) => [
  new RegExp(`(?<!\\p{L})(?:${drop})(?!\\p{L}).{0,60}?(?<!\\p{L})(?:${rules})`, "iu"),
  word(role),
  word(output),
  word(model),
  word(promotion),
]);

/**
 * True when a sentence addresses a model or calls the reader to act, instead of telling news. Such sentences are dropped
 * before a model sees the text: it can then neither obey nor repeat them. Every language's patterns are tried: an attack chooses its own.
 */
export function isInjected(sentence: string): boolean {
  const plain = sentence.normalize("NFKC").replace(/[\u200b-\u200f\u2060\ufeff\u00ad]/g, "");
  return templateMarks.test(plain) || roleLabel.test(plain) || patterns.some((pattern) => pattern.test(plain));
}
