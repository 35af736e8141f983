import { rmSync } from "node:fs";
import { afterEach, expect, test } from "vitest";
import { textOf } from "../kit/discord-fake/actors.ts";
import { type DiscordFake, startDiscord } from "../kit/discord-fake/start.ts";
import { until } from "../until.ts";
import { aDataFolder, type Bot } from "./bot.ts";
import { type DiscordBotOptions, startOnDiscord } from "./discord-bot.ts";

const folders: string[] = [];
const bots: Bot[] = [];
const fakes: DiscordFake[] = [];

afterEach(async () => {
  for (const bot of bots.splice(0)) await bot.stop();
  const closing = fakes.splice(0);
  for (const fake of closing) await fake.close();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
  expect(closing.flatMap(({ violations }) => violations)).toEqual([]);
});

async function aFake(): Promise<DiscordFake> {
  const fake = await startDiscord();
  fakes.push(fake);
  return fake;
}

function folder(): string {
  const made = aDataFolder();
  folders.push(made);
  return made;
}

async function start(options: DiscordBotOptions): Promise<Bot> {
  const bot = startOnDiscord(options);
  bots.push(bot);
  const before = options.fake.gateway.log.length;
  await until(() => options.fake.gateway.log.length > before && options.fake.state.commands.length > 0, bot.output);
  return bot;
}

/** Monday, four seconds before eight in Kyiv. */
const beforeEight = new Date("2026-11-23T05:59:56Z");

test("subscribe, the slot passes, the edition arrives once with working buttons, quotes are found, settings change, unsubscribe", {
  timeout: 60_000,
}, async () => {
  const fake = await aFake();
  const channel = fake.channel(fake.guild());
  const bot = await start({ fake, dataFolder: folder(), startsAt: beforeEight, clockStands: true });
  const ann = fake.person("Ann", channel, true);
  const ben = fake.person("Ben", channel);

  const subscribed = await ann.slash("subscribe", { digest: "sample", at: "08:00", zone: "Europe/Kyiv", days: "mon-fri" });
  expect(subscribed.text).toContain("Sample");
  bot.runClock();
  const editions = () => fake.messagesIn(channel).filter((message) => textOf(message).startsWith("## Sample"));
  await until(() => editions().length > 0, bot.output);
  const [edition] = editions();
  expect(textOf(edition!)).toContain("Monday morning");

  const sources = await ben.clicks(edition!, "Sources");
  expect(sources.isPrivate).toBe(true);
  expect(sources.text.length).toBeGreaterThan(100);
  const quotes = await ben.slash("quote", { query: "ferry" });
  expect(quotes.text).toMatch(/[“"«].+[”"»]/);
  expect((await ben.slash("why", { url: "https://www.varn-courier.example/night-sailings?utm_source=x" })).text).toContain(
    "Here in Sample, place 1",
  );
  expect((await ann.slash("subscriptions")).text).toContain("sample");
  expect((await ann.slash("settings", { subscription: "sample", style: "brief" })).isPrivate).toBe(true);
  expect((await ann.slash("status")).isPrivate).toBe(true);
  const refused = await ben.slash("unsubscribe", { subscription: "sample" });
  expect(refused.isPrivate).toBe(true);
  expect((await ann.slash("subscriptions")).text).toContain("sample");
  const gone = await ann.slash("unsubscribe", { subscription: "sample" });
  expect(gone.isPrivate).toBe(false);
  expect((await ann.slash("subscriptions")).text).toContain("Nothing comes to this channel yet");
  expect(editions()).toHaveLength(1);
  expect(fake.rates.refusals()).toBe(0);
});

const moments = ["received", "stored", "answered"] as const;
const killCount = 60;
/** A dying process still has up to sixteen sends under way; so many that none of the sixty finds everything arrived. */
const channelCount = 1_000;

test("killed at each step of sending, sixty times: nothing lost, nothing twice", { timeout: 900_000 }, async () => {
  const fake = await aFake();
  const guild = fake.guild();
  const channels = Array.from({ length: channelCount }, (_, place) => fake.channel(guild, { name: `news-${place}` }));
  const dataFolder = folder();
  const early = await start({ fake, dataFolder, startsAt: new Date("2026-11-23T05:30:00Z") });
  for (const channel of channels) {
    await fake.person("Ann", channel, true).slash("subscribe", { digest: "sample", at: "08:00", zone: "Europe/Kyiv", days: "daily" });
  }
  await early.stop();
  const first = await start({ fake, dataFolder, startsAt: beforeEight });
  const slotAt = Date.now();
  let running = first;
  let kills = 0;
  let armed = true;
  fake.onMoment = (moment, name) => {
    if (!/^POST \/channels\/\d+\/messages$/.test(name) || !armed || kills >= killCount || moment !== moments[kills % 3]) return;
    armed = false;
    kills++;
    running.strike();
  };
  while (kills < killCount) {
    await until(running.isOver, running.output, 120_000);
    armed = true;
    const at = new Date("2026-11-23T06:00:05Z").getTime() + (Date.now() - slotAt);
    running = startOnDiscord({ fake, dataFolder, startsAt: new Date(at) });
    bots.push(running);
  }
  armed = false;
  await running.kill();
  running = startOnDiscord({ fake, dataFolder, startsAt: new Date(new Date("2026-11-23T06:00:05Z").getTime() + (Date.now() - slotAt)) });
  bots.push(running);
  const editionsIn = (channel: (typeof channels)[number]) =>
    fake.messagesIn(channel).filter((message) => textOf(message).startsWith("## Sample"));
  await until(() => channels.every((channel) => editionsIn(channel).length > 0), running.output, 120_000);
  expect(kills).toBe(killCount);
  expect(channels.map((channel) => editionsIn(channel).length).filter((count) => count !== 1)).toEqual([]);
});
