import { setTimeout as sleep } from "node:timers/promises";
import { connectDiscord } from "../../../src/adapters/discord/connect.ts";
import { startDelivery } from "../../../src/deliver/deliver.ts";
import type { PlatformDeps } from "../../../src/model/platform.ts";
import { migrate } from "../../../src/store/migrate.ts";
import { openConnection } from "../../../src/store/sqlite/connection.ts";
import { migrations } from "../../../src/store/sqlite/migrations/list.ts";
import { createOutbox } from "../../../src/store/sqlite/outbox.ts";
import { createSubscriptionStore } from "../../../src/store/sqlite/subscriptions.ts";
import { aChannel, anEdition, aSlot, aSubscription } from "../../build.ts";
import { startDiscord } from "../../kit/discord-fake/start.ts";
import { commands, saying, until } from "./script.ts";

export interface Broadcast {
  readonly channels: number;
  readonly delivered: number;
  readonly twice: number;
  /** Answers of 429. */
  readonly refused: number;
  /** Messages a second, of the bot's and the stand-in's clock. */
  readonly perSecond: number;
  /** True when every message of the earlier slot came before those of the later one that waited with it. */
  readonly orderedBySlot: boolean;
  /** Milliseconds of real time from an interaction to its first answer, while it ran. */
  readonly answersMs: readonly number[];
  readonly violations: readonly string[];
}

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** Two slots' editions to so many channels each half, with Discord's real limits on a clock that runs `speed` times as fast. */
export async function broadcast(channels: number, speed: number, asking: number): Promise<Broadcast> {
  const startMs = Date.now();
  const nowMs = (): number => startMs + (Date.now() - startMs) * speed;
  const now = (): Date => new Date(nowMs());
  const fake = await startDiscord({ nowMs, rules: { firstAnswer: false } });
  const guild = fake.guild();
  const ids = Array.from({ length: channels }, () => fake.channel(guild).id);
  const asked = fake.channel(guild);
  const connection = openConnection(":memory:");
  migrate(connection, migrations);
  const outbox = createOutbox(connection);
  const subscriptions = createSubscriptionStore(connection);
  for (const address of ids) {
    await subscriptions.putChannel(aChannel({ id: `discord:${address}`, platform: "discord", address }));
    await subscriptions.put(aSubscription({ channelId: `discord:${address}` }));
  }
  const slots = [-60_000, 0].map((offset, place) => ({ id: `e00000000000${place}`, at: new Date(startMs + offset) }));
  for (const [place, { id, at }] of slots.entries()) {
    // The later slot stands first in the table: order must come from the slot.
    const half = ids.filter((_, index) => (index % 2 === 0) === (place === 1));
    const edition = anEdition({ id, slot: aSlot({ at }), coversTo: at });
    const row = { subscriptionId: "world", parts: 1, dueAt: at, coveredTo: at };
    await outbox.enqueue(
      edition,
      half.map((address) => ({ channelId: `discord:${address}`, ...row })),
    );
  }
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
  const wait = (ms: number, signal: AbortSignal): Promise<void> => sleep(ms / speed, undefined, { signal }).catch(() => undefined); // aborted = woken
  const loop = startDelivery(platform, { outbox, subscriptions, log: silent, now, wait, chance: () => 0 });

  const answersMs: number[] = [];
  const ann = fake.person("Ann", asked);
  for (let place = 0; place < asking; place++) {
    const at = performance.now();
    const { interaction } = await ann.slash("status");
    answersMs.push(interaction.shown.length > 0 ? performance.now() - at : Number.POSITIVE_INFINITY);
    await sleep(10);
  }
  const sent = () => fake.state.messages.filter(({ nonce }) => nonce !== undefined);
  await until(() => sent().length >= channels, 120_000);
  await loop.stop();
  const messages = sent();
  const tookMs = (messages.at(-1)?.atMs ?? 0) - (messages[0]?.atMs ?? 0);
  const earlier = new Set(ids.filter((_, index) => index % 2 === 1));
  const lastEarlier = messages.findLastIndex(({ channelId }) => earlier.has(channelId));
  const firstLater = messages.findIndex(({ channelId }) => !earlier.has(channelId));
  await platform.close();
  await fake.close();
  connection.close();
  return {
    channels,
    delivered: new Set(messages.map(({ channelId }) => channelId)).size,
    twice: messages.length - new Set(messages.map(({ channelId }) => channelId)).size,
    refused: fake.rates.refusals(),
    perSecond: (messages.length / tookMs) * 1_000,
    // Sends that are in flight together may overtake each other on their way.
    orderedBySlot: lastEarlier - firstLater < 16,
    answersMs,
    violations: fake.violations,
  };
}
