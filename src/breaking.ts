import { readInTurn } from "./intake.ts";
import type { Article } from "./model/article.ts";
import type { Subscription } from "./model/delivery.ts";
import type { Digest, Edition } from "./model/digest.ts";
import { type Choice, makeEdition, type PipelineDeps } from "./pipeline.ts";
import { audienceOf, dueNow } from "./schedule/due.ts";
import { handOut } from "./schedule/handout.ts";

/*
 * Between slots: the sources of every digest that somebody gets are read, so that no feed runs over, and those who want a story as it
 * breaks ("instant") are told.
 */

const restMs = 5 * 60_000;
const quietMs = 60 * 60_000;
const mostStories = 3;
/** Undated and older articles may be new to us, but they are not breaking. */
const breakingMs = 6 * 3_600_000;

/** Reads the sources of every subscribed digest and tells what breaks. A digest that fails loses only itself. */
export async function followSources(deps: PipelineDeps, signal: AbortSignal): Promise<readonly Edition[]> {
  const editions: Edition[] = [];
  const ids = await deps.stores.subscriptions.digestIds();
  const steps = {
    work: async (digest: Digest) => void editions.push(...(await publishBreaking(digest, deps, signal))),
    failed: ({ id }: Digest, cause: unknown) =>
      deps.log.error(`${id}: its sources could not be read; they are tried again in a minute`, { cause }),
  };
  await readInTurn(
    ids.flatMap((id) => deps.findDigest(id) ?? []),
    steps,
    deps,
    signal,
  );
  return editions;
}

/** What was first heard of since they were last told, no more often than every five minutes. */
async function publishBreaking(digest: Digest, deps: PipelineDeps, signal: AbortSignal): Promise<readonly Edition[]> {
  const now = deps.now();
  const subscriptions = await deps.stores.subscriptions.instant(digest.id);
  const rested = subscriptions.filter(({ coveredTo }) => now.getTime() - coveredTo.getTime() >= restMs);
  const groups = Map.groupBy(rested, (subscription) => `${audienceOf(subscription)}\n${subscription.coveredTo.getTime()}`);
  const editions: Edition[] = [];
  for (const group of groups.values()) {
    const edition = await makeEdition(digest, dueNow(group, now), breaking, deps, signal);
    if (edition.stories.length > 0) {
      await handOut(edition, group, deps.stores);
      editions.push(edition);
    } else if (now.getTime() - edition.coversFrom.getTime() > quietMs) await moveWindow(group, now, deps);
  }
  return editions;
}

/** Stories whose articles were all published just now. */
const breaking: Choice = {
  instant: true,
  from({ ranked, newArticleIds }, { coversTo }) {
    const isBreaking = ({ id, publishedAt }: Article): boolean =>
      newArticleIds.has(id) && publishedAt !== undefined && coversTo.getTime() - publishedAt.getTime() < breakingMs;
    return ranked.filter(({ story }) => story.articles.every(isBreaking)).slice(0, mostStories);
  },
};

/** Short windows stay cheap; leaving the rest time behind lets the next story out at once. */
async function moveWindow(group: readonly Subscription[], now: Date, { stores }: PipelineDeps): Promise<void> {
  const coveredTo = new Date(now.getTime() - restMs);
  await stores.outbox.skip(group.map(({ channelId, id }) => ({ channelId, subscriptionId: id, coveredTo })));
}
