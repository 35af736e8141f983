import type { Adapter } from "../../model/platform.ts";
import { type DiscordSettings, readSettings } from "./settings.ts";

/** Discord through discord.js, which is loaded only where Discord is switched on. */
export const discord: Adapter = {
  id: "discord",
  name: "Discord",
  environment: [
    { name: "DISCORD_TOKEN", required: false, secret: true, about: "The bot's token: Developer Portal → your application → Bot" },
    { name: "DISCORD_API_URL", required: false, secret: false, about: "Another address of Discord's API, for a proxy or a test" },
  ],
  settings: readSettings,
  async doctor(settings, channels, signal) {
    const { examine } = await import("./doctor.ts");
    return examine(settings as DiscordSettings, channels, signal);
  },
  async connect(settings, deps, signal) {
    const { connectDiscord } = await import("./connect.ts");
    return connectDiscord(settings as DiscordSettings, deps, signal);
  },
};
