import { connectTelegram } from "../../../src/adapters/telegram/connect.ts";
import { commandList } from "../../../src/commands/index.ts";
import type { Platform } from "../../../src/model/platform.ts";
import { openPlace } from "../../kit/telegram-fake/actors.ts";
import { startTelegramFake, type TelegramFake } from "../../kit/telegram-fake/server.ts";
import { type Clock, counted, prepare, type Running } from "../broadcast.ts";
import { platformDeps } from "../deps.ts";

export interface TelegramBroadcast extends Running {
  readonly fake: TelegramFake;
  /** True while a request is on its way. */
  readonly isBusy: () => boolean;
}

/** A broadcast to so many chats, channels and people by turns, with Telegram's limits. */
export async function prepareBroadcast(chats: number, clock: Clock): Promise<TelegramBroadcast> {
  const fake = await startTelegramFake(() => clock.now().getTime());
  const addresses = Array.from({ length: chats }, (_, at) => `${openPlace(fake, placeOf(at)).room.chat.id}`);
  const { platform, isBusy } = await connect(fake, clock);
  const known = new Set(addresses);
  const { world } = fake;
  const running = await prepare(
    {
      platform,
      addresses,
      arrived: () => world.sent.map(({ chatId, atMs }) => ({ address: `${chatId}`, atMs })).filter(({ address }) => known.has(address)),
      countBetween: (fromMs, toMs) => world.sent.filter(({ atMs }) => atMs >= fromMs && atMs <= toMs).length,
      refused: () => world.refusals.length,
      violations: () => fake.violations,
      close: fake.close,
    },
    clock,
  );
  return { ...running, fake, isBusy };
}

/** Channels and people by turns. */
const placeOf = (at: number) =>
  at % 3 === 0
    ? ({ id: -1_001_000_000_000 - at, type: "channel", title: `News ${at}` } as const)
    : ({ id: 10_000 + at, type: "private", first_name: "Ann" } as const);

async function connect(fake: TelegramFake, clock: Clock): Promise<{ platform: Platform; isBusy: () => boolean }> {
  let waiting = 0;
  const wait: Clock["wait"] = async (ms, signal) => {
    waiting++;
    await clock.wait(ms, signal);
    waiting--;
  };
  const deps = { ...platformDeps({ commands: commandList("en"), now: clock.now }), wait };
  const settings = { token: fake.token, apiRoot: fake.address };
  const { platform, inFlight } = counted(await connectTelegram(settings, deps, new AbortController().signal));
  return { platform, isBusy: () => inFlight() > waiting };
}
