import type { Platform } from "../model/platform.ts";
import { createCarrier, type DeliverDeps } from "./carry.ts";
import { createEditor } from "./editing.ts";
import { createPace } from "./pace.ts";

export type { DeliverDeps } from "./carry.ts";

export interface DeliveryLoop {
  /** Something was put into the outbox: look now. */
  wake(): void;
  /** Claims nothing more and waits until what is in flight is settled. */
  stop(): Promise<void>;
}

/** Several channels are written to at once; one channel never has two in flight (the outbox sees to that). */
const maxInFlight = 16;
/** Longer than any send (send.ts), so that a lease runs out only when its process is gone. */
const leaseMs = 90_000;
const idleMs = 30_000;
/** While the next one waits for a send that is about to end. */
const shortestMs = 10;
const troubleWaitMs = 5_000;

/**
 * The delivery loop of one platform: claim → send → settle, until stopped. The outbox is the only retrier: whatever happens here,
 * a row says what is known. One loop a platform and one process a database, so at the start every sending row is an orphan.
 */
export function startDelivery(platform: Platform, deps: DeliverDeps): DeliveryLoop {
  const { outbox, log, now } = deps;
  const stopping = new AbortController();
  const pace = createPace(platform.limits);
  const carrier = createCarrier(platform, pace, deps, stopping.signal);
  const editor = createEditor(platform, pace, deps);
  const inFlight = new Map<string, Promise<void>>();
  /** Claimed, but not yet counted by the pace. */
  let uncounted = 0;
  let alarm = new AbortController();
  const wake = (): void => alarm.abort();

  async function run(): Promise<void> {
    let orphansFrom = leaseMs;
    while (!stopping.signal.aborted) {
      try {
        await recover(new Date(now().getTime() + orphansFrom));
        orphansFrom = 0;
        if (await claimSome()) continue;
        if (now() >= carrier.pausedUntil() && pace.room(now()) > uncounted && (await editor.editOne())) continue;
        if (inFlight.size === 0) carrier.rest();
        await sleep(await idleFor());
      } catch (cause) {
        log.error(`${platform.id}: the delivery loop cannot use its store; it tries again`, { cause });
        await sleep(troubleWaitMs);
      }
    }
    await Promise.all(inFlight.values());
  }

  /** Sending rows that nobody sends: their process died. */
  async function recover(asOf: Date): Promise<void> {
    for (const delivery of await outbox.expired(platform.id, asOf)) {
      if (!inFlight.has(delivery.id)) await carrier.recover(delivery);
    }
  }

  /** True when there may be more to claim at once. */
  async function claimSome(): Promise<boolean> {
    const claimedAt = now();
    const room = Math.min(maxInFlight - inFlight.size, pace.room(claimedAt) - uncounted);
    if (room <= 0 || claimedAt < carrier.pausedUntil()) return false;
    const claimed = await outbox.claim(platform.id, claimedAt, leaseMs, room);
    for (const delivery of claimed) {
      uncounted++;
      const carried = carrier
        .carry(delivery, claimedAt, () => uncounted--)
        .then(() => {
          inFlight.delete(delivery.id);
          wake();
        });
      inFlight.set(delivery.id, carried);
    }
    return claimed.length === room;
  }

  async function idleFor(): Promise<number> {
    const at = now().getTime();
    if (inFlight.size >= maxInFlight) return idleMs;
    const due = await outbox.nextDueAt(platform.id);
    if (!due) return idleMs;
    const free = Math.max(due.getTime(), carrier.pausedUntil().getTime(), at + pace.platformWaitMs(now()));
    // Where the time is known it is kept to the millisecond, or a pace of fifty a second would not be reached.
    return Math.min(idleMs, free > at ? free - at : shortestMs);
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
