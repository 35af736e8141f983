import type { Channel } from "../model/delivery.ts";
import { openStores } from "../store/open.ts";

/** Channels with a subscription, those that get editions now before those that are paused or suspended; read beside a running process. */
export async function readSubscribed(file: string): Promise<readonly Channel[]> {
  const stores = await openStores(file, { readOnly: true });
  try {
    const subscriptions = (await stores.subscriptions.all()).toSorted(
      (a, b) => Number(b.state === "active") - Number(a.state === "active"),
    );
    const ids = [...new Set(subscriptions.map(({ channelId }) => channelId))];
    const channels = await Promise.all(ids.map((id) => stores.subscriptions.findChannel(id)));
    return channels.filter((channel) => channel !== undefined);
  } finally {
    await stores.close();
  }
}
