import { setTimeout as sleep } from "node:timers/promises";
import { connectTelegram } from "../../../src/adapters/telegram/connect.ts";
import { commandList } from "../../../src/commands/index.ts";
import { type DeliveryLoop, startDelivery } from "../../../src/deliver/deliver.ts";
import type { Platform, PlatformDeps } from "../../../src/model/platform.ts";
import { aChannel, anEdition, aSlot, aSubscription } from "../../build.ts";
import { openPlace, type Place } from "../../kit/telegram-fake/actors.ts";
import { startTelegramFake, type TelegramFake } from "../../kit/telegram-fake/server.ts";
import { type DeliveryStores, openDeliveryStores } from "../../store/open.ts";

export interface Broadcast {
  readonly delivered: number;
  readonly twice: number;
  /** Answers of 429. */
  readonly refused: number;
  /** Messages a second while it ran, answers to people among them, of the bot's and the stand-in's clock. */
  readonly perSecond: number;
  /** How many messages of the earlier slot came after the first of the later one, though both waited together. */
  readonly outOfOrder: number;
  readonly violations: readonly string[];
}

/** Moves by itself, as the real one does, or is moved. */
export interface Clock {
  readonly now: () => Date;
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>;
}

export const realClock: Clock = {
  now: () => new Date(),
  wait: (ms, signal) => sleep(ms, undefined, { signal }).catch(() => undefined), // aborted = woken
};

export interface Running {
  readonly fake: TelegramFake;
  begin(): void;
  /** True while a request is on its way. */
  readonly isBusy: () => boolean;
  readonly isDone: () => boolean;
  /** Stops everything, and tells how it went. */
  end(): Promise<Broadcast>;
}

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** A connected bot with two slots' editions in its outbox, each for half of so many chats, and Telegram's limits. */
export async function prepareBroadcast(chats: number, clock: Clock): Promise<Running> {
  const { now } = clock;
  const fake = await startTelegramFake(() => now().getTime());
  const places = Array.from({ length: chats }, (_, at) => openPlace(fake, placeOf(at)));
  const stores = openDeliveryStores();
  await fillOutbox(places, stores, now());
  const { platform, isBusy } = await connect(fake, clock);
  let loop: DeliveryLoop | undefined;
  return {
    fake,
    begin() {
      loop = startDelivery(platform, { ...stores, log: silent, ...clock, chance: () => 0 });
    },
    isBusy,
    isDone: () => places.every((place) => place.own().length > 0),
    async end() {
      await loop?.stop();
      await platform.close();
      await fake.close();
      stores.connection.close();
      const sent = fake.world.sent.filter(({ chatId }) => places.some(({ room }) => room.chat.id === chatId));
      const earlier = new Set(places.filter((_, at) => at % 2 === 1).map(({ room }) => room.chat.id));
      const firstLater = sent.findIndex(({ chatId }) => !earlier.has(chatId));
      const between = fake.world.sent.slice(fake.world.sent.indexOf(sent[0]!), fake.world.sent.indexOf(sent.at(-1)!) + 1);
      const tookMs = (sent.at(-1)?.atMs ?? 0) - (sent[0]?.atMs ?? 0);
      return {
        delivered: places.filter((place) => place.own().length > 0).length,
        twice: places.filter((place) => place.own().length > 1).length,
        refused: fake.world.refusals.length,
        perSecond: ((between.length - 1) / tookMs) * 1_000,
        outOfOrder: sent.slice(firstLater).filter(({ chatId }) => earlier.has(chatId)).length,
        violations: fake.violations,
      };
    },
  };
}

/** Channels and people by turns. */
const placeOf = (at: number) =>
  at % 3 === 0
    ? ({ id: -1_001_000_000_000 - at, type: "channel", title: `News ${at}` } as const)
    : ({ id: 10_000 + at, type: "private", first_name: "Ann" } as const);

async function fillOutbox(places: readonly Place[], { outbox, subscriptions }: DeliveryStores, at: Date): Promise<void> {
  const ids = places.map(({ room }) => String(room.chat.id));
  for (const address of ids) {
    await subscriptions.putChannel(aChannel({ id: `telegram:${address}`, platform: "telegram", address }));
    await subscriptions.put(aSubscription({ channelId: `telegram:${address}` }));
  }
  for (const [half, offsetMs] of [0, -60_000].entries()) {
    // The later slot stands first in the table: order must come from the slot.
    const slotAt = new Date(at.getTime() + offsetMs);
    const edition = anEdition({ id: `e00000000000${half}`, slot: aSlot({ at: slotAt }), coversTo: slotAt });
    const row = { subscriptionId: "world", parts: 1, dueAt: slotAt, coveredTo: slotAt };
    const rows = ids.filter((_, place) => place % 2 === half).map((address) => ({ channelId: `telegram:${address}`, ...row }));
    await outbox.enqueue(edition, rows);
  }
}

async function connect(fake: TelegramFake, clock: Clock): Promise<{ platform: Platform; isBusy: () => boolean }> {
  const memory = new Map<string, string>();
  let sending = 0;
  let waiting = 0;
  const deps: PlatformDeps & { readonly wait: Clock["wait"] } = {
    commands: commandList("en"),
    answer: async () => ({ message: { blocks: [{ kind: "text", text: "Done." }] }, private: false, outcome: "done" }),
    complete: async () => [],
    onChannel: async () => undefined,
    firstTime: async () => true,
    memory: { get: async (key) => memory.get(key), set: async (key, value) => void memory.set(key, value) },
    log: silent,
    now: clock.now,
    async wait(ms, signal) {
      waiting++;
      await clock.wait(ms, signal);
      waiting--;
    },
    fatal: () => undefined,
  };
  const platform = await connectTelegram({ token: fake.token, apiRoot: fake.address }, deps, new AbortController().signal);
  const send: Platform["send"] = async (request, signal) => {
    sending++;
    return platform.send(request, signal).finally(() => sending--);
  };
  return { platform: { ...platform, send }, isBusy: () => sending > waiting };
}
