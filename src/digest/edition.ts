import { createHash } from "node:crypto";
import type { Article, ArticleRef } from "../model/article.ts";
import type { Digest, Edition, Form, Slot } from "../model/digest.ts";
import type { Quote } from "../model/quote.ts";
import type { EditionStory, Story } from "../model/story.ts";
import type { Summary } from "../model/summarizer.ts";
import { roomOf } from "./forms.ts";
import { pickQuotes } from "./pick-quotes.ts";
import { withoutRepeats } from "./titles.ts";

export interface EditionFrame {
  readonly digest: Digest;
  readonly slot: Slot;
  readonly form: Form;
  readonly audience: string;
  readonly coversFrom: Date;
  readonly coversTo: Date;
  readonly catchUp: boolean;
  readonly instant: boolean;
}

/** An edition around its stories. The id follows from what was asked for, never from what was found: making it twice gives the same one. */
export function buildEdition({ digest, instant, ...frame }: EditionFrame, stories: readonly EditionStory[], madeAt: Date): Edition {
  return {
    id: editionIdFrom(digest.id, frame),
    digestId: digest.id,
    digestName: digest.name,
    lang: digest.lang,
    ...frame,
    ...(instant && { instant }),
    stories,
    madeAt,
  };
}

export function editionIdFrom(digestId: string, frame: Pick<EditionFrame, "slot" | "audience" | "coversFrom">): string {
  const { slot, audience, coversFrom } = frame;
  const asked = [digestId, slot.at.toISOString(), slot.local, slot.zone, audience, coversFrom.toISOString()].join("\n");
  return `e${createHash("sha256").update(asked).digest("hex").slice(0, 12)}`;
}

export interface ToldStory {
  readonly story: Story;
  readonly why: string;
  readonly summary: Summary;
  /** Of the articles that are new. */
  readonly quotes: readonly Quote[];
  readonly earlierEditionId?: string | undefined;
}

/** A story as the edition carries it. */
export function buildEditionStory(
  { story, why, summary, quotes, earlierEditionId }: ToldStory,
  { form }: { readonly form: Form },
): EditionStory {
  const room = roomOf(form);
  const bullets = withoutRepeats(summary.bullets, summary.title).slice(0, room.bullets);
  return {
    storyId: story.id,
    title: summary.title,
    bullets,
    quotes: pickQuotes(quotes, bullets).slice(0, room.quotes),
    outlets: outletsOf(story),
    articles: story.articles.map(refOf),
    why,
    ...(earlierEditionId !== undefined && { earlierEditionId }),
  };
}

/** Distinct outlets, first carrier first; copies of one text are one voice and count for the outlet that had it first. */
export function outletsOf({ articles, voices }: Story): readonly string[] {
  const oldestFirst = articles.toSorted((a, b) => seenAt(a) - seenAt(b));
  const carriers = new Map<number | string, string>();
  for (const { id, outlet } of oldestFirst) {
    const voice = voices[id] ?? id;
    if (outlet !== "" && !carriers.has(voice)) carriers.set(voice, outlet);
  }
  return [...new Set(carriers.values())];
}

const seenAt = ({ publishedAt, fetchedAt }: Article): number => (publishedAt ?? fetchedAt).getTime();

const refOf = ({ id, version, title, outlet, lang, url, publishedAt }: Article): ArticleRef => ({
  id,
  version,
  title,
  outlet,
  lang,
  ...(url !== undefined && { url }),
  ...(publishedAt && { publishedAt }),
});
