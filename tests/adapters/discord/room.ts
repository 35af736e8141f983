import { discord } from "../../../src/adapters/discord/index.ts";
import { commandList } from "../../../src/commands/index.ts";
import { languages } from "../../../src/commands/words/index.ts";
import type { Platform } from "../../../src/model/platform.ts";
import { openRoom, type Room } from "../../commands/room.ts";
import type { Actor } from "../../kit/discord-fake/actors.ts";
import { type DiscordFake, startDiscord } from "../../kit/discord-fake/start.ts";
import type { FakeChannel } from "../../kit/discord-fake/state.ts";
import { until } from "../../until.ts";
import { answersOf, platformDeps } from "../deps.ts";

export interface DiscordRoom {
  readonly fake: DiscordFake;
  readonly platform: Platform;
  readonly room: Room;
  readonly channel: FakeChannel;
  readonly manager: Actor;
  readonly reader: Actor;
  readonly problems: readonly string[];
  /** @throws when the stand-in saw what a careful client never does. */
  close(): Promise<void>;
}

/** The adapter over real commands and stores. */
export async function openDiscord(): Promise<DiscordRoom> {
  const fake = await startDiscord();
  const channel = fake.channel(fake.guild());
  const room = await openRoom();
  const deps = platformDeps({
    ...answersOf(room),
    commands: commandList("en"),
    commandsByLang: Object.fromEntries(Object.keys(languages).map((lang) => [lang, commandList(lang)])),
  });
  const settings = { token: fake.token, apiUrl: fake.apiUrl, managerRoles: [] };
  const platform = await discord.connect(settings, deps, new AbortController().signal);
  await until(() => platform.health().state === "connected" && fake.state.commands.length > 0);
  return {
    fake,
    platform,
    room,
    channel,
    manager: fake.person("Mara", channel, true),
    reader: fake.person("Rolf", channel),
    problems: deps.told.problems,
    async close() {
      await platform.close();
      await fake.close();
      await room.stores.close();
      if (fake.violations.length > 0) throw new Error(`Discord would not have understood: ${fake.violations.join("; ")}`);
    },
  };
}
