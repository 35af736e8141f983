import type { Delivery } from "../model/delivery.ts";
import type { Edition } from "../model/digest.ts";
import type { Message } from "../model/message.ts";
import type { Outbox, SubscriptionStore } from "../model/outbox.ts";
import type { Platform, SendRequest } from "../model/platform.ts";
import { renderEdition, titleOf } from "./render.ts";

/** What a delivery sends; or why there is nothing to send any more. */
export type Target = { readonly request: SendRequest } | { readonly gone: string };

export interface Parts {
  /** Renders and cuts the edition for the platform; the first part sees to it that the others stand in the outbox too. */
  find(delivery: Delivery, subscriptions: SubscriptionStore): Promise<Target>;
  /** Editions may have been amended since. */
  forget(): void;
}

/** An edition goes to many channels: it is read, rendered and cut once for each language. */
const keptEditions = 16;

export function createParts(platform: Platform, outbox: Outbox): Parts {
  const kept = new Map<string, Promise<{ readonly edition: Edition; readonly messages: readonly Message[] } | undefined>>();

  const cut = (editionId: string, lang: string) => {
    const key = `${editionId} ${lang}`;
    const known = kept.get(key) ?? outbox.findEdition(editionId).then((edition) => edition && split(edition, lang));
    kept.delete(key);
    kept.set(key, known);
    const [oldest] = kept.keys();
    if (kept.size > keptEditions && oldest !== undefined) kept.delete(oldest);
    return known;
  };

  const split = (edition: Edition, lang: string) => ({ edition, messages: platform.split(renderEdition(edition, lang)) });

  return {
    async find(delivery, subscriptions) {
      const channel = await subscriptions.findChannel(delivery.channelId);
      const subscription = await subscriptions.find(delivery.channelId, delivery.subscriptionId);
      if (!channel || !subscription) return { gone: "the subscription is gone" };
      const ready = await cut(delivery.editionId, channel.lang);
      const message = ready?.messages[delivery.part];
      if (!ready || !message) return { gone: "a correction made the edition shorter" };
      if (delivery.part === 0 && ready.messages.length > 1) await outbox.addParts(delivery, ready.messages.length);
      const mention = delivery.part === 0 ? subscription.mention : "";
      const title = titleOf(ready.edition, channel.lang);
      return { request: { deliveryId: delivery.id, channel, message, mention, options: subscription.options, title } };
    },
    forget: () => kept.clear(),
  };
}
