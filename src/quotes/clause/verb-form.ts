import type { Grammar } from "../languages/grammar.ts";

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
