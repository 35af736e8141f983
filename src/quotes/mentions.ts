import type { Article } from "../model/article.ts";
import type { Mention } from "../model/quote.ts";
import { splitSentences } from "../text/sentences.ts";
import { type Cast, findCast } from "./english/cast.ts";
import { createGrammar } from "./english/grammar.ts";
import { readArticle } from "./english/reading.ts";
import { resolvePronoun } from "./english/resolve.ts";
import weights from "./english/speaker-weights.json" with { type: "json" };
import { lookAround } from "./english/surroundings.ts";
import { findLanguage } from "./languages/index.ts";
import type { QuoteLanguage } from "./languages/language.ts";
import { findMarkedText } from "./marks.ts";

/** A pronoun is sure when only this many people of its gender stand in the text before it. */
const readBefore = 700;

/**
 * Who is meant by the pronouns that open sentences outside quotations, in text order. Only sure cases: exactly one person of that
 * gender is named in the text just before. English so far: elsewhere a pronoun's form tells too little.
 */
export function findMentions(article: Article): readonly Mention[] {
  const language = findLanguage(article.lang);
  if (!language || article.lang !== "en") return [];
  const text = article.text.slice(0, 20_000);
  const marked = findMarkedText(text);
  const { segments } = marked;
  const cast = findCast(text, language);
  const reading = readArticle(text, marked, cast, language);
  const surroundings = lookAround(reading, marked, createGrammar(reading));
  const isQuoted = (at: number): boolean => segments.some(({ start, end }) => at >= start && at < end);
  return splitSentences(text, article.lang).flatMap(({ start, end }) => {
    const pronoun = /^(?:he|she)(?!\p{L})/iu.exec(text.slice(start, end))?.[0];
    if (!pronoun || isQuoted(start)) return [];
    const mention = { start, end: start + pronoun.length };
    if (!isSure(pronoun, mention.start, cast, language, isQuoted)) return [];
    const resolved = resolvePronoun(pronoun, mention, {
      text,
      cast,
      language,
      lastSpeaker: undefined,
      lastSpokeAt: -10_000,
      isQuoted,
      surroundings,
      weights,
    });
    if (!resolved.member) return [];
    const { name, role } = resolved.member;
    return [{ ...mention, kind: "pronoun" as const, name, ...(role === undefined ? {} : { role }) }];
  });
}

function isSure(pronoun: string, at: number, cast: Cast, { pronouns }: QuoteLanguage, isQuoted: (at: number) => boolean): boolean {
  const gender = pronouns.he.includes(pronoun.toLowerCase()) ? "he" : "she";
  const near = cast.members.filter(
    (member) =>
      member.kind === "person" &&
      member.mentions.some((mention) => mention.end <= at && at - mention.end < readBefore && !isQuoted(mention.start)),
  );
  return (
    near.filter((member) => member.gender === gender).length === 1 &&
    near.every((member) => member.gender !== undefined) &&
    near.some((member) => member.name.includes(" "))
  );
}
