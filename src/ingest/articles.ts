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
  const { outlet } = fields;
  const title = clip(fields.title ?? "", most.title);
  const author = fields.author === undefined ? undefined : clip(fields.author, most.author);
  const url = (fields.url?.length ?? 0) <= most.url ? fields.url : undefined;
  const text = source ? boundText(fields.text) : fields.text;
  const publishedAt = trustedDate(fields.publishedAt, fetchedAt) ?? (source?.undated === "when-read" ? fetchedAt : undefined);
  const modifiedAt = trustedDate(fields.modifiedAt, fetchedAt);
  return {
    id: articleId(aliases),
    version: 1,
    hash: articleHash(title, text),
    title,
    text,
    lang: fields.lang,
    outlet: clip(source?.name ?? outlet ?? hostName(url), most.outlet),
    fetchedAt,
    ...(url !== undefined && { url }),
    ...(author !== undefined && { author }),
    ...(publishedAt && { publishedAt }),
    ...(modifiedAt && { modifiedAt }),
    ...(source && { source: source.address }),
  };
}

/** Characters. 2,000 is what browsers and servers agree on for addresses. */
const most = { title: 500, author: 200, outlet: 100, url: 2_000 };

function clip(line: string, length: number): string {
  return line.length <= length ? line : `${line.slice(0, length - 1).trimEnd()}…`;
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
