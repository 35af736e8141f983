import type { Article } from "../model/article.ts";
import type { Mention } from "../model/quote.ts";

/** Who is meant by the pronouns and descriptions of an article outside quotations: sure cases only, in text order. */
export function findMentions(_article: Article): readonly Mention[] {
  return [];
}
