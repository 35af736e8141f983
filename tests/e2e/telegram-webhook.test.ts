import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import { aPerson, openPlace } from "../kit/telegram-fake/actors.ts";
import { until } from "../until.ts";
import { beforeEight, editionsIn, openTelegramScene, patienceMs, subscribing } from "./telegram-scene.ts";

const scene = openTelegramScene();
afterEach(() => scene.end());

async function aFreePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", () => resolve()));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

test("called by Telegram: answers, turns strangers away, takes each update once, over a restart, and goes back to polling", {
  timeout: 400_000,
}, async () => {
  const fake = await scene.aFake();
  const mara = aPerson(fake, 77, "Mara");
  const home = openPlace(fake, { id: 77, type: "private", first_name: "Mara" });
  const port = await aFreePort();
  fake.world.webhookVia = `http://127.0.0.1:${port}`;
  const webhook = `{ url: "https://quoth.example.org:8443/hook", secret: lighthouse, port: ${port} }`;
  const settings = { fake, dataFolder: scene.aFolder(), startsAt: beforeEight, clockStands: true };
  const configFolder = scene.config(`telegram:\n  webhook: ${webhook}\n`);
  const first = scene.start({ ...settings, configFolder });
  mara.types("/help", home);
  await until(() => home.seen().length === 1, first.output, patienceMs);
  expect(fake.world.webhook).toEqual({ url: "https://quoth.example.org:8443/hook", secret: "lighthouse" });
  expect(fake.requests).not.toContain("getUpdates");

  const message = { message_id: 900, date: 1, chat: home.room.chat, from: mara.user, text: "/status" };
  const call = async (body: object, secret: string, path = "/hook"): Promise<number> => {
    const headers = { "content-type": "application/json", "x-telegram-bot-api-secret-token": secret };
    return (await fetch(`${fake.world.webhookVia}${path}`, { method: "POST", headers, body: JSON.stringify(body) })).status;
  };
  expect(await call({ update_id: 1, message }, "lighthousf")).toBe(403);
  expect(await call({ update_id: 1, message }, "lighthouse", "/other")).toBe(403);
  expect(await call({ update_id: 1, message: { ...message, text: "x".repeat(1_100_000) } }, "lighthouse")).toBe(413);
  expect(await call({ update_id: 5_000, message: { ...message, text: "/privacy" } }, "lighthouse")).toBe(200);
  expect(await call({ update_id: 5_000, message: { ...message, text: "/privacy" } }, "lighthouse")).toBe(200);
  mara.types(subscribing, home);
  await until(() => home.seen().length >= 3, first.output, patienceMs);
  expect(home.seen().map((text) => text.split(" ").slice(0, 2).join(" "))).toEqual(["What Quoth", "Kept about", "This channel"]);
  await first.stop();

  mara.types("/subscriptions", home);
  const second = scene.start({ ...settings, configFolder });
  await until(() => home.seen().length === 4, second.output, patienceMs);
  expect(home.seen()[3]).toContain("08:00");
  second.runClock();
  await until(() => editionsIn(home).length > 0, second.output, patienceMs);
  await second.stop();

  mara.types("/status", home);
  const third = scene.start({ ...settings, startsAt: new Date(beforeEight.getTime() + 600_000) });
  await until(() => home.seen().length === 6, third.output, patienceMs);
  expect(fake.world.webhook).toBeUndefined();
  expect(fake.requests).toContain("getUpdates");
  expect(editionsIn(home)).toHaveLength(1);
});
