import { expect, test } from "vitest";
import { receiptFrom } from "../../../src/adapters/telegram/errors.ts";
import { paceLimits } from "../../../src/adapters/telegram/send.ts";
import { splitMessage } from "../../../src/adapters/telegram/split.ts";
import { startDelivery } from "../../../src/deliver/deliver.ts";
import type { Platform } from "../../../src/model/platform.ts";
import { aChannel, anEdition, aSubscription } from "../../build.ts";
import { aClock } from "../../kit/clock.ts";
import { methods } from "../../kit/telegram-fake/methods.ts";
import { Refusal } from "../../kit/telegram-fake/refusal.ts";
import { createWorld } from "../../kit/telegram-fake/state.ts";
import { openDeliveryStores } from "../../store/open.ts";

const chats = 2_000;
const start = new Date("2026-11-24T06:00Z");

test("a broadcast to 2,000 chats meets no 429 and uses 95 % of the rate", { timeout: 60_000 }, async () => {
  const world = createWorld();
  const clock = aClock(start);
  const stores = openDeliveryStores();
  const addresses = Array.from({ length: chats }, (_, place) => place + 1);
  for (const id of addresses) {
    world.rooms.set(id, {
      chat: { id, type: "private" },
      messages: [],
      administrators: new Set(),
      strangers: new Set(),
      topics: new Map(),
      nextId: 1,
      sends: [],
    });
    await stores.subscriptions.putChannel(aChannel({ id: `telegram:${id}`, platform: "telegram", address: String(id) }));
    await stores.subscriptions.put(aSubscription({ channelId: `telegram:${id}` }));
  }
  const edition = anEdition();
  await stores.outbox.enqueue(
    edition,
    addresses.map((id) => ({
      channelId: `telegram:${id}`,
      subscriptionId: "world",
      parts: 1,
      dueAt: start,
      coveredTo: edition.coversTo,
    })),
  );
  const refusals: unknown[] = [];
  const platform: Platform = {
    id: "telegram",
    recognisesRepeatsForMs: 0,
    limits: paceLimits,
    split: splitMessage,
    async send({ channel }) {
      try {
        methods.sendMessage?.run({ chat_id: Number(channel.address), text: "An edition" }, world, clock.now().getTime());
        return { status: "sent", messageId: "1" };
      } catch (cause) {
        if (!(cause instanceof Refusal)) throw cause;
        refusals.push(cause);
        return receiptFrom(cause);
      }
    },
    edit: async () => ({ status: "sent", messageId: "1" }),
    notify: async () => ({ status: "sent", messageId: "1" }),
    health: () => ({ state: "connected", words: "" }),
    close: async () => undefined,
  };
  const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const loop = startDelivery(platform, { ...stores, log, now: clock.now, wait: clock.wait, chance: () => 0 });
  await clock.runTo(new Date(start.getTime() + 90_000));
  await loop.stop();

  expect(refusals).toEqual([]);
  expect([...world.rooms.values()].filter(({ messages }) => messages.length !== 1)).toEqual([]);
  // 30 a second: Bots FAQ.
  const takenMs = Math.max(...world.sends) - Math.min(...world.sends);
  expect(((chats / 30) * 1_000) / takenMs).toBeGreaterThanOrEqual(0.95);
});
