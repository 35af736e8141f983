import type { TelegramFake } from "../kit/telegram-fake/server.ts";
import { type Bot, type BotOptions, startBot } from "./bot.ts";

export type TelegramBotOptions = Omit<BotOptions, "env"> & { readonly fake: TelegramFake };

export const startOnTelegram = ({ fake, ...rest }: TelegramBotOptions): Bot =>
  startBot({ ...rest, env: { TELEGRAM_TOKEN: fake.token, TELEGRAM_API_ROOT: fake.address } });
