import { setImmediate } from "node:timers/promises";
import type { Article } from "../model/article.ts";
import type { Digest, Form } from "../model/digest.ts";
import type { Mention, Quote } from "../model/quote.ts";
import type { ArticleStore, Telling } from "../model/stores.ts";
import type { EditionStory, Story } from "../model/story.ts";
import type { Summarizer, SummaryRequest } from "../model/summarizer.ts";
import { buildEditionStory } from "./edition.ts";
import { roomOf } from "./forms.ts";
import { readNews } from "./known.ts";
import type { RankedStory } from "./rank.ts";

export interface TellDeps {
  /** Stories are found by the openings of their articles; those that are told are read whole. */
  readonly articles: Pick<ArticleStore, "find">;
  readonly summarizer: Summarizer;
  readonly mentions: (article: Article) => readonly Mention[];
  readonly extractQuotes: (article: Article) => readonly Quote[];
}

export interface TellRequest {
  /** Best first; told until the form is full. */
  readonly ranked: readonly RankedStory[];
  /** Articles whose facts are new to the reader. */
  readonly newArticleIds: ReadonlySet<string>;
  /** What the readers had before, by story id. */
  readonly earlier: ReadonlyMap<string, Telling>;
  readonly form: Form;
  readonly maxWords: Digest["maxWords"];
}

/** Ranked stories → stories as an edition carries them. One that gives no bullet, or none that is news to the readers, leaves its place to the next. */
export async function tellStories(request: TellRequest, deps: TellDeps, signal: AbortSignal): Promise<readonly EditionStory[]> {
  const { ranked, newArticleIds, earlier, form, maxWords } = request;
  const told: EditionStory[] = [];
  for (const { story: opened, why } of ranked) {
    if (told.length >= form.stories) break;
    signal.throwIfAborted();
    const story = await readWhole(opened, deps);
    const before = earlier.get(story.id);
    const news = { story, newArticleIds, hadArticleIds: new Set(before?.articleIds) };
    const summary = await deps.summarizer.summarize(
      { ...news, form, maxWords, mentions: deps.mentions, quotes: deps.extractQuotes },
      signal,
    );
    if (summary.bullets.length > 0) {
      const quotes = roomOf(form).quotes > 0 ? findNewQuotes(news, deps) : [];
      told.push(buildEditionStory({ story, why, summary, quotes, earlierEditionId: before?.editionId }, { form }));
    }
    // An edition is a second of work: commands are answered in between.
    await setImmediate();
  }
  return told;
}

async function readWhole(story: Story, { articles }: TellDeps): Promise<Story> {
  return { ...story, articles: await Promise.all(story.articles.map(async (opening) => (await articles.find(opening.id)) ?? opening)) };
}

function findNewQuotes(news: Pick<SummaryRequest, "story" | "newArticleIds" | "hadArticleIds">, deps: TellDeps): readonly Quote[] {
  const isNews = readNews(news);
  return news.story.articles.flatMap((article) => deps.extractQuotes(article).filter(({ text }) => isNews(article, text)));
}
