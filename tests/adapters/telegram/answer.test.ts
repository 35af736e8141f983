import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createApi } from "../../../src/adapters/telegram/api.ts";
import { createBudget } from "../../../src/adapters/telegram/budget.ts";
import { createRichForm } from "../../../src/adapters/telegram/rich-form.ts";
import { createSender, type Sender } from "../../../src/adapters/telegram/send.ts";
import type { Message } from "../../../src/model/message.ts";
import { openPlace, type Place } from "../../kit/telegram-fake/actors.ts";
import { startTelegramFake, type TelegramFake } from "../../kit/telegram-fake/server.ts";

let fake: TelegramFake;
let home: Place;
let sender: Sender;
let nowMs = Date.parse("2026-11-24T09:00Z");

beforeEach(async () => {
  fake = await startTelegramFake(() => {
    nowMs += 4_000;
    return nowMs;
  });
  home = openPlace(fake, { id: 77, type: "private", first_name: "Mara" });
  const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const memory = { get: async () => undefined, set: async () => undefined };
  sender = createSender(
    createApi({ token: fake.token, apiRoot: fake.address }),
    { log, memory, onChannel: async () => false },
    createBudget(() => new Date()),
    createRichForm("off", { memory, log, now: () => new Date() }),
  );
});
afterEach(async () => {
  await fake.close();
  expect(fake.violations).toEqual([]);
});

const signal = () => AbortSignal.timeout(5_000);
const target = { chat_id: 77 };
const short: Message = { blocks: [{ kind: "text", text: "One line" }] };
const long: Message = {
  blocks: [{ kind: "text", text: "The boat was late because of the fog. ".repeat(250).trim() }],
  buttons: [[{ label: "Back", call: "help" }]],
};
const wordsOf = (texts: readonly string[]): string => texts.join(" ").replace(/\s+/g, " ");

describe("an answer longer than one message", () => {
  test("comes in parts, with its buttons under the last", async () => {
    await sender.answer(target, long, {}, signal());
    expect(home.own().map(({ reply_markup }) => reply_markup !== undefined)).toEqual([false, false, true]);
    expect(wordsOf(home.seen()).match(/The boat was late/g)).toHaveLength(250);
  });

  test("takes the place of a message with its first part, and the others follow", async () => {
    await sender.answer(target, short, {}, signal());
    await sender.replace(target, 1, long, undefined, signal());
    expect(home.own().map(({ message_id }) => message_id)).toEqual([1, 2, 3]);
    expect(wordsOf(home.seen()).match(/The boat was late/g)).toHaveLength(250);
    expect(home.buttons()).toEqual(["Back"]);
  });
});

test("an answer that is on screen already may take its own place", async () => {
  await sender.answer(target, short, {}, signal());
  await sender.replace(target, 1, short, undefined, signal());
  expect(home.seen()).toEqual(["One line"]);
});
