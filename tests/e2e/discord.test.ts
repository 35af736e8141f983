import { expect, test } from "vitest";
import { textOf } from "../kit/discord-fake/actors.ts";
import { until } from "../until.ts";
import { aFake, aFolder, beforeEight, connectOnDiscord, editionsIn, everyDayAtEight, startOnDiscord } from "./discord-bot.ts";

test("subscribe, the slot passes, the edition arrives once with working buttons, quotes are found, settings change, unsubscribe", {
  timeout: 180_000,
}, async () => {
  const fake = await aFake();
  const channel = fake.channel(fake.guild());
  const bot = await connectOnDiscord({ fake, dataFolder: aFolder(), startsAt: beforeEight, clockStands: true });
  const ann = fake.person("Ann", channel, true);
  const ben = fake.person("Ben", channel);

  const subscribed = await ann.slash("subscribe", { digest: "sample", at: "08:00", zone: "Europe/Kyiv", days: "mon-fri" });
  expect(subscribed.text).toContain("Sample");
  bot.runClock();
  const editions = () => editionsIn(fake, channel);
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
  const dataFolder = aFolder();
  const early = await connectOnDiscord({ fake, dataFolder, startsAt: new Date("2026-11-23T05:30:00Z") });
  for (const channel of channels) {
    await fake.person("Ann", channel, true).slash("subscribe", everyDayAtEight);
  }
  await early.stop();
  const first = await connectOnDiscord({ fake, dataFolder, startsAt: beforeEight });
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
  }
  armed = false;
  await running.kill();
  running = startOnDiscord({ fake, dataFolder, startsAt: new Date(new Date("2026-11-23T06:00:05Z").getTime() + (Date.now() - slotAt)) });
  await until(() => channels.every((channel) => editionsIn(fake, channel).length > 0), running.output, 120_000);
  expect(kills).toBe(killCount);
  expect(channels.map((channel) => editionsIn(fake, channel).length).filter((count) => count !== 1)).toEqual([]);
});
