import type { Article } from "../model/article.ts";
import type { Mention } from "../model/quote.ts";
import type { Edit, Span } from "../model/story.ts";
import { splitSentences } from "../text/sentences.ts";
import { contentWords } from "../text/words.ts";
import { shapeSentence } from "./shape.ts";

export interface Candidate {
  readonly article: Article;
  readonly span: Span;
  readonly text: string;
  readonly edits: readonly Edit[];
  /** Place among the article's sentences, 0 = first. */
  readonly place: number;
  readonly score: number;
}

/** Later sentences than this are never better than earlier ones in news, and work stays bounded. */
const sentencesRead = 60;

/** Sentences of an article that could stand as bullets, each with its score: early, central to the article, concrete. */
export function findCandidates(article: Article, maxWords: number, mentions: readonly Mention[]): readonly Candidate[] {
  const spans = splitSentences(article.text.slice(0, 40_000), article.lang).filter((span) =>
    isNews(article.text.slice(span.start, span.end)),
  );
  const read = spans.slice(0, sentencesRead);
  const weight = countDocuments(
    read.map((span) => contentWords(article.text.slice(span.start, span.end))),
    article.title,
  );
  return read.flatMap((span, place) => {
    const shaped = shapeSentence(article.text, span, { lang: article.lang, maxWords, mentions });
    if (!shaped) return [];
    return [{ article, span, place, ...shaped, score: scoreSentence(shaped.text, place, weight) }];
  });
}

/** Words by how many sentences of the article say them: what it is about. Title words count double. */
function countDocuments(sentences: readonly (readonly string[])[], title: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const words of sentences) for (const word of new Set(words)) counts.set(word, (counts.get(word) ?? 0) + 1);
  for (const word of new Set(contentWords(title))) counts.set(word, (counts.get(word) ?? 0) + 2);
  return counts;
}

function scoreSentence(text: string, place: number, counts: ReadonlyMap<string, number>): number {
  const words = [...new Set(contentWords(text))];
  const about = words.filter((word) => (counts.get(word) ?? 0) > 1).length / Math.max(words.length, 4);
  const concrete = (/\d/.test(text) ? 0.05 : 0) + (/\s\p{Lu}/u.test(text) ? 0.05 : 0);
  return 1 - 0.15 * place + 0.5 * about + concrete;
}

const noNews =
  /^(?:photo|image|video|picture|file photo|scroll down|read more|click|watch|subscribe|sign up|follow us|share this|related|advertisement|copyright|©|foto|bild|фото|відео|видео|читайте|підпис|подпис)\b|(?:scroll down for video|all rights reserved|getty images|contributed to this report|click here)/i;

/** No caption, promotion, heading or question to the reader. */
function isNews(sentence: string): boolean {
  return sentence.length >= 25 && !noNews.test(sentence) && !/\?["”»]?$/.test(sentence) && /\p{Ll}/u.test(sentence);
}
