import type { Article } from "./article.ts";
import type { Form } from "./digest.ts";
import type { Mention, Quote } from "./quote.ts";
import type { Bullet, Story } from "./story.ts";

export interface SummaryRequest {
  readonly story: Story;
  readonly form: Form;
  readonly maxWords: number;
  /** Who is meant by the pronouns and descriptions of an article, sure cases only, in text order. */
  readonly mentions: (article: Article) => readonly Mention[];
  /** Who said what in an article; lets a quotation with its speaker be a bullet where the sentences give too few. */
  readonly quotes?: (article: Article) => readonly Quote[];
  /** Only these articles' facts count as new; absent = all. */
  readonly newArticleIds?: ReadonlySet<string>;
  /** What readers had of the story before: what these articles say is no news to them. */
  readonly hadArticleIds?: ReadonlySet<string>;
}

export interface Summary {
  readonly title: string;
  /** May be empty: nothing to say is said, never filled. */
  readonly bullets: readonly Bullet[];
}

/** What a provider of bullets implements. Never throws for a bad article; rejects only when aborted. */
export interface Summarizer {
  readonly id: string;
  summarize(request: SummaryRequest, signal: AbortSignal): Promise<Summary>;
}
