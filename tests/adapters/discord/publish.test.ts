import { expect, test } from "vitest";
import { discord } from "../../../src/adapters/discord/index.ts";
import type { Platform } from "../../../src/model/platform.ts";
import { startDiscord } from "../../kit/discord-fake/start.ts";
import { until } from "../../until.ts";
import { platformDeps } from "../deps.ts";
import { aRequest, aScene, never } from "./scene.ts";

const hourMs = 3_600_000;
const published = { options: { publish: "on" } };

test("an announcement is published when the manager chose so, ten an hour", async () => {
  let nowMs = Date.now();
  const { fake, platform, guildId } = await aScene({ fake: { nowMs: () => nowMs }, deps: { now: () => new Date(nowMs) } });
  const news = fake.channel(guildId, { type: 5, name: "announcements" });
  const count = () => fake.messagesIn(news).filter(({ crossposted }) => crossposted).length;
  for (let sent = 0; sent < 12; sent++) {
    nowMs += 6_000;
    expect(await platform.send(aRequest(news, published), never)).toMatchObject({ status: "sent" });
    if (sent < 10) await until(() => count() === sent + 1);
  }
  expect(count()).toBe(10);
  expect(fake.rates.refusals()).toBe(0);
});

/** One stand-in and one memory through the lives of several processes. */
async function aLife(nowMs: () => number) {
  const fake = await startDiscord({ nowMs });
  const news = fake.channel(fake.guild(), { type: 5, name: "announcements" });
  const memory = new Map<string, string>();
  const open: Platform[] = [];
  return {
    fake,
    news,
    count: () => fake.messagesIn(news).filter(({ crossposted }) => crossposted).length,
    asked: () => fake.seen.filter((line) => line.endsWith("/crosspost")).length,
    async connect(): Promise<Platform> {
      const deps = platformDeps({ memory, now: () => new Date(nowMs()) });
      const settings = { token: fake.token, apiUrl: fake.apiUrl, managerRoles: [] };
      const platform = await discord.connect(settings, deps, never);
      open.push(platform);
      return platform;
    },
    async end() {
      for (const platform of open) await platform.close();
      await fake.close();
      expect(fake.violations).toEqual([]);
    },
  };
}

test("what waits to be published outlives the process, and the hour that it waits for goes on", async () => {
  let nowMs = Date.now();
  const life = await aLife(() => nowMs);
  const first = await life.connect();
  for (let sent = 0; sent < 12; sent++) {
    nowMs += 6_000;
    await first.send(aRequest(life.news, published), never);
    if (sent < 10) await until(() => life.count() === sent + 1);
  }
  await first.close();
  nowMs += hourMs / 2;
  const second = await life.connect();
  await second.send(aRequest(life.news), never);
  const early = life.asked();
  await second.close();
  nowMs += hourMs / 2;
  await life.connect();
  await until(() => life.count() === 12);
  expect({ early, asked: life.asked(), refused: life.fake.rates.refusals() }).toEqual({ early: 10, asked: 12, refused: 0 });
  await life.end();
});

test("an answer that was lost is asked for again at the next start, and published once", async () => {
  const life = await aLife(Date.now);
  life.fake.faults.next(/crosspost$/, { kind: "reset", stored: true });
  const first = await life.connect();
  await first.send(aRequest(life.news, published), never);
  await until(() => life.asked() === 1 && life.count() === 1);
  await first.close();
  await life.connect();
  await until(() => life.asked() === 2);
  await life.end();
  expect(life.count()).toBe(1);
});

test("a message that waited for six hours is not published any more", async () => {
  let nowMs = Date.now();
  const life = await aLife(() => nowMs);
  life.fake.faults.next(/crosspost$/, { kind: "status", status: 503, stored: false });
  const first = await life.connect();
  await first.send(aRequest(life.news, published), never);
  await until(() => life.asked() === 1 && life.fake.faults.left() === 0);
  await first.close();
  nowMs += 6 * hourMs;
  const second = await life.connect();
  await second.send(aRequest(life.news, published), never);
  await until(() => life.count() === 1);
  await life.end();
  expect(life.asked()).toBe(2);
});
