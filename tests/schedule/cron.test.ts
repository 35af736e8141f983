import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { startTicker } from "../../src/schedule/cron.ts";

beforeEach(() => {
  vi.useFakeTimers({ now: new Date("2026-11-24T05:58:30Z") });
});
afterEach(() => {
  vi.useRealTimers();
});

test("it ticks once at the start and then at every full minute", async () => {
  const ticks: string[] = [];
  const ticker = startTicker(async () => void ticks.push(new Date().toISOString().slice(11, 16)));
  await vi.advanceTimersByTimeAsync(150_000);
  await ticker.stop();
  expect(ticks).toEqual(["05:58", "05:59", "06:00", "06:01"]);
});

test("a minute that a busy machine came too late for is worked all the same", async () => {
  let ticks = 0;
  const ticker = startTicker(async () => void ticks++);
  vi.setSystemTime(new Date("2026-11-24T06:00:20Z"));
  await vi.advanceTimersByTimeAsync(31_000);
  expect(ticks).toBe(2);
  await ticker.stop();
});

test("a tick that falls into a running one is left out", async () => {
  let ticks = 0;
  let finish: () => void = () => undefined;
  const ticker = startTicker(() => {
    ticks++;
    return new Promise((resolve) => {
      finish = resolve;
    });
  });
  await vi.advanceTimersByTimeAsync(180_000);
  expect(ticks).toBe(1);
  finish();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(ticks).toBe(2);
  finish();
  await ticker.stop();
});

test("after stopping nothing ticks, and a running tick has ended", async () => {
  let ended = 0;
  const ticker = startTicker(async () => {
    await new Promise((resolve) => setTimeout(resolve, 5_000));
    ended++;
  });
  const stopped = ticker.stop();
  await vi.advanceTimersByTimeAsync(600_000);
  await stopped;
  expect(ended).toBe(1);
});
