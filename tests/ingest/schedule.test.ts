import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cacheLifetime, nextAfterFailure, nextAfterGood, pollInterval, shouldSuspend, weeklyRate } from "../../src/ingest/schedule.ts";
import { SourceError } from "../../src/model/errors.ts";
import type { SourceState } from "../../src/model/stores.ts";
import { day, hour, minute } from "./round.ts";

const now = new Date("2026-03-02T08:00:00Z");
const poll = { now, chance: () => 0 };
const state = (more: Partial<SourceState> = {}): SourceState => ({
  address: "https://news.example/f",
  nextAt: now,
  failures: 0,
  etag: '"1"',
  ...more,
});
const waits = (more: Partial<SourceState>, headers: Readonly<Record<string, string>> = {}): number =>
  nextAfterGood(state(more), headers, poll).getTime() - now.getTime();

describe("after a good answer", () => {
  test.each([
    ["twice as often as it publishes", { weekly: 84 }, {}, hour],
    ["a quarter of an hour at least", { weekly: 10_000 }, {}, 15 * minute],
    ["a day at most", { weekly: 0 }, {}, day],
    ["hourly while its rhythm is unknown", {}, {}, hour],
    ["as long as its ttl asks", { weekly: 10_000, askedMs: 2 * hour }, {}, 2 * hour],
    ["as long as its cache headers ask", { weekly: 10_000 }, { "cache-control": "public, max-age=5400" }, 90 * minute],
    ["but never more than a day, whatever it asks", { askedMs: 400 * day }, {}, day],
  ])("%s", (_name, more, headers, expected) => {
    expect(waits(more, headers as Record<string, string>)).toBe(expected);
  });

  test("without a validator an hour at least", () => {
    const { etag: _etag, ...bare } = state({ weekly: 10_000 });
    expect(nextAfterGood(bare, {}, poll).getTime() - now.getTime()).toBe(hour);
  });

  test("whatever is asked, the wait stays within its bounds", () => {
    const asked = fc.record({
      weekly: fc.nat(100_000),
      askedMs: fc.nat(10 ** 10),
      maxAge: fc.nat(10 ** 8),
      chance: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(asked, ({ weekly, askedMs, maxAge, chance }) => {
        const at = nextAfterGood(state({ weekly, askedMs }), { "cache-control": `max-age=${maxAge}` }, { now, chance: () => chance });
        const wait = at.getTime() - now.getTime();
        return wait >= pollInterval.least && wait <= pollInterval.most * 1.1;
      }),
    );
  });
});

describe("after a failure", () => {
  const failed = (failures: number, retryAfterMs?: number): number =>
    nextAfterFailure(new SourceError("http", "It fails.", { retryAfterMs }), failures, poll).getTime() - now.getTime();

  test("each wait is twice the last, from a quarter of an hour to a day", () => {
    expect([1, 2, 3, 20].map((failures) => failed(failures))).toEqual([15 * minute, 30 * minute, hour, day]);
  });

  test("what the server asks for is the least", () => {
    expect(failed(1, 3 * day)).toBe(3 * day);
    expect(failed(1, 1_000)).toBe(15 * minute);
  });

  test("gone at once, everything else after a month", () => {
    const since = (days: number): Date => new Date(now.getTime() - days * day);
    expect(shouldSuspend(new SourceError("gone", "It is gone."), since(0), now)).toBe(true);
    expect(shouldSuspend(new SourceError("http", "It fails."), since(29), now)).toBe(false);
    expect(shouldSuspend(new SourceError("http", "It fails."), since(30), now)).toBe(true);
  });
});

test("the rhythm is entries a week by their dates", () => {
  const feed = (...ages: readonly number[]) => ({
    kind: "rss" as const,
    skipped: 0,
    entries: ages.map((age) => ({ publishedAt: new Date(now.getTime() - age) })),
  });
  expect(weeklyRate(feed(hour, 24 * hour, 84 * hour), now)).toBeCloseTo(6);
  expect(weeklyRate(feed(day, 60 * day), now)).toBe(0.25);
  expect(weeklyRate(feed(hour), now)).toBeUndefined();
});

test("cache lifetimes are counted from the server's own clock, age taken off", () => {
  expect(cacheLifetime({ "cache-control": "max-age=600", age: "100" }, now)).toBe(500_000);
  expect(cacheLifetime({ expires: "Mon, 02 Mar 2026 10:00:00 GMT", date: "Mon, 02 Mar 2026 09:00:00 GMT" }, now)).toBe(hour);
  expect(cacheLifetime({ expires: "0" }, now)).toBe(0);
});
