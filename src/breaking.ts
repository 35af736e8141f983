import { findStories, keepStories } from "./digest/find.ts";
import type { Article } from "./model/article.ts";
import type { Digest, Edition } from "./model/digest.ts";
import { type Assignment, assignmentNow, buildAndWatch, frameOf, type PipelineDeps, readSources, tell } from "./pipeline.ts";
import { audienceOf } from "./schedule/due.ts";
import { handOut } from "./schedule/handout.ts";

/** Between slots: reads the sources of every digest that somebody gets, so that no feed runs over, and tells what breaks. */
export async function followSources(deps: PipelineDeps, signal: AbortSignal): Promise<readonly Edition[]> {
  const editions: Edition[] = [];
  for (const id of await deps.stores.subscriptions.digestIds()) {
    const digest = deps.findDigest(id);
    if (!digest) continue;
    try {
      await readSources(digest, deps, signal);
      editions.push(...(await publishBreaking(digest, deps, signal)));
    } catch (cause) {
      signal.throwIfAborted();
      deps.log.error(`${id}: its sources could not be read; they are tried again in a minute`, { cause });
    }
  }
  return editions;
}

/** For those who want a story as it breaks: what was first heard of since they were last told, no more often than every five minutes. */
export async function publishBreaking(digest: Digest, deps: PipelineDeps, signal: AbortSignal): Promise<readonly Edition[]> {
  const now = deps.now();
  const subscriptions = await deps.stores.subscriptions.instant(digest.id);
  const rested = subscriptions.filter(({ coveredTo }) => now.getTime() - coveredTo.getTime() >= instantRestMs);
  const groups = Map.groupBy(rested, (subscription) => `${audienceOf(subscription)}\n${subscription.coveredTo.getTime()}`);
  const editions: Edition[] = [];
  for (const group of groups.values()) {
    const edition = await makeBreaking(digest, assignmentNow(group[0]!, group, now), deps, signal);
    if (edition.stories.length > 0) {
      await handOut(edition, group, deps.stores);
      editions.push(edition);
    } else if (now.getTime() - edition.coversFrom.getTime() > quietMs) {
      // Short windows stay cheap; leaving the rest time behind lets the next story out at once.
      const coveredTo = new Date(now.getTime() - instantRestMs);
      await deps.stores.outbox.skip(group.map(({ channelId, id }) => ({ channelId, subscriptionId: id, coveredTo })));
    }
  }
  return editions;
}

const instantRestMs = 5 * 60_000;
const instantStories = 3;
const quietMs = 60 * 60_000;
/** Undated and older articles may be new to us, but they are not breaking. */
const breakingMs = 6 * 3_600_000;

async function makeBreaking(digest: Digest, assignment: Assignment, deps: PipelineDeps, signal: AbortSignal): Promise<Edition> {
  const frame = frameOf(digest, assignment, deps.now(), true);
  const { ranked, newArticleIds } = await findStories(frame, assignment.filters, deps.stores);
  const isBreaking = ({ id, publishedAt }: Article): boolean =>
    newArticleIds.has(id) && publishedAt !== undefined && frame.coversTo.getTime() - publishedAt.getTime() < breakingMs;
  const breaking = ranked.filter(({ story }) => story.articles.every(isBreaking)).slice(0, instantStories);
  const stories = await tell(breaking, newArticleIds, new Map(), frame, deps, signal);
  await keepStories(breaking, stories, frame, deps.stores);
  return buildAndWatch(frame, stories, deps);
}
