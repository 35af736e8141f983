import type { Article } from "../../model/article.ts";
import type { Span } from "../../model/story.ts";
import type { SummaryRequest } from "../../model/summarizer.ts";
import { oneEachVoice } from "../copies.ts";
import { readNews } from "../known.ts";
import { isInjected } from "./injection.ts";

/** A source sentence as the model sees it: "a1.s3" is the third sentence of the first article. */
export interface NumberedSentence {
  readonly id: string;
  readonly text: string;
  readonly article: Article;
  readonly span: Span;
}

export type SplitSentences = (text: string, lang: string) => readonly Span[];

/** A model reads this much of a story: the news stands at the top, and a call stays cheap. */
const articlesRead = 4;
const sentencesRead = 24;
const longestSentence = 600;

/** The sentences a model may word bullets from: news to the readers, one article a voice, injected sentences dropped. `dropped` counts those. */
export function numberSentences(
  request: Pick<SummaryRequest, "story" | "newArticleIds" | "hadArticleIds">,
  split: SplitSentences,
): { readonly sentences: readonly NumberedSentence[]; readonly dropped: number } {
  let dropped = 0;
  const isNews = readNews(request);
  const sentences = oneEachVoice(request.story)
    .slice(0, articlesRead)
    .flatMap((article, a) => {
      const clean = split(article.text, article.lang).filter(({ start, end }) => {
        const sentence = article.text.slice(start, end);
        const injected = isInjected(sentence);
        if (injected) dropped++;
        return !injected && end - start <= longestSentence && isNews(article, sentence);
      });
      return clean
        .slice(0, sentencesRead)
        .map((span, s) => ({ id: `a${a + 1}.s${s + 1}`, text: article.text.slice(span.start, span.end), article, span }));
    });
  return { sentences, dropped };
}
