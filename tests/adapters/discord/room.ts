import { discord } from "../../../src/adapters/discord/index.ts";
import { commandList } from "../../../src/commands/index.ts";
import { languages } from "../../../src/commands/words/index.ts";
import type { Platform, PlatformDeps } from "../../../src/model/platform.ts";
import { openRoom, type Room } from "../../commands/room.ts";
import type { Actor } from "../../kit/discord-fake/actors.ts";
import { type DiscordFake, startDiscord } from "../../kit/discord-fake/start.ts";
import type { FakeChannel } from "../../kit/discord-fake/state.ts";
import { until } from "./script.ts";

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
  const memory = new Map<string, string>();
  const known = new Set<string>();
  const problems: string[] = [];
  const deps: PlatformDeps = {
    commands: commandList("en"),
    commandsByLang: Object.fromEntries(Object.keys(languages).map((lang) => [lang, commandList(lang)])),
    answer: room.commands.answer,
    complete: room.commands.complete,
    onChannel: async () => undefined,
    firstTime: async (id) => !known.has(id) && Boolean(known.add(id)),
    memory: { get: async (key) => memory.get(key), set: async (key, value) => void memory.set(key, value) },
    log: {
      info: () => undefined,
      warn: (words) => void problems.push(words),
      error: (words, fields) => void problems.push(`${words} ${fields?.cause}`),
    },
    now: room.now,
    fatal: (reason) => void problems.push(reason),
  };
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
    problems,
    async close() {
      await platform.close();
      await fake.close();
      await room.stores.close();
      if (fake.violations.length > 0) throw new Error(`Discord would not have understood: ${fake.violations.join("; ")}`);
    },
  };
}
