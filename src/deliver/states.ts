import type { Delivery } from "../model/delivery.ts";
import type { Receipt } from "../model/platform.ts";
import { waitAfter } from "./backoff.ts";

/**
 * A delivery is queued until the loop claims it; then it is sending, under a lease, and that is committed before the platform hears
 * of it. The receipt decides what comes next:
 *
 *   sent     → sent, for good.
 *   later    → queued, not before the platform's own time; refused once it is three days late.
 *   refused  → refused, for good; the parts after it are dropped.
 *   unknown  → it may be on screen. Where the platform recognises a repeat and its memory still reaches back: queued, for the same id
 *              brings back the first message. Anywhere else: unknown, until the platform or somebody has looked.
 *
 * `firstTriedAt` is the first attempt that may be on screen: a plain "later" clears it, an unknown one keeps it for good. So a
 * delivery in doubt is never sent again outside the platform's memory, however often it was put off in between.
 * A sending row whose lease ran out had its process die between claim and settle: its receipt is unknown.
 */
export function settled(delivery: Delivery, receipt: Receipt, context: SettleContext): Delivery {
  const { leaseUntil: _, problem: __, ...rest } = delivery;
  const { now } = context;
  switch (receipt.status) {
    case "sent":
      return { ...rest, state: "sent", messageId: receipt.messageId, sentAt: now };
    case "refused":
      return { ...rest, state: "refused", problem: wordsOf(receipt.reason, receipt.cause) };
    case "later":
      return putOff(delivery, receipt, context);
    case "unknown":
      return mayRepeat(delivery, context)
        ? { ...rest, state: "queued", dueAt: new Date(now.getTime() + repeatWaitMs), problem: wordsOf("asking again", receipt.cause) }
        : { ...rest, state: "unknown", problem: wordsOf("it may have arrived", receipt.cause) };
  }
}

export interface SettleContext {
  readonly now: Date;
  /** When this attempt was claimed. */
  readonly claimedAt: Date;
  /** Of the platform; 0 = it never recognises a repeat. */
  readonly recognisesRepeatsForMs: number;
  /** 0..1. */
  readonly chance: number;
}

/** True when an attempt before this one may be on screen. */
export function isInDoubt({ firstTriedAt }: Delivery, claimedAt: Date): boolean {
  return firstTriedAt !== undefined && firstTriedAt < claimedAt;
}

/** True while sending the same id again cannot make a second message. */
export function mayRepeat(
  { firstTriedAt }: Delivery,
  { now, recognisesRepeatsForMs }: Pick<SettleContext, "now" | "recognisesRepeatsForMs">,
): boolean {
  return firstTriedAt !== undefined && now.getTime() - firstTriedAt.getTime() < recognisesRepeatsForMs - repeatMarginMs;
}

/** What the platform found in the channel decides a delivery in doubt; "absent" makes it a new one. */
export function looked(delivery: Delivery, found: { readonly messageId: string } | "absent" | "unknown", now: Date): Delivery {
  const { leaseUntil: _, problem: __, firstTriedAt: ___, ...rest } = delivery;
  if (found === "absent") return { ...rest, state: "queued", dueAt: now };
  if (found === "unknown") return { ...delivery, state: "unknown" };
  return { ...rest, state: "sent", messageId: found.messageId, sentAt: now };
}

/** Back into the queue without an attempt: the pace allows this channel nothing before then. */
export function postponed(delivery: Delivery, claimedAt: Date, until: Date): Delivery {
  const { leaseUntil: _, ...rest } = withoutOwnTry(delivery, claimedAt);
  return { ...rest, state: "queued", attempts: delivery.attempts - 1, dueAt: until };
}

/** An outage of days is not cured by trying; the edition is old by then. */
export const giveUpAfterMs = 3 * 86_400_000;
const repeatWaitMs = 2_000;
/** A repeat sent at the very end of the platform's memory may arrive after it: a send takes this long at most. */
const repeatMarginMs = 30_000;

function putOff(delivery: Delivery, receipt: Receipt & { status: "later" }, { now, claimedAt, chance }: SettleContext): Delivery {
  const { leaseUntil: _, ...rest } = withoutOwnTry(delivery, claimedAt);
  if (now.getTime() - delivery.slotAt.getTime() > giveUpAfterMs) {
    return isInDoubt(delivery, claimedAt)
      ? { ...rest, state: "unknown", problem: wordsOf("it may have arrived; given up after three days", receipt.cause) }
      : { ...rest, state: "refused", problem: wordsOf("given up after three days", receipt.cause) };
  }
  // The platform's own time where it names one, ours where it does not.
  const waitMs = receipt.retryAfterMs > 0 ? receipt.retryAfterMs : waitAfter(delivery.attempts, chance);
  return { ...rest, state: "queued", dueAt: new Date(now.getTime() + waitMs), problem: wordsOf("waiting", receipt.cause) };
}

function withoutOwnTry(delivery: Delivery, claimedAt: Date): Delivery {
  if (isInDoubt(delivery, claimedAt)) return delivery;
  const { firstTriedAt: _, ...rest } = delivery;
  return rest;
}

function wordsOf(what: string, cause: unknown): string {
  const why = cause instanceof Error ? cause.message : typeof cause === "string" ? cause : "";
  return why === "" ? what : `${what}: ${why}`;
}
