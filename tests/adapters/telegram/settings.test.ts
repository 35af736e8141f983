import { expect, test } from "vitest";
import { readSettings } from "../../../src/adapters/telegram/settings.ts";

const token = "123456:ABC-DEF";

test("without a token Telegram is off, and says where one comes from", () => {
  for (const env of [{}, { TELEGRAM_TOKEN: " " }])
    expect(readSettings(undefined, env)).toMatchObject({ state: "off", missing: expect.stringContaining("@BotFather") });
});

test("a token is enough", () => {
  expect(readSettings(undefined, { TELEGRAM_TOKEN: `${token}\n` })).toEqual({
    state: "ready",
    settings: { token, apiRoot: "https://api.telegram.org", whispers: true },
  });
});

test("another server's address comes from the environment before the file", () => {
  const env = { TELEGRAM_TOKEN: token, TELEGRAM_API_ROOT: "http://127.0.0.1:9002/" };
  expect(readSettings({ apiRoot: "http://127.0.0.1:8081" }, env)).toMatchObject({ settings: { apiRoot: "http://127.0.0.1:9002" } });
});

test("the operator's chat may be a number", () => {
  expect(readSettings({ operatorChat: -1001 }, { TELEGRAM_TOKEN: token })).toMatchObject({ settings: { operatorChat: "-1001" } });
});

test("rich messages are sent where the server knows them unless something else is set", () => {
  expect(readSettings({}, { TELEGRAM_TOKEN: token })).not.toHaveProperty("settings.rich");
  expect(readSettings({ rich: "off" }, { TELEGRAM_TOKEN: token })).toMatchObject({ settings: { rich: "off" } });
});

test("private answers are whispered on Telegram's own server, and on another where that is set", () => {
  const env = { TELEGRAM_TOKEN: token, TELEGRAM_API_ROOT: "http://127.0.0.1:9002" };
  expect(readSettings({}, { TELEGRAM_TOKEN: token })).toMatchObject({ settings: { whispers: true } });
  expect(readSettings({ whispers: false }, { TELEGRAM_TOKEN: token })).toMatchObject({ settings: { whispers: false } });
  expect(readSettings({}, env)).toMatchObject({ settings: { whispers: false } });
  expect(readSettings({ whispers: true }, env)).toMatchObject({ settings: { whispers: true } });
});

for (const [name, block, env, key] of [
  ["a form that is none", { rich: "yes" }, {}, "rich"],
  ["a token that is none", undefined, { TELEGRAM_TOKEN: "bot" }, "TELEGRAM_TOKEN"],
  ["an address that is none", undefined, { TELEGRAM_TOKEN: token, TELEGRAM_API_ROOT: "localhost" }, "TELEGRAM_API_ROOT"],
  ["an operator's chat that is none", { operatorChat: "the boss" }, { TELEGRAM_TOKEN: token }, "operatorChat"],
  ["a webhook without a safe secret", { webhook: { url: "https://a.example", secret: "a b", port: 1 } }, {}, "webhook.secret"],
] as const)
  test(`${name} is told with its key`, () => {
    expect(readSettings(block, env)).toMatchObject({ state: "wrong", problems: [{ key }] });
  });
