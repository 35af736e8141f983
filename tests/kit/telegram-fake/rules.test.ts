import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openPlace } from "./actors.ts";
import { startTelegramFake, type TelegramFake } from "./server.ts";

let fake: TelegramFake;
let nowMs = 0;

beforeEach(async () => {
  nowMs = Date.parse("2026-11-24T09:00Z");
  fake = await startTelegramFake(() => nowMs);
  openPlace(fake, { id: 7, type: "private", first_name: "Ann" });
  openPlace(fake, { id: -1009, type: "supergroup", title: "Group" }).room.topics.set(3, "open").set(4, "closed");
});
afterEach(() => fake.close());

interface Answer {
  readonly ok: boolean;
  readonly error_code?: number;
  readonly description?: string;
  readonly parameters?: Readonly<Record<string, number>>;
}

async function call(method: string, params: object = {}, token = fake.token): Promise<Answer> {
  const headers = { "content-type": "application/json" };
  const response = await fetch(`${fake.address}/bot${token}/${method}`, { method: "POST", headers, body: JSON.stringify(params) });
  return (await response.json()) as Answer;
}

const message = (more: object = {}) => ({ chat_id: 7, text: "hello", ...more });
const key = (callback_data: string) => ({ reply_markup: { inline_keyboard: [[{ text: "Go", callback_data }]] } });
const bold = (offset: number, length: number) => ({ text: "ab😀cd", entities: [{ type: "bold", offset, length }] });

/** One request that is taken and one that is refused, a rule; the refusal in the server's own words. */
const rules: readonly (readonly [string, object, object, string])[] = [
  ["4096 units of text", message({ text: "x".repeat(4_096) }), message({ text: "x".repeat(4_097) }), "message is too long"],
  ["some text", message(), message({ text: " \n " }), "message text is empty"],
  ["a chat that is there", message(), message({ chat_id: 8 }), "chat not found"],
  [
    "a topic that is there",
    message({ chat_id: -1009, message_thread_id: 3 }),
    message({ chat_id: -1009, message_thread_id: 9 }),
    "message thread not found",
  ],
  [
    "a topic that is open",
    message({ chat_id: -1009, message_thread_id: 3 }),
    message({ chat_id: -1009, message_thread_id: 4 }),
    "TOPIC_CLOSED",
  ],
  ["64 bytes behind a button", message(key("x".repeat(64))), message(key("é".repeat(33))), "BUTTON_DATA_INVALID"],
  ["entities inside the text", message(bold(0, 6)), message(bold(0, 7)), "ends after the end"],
  ["entities on whole signs", message(bold(2, 2)), message(bold(3, 1)), "middle of a UTF-16 symbol"],
];

describe("sendMessage asks for", () => {
  for (const [rule, accepted, refused, words] of rules)
    test(rule, async () => {
      expect(await call("sendMessage", accepted)).toMatchObject({ ok: true });
      expect(await call("sendMessage", refused)).toMatchObject({ ok: false, error_code: 400, description: expect.stringContaining(words) });
    });
});

test("a burst in one chat meets a 429 that says how long to wait", async () => {
  for (let sent = 0; sent < 3; sent++) expect(await call("sendMessage", message())).toMatchObject({ ok: true });
  expect(await call("sendMessage", message())).toMatchObject({ error_code: 429, parameters: { retry_after: 1 } });
  nowMs += 1_000;
  expect(await call("sendMessage", message())).toMatchObject({ ok: true });
});

test("a group takes twenty messages a minute", async () => {
  for (let sent = 0; sent < 20; sent++, nowMs += 1_000)
    expect(await call("sendMessage", message({ chat_id: -1009 }))).toMatchObject({ ok: true });
  expect(await call("sendMessage", message({ chat_id: -1009 }))).toMatchObject({ error_code: 429, parameters: { retry_after: 40 } });
});

test("a wrong token is refused", async () => {
  expect(await call("getMe")).toMatchObject({ ok: true });
  expect(await call("getMe", {}, "1:wrong")).toMatchObject({ error_code: 401 });
});

test("an unknown field or method is on record", async () => {
  await call("sendMessage", message({ colour: "red" }));
  await call("sendPigeon");
  expect(fake.violations).toEqual(["sendMessage: unknown colour", "sendPigeon: no such method"]);
});

test("an update is handed out until its offset is confirmed, and no longer than a day", async () => {
  fake.push({ message: {} }, 5);
  expect(await call("getUpdates", { offset: 5 })).toMatchObject({ result: [{ update_id: 5 }] });
  expect(await call("getUpdates", { offset: 6 })).toMatchObject({ result: [] });
  fake.push({ message: {} }, 6);
  nowMs += 86_400_000;
  expect(await call("getUpdates", { offset: 6 })).toMatchObject({ result: [] });
});

test("the older of two pollers ends with a 409", async () => {
  const older = call("getUpdates", { timeout: 50 });
  while (!fake.requests.includes("getUpdates")) await new Promise((resolve) => setImmediate(resolve));
  await new Promise((resolve) => setImmediate(resolve));
  const newer = call("getUpdates", { timeout: 50 });
  expect(await older).toMatchObject({ error_code: 409 });
  fake.push({ message: {} });
  expect(await newer).toMatchObject({ ok: true });
});

test("a press is answered once", async () => {
  fake.world.callbacks.add("q");
  expect(await call("answerCallbackQuery", { callback_query_id: "q" })).toMatchObject({ ok: true });
  expect(await call("answerCallbackQuery", { callback_query_id: "q" })).toMatchObject({ error_code: 400 });
});

test("an edit that changes nothing is refused", async () => {
  await call("sendMessage", message());
  expect(await call("editMessageText", { chat_id: 7, message_id: 1, text: "other" })).toMatchObject({ ok: true });
  expect(await call("editMessageText", { chat_id: 7, message_id: 1, text: "other" })).toMatchObject({
    description: expect.stringContaining("is not modified"),
  });
});
