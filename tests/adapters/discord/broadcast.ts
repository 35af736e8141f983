import { connectDiscord } from "../../../src/adapters/discord/connect.ts";
import type { Platform } from "../../../src/model/platform.ts";
import { type DiscordFake, startDiscord } from "../../kit/discord-fake/start.ts";
import { until } from "../../until.ts";
import { type Clock, counted, prepare, type Running } from "../broadcast.ts";
import { platformDeps } from "../deps.ts";
import { commands } from "./script.ts";

export interface DiscordBroadcast extends Running {
  readonly fake: DiscordFake;
  /** Sends that have not come back. */
  readonly inFlight: () => number;
}

/** A broadcast to so many channels of one server, with Discord's real limits. */
export async function prepareBroadcast(channels: number, clock: Clock): Promise<DiscordBroadcast> {
  const fake = await startDiscord({ nowMs: () => clock.now().getTime() });
  const guild = fake.guild();
  const addresses = Array.from({ length: channels }, () => fake.channel(guild).id);
  const { platform, inFlight } = counted(await connect(fake, clock));
  const arrived = () =>
    fake.state.messages.filter(({ nonce }) => nonce !== undefined).map(({ channelId, atMs }) => ({ address: channelId, atMs }));
  const running = await prepare(
    {
      platform,
      addresses,
      arrived,
      // Answers to people stand outside Discord's limit.
      countBetween: () => arrived().length,
      refused: fake.rates.refusals,
      violations: () => fake.violations,
      close: fake.close,
    },
    clock,
  );
  return { ...running, fake, inFlight };
}

async function connect(fake: DiscordFake, { now }: Clock): Promise<Platform> {
  const memory = new Map<string, string>();
  const settings = { token: fake.token, apiUrl: fake.apiUrl, managerRoles: [] };
  const platform = await connectDiscord(settings, platformDeps({ commands, memory, now }), new AbortController().signal);
  await until(() => platform.health().state === "connected" && memory.has("commands"));
  return platform;
}
