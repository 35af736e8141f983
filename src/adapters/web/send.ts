import type { Channel } from "../../model/delivery.ts";
import type { Platform, Receipt, SendRequest } from "../../model/platform.ts";
import { receiptFrom } from "./errors.ts";
import type { Hub } from "./hub.ts";
import type { Entry, MessageLog } from "./log.ts";

export const localChannel = (lang: string): Channel => ({
  id: "web:local",
  platform: "web",
  address: "local",
  name: "Local channel",
  lang,
});

export type WebSending = Pick<Platform, "limits" | "recognisesRepeatsForMs" | "split" | "send" | "edit" | "notify" | "findSent">;

/** Sending is writing into the log; whoever looks at the page sees it at once. A delivery id stands in it once, for ever. */
export function createSending(log: MessageLog, hub: Hub, now: () => Date): WebSending {
  const attempt = async (work: () => Promise<Entry | undefined>): Promise<Receipt> => {
    try {
      const entry = await work();
      return entry
        ? { status: "sent", messageId: `${entry.seq}` }
        : { status: "refused", reason: "content", cause: "the message is not there" };
    } catch (error) {
      return receiptFrom(error);
    }
  };
  const append = async (entry: Omit<Entry, "seq">): Promise<Entry> => {
    const kept = await log.append(entry);
    hub.added(kept);
    return kept;
  };
  return {
    recognisesRepeatsForMs: Number.MAX_SAFE_INTEGER,
    limits: { platform: [], channel: () => [] },
    split: (message) => [message],
    send: ({ channel, message, deliveryId }: SendRequest) =>
      channel.address === "local"
        ? attempt(() => append({ at: now(), message, deliveryId }))
        : Promise.resolve({ status: "refused", reason: "channel-gone", cause: "there is one local channel" }),
    edit: ({ messageId, message }) =>
      attempt(async () => {
        const entry = await log.replace(Number(messageId), message);
        if (entry) hub.replaced(entry);
        return entry;
      }),
    notify: (_channel, message) => attempt(() => append({ at: now(), message })),
    async findSent({ deliveryId }) {
      const seq = await log.findDelivery(deliveryId);
      return seq === undefined ? "absent" : { messageId: `${seq}` };
    },
  };
}
