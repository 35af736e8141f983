import { expect, test } from "vitest";
import { until } from "../until.ts";
import { aFake, aFolder, beforeEight, connectOnDiscord, editionsIn, everyDayAtEight, startOnDiscord } from "./discord-bot.ts";

const moments = ["received", "stored", "answered"] as const;
const killCount = 18;
/** Longer together than Discord recognises a repeat: what was sent before has to be looked for. */
const awayMs = 40_000;

test("killed again and again for twelve minutes: what Discord no longer recognises is looked for, and comes once", {
  timeout: 900_000,
}, async () => {
  let awayForMs = 0;
  const fake = await aFake({ nowMs: () => Date.now() + awayForMs });
  const guild = fake.guild();
  const channels = Array.from({ length: 60 }, (_, place) => fake.channel(guild, { name: `news-${place}` }));
  const dataFolder = aFolder();
  const first = await connectOnDiscord({ fake, dataFolder, startsAt: beforeEight, clockStands: true });
  for (const channel of channels) await fake.person("Ann", channel, true).slash("subscribe", everyDayAtEight);
  const slotMs = Date.now();
  first.runClock();
  let [running, kills, armed] = [first, 0, true];
  fake.onMoment = (moment, name) => {
    const isAimed = /^POST \/channels\/\d+\/messages$/.test(name) && moment === moments[kills % moments.length];
    if (!armed || !isAimed || kills >= killCount) return;
    armed = false;
    kills++;
    running.strike();
  };
  const isEverywhere = (): boolean => channels.every((channel) => editionsIn(fake, channel).length > 0);
  while (kills < killCount) {
    await until(() => running.isOver() || isEverywhere(), running.output, 120_000);
    if (!running.isOver()) break;
    awayForMs += awayMs;
    armed = true;
    running = startOnDiscord({ fake, dataFolder, startsAt: new Date(beforeEight.getTime() + Date.now() - slotMs + awayForMs) });
  }
  await until(isEverywhere, running.output, 120_000);
  await running.stop();
  expect(kills).toBeGreaterThan(killCount / 2);
  expect(channels.filter((channel) => editionsIn(fake, channel).length !== 1)).toEqual([]);
});
