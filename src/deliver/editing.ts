import type { DueEdit } from "../model/outbox.ts";
import type { Platform, Receipt } from "../model/platform.ts";
import type { DeliverDeps } from "./carry.ts";
import type { Pace } from "./pace.ts";
import { createParts } from "./parts.ts";
import { withinTime } from "./send.ts";

export interface Editor {
  /** Brings one sent message up to its corrected edition; false when none is due. */
  editOne(): Promise<boolean>;
}

const minute = 60_000;
const mostAttempts = 12;

/**
 * Edits of sent messages, one at a time and after everything that is to be sent: news goes first. An edit may be repeated without harm,
 * so what happened to one whose answer never came does not matter: it is made again.
 */
export function createEditor(platform: Platform, pace: Pace, deps: DeliverDeps): Editor {
  const { outbox, subscriptions, log, now } = deps;
  const parts = createParts(platform, outbox);

  async function edit(due: DueEdit): Promise<Date | undefined> {
    const { delivery } = due;
    const target = await parts.find(delivery, subscriptions);
    if ("gone" in target || delivery.messageId === undefined) return undefined;
    const { channel } = target.request;
    const waitMs = pace.channelWaitMs(channel, now());
    if (waitMs > 0) return new Date(now().getTime() + waitMs);
    pace.record(channel, now());
    const request = { ...target.request, messageId: delivery.messageId };
    return nextTry(due, await withinTime((signal) => platform.edit(request, signal)));
  }

  function nextTry({ delivery, attempts }: DueEdit, receipt: Receipt): Date | undefined {
    if (receipt.status === "sent") return undefined;
    if (receipt.status === "refused" || attempts >= mostAttempts) {
      log.warn(`${platform.id}: the message of delivery ${delivery.id} could not be corrected`, { cause: receipt.cause });
      return undefined;
    }
    const waitMs = receipt.status === "later" ? receipt.retryAfterMs : Math.min(minute * 2 ** attempts, 60 * minute);
    return new Date(now().getTime() + waitMs);
  }

  return {
    async editOne() {
      const [due] = await outbox.dueEdits(platform.id, now(), 1);
      if (!due) return false;
      // Amended since the last one: read anew.
      parts.forget();
      await outbox.settleEdit(due, await edit(due));
      return true;
    },
  };
}
