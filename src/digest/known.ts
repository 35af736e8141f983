import type { Article } from "../model/article.ts";
import type { SummaryRequest } from "../model/summarizer.ts";
import { splitSentences } from "../text/sentences.ts";
import { contentWords } from "../text/words.ts";

/** From this share of a sentence's words in one sentence that readers had, it tells them nothing new. */
const sameThing = 0.6;
/** Sentences of an article that are held against: what stands further down was hardly read. */
const sentencesRead = 60;

/** Whether a sentence of an article is news to the readers of a summary: its article is new, and it says what they do not know. */
export function readNews({
  story,
  newArticleIds,
  hadArticleIds,
}: Pick<SummaryRequest, "story" | "newArticleIds" | "hadArticleIds">): (article: Article, sentence: string) => boolean {
  const isKnown = createKnown(story.articles.filter(({ id }) => hadArticleIds?.has(id)));
  return ({ id }, sentence) => (newArticleIds?.has(id) ?? true) && !isKnown(sentence);
}

/**
 * Tells of a sentence whether readers who had these articles know it: one sentence of them, or a headline, says most of its words, and
 * none of its numbers is new. A new number is news in old words: "the number of injured has risen to 14".
 */
export function createKnown(had: readonly Article[]): (sentence: string) => boolean {
  if (had.length === 0) return () => false;
  const sentences = had.flatMap(readSentences).map((sentence) => new Set(contentWords(sentence)));
  const numbers = new Set(had.flatMap(({ title, text }) => readNumbers(`${title} ${text}`)));
  return (sentence) => {
    if (readNumbers(sentence).some((number) => !numbers.has(number))) return false;
    const words = [...new Set(contentWords(sentence))];
    return sentences.some((other) => words.filter((word) => other.has(word)).length >= sameThing * words.length);
  };
}

const readSentences = ({ title, text, lang }: Article): readonly string[] => [
  title,
  ...splitSentences(text, lang)
    .slice(0, sentencesRead)
    .map(({ start, end }) => text.slice(start, end)),
];

const readNumbers = (text: string): readonly string[] => text.match(/\d+(?:[.,]\d+)*/g) ?? [];
