import { expect, test } from "vitest";
import { permissionsOf } from "../../../src/adapters/discord/doctor-channels.ts";
import { discord } from "../../../src/adapters/discord/index.ts";
import { createWatchdog } from "../../../src/adapters/discord/watchdog.ts";
import { aChannel } from "../../build.ts";
import { startDiscord } from "../../kit/discord-fake/start.ts";
import { until } from "../../until.ts";
import { aRequest, aScene, never } from "./scene.ts";

test.for([4000, 1006])("a connection dropped with %i is resumed, and what was missed is answered", async (code) => {
  const { fake, channel, calls, fatal } = await aScene();
  fake.gateway.drop(code);
  await until(() => fake.gateway.connected() === 0);
  const seen = await fake.person("Ann", channel).slash("status");
  expect(seen.text).toContain("Done.");
  expect(calls).toHaveLength(1);
  expect(fake.gateway.log.filter((line) => line.startsWith("identify"))).toHaveLength(1);
  expect(fatal).toEqual([]);
});

test("a session that Discord forgot is begun anew", async () => {
  const { fake, platform } = await aScene();
  fake.gateway.invalidateNextResume();
  fake.gateway.drop(4000);
  await until(() => fake.gateway.log.filter((line) => line.startsWith("identify")).length === 2);
  await until(() => platform.health().state === "connected");
});

test("Quoth asks for the Guilds intent alone", async () => {
  const { fake } = await aScene();
  expect(fake.gateway.log).toEqual(["identify 1"]);
});

test("a resume that is never answered is no connection, and sending goes on without it", async () => {
  const { fake, platform, channel } = await aScene();
  fake.gateway.silenceNextResume();
  fake.gateway.drop(4000);
  await until(() => fake.gateway.log.includes("resume"));
  expect(platform.health().state).toBe("connecting");
  expect(await platform.send(aRequest(channel), never)).toMatchObject({ status: "sent" });
});

test("a gateway that was not ready for ninety seconds ends the process, once", () => {
  let nowMs = 0;
  let ready = true;
  const fatal: string[] = [];
  const watchdog = createWatchdog({ isReady: () => ready, now: () => new Date(nowMs), fatal: (reason) => void fatal.push(reason) });
  ready = false;
  nowMs = 89_000;
  watchdog.check();
  expect(fatal).toEqual([]);
  nowMs = 90_000;
  watchdog.check();
  watchdog.check();
  expect(fatal).toEqual(["Discord's gateway has not been ready for 90 s"]);
});

test("a gateway that is ready again in time is left alone", () => {
  let nowMs = 0;
  let ready = false;
  const fatal: string[] = [];
  const watchdog = createWatchdog({ isReady: () => ready, now: () => new Date(nowMs), fatal: (reason) => void fatal.push(reason) });
  for (const [at, isReady] of [
    [80_000, false],
    [85_000, true],
    [170_000, false],
  ] as const) {
    nowMs = at;
    ready = isReady;
    watchdog.check();
  }
  expect(fatal).toEqual([]);
});

test("a channel that is deleted and a server that is left are told", async () => {
  const { fake, guildId, channel, events } = await aScene();
  const second = fake.channel(guildId);
  fake.gateway.dispatch("CHANNEL_DELETE", { id: second.id, guild_id: guildId, type: 0 });
  fake.gateway.dispatch("GUILD_DELETE", { id: guildId });
  await until(() => events.filter(({ kind }) => kind === "gone").length === 2);
  expect(events.filter(({ kind }) => kind === "gone")).toMatchObject([
    { channelId: `discord:${second.id}`, why: "The channel was deleted." },
    { channelId: `discord:${channel.id}`, why: "Quoth was removed from the server." },
  ]);
});

test("a token that Discord refuses is told with the way to a new one", async () => {
  const fake = await startDiscord();
  const settings = { token: "wrong", apiUrl: fake.apiUrl, managerRoles: [] };
  await expect(discord.connect(settings, {} as never, never)).rejects.toThrow();
  const [finding] = await discord.doctor!(settings, [], never);
  await fake.close();
  expect(finding).toMatchObject({ ok: false, words: "Discord does not accept DISCORD_TOKEN." });
  expect(finding?.fix).toContain("Reset Token");
});

test("doctor says what is right, and invites where there is no server yet", async () => {
  const fake = await startDiscord();
  const settings = { token: fake.token, apiUrl: fake.apiUrl, managerRoles: [] };
  const before = await discord.doctor!(settings, [], never);
  fake.guild();
  const after = await discord.doctor!(settings, [], never);
  await fake.close();
  expect(before.filter(({ ok }) => !ok).map(({ fix }) => fix)).toEqual([expect.stringContaining("scope=bot+applications.commands")]);
  expect(after.every(({ ok }) => ok)).toBe(true);
  expect(fake.violations).toEqual([]);
});

test("doctor names what Quoth may not do in a subscribed channel, and how to grant it", async () => {
  const fake = await startDiscord();
  const settings = { token: fake.token, apiUrl: fake.apiUrl, managerRoles: [] };
  const guild = fake.guild();
  const [view, send] = [1n << 10n, 1n << 11n];
  const text = fake.channel(guild, { name: "news" });
  const muted = fake.channel(guild, { name: "quiet", permissions: view });
  const hidden = fake.channel(guild, { name: "hidden", permissions: send });
  const thread = fake.state.addChannel({ type: 11, name: "talk", guildId: guild, parentId: muted.id, ownerId: fake.state.bot.id });
  const gone = fake.channel(guild, { name: "gone" });
  gone.gone = true;
  const home = fake.channel(undefined);
  const channels = [text, muted, hidden, thread, gone, home].map(({ id, name }) =>
    aChannel({ id: `discord:${id}`, platform: "discord", address: id, name }),
  );
  const findings = (await discord.doctor!(settings, channels, never)).slice(-channels.length);
  await fake.close();
  expect(findings.map(({ ok, words }) => `${ok} ${words}`)).toEqual([
    "true Discord, #news: Quoth may write there.",
    "false Discord, #quiet: Quoth lacks Send Messages.",
    "false Discord, #hidden: Quoth lacks View Channel.",
    "false Discord, #talk: Quoth lacks Send Messages in Threads.",
    "false Discord, #gone: it is gone.",
    "true Discord, #news: can be reached.",
  ]);
  expect(findings[1]?.fix).toContain("Permissions → add Quoth, allow Send Messages");
  expect(fake.violations).toEqual([]);
});

test("a channel that is not answered for takes nothing from doctor's other lines", async () => {
  const fake = await startDiscord();
  const settings = { token: fake.token, apiUrl: fake.apiUrl, managerRoles: [] };
  const guild = fake.guild();
  const channels = [fake.channel(guild), fake.channel(guild)].map(({ id }) => aChannel({ id: `discord:${id}`, address: id }));
  fake.faults.next(/GET .*channels/, { kind: "status", status: 502, stored: false });
  const findings = await discord.doctor!(settings, channels, never);
  await fake.close();
  expect(findings.slice(-2).map(({ ok }) => ok)).toEqual([false, true]);
});

test("permissions are those of the roles, changed by the channel for everyone, then for roles, then for Quoth", () => {
  const roles = [
    { id: "guild", permissions: "1" },
    { id: "editors", permissions: "2" },
    { id: "others", permissions: "4" },
  ];
  const may = (overwrites: readonly (readonly [id: string, allow: string, deny: string])[], ownRoles = ["editors"]) =>
    permissionsOf({
      guildId: "guild",
      ownId: "me",
      roles,
      ownRoles,
      overwrites: overwrites.map(([id, allow, deny]) => ({ id, allow, deny })),
    });
  expect(may([])).toBe(3n);
  expect(may([["guild", "0", "3"]])).toBe(0n);
  expect(
    may([
      ["guild", "0", "3"],
      ["editors", "2", "0"],
    ]),
  ).toBe(2n);
  expect(
    may([
      ["me", "0", "2"],
      ["editors", "2", "0"],
    ]),
  ).toBe(1n);
  expect(may([["others", "8", "3"]])).toBe(3n);
  expect(
    permissionsOf({
      guildId: "guild",
      ownId: "me",
      roles: [{ id: "guild", permissions: "8" }],
      ownRoles: [],
      overwrites: [{ id: "guild", allow: "0", deny: "2" }],
    }) & 2n,
  ).toBe(2n);
});

test("doctor tells an address where nobody answers", async () => {
  const fake = await startDiscord();
  await fake.close();
  const [finding] = await discord.doctor!({ token: fake.token, apiUrl: fake.apiUrl, managerRoles: [] }, [], never);
  expect(finding?.words).toContain("ECONNREFUSED");
});

test("settings: off without a token, wrong with a bad address, ready with both", () => {
  expect(discord.settings({}, {})).toMatchObject({ state: "off" });
  expect(discord.settings({}, { DISCORD_TOKEN: "a.b.c", DISCORD_API_URL: "nowhere" })).toMatchObject({ state: "wrong" });
  expect(discord.settings({ managerRoles: ["x"] }, { DISCORD_TOKEN: "a.b.c" })).toMatchObject({ state: "wrong" });
  expect(discord.settings({ apiUrl: "http://127.0.0.1:1/api/" }, { DISCORD_TOKEN: "Bot a.b.c" })).toEqual({
    state: "ready",
    settings: { token: "a.b.c", managerRoles: [], apiUrl: "http://127.0.0.1:1/api" },
  });
});
