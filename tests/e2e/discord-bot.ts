import { rmSync } from "node:fs";
import { afterEach, expect } from "vitest";
import { textOf } from "../kit/discord-fake/actors.ts";
import { type DiscordFake, startDiscord } from "../kit/discord-fake/start.ts";
import type { FakeChannel, FakeMessage } from "../kit/discord-fake/state.ts";
import { until } from "../until.ts";
import { aDataFolder, type Bot, type BotOptions, startBot } from "./bot.ts";

export type DiscordBotOptions = Omit<BotOptions, "env"> & { readonly fake: DiscordFake };

const folders: string[] = [];
const bots: Bot[] = [];
const fakes: DiscordFake[] = [];

afterEach(async () => {
  for (const bot of bots.splice(0)) await bot.stop();
  const closing = fakes.splice(0);
  for (const fake of closing) await fake.close();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
  expect(closing.flatMap(({ violations }) => violations)).toEqual([]);
});

/** Gone after the test, in which it may have seen nothing that a careful client never does. */
export async function aFake(options: Parameters<typeof startDiscord>[0] = {}): Promise<DiscordFake> {
  const fake = await startDiscord(options);
  fakes.push(fake);
  return fake;
}

/** Gone after the test. */
export function aFolder(): string {
  const made = aDataFolder();
  folders.push(made);
  return made;
}

/** Without waiting; stopped after the test. */
export function startOnDiscord({ fake, ...rest }: DiscordBotOptions): Bot {
  const bot = startBot({ ...rest, env: { DISCORD_TOKEN: fake.token, DISCORD_API_URL: fake.apiUrl } });
  bots.push(bot);
  return bot;
}

/** Connected, its commands registered. */
export async function connectOnDiscord(options: DiscordBotOptions): Promise<Bot> {
  const before = options.fake.gateway.log.length;
  const bot = startOnDiscord(options);
  const isConnected = (): boolean => options.fake.gateway.log.length > before && options.fake.state.commands.length > 0;
  await until(() => bot.isOver() || isConnected(), bot.output);
  if (bot.isOver()) throw new Error(`it ended at once:\n${bot.output()}`);
  return bot;
}

/** Monday, four seconds before eight in Kyiv. */
export const beforeEight = new Date("2026-11-23T05:59:56Z");
export const daysLater = (days: number): Date => new Date(beforeEight.getTime() + days * 86_400_000);

export const everyDayAtEight = { digest: "sample", at: "08:00", zone: "Europe/Kyiv", days: "daily" };

/** Of the sample, in a channel. */
export const editionsIn = (fake: DiscordFake, channel: FakeChannel): readonly FakeMessage[] =>
  fake.messagesIn(channel).filter((message) => textOf(message).startsWith("## Sample"));
