import { setTimeout as sleep } from "node:timers/promises";
import { connectDiscord } from "../../../src/adapters/discord/connect.ts";
import { type DeliveryLoop, startDelivery } from "../../../src/deliver/deliver.ts";
import type { Platform, PlatformDeps } from "../../../src/model/platform.ts";
import { migrate } from "../../../src/store/migrate.ts";
import { openConnection } from "../../../src/store/sqlite/connection.ts";
import { migrations } from "../../../src/store/sqlite/migrations/list.ts";
import { createOutbox } from "../../../src/store/sqlite/outbox.ts";
import { createSubscriptionStore } from "../../../src/store/sqlite/subscriptions.ts";
import { aChannel, anEdition, aSlot, aSubscription } from "../../build.ts";
import { type DiscordFake, startDiscord } from "../../kit/discord-fake/start.ts";
import { commands, saying, until } from "./script.ts";

export interface Broadcast {
  readonly delivered: number;
  readonly twice: number;
  /** Answers of 429. */
  readonly refused: number;
  /** Messages a second, of the bot's and the stand-in's clock. */
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
  readonly fake: DiscordFake;
  begin(): void;
  /** Sends that have not come back. */
  readonly inFlight: () => number;
  readonly isDone: () => boolean;
  /** Stops everything, and tells how it went. */
  end(): Promise<Broadcast>;
}

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** A connected bot with two slots' editions in its outbox, each for half of so many channels, and Discord's real limits. */
export async function prepareBroadcast(channels: number, clock: Clock): Promise<Running> {
  const { now } = clock;
  const fake = await startDiscord({ nowMs: () => now().getTime() });
  const guild = fake.guild();
  const ids = Array.from({ length: channels }, () => fake.channel(guild).id);
  const stores = await fillOutbox(ids, now());
  const { platform, inFlight } = await connect(fake, now);
  let loop: DeliveryLoop | undefined;
  const sent = () => fake.state.messages.filter(({ nonce }) => nonce !== undefined);
  return {
    fake,
    begin() {
      loop = startDelivery(platform, { ...stores, log: silent, ...clock, chance: () => 0 });
    },
    inFlight,
    isDone: () => sent().length >= channels,
    async end() {
      await loop?.stop();
      await platform.close();
      await fake.close();
      stores.connection.close();
      const messages = sent();
      const reached = new Set(messages.map(({ channelId }) => channelId));
      const earlier = new Set(ids.filter((_, index) => index % 2 === 1));
      const firstLater = messages.findIndex(({ channelId }) => !earlier.has(channelId));
      const tookMs = (messages.at(-1)?.atMs ?? 0) - (messages[0]?.atMs ?? 0);
      return {
        delivered: reached.size,
        twice: messages.length - reached.size,
        refused: fake.rates.refusals(),
        perSecond: ((messages.length - 1) / tookMs) * 1_000,
        outOfOrder: messages.slice(firstLater).filter(({ channelId }) => earlier.has(channelId)).length,
        violations: fake.violations,
      };
    },
  };
}

async function fillOutbox(addresses: readonly string[], at: Date) {
  const connection = openConnection(":memory:");
  migrate(connection, migrations);
  const outbox = createOutbox(connection);
  const subscriptions = createSubscriptionStore(connection);
  for (const address of addresses) {
    await subscriptions.putChannel(aChannel({ id: `discord:${address}`, platform: "discord", address }));
    await subscriptions.put(aSubscription({ channelId: `discord:${address}` }));
  }
  for (const [place, offsetMs] of [0, -60_000].entries()) {
    // The later slot stands first in the table: order must come from the slot.
    const slotAt = new Date(at.getTime() + offsetMs);
    const edition = anEdition({ id: `e00000000000${place}`, slot: aSlot({ at: slotAt }), coversTo: slotAt });
    const half = addresses.filter((_, index) => index % 2 === place);
    const row = { subscriptionId: "world", parts: 1, dueAt: slotAt, coveredTo: slotAt };
    await outbox.enqueue(
      edition,
      half.map((address) => ({ channelId: `discord:${address}`, ...row })),
    );
  }
  return { connection, outbox, subscriptions };
}

async function connect(fake: DiscordFake, now: () => Date): Promise<{ platform: Platform; inFlight: () => number }> {
  const memory = new Map<string, string>();
  const deps: PlatformDeps = {
    commands,
    answer: async () => saying("Done."),
    complete: async () => [],
    onChannel: async () => undefined,
    firstTime: async () => true,
    memory: { get: async (key) => memory.get(key), set: async (key, value) => void memory.set(key, value) },
    log: silent,
    now,
    fatal: () => undefined,
  };
  const settings = { token: fake.token, apiUrl: fake.apiUrl, managerRoles: [] };
  const platform = await connectDiscord(settings, deps, new AbortController().signal);
  await until(() => platform.health().state === "connected" && memory.has("commands"));
  let under = 0;
  const send: Platform["send"] = async (request, signal) => {
    under++;
    return platform.send(request, signal).finally(() => under--);
  };
  return { platform: { ...platform, send }, inFlight: () => under };
}
