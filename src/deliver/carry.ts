import type { Channel, Delivery } from "../model/delivery.ts";
import type { Message } from "../model/message.ts";
import type { Outbox, SubscriptionStore } from "../model/outbox.ts";
import type { Log, Platform, Receipt, SendRequest } from "../model/platform.ts";
import { doubtNotice, suspensionNotice } from "./manager-notices.ts";
import type { Pace } from "./pace.ts";
import { createParts } from "./parts.ts";
import { send, sendTimeoutMs, suspensionWords, withinTime } from "./send.ts";
import { isInDoubt, looked, mayRepeat, postponed, type SettleContext, settled } from "./states.ts";

export interface DeliverDeps {
  readonly outbox: Outbox;
  readonly subscriptions: SubscriptionStore;
  readonly log: Log;
  readonly now: () => Date;
  /** Resolves after so many milliseconds, or at once when aborted; never rejects. */
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>;
  /** 0..1. */
  readonly chance: () => number;
}

export interface Carrier {
  /** Sends one claimed delivery and settles it. Never rejects. `onCounted` is called when the pace knows of it, or never will. */
  carry(delivery: Delivery, claimedAt: Date, onCounted: () => void): Promise<void>;
  /** Settles a delivery whose process died while sending it. */
  recover(delivery: Delivery): Promise<void>;
  /** The platform asked to be left alone until then. */
  pausedUntil(): Date;
  /** Nothing is in flight: editions are read anew next time, for they may be amended meanwhile. */
  rest(): void;
}

/** A channel that may be written to this soon is waited for in place. */
const shortWaitMs = 1_500;

/** One delivery at a time through send and settle: what the platform says becomes the row's next state. */
export function createCarrier(platform: Platform, pace: Pace, deps: DeliverDeps, signal: AbortSignal): Carrier {
  const { outbox, subscriptions, log, now } = deps;
  const parts = createParts(platform, outbox);
  let pausedUntil = new Date(0);

  /** What to send now, counted by the pace; or the delivery's next state, when now is not the time. */
  async function prepare(delivery: Delivery, claimedAt: Date): Promise<{ readonly request: SendRequest } | Delivery> {
    const target = await parts.find(delivery, subscriptions);
    if ("gone" in target) return { ...delivery, state: "dropped", problem: target.gone };
    if (isInDoubt(delivery, claimedAt) && !mayRepeat(delivery, contextOf(claimedAt))) {
      return look(settled(delivery, { status: "unknown", cause: "in doubt for too long" }, contextOf(claimedAt)));
    }
    const { channel } = target.request;
    const waitMs = pace.channelWaitMs(channel, now());
    const freeAt = new Date(now().getTime() + waitMs);
    if (waitMs > 0 && waitMs <= shortWaitMs) await deps.wait(waitMs, signal);
    if (now() < freeAt) return postponed(delivery, claimedAt, freeAt);
    pace.record(channel, now());
    return target;
  }

  async function settle(delivery: Delivery, receipt: Receipt, claimedAt: Date): Promise<void> {
    const next = settled(delivery, receipt, contextOf(claimedAt));
    await keep(next.state === "unknown" ? await look(next) : next);
    if (receipt.status === "later" && receipt.scope === "platform") {
      pausedUntil = new Date(Math.max(pausedUntil.getTime(), next.dueAt.getTime()));
    }
    if (receipt.status === "refused") await suspend(delivery, receipt);
  }

  async function keep(delivery: Delivery): Promise<void> {
    await outbox.settle(delivery);
    if (delivery.state !== "unknown") return;
    log.warn(`${platform.id}: delivery ${delivery.id} may or may not have arrived; see \`deliveries\``);
    const [channel, edition] = await Promise.all([subscriptions.findChannel(delivery.channelId), outbox.findEdition(delivery.editionId)]);
    if (channel && edition) tell(channel, doubtNotice(delivery, channel, edition));
  }

  /** Nothing waits for it: a manager who cannot be reached finds the same in /status. */
  function tell(channel: Channel, message: Message): void {
    void withinTime((within) => platform.notify(channel, message, within)).then(({ status, ...more }) => {
      if (status !== "sent") log.info(`${platform.id}: nobody in ${channel.id} could be told of it`, more);
    });
  }

  /** Asks the platform whether a delivery in doubt arrived, where it can tell. */
  async function look(delivery: Delivery): Promise<Delivery> {
    if (delivery.state !== "unknown" || !platform.findSent) return delivery;
    const target = await parts.find(delivery, subscriptions);
    if ("gone" in target) return delivery;
    const found = await platform.findSent(target.request, AbortSignal.timeout(sendTimeoutMs)).catch((cause: unknown) => {
      log.warn(`${platform.id}: delivery ${delivery.id} could not be looked for`, { cause });
      return "unknown" as const;
    });
    return looked(delivery, found, now());
  }

  async function suspend(delivery: Delivery, { reason, cause }: Receipt & { status: "refused" }): Promise<void> {
    log.warn(`${platform.id}: ${delivery.channelId} refused an edition: ${reason}`, { cause });
    if (reason === "content") return;
    const channel = await subscriptions.findChannel(delivery.channelId);
    const why = suspensionWords(reason, channel);
    const isNews = await subscriptions.suspendChannel(delivery.channelId, why, delivery.id);
    // Whoever removed Quoth may have been told by the platform's own news of it.
    if (channel && isNews) tell(channel, suspensionNotice(why, channel));
  }

  const contextOf = (claimedAt: Date): SettleContext => ({
    now: now(),
    claimedAt,
    recognisesRepeatsForMs: platform.recognisesRepeatsForMs,
    chance: deps.chance(),
  });

  return {
    async carry(delivery, claimedAt, onCounted) {
      try {
        const target = await prepare(delivery, claimedAt).finally(onCounted);
        if ("state" in target) await keep(target);
        else await settle(delivery, await send(platform, target.request), claimedAt);
      } catch (cause) {
        // The row stays sending; when its lease has run out it is looked at as one in doubt.
        log.error(`${platform.id}: delivery ${delivery.id} could not be settled`, { cause });
      }
    },
    async recover(delivery) {
      const at = now();
      const next = settled(delivery, { status: "unknown", cause: "the process ended while it was being sent" }, contextOf(at));
      // The platform is not to blame, so a repeat need not wait.
      await keep(next.state === "queued" ? { ...next, dueAt: at } : await look(next));
    },
    pausedUntil: () => pausedUntil,
    rest: () => parts.forget(),
  };
}
