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
  const text = source ? boundText(fields.text) : fields.text;
  const publishedAt = trustedDate(fields.publishedAt, fetchedAt);
  const modifiedAt = trustedDate(fields.modifiedAt, fetchedAt);
  return {
    id: articleId(aliases),
    version: 1,
    hash: articleHash(title, text),
    title,
    text,
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

/** 30,000 words: what is longer came from a source that is broken or means harm. What a person hands over is theirs to choose. */
const maxTextLength = 200_000;

/** A text cut after the last whole paragraph that fits. */
function boundText(text: string): string {
  if (text.length <= maxTextLength) return text;
  const end = text.lastIndexOf("\n\n", maxTextLength);
  return text.slice(0, end > maxTextLength / 2 ? end : maxTextLength);
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
