import type { Article, Source } from "../model/article.ts";
import { articleHash, articleId } from "./identity.ts";

/** What was learned about an article, wherever it came from. */
export interface ArticleFields {
  readonly title?: string | undefined;
  readonly text: string;
  readonly lang: string;
  readonly outlet?: string | undefined;
  readonly url?: string | undefined;
  readonly author?: string | undefined;
  readonly publishedAt?: Date | undefined;
  readonly modifiedAt?: Date | undefined;
}

/** Version 1 of an article: a store that knows one of its names puts the right id and version in its place. */
export function buildArticle(fields: ArticleFields, aliases: readonly string[], fetchedAt: Date, source?: Source): Article {
  const { url, author, outlet } = fields;
  const title = fields.title ?? "";
  const publishedAt = trustedDate(fields.publishedAt, fetchedAt);
  const modifiedAt = trustedDate(fields.modifiedAt, fetchedAt);
  return {
    id: articleId(aliases),
    version: 1,
    hash: articleHash(title, fields.text),
    title,
    text: fields.text,
    lang: fields.lang,
    outlet: source?.name ?? outlet ?? hostName(url),
    fetchedAt,
    ...(url !== undefined && { url }),
    ...(author !== undefined && { author }),
    ...(publishedAt && { publishedAt }),
    ...(modifiedAt && { modifiedAt }),
    ...(source && { source: source.address }),
  };
}

/** Clocks run fast and zones are forgotten; what lies further ahead is no date. */
const toleranceMs = 24 * 3_600_000;

/** A date in the near future is now; one further ahead is none. */
export function trustedDate(date: Date | undefined, now: Date): Date | undefined {
  if (!date || date.getTime() > now.getTime() + toleranceMs) return undefined;
  return date > now ? now : date;
}

function hostName(url: string | undefined): string {
  return url !== undefined && URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, "") : "";
}
