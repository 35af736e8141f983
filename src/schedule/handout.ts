import type { Subscription } from "../model/delivery.ts";
import type { Edition } from "../model/digest.ts";
import type { EnqueueRow } from "../model/outbox.ts";
import type { Stores } from "../model/stores.ts";
import { nextSlot } from "./slots.ts";

/** Everybody's delivery, or only the next slot where the edition is empty. Subscriptions are read again: a manager may have changed one meanwhile. */
export async function handOut(
  edition: Edition,
  subscriptions: readonly Subscription[],
  stores: Pick<Stores, "subscriptions" | "outbox">,
): Promise<void> {
  const full: EnqueueRow[] = [];
  const empty: EnqueueRow[] = [];
  for (const { channelId, id } of subscriptions) {
    const subscription = await stores.subscriptions.find(channelId, id);
    if (subscription?.state !== "active") continue;
    const nextAt = nextAfter(subscription, edition.coversTo);
    const row = { channelId, subscriptionId: id, parts: 1, dueAt: edition.slot.at, coveredTo: edition.coversTo, ...(nextAt && { nextAt }) };
    (edition.stories.length > 0 || subscription.sendEmpty ? full : empty).push(row);
  }
  if (full.length > 0) await stores.outbox.enqueue(edition, full);
  await stores.outbox.skip(empty);
}

/** Subscriptions that nothing can be made for: their next slot, with their coverage as it was. */
export async function moveOn(subscriptions: readonly Subscription[], now: Date, stores: Pick<Stores, "outbox">): Promise<void> {
  await stores.outbox.skip(
    subscriptions.map((subscription) => {
      const nextAt = nextAfter(subscription, now);
      return {
        channelId: subscription.channelId,
        subscriptionId: subscription.id,
        coveredTo: subscription.coveredTo,
        ...(nextAt && { nextAt }),
      };
    }),
  );
}

const nextAfter = ({ mode, schedule }: Subscription, at: Date): Date | undefined =>
  mode === "instant" ? undefined : nextSlot(schedule, at)?.at;
