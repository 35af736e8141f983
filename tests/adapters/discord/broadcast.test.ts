import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { aClock } from "../../kit/clock.ts";
import { type DiscordBroadcast, prepareBroadcast } from "./broadcast.ts";

const start = new Date("2026-11-24T06:00:00Z");
const channels = 2_000;

// The library has limits of its own and looks at the machine's clock for them: it is given the fast one.
beforeEach(() => void vi.useFakeTimers({ toFake: ["Date"], now: start }));
afterEach(() => void vi.useRealTimers());

test("an edition to two thousand channels meets no 429, at 95 % of what is allowed, in the order of the slots", {
  timeout: 120_000,
}, async () => {
  let running: DiscordBroadcast | undefined;
  const clock = aClock(start, () => {
    vi.setSystemTime(clock.now());
    return (running?.inFlight() ?? 0) > 0;
  });
  running = await prepareBroadcast(channels, clock);
  // What connecting asked for is forgotten by then.
  await clock.runTo(new Date(start.getTime() + 2_000));
  running.begin();
  for (let second = 5; !running.isDone() && second < 120; second += 5) await clock.runTo(new Date(start.getTime() + second * 1_000));
  const { perSecond, ...rest } = await running.end();
  expect(rest).toEqual({ delivered: channels, twice: 0, refused: 0, outOfOrder: 0, violations: [] });
  // 50 requests a second: topics/rate-limits.
  expect(perSecond).toBeGreaterThanOrEqual(0.95 * 50);
});
