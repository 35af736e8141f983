import type { Filter, Subscription } from "../model/delivery.ts";
import type { Stores, Telling } from "../model/stores.ts";
import type { EditionStory } from "../model/story.ts";
import { clusterArticles } from "./cluster.ts";
import type { EditionFrame } from "./edition.ts";
import { readFilters } from "./filter.ts";
import { type RankedStory, rankStories } from "./rank.ts";

/** Fresh articles looked at for one edition, and older ones that show which stories are not new. */
const mostFresh = 600;
const mostContext = 400;
const contextMs = 48 * 3_600_000;

export interface FoundStories {
  /** Best first. */
  readonly ranked: readonly RankedStory[];
  readonly newArticleIds: ReadonlySet<string>;
}

/** The window's articles as stories in the order of an edition; older articles tell which stories go on. */
export async function findStories(
  { digest, coversFrom, coversTo }: EditionFrame,
  filters: readonly Filter[],
  stores: Pick<Stores, "articles" | "stories">,
): Promise<FoundStories> {
  const addresses = digest.sources.map(({ address }) => address);
  const contextFrom = new Date(coversFrom.getTime() - contextMs);
  const fresh = await stores.articles.since(addresses, coversFrom, coversTo, mostFresh);
  const current = fresh.filter(({ publishedAt }) => publishedAt === undefined || publishedAt > contextFrom);
  const context = await stores.articles.since(addresses, contextFrom, coversFrom, mostContext);
  const newArticleIds = new Set(current.map(({ id }) => id));
  const stories = clusterArticles([...current, ...context], await stores.stories.assignments(contextFrom));
  const passes = await readFilters(filters);
  const wanted = stories.filter((story) => story.articles.some(({ id }) => newArticleIds.has(id)) && passes(story));
  return { ranked: rankStories(wanted, digest.topics, coversTo), newArticleIds };
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

/** So that a story keeps its id, and /why can tell what became of each article. */
export async function keepStories(
  ranked: readonly RankedStory[],
  told: readonly EditionStory[],
  { digest, slot, coversTo }: EditionFrame,
  stores: Pick<Stores, "stories">,
): Promise<void> {
  const members = ranked.flatMap(({ story }) => story.articles.map(({ id }) => ({ id, story })));
  await stores.stories.assign(
    new Map(members.map(({ id, story }) => [id, story.id])),
    new Map(members.map(({ id, story }) => [id, story.reasons[id] ?? []])),
    coversTo,
  );
  for (const [place, { articles, why }] of told.entries()) {
    const words = `In ${digest.name} of ${slot.local.replace("T", " ")} (${slot.zone}), place ${place + 1}: ${why}.`;
    for (const { id } of articles) await stores.stories.addTrace(id, coversTo, words);
  }
}
