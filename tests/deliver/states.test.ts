import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isInDoubt, looked, mayRepeat, postponed, type SettleContext, settled } from "../../src/deliver/states.ts";
import type { Receipt } from "../../src/model/platform.ts";
import { aDelivery } from "../build.ts";

const claimedAt = new Date("2026-11-24T06:00Z");
const past = (ms: number): Date => new Date(claimedAt.getTime() + ms);
const context = (changes: Partial<SettleContext> = {}): SettleContext => ({
  now: past(200),
  claimedAt,
  recognisesRepeatsForMs: 180_000,
  chance: 0,
  ...changes,
});
const later: Receipt = { status: "later", retryAfterMs: 7_000, scope: "channel", cause: "slow down" };
const unknown: Receipt = { status: "unknown", cause: new Error("socket hang up") };

describe("settled", () => {
  test("a sent delivery keeps the platform's message id and the time", () => {
    const next = settled(aDelivery(), { status: "sent", messageId: "m1" }, context());
    expect(next).toMatchObject({ state: "sent", messageId: "m1", sentAt: past(200) });
  });

  test("a delivery put off comes back at the time the platform asked for, and is not in doubt", () => {
    const next = settled(aDelivery(), later, context());
    expect(next).toMatchObject({ state: "queued", dueAt: past(7_200), problem: "waiting: slow down" });
    expect(next.firstTriedAt).toBeUndefined();
  });

  test("where the platform names no time, the wait doubles with each attempt", () => {
    const waits = [1, 2, 3, 20].map((attempts) => {
      const next = settled(aDelivery({ attempts }), { ...later, retryAfterMs: 0 }, context({ now: claimedAt }));
      return next.dueAt.getTime() - claimedAt.getTime();
    });
    expect(waits).toEqual([5_000, 10_000, 20_000, 1_800_000]);
  });

  test("an edition that could not be sent for three days is given up", () => {
    expect(settled(aDelivery(), later, context({ now: past(73 * 3_600_000) }))).toMatchObject({ state: "refused" });
  });

  test("a delivery in doubt that is given up is unknown, not refused", () => {
    const inDoubt = aDelivery({ firstTriedAt: past(-60_000) });
    expect(settled(inDoubt, later, context({ now: past(73 * 3_600_000) }))).toMatchObject({ state: "unknown" });
  });

  test("a refusal is final and says why", () => {
    const next = settled(aDelivery(), { status: "refused", reason: "channel-gone", cause: "404" }, context());
    expect(next).toMatchObject({ state: "refused", problem: "channel-gone: 404" });
  });

  test("an unanswered send is repeated while the platform would recognise it", () => {
    expect(settled(aDelivery(), unknown, context())).toMatchObject({ state: "queued", firstTriedAt: claimedAt, dueAt: past(2_200) });
  });

  test("an unanswered send is never repeated where the platform recognises nothing", () => {
    expect(settled(aDelivery(), unknown, context({ recognisesRepeatsForMs: 0 }))).toMatchObject({
      state: "unknown",
      problem: "it may have arrived: socket hang up",
    });
  });

  test("an unanswered send is not repeated when the platform may have forgotten it", () => {
    expect(settled(aDelivery(), unknown, context({ now: past(160_000) }))).toMatchObject({ state: "unknown" });
  });

  test("being put off does not take away the doubt of an earlier attempt", () => {
    const doubtful = settled(aDelivery(), unknown, context());
    const claimedAgain = past(2_200);
    expect(isInDoubt(settled(doubtful, later, context({ claimedAt: claimedAgain, now: past(2_400) })), past(10_000))).toBe(true);
  });
});

describe("looked", () => {
  const doubtful = aDelivery({ state: "unknown", problem: "it may have arrived" });

  test("a message found on screen was sent", () => {
    expect(looked(doubtful, { messageId: "m9" }, past(1))).toMatchObject({ state: "sent", messageId: "m9" });
  });

  test("a message that is surely absent is sent as a new one", () => {
    const next = looked(doubtful, "absent", past(1));
    expect(next).toMatchObject({ state: "queued", dueAt: past(1) });
    expect(next.firstTriedAt).toBeUndefined();
  });

  test("what the platform cannot tell stays unknown", () => {
    expect(looked(doubtful, "unknown", past(1)).state).toBe("unknown");
  });
});

test("a postponed delivery has made no attempt and is not in doubt", () => {
  const next = postponed(aDelivery({ attempts: 1 }), claimedAt, past(30_000));
  expect(next).toMatchObject({ state: "queued", attempts: 0, dueAt: past(30_000) });
  expect(next.firstTriedAt).toBeUndefined();
});

test("whatever the receipts, a message that may be on screen is never sent again outside the platform's memory", () => {
  const receipts = fc.array(
    fc.record({
      receipt: fc.constantFrom(later, { ...later, retryAfterMs: 400_000 }, unknown),
      tookMs: fc.integer({ min: 1, max: 90_000 }),
    }),
    {
      minLength: 1,
      maxLength: 12,
    },
  );
  fc.assert(
    fc.property(receipts, fc.constantFrom(0, 120_000, 300_000), (steps, recognisesRepeatsForMs) => {
      let delivery = aDelivery();
      let at = claimedAt;
      let maybeShownAt: number | undefined;
      for (const { receipt, tookMs } of steps) {
        if (maybeShownAt !== undefined && at.getTime() - maybeShownAt >= recognisesRepeatsForMs) {
          // carry.ts sends nothing that is in doubt and may not be repeated.
          expect([isInDoubt(delivery, at), mayRepeat(delivery, { now: at, recognisesRepeatsForMs })]).toEqual([true, false]);
          return;
        }
        const now = new Date(at.getTime() + tookMs);
        if (receipt.status === "unknown") maybeShownAt ??= at.getTime();
        delivery = settled(delivery, receipt, { now, claimedAt: at, recognisesRepeatsForMs, chance: 0.5 });
        if (delivery.state !== "queued") return;
        at = new Date(Math.max(now.getTime(), delivery.dueAt.getTime()));
        delivery = { ...delivery, state: "sending", attempts: delivery.attempts + 1, firstTriedAt: delivery.firstTriedAt ?? at };
      }
    }),
  );
});
