import { createHash } from "node:crypto";
import type { Article } from "../model/article.ts";
import type { Quote, Speaker } from "../model/quote.ts";
import type { Span } from "../model/story.ts";

/** What was decided about one segment. */
export interface QuoteParts {
  readonly article: Article;
  readonly segment: Span;
  readonly context: Span;
  readonly group: number;
  readonly speaker: Speaker;
  readonly cue?: string | undefined;
  readonly relayedVia?: string | undefined;
  readonly reportedBy?: string | undefined;
  /** How many quotations of the article have had the same words before. */
  readonly occurrence: number;
  /** A turn of a conversation set without marks. */
  readonly isTranscript?: boolean;
  readonly why: readonly string[];
}

/** The quote, verbatim: its text is the slice of its article. */
export function buildQuote({
  article,
  segment,
  context,
  group,
  speaker,
  cue,
  relayedVia,
  reportedBy,
  occurrence,
  isTranscript,
  why,
}: QuoteParts): Quote {
  const text = article.text.slice(segment.start, segment.end);
  return {
    id: `q${createHash("sha256").update(`${article.id}\n${text}\n${occurrence}`).digest("hex").slice(0, 12)}`,
    articleId: article.id,
    version: article.version,
    text,
    start: segment.start,
    end: segment.end,
    context,
    kind: isTranscript ? "transcript" : isDirect(text, context) ? "direct" : "mixed",
    group,
    speaker,
    ...(cue === undefined ? {} : { cue }),
    ...(relayedVia === undefined ? {} : { relayedVia }),
    ...(reportedBy === undefined ? {} : { reportedBy }),
    lang: article.lang,
    why,
  };
}

const isDirect = (text: string, context: Span): boolean => /[.,!?…]$/.test(text) || text.length > (context.end - context.start) / 2;

/** Counts how often words were quoted before, so that each occurrence has an id of its own. */
export function quoteCounter(): (text: string) => number {
  const seen = new Map<string, number>();
  return (text) => {
    const count = seen.get(text) ?? 0;
    seen.set(text, count + 1);
    return count;
  };
}
