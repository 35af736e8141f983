import fc from "fast-check";
import { expect, test } from "vitest";
import { createPace } from "../../src/deliver/pace.ts";
import type { PaceLimits } from "../../src/model/platform.ts";
import { aChannel } from "../build.ts";

const start = Date.parse("2026-11-24T06:00Z");
const at = (ms: number): Date => new Date(start + ms);
const limits = (changes: Partial<PaceLimits>): PaceLimits => ({ platform: [], channel: () => [], ...changes });
const one = aChannel({ id: "fake:1" });
const two = aChannel({ id: "fake:2" });

test("without limits there is always room", () => {
  const pace = createPace(limits({}));
  pace.record(one, at(0));
  expect([pace.room(at(0)), pace.platformWaitMs(at(0)), pace.channelWaitMs(one, at(0))]).toEqual([Number.POSITIVE_INFINITY, 0, 0]);
});

test("a channel waits until its oldest send leaves the window", () => {
  const pace = createPace(limits({ channel: () => [{ count: 2, windowMs: 1_000 }] }));
  pace.record(one, at(0));
  pace.record(one, at(300));
  expect([pace.channelWaitMs(one, at(400)), pace.channelWaitMs(two, at(400)), pace.channelWaitMs(one, at(1_000))]).toEqual([600, 0, 0]);
});

test("of several windows the strictest counts", () => {
  const pace = createPace(
    limits({
      channel: () => [
        { count: 1, windowMs: 1_000 },
        { count: 2, windowMs: 60_000 },
      ],
    }),
  );
  pace.record(one, at(0));
  pace.record(one, at(1_000));
  expect(pace.channelWaitMs(one, at(1_500))).toBe(58_500);
});

test("the platform's room shrinks with every channel's sends and comes back", () => {
  const pace = createPace(limits({ platform: [{ count: 3, windowMs: 1_000 }] }));
  pace.record(one, at(0));
  pace.record(two, at(100));
  expect([pace.room(at(200)), pace.room(at(1_050)), pace.room(at(1_100))]).toEqual([1, 2, 3]);
});

test("sends that keep to the pace never exceed a limit in any window", () => {
  const limit = fc.record({ count: fc.integer({ min: 1, max: 6 }), windowMs: fc.integer({ min: 50, max: 3_000 }) });
  const gaps = fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(limit, limit, gaps, (forPlatform, forChannel, tries) => {
      const pace = createPace({ platform: [forPlatform], channel: () => [forChannel] });
      const sent: number[] = [];
      let ms = 0;
      for (const gap of tries) {
        ms += gap;
        if (pace.room(at(ms)) < 1 || pace.channelWaitMs(one, at(ms)) > 0) continue;
        pace.record(one, at(ms));
        sent.push(ms);
      }
      for (const { count, windowMs } of [forPlatform, forChannel]) {
        for (const from of sent) expect(sent.filter((send) => send >= from && send < from + windowMs).length).toBeLessThanOrEqual(count);
      }
    }),
  );
});
