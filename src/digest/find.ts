import { setImmediate } from "node:timers/promises";
import type { Filter, Subscription } from "../model/delivery.ts";
import type { Stores, Telling } from "../model/stores.ts";
import type { EditionStory } from "../model/story.ts";
import { clusterArticles } from "./cluster.ts";
import type { EditionFrame } from "./edition.ts";
import { readFilters } from "./filter.ts";
import { type RankedStory, rankStories } from "./rank.ts";

/** Fresh articles looked at for one edition, newest first, and older ones that show which stories are not new: a day of 10,000 each. */
const mostFresh = 10_000;
const mostContext = 10_000;
/** Rows of one transaction: some milliseconds. */
const keptAtOnce = 500;
const contextMs = 48 * 3_600_000;

export interface FoundStories {
  /** Best first; of their articles only the openings. */
  readonly ranked: readonly RankedStory[];
  readonly newArticleIds: ReadonlySet<string>;
  /** Earlier decisions: article id → story id. */
  readonly known: ReadonlyMap<string, string>;
}

/** The window's articles as stories in the order of an edition; older articles tell which stories go on. */
export async function findStories(
  { digest, coversFrom, coversTo }: EditionFrame,
  filters: readonly Filter[],
  stores: Pick<Stores, "articles" | "stories">,
): Promise<FoundStories> {
  const addresses = digest.sources.map(({ address }) => address);
  const contextFrom = new Date(coversFrom.getTime() - contextMs);
  const fresh = await stores.articles.openings(addresses, coversFrom, coversTo, mostFresh);
  const current = fresh.filter(({ publishedAt }) => publishedAt === undefined || publishedAt > contextFrom);
  if (current.length === 0) return { ranked: [], newArticleIds: new Set(), known: new Map() };
  const context = await stores.articles.openings(addresses, contextFrom, coversFrom, mostContext);
  const known = await stores.stories.assignments(contextFrom);
  const newArticleIds = new Set(current.map(({ id }) => id));
  const stories = await clusterArticles([...current, ...context], known);
  const passes = await readFilters(filters);
  const wanted = stories.filter((story) => story.articles.some(({ id }) => newArticleIds.has(id)) && passes(story));
  return { ranked: rankStories(wanted, digest.topics, coversTo), newArticleIds, known };
}

/** What these readers had of the stories before, by story id. */
export function findEarlier(
  ranked: readonly RankedStory[],
  digestId: string,
  subscriptions: readonly Subscription[],
  stores: Pick<Stores, "stories">,
): Promise<ReadonlyMap<string, Telling>> {
  return stores.stories.told(
    digestId,
    subscriptions,
    ranked.map(({ story }) => story.id),
  );
}

/** So that a story keeps its id, and /why can tell what became of each article. Decisions that stand are not written again. */
export async function keepStories(
  { ranked, known }: Pick<FoundStories, "ranked" | "known">,
  told: readonly EditionStory[],
  { digest, slot, coversTo }: EditionFrame,
  stores: Pick<Stores, "stories">,
): Promise<void> {
  const members = ranked.flatMap(({ story }) => story.articles.map(({ id }) => ({ id, story })));
  const decided = members.filter(({ id, story }) => known.get(id) !== story.id || story.reasons[id]);
  for (let from = 0; from < decided.length; from += keptAtOnce) {
    const some = decided.slice(from, from + keptAtOnce);
    await stores.stories.assign(
      new Map(some.map(({ id, story }) => [id, story.id])),
      new Map(some.map(({ id, story }) => [id, story.reasons[id] ?? []])),
      coversTo,
    );
    await setImmediate();
  }
  for (const [place, { articles, why }] of told.entries()) {
    const words = `In ${digest.name} of ${slot.local.replace("T", " ")} (${slot.zone}), place ${place + 1}: ${why}.`;
    for (const { id } of articles) await stores.stories.addTrace(id, coversTo, words);
  }
}
