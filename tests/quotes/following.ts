import type { Stores } from "../../src/model/stores.ts";
import { followDigestId, followId, followKey } from "../../src/quotes/follow.ts";
import { aChannel, aSubscription } from "../build.ts";

/** A channel that follows everybody of this name from an instant on. */
export async function putFollower(
  stores: Stores,
  channel: Parameters<typeof aChannel>[0] & { readonly id: string },
  name: string,
  from: Date,
) {
  const [speaker] = await stores.quotes.speakersNamed(name);
  await stores.subscriptions.putChannel(aChannel(channel));
  await stores.subscriptions.putSetting(channel.id, followKey, JSON.stringify([speaker!.id]));
  const { nextAt: _, ...subscription } = aSubscription({
    id: followId,
    channelId: channel.id,
    digestId: followDigestId,
    mode: "instant",
    createdAt: from,
    coveredTo: from,
  });
  await stores.subscriptions.put(subscription);
}
