import type { Article, ArticleRef } from "./article.ts";
import type { Quote } from "./quote.ts";

/** UTF-16 code units into an article's `text`, end exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** What Quoth did to the source between two offsets: `text` stands there instead; "" = cut. start === end = inserted. */
export interface Edit extends Span {
  readonly text: string;
  /** Why, in words a reader understands ("attribution tail", "he → Michael Carpenter"). */
  readonly why: string;
}

/** The source sentences a bullet rests on, in one version of one article. */
export interface Evidence {
  readonly articleId: string;
  readonly version: number;
  readonly spans: readonly Span[];
  readonly edits: readonly Edit[];
}

/** One short line of an edition. */
export interface Bullet {
  readonly text: string;
  /** At least one; the first is the one the words were taken from. */
  readonly evidence: readonly Evidence[];
  readonly by: "extractive" | "model";
  /** Set when two voices (not two copies of one text) support it. */
  readonly confirmed?: boolean;
  /** new = since the reader's last edition with this story; corrected, withdrawn = after it was sent. */
  readonly sign?: "corrected" | "withdrawn" | "new";
  /** When it was corrected or withdrawn. */
  readonly changedAt?: Date;
  /** What stood here before the newest correction. */
  readonly before?: { readonly text: string; readonly evidence: readonly Evidence[] };
  /** Set when a model's wording failed its check and this bullet stands in: the reasons in words. */
  readonly replaced?: readonly string[];
}

/** Why an article stands in its story, or was kept out of another one. */
export interface StoryReason {
  /**
   * joined = it was alike enough; merged = its story and that of the other article had grown alike; apart = alike enough, but it names
   * other people and places; unlike = the nearest story there was, and not alike enough.
   */
  readonly kind: "joined" | "merged" | "apart" | "unlike";
  /** An article of the story that it was held against. */
  readonly articleId: string;
  /** Likeness, 0..1. */
  readonly score: number;
  /** Its words that both have, most telling first; of `apart` the names that the other story lacks. */
  readonly words: readonly string[];
}

/** Articles about one event. */
export interface Story {
  /** "s" and 12 letters or digits, stable while the story lives (after a merge the older id stays). */
  readonly id: string;
  /** Newest first. */
  readonly articles: readonly Article[];
  /** Articles that are copies of one text (wire copy) share a voice: article id → voice number from 0. */
  readonly voices: Readonly<Record<string, number>>;
  /** By article id: shown by /why. */
  readonly reasons: Readonly<Record<string, readonly StoryReason[]>>;
}

/** A story as an edition carries it: everything a renderer needs, nothing it has to look up. */
export interface EditionStory {
  readonly storyId: string;
  readonly title: string;
  readonly bullets: readonly Bullet[];
  /** At most one in the default form: the quote that earns its place. */
  readonly quotes: readonly Quote[];
  /** Distinct outlets, wire copies folded, first carrier first. */
  readonly outlets: readonly string[];
  readonly articles: readonly ArticleRef[];
  /** Why it stands at this place, in words. */
  readonly why: string;
  /** Set when earlier editions for the same readers had this story and this one carries only what is new. */
  readonly earlierEditionId?: string;
}
