import { setImmediate } from "node:timers/promises";
import type { Article } from "../model/article.ts";
import type { Digest, Form } from "../model/digest.ts";
import type { Mention, Quote } from "../model/quote.ts";
import type { EditionStory } from "../model/story.ts";
import type { Summarizer } from "../model/summarizer.ts";
import { buildEditionStory } from "./edition.ts";
import type { RankedStory } from "./rank.ts";

export interface TellDeps {
  readonly summarizer: Summarizer;
  readonly mentions: (article: Article) => readonly Mention[];
  readonly extractQuotes: (article: Article) => readonly Quote[];
}

export interface TellRequest {
  /** Best first; told until the form is full. */
  readonly ranked: readonly RankedStory[];
  /** Articles whose facts are new to the reader. */
  readonly newArticleIds: ReadonlySet<string>;
  /** Story id → the edition that had it before. */
  readonly earlier: ReadonlyMap<string, string>;
  readonly form: Form;
  readonly maxWords: Digest["maxWords"];
}

/** Ranked stories → stories as an edition carries them. One that gives no bullet leaves its place to the next. */
export async function tellStories(request: TellRequest, deps: TellDeps, signal: AbortSignal): Promise<readonly EditionStory[]> {
  const { ranked, newArticleIds, earlier, form, maxWords } = request;
  const told: EditionStory[] = [];
  for (const { story, why } of ranked) {
    if (told.length >= form.stories) break;
    signal.throwIfAborted();
    const summary = await deps.summarizer.summarize(
      { story, form, maxWords, mentions: deps.mentions, quotes: deps.extractQuotes, newArticleIds },
      signal,
    );
    if (summary.bullets.length > 0) {
      const quotes = form.quotes ? story.articles.filter(({ id }) => newArticleIds.has(id)).flatMap(deps.extractQuotes) : [];
      told.push(buildEditionStory({ story, why, summary, quotes, earlierEditionId: earlier.get(story.id) }, { form }));
    }
    // An edition is a second of work: commands are answered in between.
    await setImmediate();
  }
  return told;
}
