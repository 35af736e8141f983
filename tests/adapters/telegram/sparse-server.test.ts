import { afterEach, expect, test } from "vitest";
import { openTelegram, type Telegram, until } from "./open.ts";

let telegram: Telegram;
afterEach(() => telegram.close());

test("a server that knows no more than polling and sending is worked with", async () => {
  telegram = await openTelegram(new Map(), ["setMyCommands", "deleteWebhook", "getChatMember", "answerCallbackQuery", "editMessageText"]);
  const { manager, reader, home, group, room } = telegram;
  manager.types("/subscribe@quoth_bot sample 08:00 Europe/Kyiv mon-fri", home);
  await until(() => home.seen().length > 0);
  manager.presses("Undo", home);
  await until(() => home.seen().length > 1);
  expect(await room.stores.subscriptions.ofChannel("telegram:77")).toEqual([]);
  // It answers for all administrators, though for no single member.
  reader.types("/subscribe sample 08:00", group);
  await until(() => group.seen().length > 0);
  manager.types("/subscribe sample 08:00", group);
  await until(() => group.seen().length > 1);
  expect(group.seen()).toEqual([expect.stringContaining("Only those who manage"), expect.stringContaining("08:00")]);
});
