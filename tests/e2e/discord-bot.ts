import type { DiscordFake } from "../kit/discord-fake/start.ts";
import { type Bot, type BotOptions, startBot } from "./bot.ts";

export type DiscordBotOptions = Omit<BotOptions, "env"> & { readonly fake: DiscordFake };

export const startOnDiscord = ({ fake, ...rest }: DiscordBotOptions): Bot =>
  startBot({ ...rest, env: { DISCORD_TOKEN: fake.token, DISCORD_API_URL: fake.apiUrl } });
