import { afterEach, beforeEach, expect, test } from "vitest";
import { examine } from "../../../src/adapters/telegram/doctor.ts";
import { openPlace } from "../../kit/telegram-fake/actors.ts";
import { startTelegramFake, type TelegramFake } from "../../kit/telegram-fake/server.ts";

let fake: TelegramFake;
beforeEach(async () => {
  fake = await startTelegramFake();
});
afterEach(() => fake.close());

const look = (more: object = {}) => examine({ token: fake.token, apiRoot: fake.address, ...more }, AbortSignal.timeout(5_000));
const wordsOf = async (more: object = {}): Promise<string> =>
  (await look(more)).map(({ ok, words, fix = "" }) => `${ok} ${words} ${fix}`).join("\n");

test("a bot that is well is told line by line", async () => {
  const findings = await look();
  expect(findings.every(({ ok }) => ok)).toBe(true);
  expect(findings[0]?.words).toContain("@quoth_bot");
});

test("a wrong token says where to get the right one", async () => {
  expect(await wordsOf({ token: "1:wrong" })).toMatch(/^false .*TELEGRAM_TOKEN.*@BotFather/);
});

test("the operator's chat is tried", async () => {
  expect(await wordsOf({ operatorChat: "99" })).toContain("false The operator's chat cannot be reached.");
  openPlace(fake, { id: 99, type: "private", first_name: "Operator" });
  expect(await wordsOf({ operatorChat: "99" })).toContain("true The operator's chat can be reached.");
});

test("a server that does not tell of webhooks is no fault", async () => {
  fake.absent.add("getWebhookInfo");
  expect((await look()).every(({ ok }) => ok)).toBe(true);
});
