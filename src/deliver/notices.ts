import type { Subscription } from "../model/delivery.ts";
import type { Digest } from "../model/digest.ts";
import type { Message } from "../model/message.ts";
import type { Log, Platform } from "../model/platform.ts";
import type { SourceState, Stores } from "../model/stores.ts";
import { retell } from "../text/retell.ts";
import { withinTime } from "./send.ts";
import { momentIn, wordsFor } from "./words.ts";

export interface NoticeDeps {
  readonly stores: Pick<Stores, "sources" | "subscriptions">;
  readonly findDigest: (id: string) => Digest | undefined;
  readonly platforms: () => readonly Pick<Platform, "id" | "notify">[];
  readonly log: Log;
  readonly now: () => Date;
}

/** Shorter failures mend themselves, and nobody should be told of each. */
const deadAfterMs = 24 * 3_600_000;

/**
 * Tells each channel once when a source of one of its digests has been unreadable for a day, and again only after the source has been
 * well in between. A notice is no edition: one whose answer never came is not repeated, one that has to wait is tried at the next round.
 */
export async function tellDeadSources(deps: NoticeDeps): Promise<void> {
  const { sources, subscriptions } = deps.stores;
  const dead = (await sources.all()).filter(
    ({ failingSince, problem }) =>
      problem !== undefined && failingSince !== undefined && deps.now().getTime() - failingSince.getTime() >= deadAfterMs,
  );
  if (dead.length === 0) return;
  const active = (await subscriptions.all()).filter(({ state }) => state === "active");
  for (const state of dead) {
    for (const subscription of readersOf(state, active, deps.findDigest)) await tellOnce(state, subscription, deps);
  }
}

/** One subscription a channel is enough to tell it. */
function readersOf(
  { address }: SourceState,
  active: readonly Subscription[],
  findDigest: NoticeDeps["findDigest"],
): readonly Subscription[] {
  const reading = active.filter(({ digestId }) => findDigest(digestId)?.sources.some((source) => source.address === address));
  return [...new Map(reading.map((subscription) => [subscription.channelId, subscription])).values()];
}

async function tellOnce(state: SourceState, subscription: Subscription, { stores, findDigest, platforms, log }: NoticeDeps): Promise<void> {
  const key = `told-dead:${state.address}`;
  const since = `${state.failingSince?.getTime()}`;
  if ((await stores.subscriptions.setting(subscription.channelId, key)) === since) return;
  const channel = await stores.subscriptions.findChannel(subscription.channelId);
  const platform = channel && platforms().find(({ id }) => id === channel.platform);
  const digest = findDigest(subscription.digestId);
  if (!channel || !platform || !digest) return;
  const message = noticeOf(state, digest, subscription.schedule.zone, channel.lang);
  const receipt = await withinTime((signal) => platform.notify(channel, message, signal));
  if (receipt.status === "later") return;
  if (receipt.status !== "sent") log.warn(`${channel.id}: could not be told that ${state.address} is dead`, { cause: receipt.cause });
  await stores.subscriptions.putSetting(subscription.channelId, key, since);
}

function noticeOf(state: SourceState, digest: Digest, zone: string, lang: string): Message {
  const words = wordsFor(lang, lang);
  const source = digest.sources.find(({ address }) => address === state.address);
  const name = source?.name ?? state.title ?? state.address;
  const since = momentIn(zone, state.failingSince!, words);
  return {
    blocks: [{ kind: "note", text: words.deadSource(name, digest.name, since, retell(state.problem ?? "", words.locale)) }],
    lang: words.locale.slice(0, 2),
  };
}
