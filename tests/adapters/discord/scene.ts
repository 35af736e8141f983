import { afterEach, expect } from "vitest";
import { discord as adapter } from "../../../src/adapters/discord/index.ts";
import type { DiscordSettings } from "../../../src/adapters/discord/settings.ts";
import type { CommandCall, Reply } from "../../../src/model/command.ts";
import type { ChannelEvent, Platform, PlatformDeps, SendRequest } from "../../../src/model/platform.ts";
import { type DiscordFake, startDiscord } from "../../kit/discord-fake/start.ts";
import type { FakeChannel } from "../../kit/discord-fake/state.ts";
import { until } from "../../until.ts";
import { commands, saying } from "./script.ts";

/** A connected adapter, the stand-in it talks to, and what it told the rest of the bot. */
export interface Scene {
  readonly fake: DiscordFake;
  readonly platform: Platform;
  readonly guildId: string;
  readonly channel: FakeChannel;
  readonly calls: CommandCall[];
  readonly events: ChannelEvent[];
  readonly fatal: string[];
  readonly logged: string[];
  readonly memory: Map<string, string>;
  /** What every call is answered with. */
  reply: (call: CommandCall) => Reply;
}

const open: { platform?: Platform; fake: DiscordFake }[] = [];

afterEach(async () => {
  const scenes = open.splice(0);
  for (const { platform, fake } of scenes) {
    await platform?.close();
    await fake.close();
  }
  expect(scenes.flatMap(({ fake }) => fake.violations)).toEqual([]);
});

export interface SceneOptions {
  readonly fake?: Parameters<typeof startDiscord>[0];
  readonly settings?: Partial<DiscordSettings>;
  readonly deps?: Partial<PlatformDeps>;
  readonly memory?: Map<string, string>;
  /** Called before the bot connects. */
  readonly before?: (fake: DiscordFake) => void;
}

export async function aScene({
  fake: fakeOptions,
  settings = {},
  deps = {},
  memory = new Map(),
  before,
}: SceneOptions = {}): Promise<Scene> {
  const fake = await startDiscord(fakeOptions);
  const entry: (typeof open)[number] = { fake };
  open.push(entry);
  const guildId = fake.guild();
  const channel = fake.channel(guildId);
  before?.(fake);
  const [calls, events, fatal, logged]: [CommandCall[], ChannelEvent[], string[], string[]] = [[], [], [], []];
  const known = new Set<string>();
  const log = (words: string, fields?: object): void => void logged.push(`${words} ${fields ? describe(fields) : ""}`);
  const all: PlatformDeps = {
    commands,
    answer: async (call) => {
      calls.push(call);
      return scene.reply(call);
    },
    complete: async (_call, name) => [{ value: `${name}-one`, label: `${name} one` }],
    onChannel: async (event) => events.push(event) > 0,
    firstTime: async (id) => !known.has(id) && known.add(id) !== undefined,
    memory: { get: async (key) => memory.get(key), set: async (key, value) => void memory.set(key, value) },
    log: { info: log, warn: log, error: log },
    now: () => new Date(),
    fatal: (reason) => void fatal.push(reason),
    ...deps,
  };
  const own: DiscordSettings = { token: fake.token, apiUrl: fake.apiUrl, managerRoles: [], ...settings };
  const platform = await adapter.connect(own, all, new AbortController().signal);
  entry.platform = platform;
  const scene: Scene = { fake, platform, guildId, channel, calls, events, fatal, logged, memory, reply: () => saying("Done.") };
  await until(
    () =>
      platform.health().state === "connected" &&
      (memory.has("commands") || logged.some((line) => line.includes("could not be registered"))),
  );
  return scene;
}

const describe = (fields: object): string =>
  Object.values(fields)
    .map((value) => (value instanceof Error ? value.message : `${value}`))
    .join(" ");

let deliveries = 0;

export const aRequest = (channel: FakeChannel, more: Partial<SendRequest> = {}): SendRequest => ({
  deliveryId: `d${`${++deliveries}`.padStart(17, "0")}`,
  channel: { id: `discord:${channel.id}`, platform: "discord", address: channel.id, lang: "en" },
  message: {
    blocks: [
      { kind: "heading", text: "World · Monday morning", aside: "24 Nov, 08:00" },
      {
        kind: "story",
        number: 1,
        title: "Ports agree on night sailings",
        aside: "2 outlets",
        buttons: [{ label: "Sources", call: "sources e000000000001 1" }],
      },
      { kind: "bullet", text: "Three ports allow night sailings from December." },
      { kind: "quote", text: "The lights will stay on", speaker: [{ text: "Ilse Varn", style: "bold" }] },
    ],
    buttons: [[{ label: "Earlier editions", call: "earlier e000000000001" }]],
  },
  mention: "",
  options: {},
  title: "World · Monday morning",
  ...more,
});

export const never = new AbortController().signal;
