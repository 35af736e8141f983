import type { Article } from "../../model/article.ts";
import type { Quote, QuoteHit } from "../../model/quote.ts";

export interface HitRow {
  readonly row: number;
  readonly id: string;
  readonly article_id: string;
  readonly version: number;
  readonly speaker_id: number | null;
  readonly outlet: string;
  readonly lang: string;
  readonly said_at: number;
  readonly body: string;
}

interface Body {
  readonly quote: Quote;
  readonly context: QuoteHit["context"];
  readonly title: string;
  readonly url?: string;
  readonly publishedAt?: number;
  readonly fetchedAt: number;
}

/** Context beyond this is cut around the quotation: a wall of text is no context. */
const longestContext = 1500;

/** What a hit needs to be shown without looking the article up. */
export function writeBody(article: Article, quote: Quote): string {
  const body: Body = {
    quote,
    context: contextOf(article.text, quote),
    title: article.title,
    fetchedAt: article.fetchedAt.getTime(),
    ...(article.url === undefined ? {} : { url: article.url }),
    ...(article.publishedAt === undefined ? {} : { publishedAt: article.publishedAt.getTime() }),
  };
  return JSON.stringify(body);
}

function contextOf(text: string, quote: Quote): QuoteHit["context"] {
  const room = Math.max(0, Math.floor((longestContext - (quote.end - quote.start)) / 2));
  const start = Math.max(quote.context.start, quote.start - room);
  const end = Math.min(quote.context.end, quote.end + room);
  return { text: text.slice(start, end), start: quote.start - start, end: quote.end - start };
}

export function hitFrom(row: HitRow): Omit<QuoteHit, "score" | "alsoIn"> {
  const { quote, context, title, url, publishedAt, fetchedAt } = JSON.parse(row.body) as Body;
  return {
    quote,
    context,
    ...(row.speaker_id === null ? {} : { speakerId: String(row.speaker_id) }),
    article: {
      id: row.article_id,
      title,
      outlet: row.outlet,
      fetchedAt: new Date(fetchedAt),
      ...(url === undefined ? {} : { url }),
      ...(publishedAt === undefined ? {} : { publishedAt: new Date(publishedAt) }),
    },
  };
}
