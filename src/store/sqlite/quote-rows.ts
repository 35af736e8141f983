import type { Article } from "../../model/article.ts";
import type { Quote, QuoteHit } from "../../model/quote.ts";

/** What is read of every match, to rank it. */
export interface MatchRow {
  readonly row: number;
  readonly article_id: string;
  readonly speaker_id: number | null;
  readonly utterance: number;
  readonly lang: string;
  readonly kind: string;
  readonly text: string;
}

/** What is read of those that are shown. */
export interface HitRow extends MatchRow {
  readonly id: string;
  readonly version: number;
  readonly current: number;
  readonly outlet: string;
  readonly body: string;
}

export const matchColumns = "row, article_id, speaker_id, utterance, lang, kind, text";
export const hitColumns = `${matchColumns}, id, version, current, outlet, body`;

/** Rows of one second; far more than are ever published in one. */
const rowsPerSecond = 2 ** 20;

/** The first row of quotations published at an instant or later: rows are ordered by time. */
export const rowAt = (at: number): number => Math.max(0, Math.floor(at / 1_000)) * rowsPerSecond;
const secondsOf = (row: number): number => Math.floor(row / rowsPerSecond);
export const saidAt = (row: number): number => secondsOf(row) * 1_000;

/** What has a column of its own is not kept twice. */
type KeptQuote = Omit<Quote, "id" | "articleId" | "version" | "text" | "kind" | "lang">;

interface Body {
  readonly quote: KeptQuote;
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
  const { id, articleId, version, text, kind, lang, ...kept } = quote;
  const body: Body = {
    quote: kept,
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
  const { id, article_id: articleId, version, text, kind, lang } = row;
  return {
    quote: { ...quote, id, articleId, version, text, kind: kind as Quote["kind"], lang },
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
