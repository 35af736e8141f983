import type { Article } from "../model/article.ts";
import type { StoryReason } from "../model/story.ts";
import type { Decision } from "./clusterer.ts";
import { readWords } from "./terms.ts";

/** Stories that an article was kept out of, told at most. */
const mostRefusals = 2;

export interface Decided {
  /** What was decided on this article. */
  readonly decisions: readonly Decision[];
  /** By document number. */
  readonly articles: readonly Article[];
  readonly storyOf: ReadonlyMap<number, number>;
}

/**
 * What of the decisions on an article still holds when all is decided: what joined it to the story where it stands now, and the most
 * alike of the stories where it does not.
 */
export function readReasons(article: Article, { decisions, articles, storyOf }: Decided): readonly StoryReason[] {
  const isTogether = ({ document, other }: Decision): boolean => storyOf.get(document) === storyOf.get(other);
  const join = decisions.findLast((decision) => isJoin(decision) && isTogether(decision));
  const refusals = decisions.filter((decision) => !isJoin(decision) && !isTogether(decision)).toSorted((a, b) => b.score - a.score);
  const kept = [...(join ? [join] : []), ...refusals.filter(({ kind }) => !join || kind === "apart").slice(0, mostRefusals)];
  if (kept.length === 0) return [];
  const words = readWords(article);
  return kept.map(({ kind, other, score, terms }) => ({
    kind,
    articleId: articles[other]!.id,
    score,
    words: [...new Set(terms.flatMap((term) => words.get(term) ?? []))],
  }));
}

const isJoin = ({ kind }: Decision): boolean => kind === "joined" || kind === "merged";
