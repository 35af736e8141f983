import { setTimeout as sleep } from "node:timers/promises";
import { type DeliveryLoop, startDelivery } from "../../src/deliver/deliver.ts";
import type { Platform } from "../../src/model/platform.ts";
import { aChannel, anEdition, aSlot, aSubscription } from "../build.ts";
import { type DeliveryStores, openDeliveryStores } from "../store/open.ts";

export interface Broadcast {
  readonly delivered: number;
  readonly twice: number;
  /** Answers of 429. */
  readonly refused: number;
  /** Messages a second while it ran, of the bot's and the stand-in's clock. */
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

/** A message as the stand-in has it. */
interface Arrived {
  /** Where it arrived, as the platform calls it. */
  readonly address: string;
  readonly atMs: number;
}

/** A platform of which every send is counted while it is under way, and the stand-in behind it. */
export interface Stage {
  readonly platform: Platform;
  /** One for each channel. */
  readonly addresses: readonly string[];
  /** Everything that arrived in those channels, in order. */
  readonly arrived: () => readonly Arrived[];
  /** Everything that arrived anywhere between two instants, answers to people among it. */
  readonly countBetween: (fromMs: number, toMs: number) => number;
  readonly refused: () => number;
  readonly violations: () => readonly string[];
  close(): Promise<void>;
}

export interface Running {
  begin(): void;
  readonly isDone: () => boolean;
  /** Stops everything, and tells how it went. */
  end(): Promise<Broadcast>;
}

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** Two slots' editions in the outbox of a connected bot, each for half of the channels. */
export async function prepare(stage: Stage, clock: Clock): Promise<Running> {
  const { platform, addresses } = stage;
  const stores = openDeliveryStores();
  await fillOutbox(platform.id, addresses, stores, clock.now());
  let loop: DeliveryLoop | undefined;
  return {
    begin() {
      loop = startDelivery(platform, { ...stores, log: silent, ...clock, chance: () => 0 });
    },
    isDone: () => new Set(stage.arrived().map(({ address }) => address)).size >= addresses.length,
    async end() {
      await loop?.stop();
      await platform.close();
      await stage.close();
      stores.connection.close();
      return judge(stage);
    },
  };
}

const isEarlier = (place: number): boolean => place % 2 === 1;

function judge({ addresses, arrived: all, countBetween, refused, violations }: Stage): Broadcast {
  const arrived = all();
  const delivered = new Set(arrived.map(({ address }) => address)).size;
  const earlier = new Set(addresses.filter((_, place) => isEarlier(place)));
  const firstLater = arrived.findIndex(({ address }) => !earlier.has(address));
  const [fromMs, toMs] = [arrived[0]?.atMs ?? 0, arrived.at(-1)?.atMs ?? 0];
  return {
    delivered,
    twice: arrived.length - delivered,
    refused: refused(),
    perSecond: ((countBetween(fromMs, toMs) - 1) / (toMs - fromMs)) * 1_000,
    outOfOrder: arrived.slice(firstLater).filter(({ address }) => earlier.has(address)).length,
    violations: violations(),
  };
}

async function fillOutbox(
  platform: string,
  addresses: readonly string[],
  { outbox, subscriptions }: DeliveryStores,
  at: Date,
): Promise<void> {
  for (const address of addresses) {
    await subscriptions.putChannel(aChannel({ id: `${platform}:${address}`, platform, address }));
    await subscriptions.put(aSubscription({ channelId: `${platform}:${address}` }));
  }
  for (const [half, offsetMs] of [0, -60_000].entries()) {
    // The later slot stands first in the table: order must come from the slot.
    const slotAt = new Date(at.getTime() + offsetMs);
    const edition = anEdition({ id: `e00000000000${half}`, slot: aSlot({ at: slotAt }), coversTo: slotAt });
    const row = { subscriptionId: "world", parts: 1, dueAt: slotAt, coveredTo: slotAt };
    const rows = addresses.filter((_, place) => isEarlier(place) === (half === 1));
    await outbox.enqueue(
      edition,
      rows.map((address) => ({ channelId: `${platform}:${address}`, ...row })),
    );
  }
}

/** The platform, and how many of its sends have not come back. */
export function counted(platform: Platform): { readonly platform: Platform; readonly inFlight: () => number } {
  let under = 0;
  const send: Platform["send"] = async (request, signal) => {
    under++;
    return platform.send(request, signal).finally(() => under--);
  };
  return { platform: { ...platform, send }, inFlight: () => under };
}
