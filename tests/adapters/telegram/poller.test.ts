import { TelegramError } from "telegraf";
import { expect, test } from "vitest";
import type { Api, Params } from "../../../src/adapters/telegram/api.ts";
import { createInbox } from "../../../src/adapters/telegram/inbox.ts";
import { startPoller } from "../../../src/adapters/telegram/poller.ts";
import type { Update } from "../../../src/adapters/telegram/updates.ts";

type Step = readonly Update[] | Error;

const refusal = (error_code: number, description: string, parameters: { retry_after?: number } = {}) =>
  new TelegramError({ error_code, description, parameters });

const update = (update_id: number, chat = 1): Update => ({
  update_id,
  message: { message_id: update_id, chat: { id: chat, type: "private" }, text: "/help" },
});

/** Polls that meet these steps in turn; the one after them waits until it is stopped, and `done` tells that it has begun. */
function aScene(steps: readonly Step[], take: (update: Update) => Promise<void> = async () => undefined) {
  const left = [...steps];
  const offsets: unknown[] = [];
  const waits: number[] = [];
  const clock = { ms: Date.parse("2026-11-24T09:00Z") };
  let prepared = 0;
  const done = Promise.withResolvers<void>();
  const call = async (_method: string, params: Params, signal: AbortSignal): Promise<unknown> => {
    offsets.push(params.offset);
    const step = left.shift();
    if (step instanceof Error) throw step;
    if (step) return step;
    done.resolve();
    return new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason), { once: true }));
  };
  const missing = async (): Promise<never> => Promise.reject(new Error("not of this scene"));
  const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const poller = startPoller(
    {
      api: { call: call as Api["call"], upload: missing, download: missing },
      prepare: async () => void prepared++,
      take,
      wait: async (ms) => void waits.push(ms),
    },
    { log, now: () => new Date(clock.ms) },
  );
  return { poller, offsets, waits, clock, done: done.promise, prepared: () => prepared };
}

for (const [name, cause] of [
  ["a 401", refusal(401, "Unauthorized")],
  ["a second poller", refusal(409, "Conflict: terminated by other getUpdates request")],
  ["a bad gateway", refusal(502, "Bad Gateway")],
  ["an answer without a result", new Error("Telegram answered getUpdates without a result")],
  ["a network that went away", Object.assign(new Error("reset"), { code: "ECONNRESET" })],
] as const)
  test(`${name} ends the connection, and the next one goes on`, async () => {
    const taken: number[] = [];
    const scene = aScene([cause, [update(7)]], async ({ update_id }) => void taken.push(update_id));
    await scene.done;
    expect(taken).toEqual([7]);
    expect(scene.prepared()).toBe(2);
    expect(scene.poller.health()).toMatchObject({ state: "connected" });
    await scene.poller.stop();
  });

test("waits grow with each failure in a row, up to a minute, and begin again after a success", async () => {
  const down = () => refusal(502, "Bad Gateway");
  const scene = aScene([...Array.from({ length: 9 }, down), [], down()]);
  await scene.done;
  expect(scene.waits).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000, 60_000, 1_000]);
  await scene.poller.stop();
});

test("a 429 waits as long as Telegram asks", async () => {
  const scene = aScene([refusal(429, "Too Many Requests: retry after 11", { retry_after: 11 })]);
  await scene.done;
  expect(scene.waits).toEqual([11_000]);
  await scene.poller.stop();
});

test("an update is confirmed by the next poll, once it was taken", async () => {
  const scene = aScene([[update(7), update(8)]]);
  await scene.done;
  expect(scene.offsets).toEqual([0, 9]);
  await scene.poller.stop();
});

test("an update that could not be recorded is asked for again", async () => {
  let isFull = true;
  const scene = aScene([[update(7), update(8)], [update(8)]], async ({ update_id }) => {
    if (update_id === 8 && isFull) {
      isFull = false;
      throw new Error("the disk is full");
    }
  });
  await scene.done;
  expect(scene.offsets).toEqual([0, 8, 9]);
  await scene.poller.stop();
});

test("a poll that hears nothing for long is told as a failure", async () => {
  const scene = aScene([[]]);
  await scene.done;
  scene.clock.ms += 91_000;
  expect(scene.poller.health()).toMatchObject({ state: "failed" });
  await scene.poller.stop();
});

test("work that never ends holds up neither the poll nor other chats", async () => {
  const worked: number[] = [];
  const inbox = createInbox(
    ({ update_id }) => {
      worked.push(update_id);
      return update_id === 7 ? new Promise(() => undefined) : Promise.resolve();
    },
    async () => true,
  );
  const scene = aScene([[update(7, 1), update(8, 1), update(9, 2)]], inbox.take);
  await scene.done;
  expect(worked).toEqual([7, 9]);
  await scene.poller.stop();
});

test("an update that was recorded before is not worked again", async () => {
  const seen = new Set(["7"]);
  const worked: number[] = [];
  const inbox = createInbox(
    async ({ update_id }) => void worked.push(update_id),
    async (id) => !seen.has(id) && Boolean(seen.add(id)),
  );
  for (const id of [7, 8, 8]) await inbox.take(update(id));
  await inbox.idle();
  expect(worked).toEqual([8]);
});
