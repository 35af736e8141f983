import type { Delivery } from "../model/delivery.ts";
import type { Log, Platform, Receipt, SendRequest } from "../model/platform.ts";
import type { Outbox, SubscriptionStore } from "../model/stores.ts";
import { createPace } from "./pace.ts";
import { createParts } from "./parts.ts";
import { send, sendTimeoutMs, suspensionWords } from "./send.ts";
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

export interface DeliveryLoop {
  /** Something was put into the outbox: look now. */
  wake(): void;
  /** Claims nothing more and waits until what is in flight is settled. */
  stop(): Promise<void>;
}

/** Several channels are written to at once; one channel never has two in flight (the outbox sees to that). */
const maxInFlight = 16;
/** Longer than any send, so that a lease runs out only when its process is gone. */
const leaseMs = 90_000;
const idleMs = 30_000;
const troubleWaitMs = 5_000;
/** A channel that may be written to this soon is waited for in place. */
const shortWaitMs = 1_500;

/**
 * The delivery loop of one platform: claim → send → settle, until stopped. The outbox is the only retrier: whatever happens here,
 * a row says what is known. One loop a platform and one process a database, so at the start every sending row is an orphan.
 */
export function startDelivery(platform: Platform, deps: DeliverDeps): DeliveryLoop {
  const { outbox, log, now } = deps;
  const pace = createPace(platform.limits);
  const parts = createParts(platform, outbox);
  const inFlight = new Map<string, Promise<void>>();
  const stopping = new AbortController();
  /** Claimed, but not yet counted by the pace. */
  let unsent = 0;
  let pausedUntil = new Date(0);
  let alarm = new AbortController();
  const wake = (): void => alarm.abort();

  async function run(): Promise<void> {
    await recover(new Date(now().getTime() + leaseMs));
    while (!stopping.signal.aborted) {
      const busy = await round().catch(async (error: unknown) => {
        log.error(`${platform.id}: the delivery loop could not use its store; it tries again`, { cause: error });
        await sleep(troubleWaitMs);
        return true;
      });
      if (!busy) await sleep(await idleFor());
    }
    await Promise.all(inFlight.values());
  }

  /** True when there may be more to claim at once. */
  async function round(): Promise<boolean> {
    await recover(now());
    const room = Math.min(maxInFlight - inFlight.size, pace.room(now()) - unsent);
    if (room <= 0 || now() < pausedUntil) return false;
    const claimedAt = now();
    const claimed = await outbox.claim(platform.id, claimedAt, leaseMs, room);
    for (const delivery of claimed) {
      unsent++;
      const task = carry(delivery, claimedAt).finally(() => {
        inFlight.delete(delivery.id);
        wake();
      });
      inFlight.set(delivery.id, task);
    }
    return claimed.length === room;
  }

  /** Sending rows nobody sends: their process died. The lease is theirs until then. */
  async function recover(asOf: Date): Promise<void> {
    for (const delivery of await outbox.expired(platform.id, asOf)) {
      if (inFlight.has(delivery.id)) continue;
      const at = now();
      const next = settled(delivery, { status: "unknown", cause: "the process ended while it was being sent" }, context(at));
      // The platform is not to blame, so a repeat need not wait.
      await keep(next.state === "queued" ? { ...next, dueAt: at } : await look(next));
    }
  }

  async function carry(delivery: Delivery, claimedAt: Date): Promise<void> {
    try {
      const target = await ready(delivery, claimedAt).finally(() => unsent--);
      if ("state" in target) return await keep(target);
      await settle(delivery, await send(platform, target.request), claimedAt);
    } catch (error) {
      // The row stays sending; its lease runs out and it is looked at as unknown.
      log.error(`${platform.id}: delivery ${delivery.id} could not be settled`, { cause: error });
    }
  }

  /** What to send now, counted by the pace; or the delivery's next state, when now is not the time. */
  async function ready(delivery: Delivery, claimedAt: Date): Promise<{ readonly request: SendRequest } | Delivery> {
    const target = await parts.find(delivery, deps.subscriptions);
    if ("gone" in target) return { ...delivery, state: "dropped", problem: target.gone };
    if (isInDoubt(delivery, claimedAt) && !mayRepeat(delivery, context(claimedAt))) {
      return await look(settled(delivery, { status: "unknown", cause: "in doubt for too long" }, context(claimedAt)));
    }
    const { channel } = target.request;
    const waitMs = pace.channelWaitMs(channel, now());
    if (waitMs > shortWaitMs) return postponed(delivery, claimedAt, new Date(now().getTime() + waitMs));
    if (waitMs > 0) await deps.wait(waitMs, stopping.signal);
    pace.record(channel, now());
    return target;
  }

  const context = (claimedAt: Date): SettleContext => ({
    now: now(),
    claimedAt,
    recognisesRepeatsForMs: platform.recognisesRepeatsForMs,
    chance: deps.chance(),
  });

  async function settle(delivery: Delivery, receipt: Receipt, claimedAt: Date): Promise<void> {
    const next = settled(delivery, receipt, context(claimedAt));
    const sure = next.state === "unknown" ? await look(next) : next;
    await keep(sure);
    if (receipt.status === "later" && receipt.scope === "platform")
      pausedUntil = new Date(Math.max(pausedUntil.getTime(), sure.dueAt.getTime()));
    if (receipt.status === "refused") await suspend(delivery, receipt);
  }

  async function keep(delivery: Delivery): Promise<void> {
    await outbox.settle(delivery);
    if (delivery.state === "unknown") log.warn(`${platform.id}: delivery ${delivery.id} may or may not have arrived; see \`deliveries\``);
  }

  /** Asks the platform whether a delivery in doubt arrived, where it can tell. */
  async function look(delivery: Delivery): Promise<Delivery> {
    const target = platform.findSent && (await parts.find(delivery, deps.subscriptions));
    if (!platform.findSent || !target || "gone" in target) return delivery;
    const found = await platform.findSent(target.request, AbortSignal.timeout(sendTimeoutMs)).catch(() => "unknown" as const);
    return looked(delivery, found, now());
  }

  async function suspend(delivery: Delivery, { reason, cause }: Receipt & { status: "refused" }): Promise<void> {
    log.warn(`${platform.id}: ${delivery.channelId} refused an edition: ${reason}`, { cause });
    if (reason === "content") return;
    const channel = await deps.subscriptions.findChannel(delivery.channelId);
    await deps.subscriptions.suspendChannel(delivery.channelId, suspensionWords(reason, channel));
  }

  async function idleFor(): Promise<number> {
    const at = now();
    if (inFlight.size >= maxInFlight) return idleMs;
    const due = await outbox.nextDueAt(platform.id).catch(() => undefined);
    if (!due) return idleMs;
    const free = Math.max(due.getTime(), pausedUntil.getTime(), at.getTime() + pace.platformWaitMs(at));
    return Math.min(idleMs, Math.max(0, free - at.getTime()));
  }

  async function sleep(ms: number): Promise<void> {
    if (!alarm.signal.aborted) await deps.wait(ms, AbortSignal.any([alarm.signal, stopping.signal]));
    alarm = new AbortController();
  }

  const ended = run();
  return {
    wake,
    async stop() {
      stopping.abort();
      await ended;
    },
  };
}
