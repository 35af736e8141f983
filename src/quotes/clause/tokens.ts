import type { Span } from "../../model/story.ts";
import type { Grammar } from "../languages/grammar.ts";

/** A word or a mark with its place in the article. */
export interface Token {
  readonly text: string;
  readonly lower: string;
  readonly start: number;
  readonly end: number;
  readonly isWord: boolean;
  readonly capital: boolean;
}

/** From the first of some tokens to the last; the end exclusive. */
export const spanOf = (tokens: readonly Token[], from: number, to: number): Span => ({
  start: tokens[from]!.start,
  end: tokens[to - 1]!.end,
});

/** Words with inner apostrophes and hyphens; an initial and a title keep their full stop; every other sign stands alone. */
const tokenPattern =
  /\p{Lu}\.(?=[\s\p{Lu}])|(?<!\p{L})(?:Dr|Prof|Sr|Sra|Hr|Fr|St|Mr)\.|[\p{L}\p{M}\p{N}]+(?:[’'ʼ\-.&](?=[\p{L}\p{N}])[\p{L}\p{M}\p{N}]+)*|[^\s]/gu;

/** The words of a stretch of text, in order; `offset` is where the stretch begins in the article. */
export function tokenize(text: string, offset: number, grammar: Grammar): readonly Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(tokenPattern)) {
    const at = offset + match.index;
    for (const [part, shift] of splitWord(match[0], grammar)) tokens.push(tokenAt(part, at + shift));
  }
  return tokens;
}

function tokenAt(text: string, start: number): Token {
  return {
    text,
    lower: text.toLowerCase().replaceAll("’", "'").replace(/\.$/, ""),
    start,
    end: start + text.length,
    isWord: /[\p{L}\p{N}]/u.test(text),
    capital: /^\p{Lu}/u.test(text),
  };
}

/** "l'Environnement" → l' + Environnement; "a-t-il" → a + il. */
function splitWord(word: string, { code }: Grammar): readonly (readonly [string, number])[] {
  if (code !== "fr") return [[word, 0]];
  const elided = /^(?:l|d|qu|n|s|j|c|m|t|jusqu|lorsqu|puisqu)[’'](?=\p{L})/iu.exec(word)?.[0] ?? "";
  const rest = word.slice(elided.length);
  const inverted = /(-(?:t-)?)(il|elle|on|ils|elles)$/u.exec(rest);
  const stem = inverted ? rest.slice(0, inverted.index) : rest;
  return [
    ...(elided ? [[elided, 0] as const] : []),
    ...(stem ? [[stem, elided.length] as const] : []),
    ...(inverted ? [[inverted[2] ?? "", elided.length + inverted.index + (inverted[1] ?? "").length] as const] : []),
  ];
}

/** Abbreviations after which a full stop ends no sentence. */
const short =
  /(?<![\p{L}])(?:\p{L}|dr|prof|mr|mme|mlle|me|sr|sra|st|ing|dipl|ks|gen|płk|hr|fr|bzw|usw|ca|nr|тис|млн|млрд|ст|вул|ул|им|ім|св|гг|см|проф|акад|ген|др)$/iu;

/** Where sentences of a stretch begin: after a stop, an optional closing mark and a space before a capital, a mark or a dash. */
export function sentenceStarts(text: string): readonly number[] {
  const starts = [0];
  for (const match of text.matchAll(/[.!?…]["”“»’)]?\s+(?=["“„«»—–-]?\s?[\p{Lu}\p{N}¿¡])/gu)) {
    if (match[0].startsWith(".") && short.test(text.slice(Math.max(0, match.index - 8), match.index))) continue;
    starts.push(match.index + match[0].length);
  }
  return starts;
}
