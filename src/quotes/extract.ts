import type { Article } from "../model/article.ts";
import type { Quote } from "../model/quote.ts";
import { buildQuote, quoteCounter } from "./build.ts";
import { joinChains } from "./chain.ts";
import { extractByClause } from "./clause/extract.ts";
import { extractEnglish } from "./english/extract.ts";
import { findGrammar, findLanguage } from "./languages/index.ts";
import { findMarkedText } from "./marks.ts";
import { extractTranscript } from "./transcript/extract.ts";

/** From so many words on, what stands between marks is taken for speech where nothing else is known. */
const longEnough = 5;

/**
 * Who said what, verbatim. Pure; every text is `article.text.slice(start, end)`.
 * An unknown language still gives the words, unnamed.
 */
export function extractQuotes(article: Article): readonly Quote[] {
  const spoken = extractTranscript(article);
  const marked = joinChains(article.text, extractMarked(article));
  return spoken.length === 0 ? marked : withoutInner(marked, spoken);
}

/** Marks within somebody's turn are a quotation in a quotation: the turn stays. */
function withoutInner(marked: readonly Quote[], spoken: readonly Quote[]): readonly Quote[] {
  let at = 0; // both are in order
  const outer = marked.filter(({ start, end }) => {
    while (at < spoken.length && spoken[at]!.end <= start) at++;
    return at === spoken.length || spoken[at]!.start >= end;
  });
  return [...outer, ...spoken].toSorted((a, b) => a.start - b.start);
}

function extractMarked(article: Article): readonly Quote[] {
  const grammar = findGrammar(article.lang);
  if (grammar) return extractByClause(article, grammar);
  return findLanguage(article.lang) || article.lang === "und" ? extractEnglish(article) : extractUnnamed(article);
}

function extractUnnamed(article: Article): readonly Quote[] {
  const { paragraphs, segments } = findMarkedText(article.text);
  const count = quoteCounter();
  return segments
    .filter(({ start, end }) => article.text.slice(start, end).split(/\s+/).length >= longEnough)
    .map((segment, group) =>
      buildQuote({
        article,
        segment,
        context: paragraphs[segment.paragraph]!,
        group,
        speaker: { kind: "unnamed" },
        reportedBy: article.outlet || undefined,
        occurrence: count(article.text.slice(segment.start, segment.end)),
        why: [`the reporting words of “${article.lang}” are not known`],
      }),
    );
}
