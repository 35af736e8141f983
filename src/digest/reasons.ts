import type { Article } from "../model/article.ts";
import type { StoryReason } from "../model/story.ts";
import type { Decision } from "./clusterer.ts";
import { readWords } from "./terms.ts";

/** Stories that an article was kept out of, told at most. */
const mostRefusals = 2;

/**
 * What was decided on each article, as far as it still holds when all is decided: what joined it to the story where it stands now, and
 * the most alike of the stories where it does not. Documents are numbered as the articles are.
 */
export function readReasons(
  decisions: readonly Decision[],
  articles: readonly Article[],
  storyOf: ReadonlyMap<number, number>,
): ReadonlyMap<string, readonly StoryReason[]> {
  const isTogether = ({ document, other }: Decision): boolean => storyOf.get(document) === storyOf.get(other);
  const reasons = new Map<string, readonly StoryReason[]>();
  for (const [document, own] of Map.groupBy(decisions, (decision) => decision.document)) {
    const join = own.findLast((decision) => isJoin(decision) && isTogether(decision));
    const refusals = own.filter((decision) => !isJoin(decision) && !isTogether(decision)).toSorted((a, b) => b.score - a.score);
    const kept = [...(join ? [join] : []), ...refusals.filter(({ kind }) => !join || kind === "apart").slice(0, mostRefusals)];
    if (kept.length === 0) continue;
    const article = articles[document]!;
    const words = readWords(article);
    reasons.set(
      article.id,
      kept.map(({ kind, other, score, terms }) => ({
        kind,
        articleId: articles[other]!.id,
        score,
        words: [...new Set(terms.flatMap((term) => words.get(term) ?? []))],
      })),
    );
  }
  return reasons;
}

const isJoin = ({ kind }: Decision): boolean => kind === "joined" || kind === "merged";
