import type { Adapter } from "../../model/platform.ts";
import { readSettings, type TelegramSettings } from "./settings.ts";

/** Telegram through telegraf's client, which is loaded only where Telegram is switched on. */
export const telegram: Adapter = {
  id: "telegram",
  name: "Telegram",
  environment: [
    { name: "TELEGRAM_TOKEN", required: false, secret: true, about: "The bot's token: @BotFather → /newbot" },
    { name: "TELEGRAM_API_ROOT", required: false, secret: false, about: "Another Bot API server, for a self-hosted one or a test" },
  ],
  settings: readSettings,
  async doctor(settings, channels, signal) {
    const { examine } = await import("./doctor.ts");
    return examine(settings as TelegramSettings, channels, signal);
  },
  async connect(settings, deps, signal) {
    const { connectTelegram } = await import("./connect.ts");
    return connectTelegram(settings as TelegramSettings, deps, signal);
  },
};
