import { describe } from "vitest";
import { aChannel } from "../../build.ts";
import { describePlatform } from "../../contracts/platform.ts";
import { openTelegram } from "./open.ts";

describe("Telegram keeps the contract of every platform", () => {
  describePlatform(async () => {
    const { platform, home, close } = await openTelegram();
    return {
      platform,
      channel: aChannel({ id: "telegram:77", platform: "telegram", address: "77" }),
      goneChannel: aChannel({ id: "telegram:-5", platform: "telegram", address: "-5" }),
      seen: async () => home.seen(),
      buttons: async () => home.buttons(),
      close,
    };
  });
});
