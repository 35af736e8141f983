import { eachTerm, type Sum } from "./sums.ts";

/** What the index reads of a story. */
export interface Indexed {
  readonly sum: Sum;
}

export interface StoryIndex<Story extends Indexed> {
  add(story: Story, sum: Sum): void;
  removeTerm(story: Story, term: number): void;
  remove(story: Story): void;
  /** Stories that share telling terms, those first that share most. */
  findNear(sum: Sum, except?: Story): readonly Story[];
}

/** The most telling terms probed, and the most entries looked at for one document: time stays flat however many stories there are. */
const probedTerms = 24;
const probedEntries = 400;
const nearStories = 12;

/** Term → the stories that have it. */
export function createStoryIndex<Story extends Indexed>(idf: (term: number) => number): StoryIndex<Story> {
  const postings = new Map<number, Set<Story>>();

  const removeTerm = (story: Story, term: number): void => {
    const stories = postings.get(term);
    stories?.delete(story);
    if (stories?.size === 0) postings.delete(term);
  };

  const probe = (sum: Sum): readonly { readonly term: number; readonly weight: number }[] => {
    const terms: { term: number; weight: number }[] = [];
    eachTerm(sum, (term, weight) => terms.push({ term, weight: weight * idf(term) ** 2 }));
    return terms.sort((a, b) => b.weight - a.weight).slice(0, probedTerms);
  };

  return {
    add: (story, sum) => eachTerm(sum, (term) => postings.getOrInsertComputed(term, () => new Set()).add(story)),
    removeTerm,
    remove: (story) => eachTerm(story.sum, (term) => removeTerm(story, term)),
    findNear(sum, except) {
      const scores = new Map<Story, number>();
      let left = probedEntries;
      for (const { term, weight } of probe(sum)) {
        if (left <= 0) break;
        for (const story of postings.get(term) ?? []) {
          if (left-- <= 0) break;
          if (story !== except) scores.set(story, (scores.get(story) ?? 0) + weight);
        }
      }
      return [...scores]
        .sort((a, b) => b[1] - a[1])
        .slice(0, nearStories)
        .map(([story]) => story);
    },
  };
}
