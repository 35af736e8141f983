import type { Grammar } from "../languages/grammar.ts";
import type { Token } from "./tokens.ts";

const plural: Readonly<Record<string, RegExp>> = {
  de: /en$/,
  uk: /(?:ли|лися|(?:[аяую])ть|[аяую]ться)$/,
  ru: /(?:ли|лись|[аяую]т|[аяую]тся)$/,
  pl: /(?:li|ły|ą)$/,
  es: /(?:ron|an|en)$/,
  fr: /ent$/,
};

/** Is a verb's form said of several? One person's words are not reported so. */
export const isPlural = (verb: string, { code }: Grammar): boolean => plural[code]?.test(verb) ?? false;

/** Is a word a reporting verb? One that reports with a particle only ("slår … fast") needs it within three words. */
export function reports(at: number, tokens: readonly Token[], { verbs, particleOf }: Grammar): boolean {
  const word = tokens[at];
  if (!word || !verbs.has(word.lower)) return false;
  const particle = particleOf?.get(word.lower);
  return particle === undefined || tokens.slice(at + 1, at + 4).some(({ lower }) => lower === particle);
}
