import { expect, test } from "vitest";
import { aClock } from "../../kit/clock.ts";
import { prepareBroadcast, type TelegramBroadcast } from "./broadcast.ts";

const start = new Date("2026-11-24T06:00:00Z");
const chats = 2_000;

test("an edition to two thousand chats meets no 429, at 95 % of what is allowed, in the order of the slots", {
  timeout: 120_000,
}, async () => {
  let running: TelegramBroadcast | undefined;
  const clock = aClock(start, () => running?.isBusy() ?? false);
  running = await prepareBroadcast(chats, clock);
  running.begin();
  for (let second = 5; !running.isDone() && second < 120; second += 5) await clock.runTo(new Date(start.getTime() + second * 1_000));
  const { perSecond, ...rest } = await running.end();
  expect(rest).toEqual({ delivered: chats, twice: 0, refused: 0, outOfOrder: 0, violations: [] });
  // 30 messages a second: Bots FAQ.
  expect(perSecond).toBeGreaterThanOrEqual(0.95 * 30);
});
