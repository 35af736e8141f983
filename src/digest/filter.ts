import type { Filter } from "../model/delivery.ts";
import type { Story } from "../model/story.ts";
import { type Matcher, openingOf, readMatcher } from "../text/matcher.ts";

/**
 * Tells whether a channel's own filters let a story through: no exclude filter finds any of its articles, and an include filter finds at
 * least one, where there are include filters.
 */
export async function readFilters(filters: readonly Filter[]): Promise<(story: Pick<Story, "articles">) => boolean> {
  if (filters.length === 0) return () => true;
  const [includes, excludes] = await Promise.all([matchersOf("include", filters), matchersOf("exclude", filters)]);
  return ({ articles }) => {
    const openings = articles.map(openingOf);
    const holds = (matches: Matcher): boolean => openings.some(matches);
    return !excludes.some(holds) && (includes.length === 0 || includes.some(holds));
  };
}

const matchersOf = (mode: Filter["mode"], filters: readonly Filter[]): Promise<readonly Matcher[]> =>
  Promise.all(filters.filter((each) => each.mode === mode).map(({ pattern }) => readMatcher(pattern)));
