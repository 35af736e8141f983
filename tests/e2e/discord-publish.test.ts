import { expect, test } from "vitest";
import { until } from "../until.ts";
import { aFake, aFolder, beforeEight, connectOnDiscord, editionsIn, everyDayAtEight, startOnDiscord } from "./discord-bot.ts";

/** When the process is killed, and by which request it is known. */
const kills = [
  ["the edition is there and not yet answered", "stored", "messages"],
  ["the edition was answered", "answered", "messages"],
  ["it asks to publish it", "received", "crosspost"],
  ["it is published and not yet answered", "stored", "crosspost"],
  ["that was answered", "answered", "crosspost"],
] as const;

test.each(kills)("killed when %s, an announcement comes once and is published once", { timeout: 300_000 }, async (_, moment, request) => {
  const fake = await aFake();
  const news = fake.channel(fake.guild(), { type: 5, name: "announcements" });
  const dataFolder = aFolder();
  const first = await connectOnDiscord({ fake, dataFolder, startsAt: beforeEight, clockStands: true });
  const ann = fake.person("Ann", news, true);
  await ann.slash("subscribe", everyDayAtEight);
  await ann.slash("settings", { subscription: "sample", publish: "on" });
  fake.onMoment = (now, name) => {
    if (now !== moment || !name.startsWith(`POST /channels/${news.id}/`) || !name.endsWith(request)) return;
    fake.onMoment = () => undefined;
    first.strike();
  };
  first.runClock();
  await until(first.isOver, first.output);
  const second = startOnDiscord({ fake, dataFolder, startsAt: new Date(beforeEight.getTime() + 15_000) });
  await until(() => editionsIn(fake, news).some(({ crossposted }) => crossposted), second.output);
  await second.stop();
  expect(editionsIn(fake, news)).toHaveLength(1);
  expect(fake.rates.refusals()).toBe(0);
});
