import { describe } from "vitest";
import { aChannel } from "../../build.ts";
import { describePlatform } from "../../contracts/platform.ts";
import { buttonsOf, textOf } from "../../kit/discord-fake/actors.ts";
import { openDiscord } from "./room.ts";

describe("Discord keeps the contract of every platform", () => {
  describePlatform(async () => {
    const { platform, fake, channel, close } = await openDiscord();
    const gone = fake.channel(channel.guildId);
    gone.gone = true;
    const at = (address: string) => aChannel({ id: `discord:${address}`, platform: "discord", address });
    return {
      platform,
      channel: at(channel.id),
      goneChannel: at(gone.id),
      seen: async () => fake.messagesIn(channel).map(textOf),
      buttons: async () =>
        fake
          .messagesIn(channel)
          .slice(-1)
          .flatMap(buttonsOf)
          .map(({ label }) => `${label}`),
      close,
    };
  });
});
