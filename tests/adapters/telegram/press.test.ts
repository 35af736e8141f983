import { beforeEach, describe, expect, test } from "vitest";
import { dataOf, readData } from "../../../src/adapters/telegram/markup.ts";
import type { Update } from "../../../src/adapters/telegram/updates.ts";
import { aPerson, openPlace } from "../../kit/telegram-fake/actors.ts";
import { store } from "../../kit/telegram-fake/posting.ts";
import { chat, mara, receiving } from "./receiving.ts";

const scene = receiving();

describe("a press", () => {
  test("is a command call, and is acknowledged", async () => {
    await scene.press("v1:sources e1 2");
    expect(scene.calls).toMatchObject([{ command: "sources", line: "e1 2", pressed: true }]);
    expect(scene.fake.world.callbacks.size).toBe(0);
  });

  test("on a button of another time is told so, and nothing runs", async () => {
    await scene.press("old:1");
    expect(scene.calls).toEqual([]);
    expect(scene.fake.world.callbacks.size).toBe(0);
  });

  test("about a chat that the person is not in is refused", async () => {
    scene.group.room.strangers.add(77);
    await scene.press(dataOf("unsubscribe world", "-1009"), { id: 77, type: "private" });
    expect(scene.calls).toEqual([]);
    expect(scene.home.seen()).toHaveLength(1);
  });

  test("about a chat that the person only reads is a reader's", async () => {
    await scene.press(dataOf("sources e1 2", "-1009/5"), { id: 77, type: "private" });
    expect(scene.calls).toMatchObject([{ command: "sources", channel: { id: "telegram:-1009/5" }, caller: { mayManage: false } }]);
  });

  test("about a chat that the person administers is a manager's", async () => {
    scene.group.room.administrators.add(77);
    await scene.press(dataOf("unsubscribe world", "-1009"), { id: 77, type: "private" });
    expect(scene.calls).toMatchObject([{ command: "unsubscribe", channel: { id: "telegram:-1009" }, caller: { mayManage: true } }]);
  });

  test("in a topic that is answered in private stays about the topic", async () => {
    scene.group.room.topics.set(5, "open");
    scene.reply = {
      message: { ...scene.reply.message, buttons: [[{ label: "1", call: "sources e1 1" }]] },
      private: true,
      outcome: "done",
    };
    scene.fake.world.callbacks.add("p1");
    const message = { message_id: 1, chat, text: "Edition", is_topic_message: true, message_thread_id: 5 };
    await scene.take({ callback_query: { id: "p1", from: mara, data: "v1:sources e1", message } });
    const [key] = scene.home.own()[0]?.reply_markup?.inline_keyboard.flat() ?? [];
    expect(readData(key?.callback_data ?? "")).toEqual({ call: "sources e1 1", about: "-1009/5" });
  });

  test("whose answer is for the person alone is answered in private", async () => {
    scene.reply = { ...scene.reply, private: true };
    await scene.press("v1:sources e1 2");
    expect([scene.home.seen(), scene.group.seen()]).toEqual([["Harbour\nDone"], []]);
  });

  test("of a person who never wrote to us opens the private chat, where Start brings the answer", async () => {
    scene.reply = { ...scene.reply, private: true };
    scene.home.room.refusal = "notStarted";
    await scene.press("v1:sources e1 2");
    expect([scene.home.seen(), scene.group.seen()]).toEqual([[], []]);
    const [url = ""] = scene.fake.world.opened;
    delete scene.home.room.refusal;
    await scene.take({
      message: { message_id: 1, chat: { id: 77, type: "private" }, from: mara, text: `/start ${new URL(url).searchParams.get("start")}` },
    });
    expect(scene.calls[1]).toMatchObject({
      command: "sources",
      line: "e1 2",
      channel: { id: "telegram:-1009" },
      caller: { mayManage: false },
    });
    expect(scene.home.seen()).toEqual(["Harbour\nDone"]);
  });

  test("of such a person is answered where the button is, where no link can carry it; but never in a channel", async () => {
    scene.reply = { ...scene.reply, private: true };
    scene.home.room.refusal = "notStarted";
    await scene.press("v1:quote to_be");
    expect([scene.home.seen(), scene.group.seen()]).toEqual([[], ["Done"]]);
    const news = openPlace(scene.fake, { id: -1_008, type: "channel", title: "News" });
    await scene.press("v1:quote to_be", { id: -1_008, type: "channel", title: "News" });
    expect(news.seen()).toEqual([]);
  });

  test("by a link into a chat that the person is not in is refused", async () => {
    scene.group.room.strangers.add(77);
    await scene.take({
      message: { message_id: 1, chat: { id: 77, type: "private" }, from: mara, text: `/start at_${(-1009).toString(36)}_sources_e1` },
    });
    expect(scene.calls).toEqual([]);
    expect(scene.home.seen()).toHaveLength(1);
  });
});

describe("where the server knows messages that one person alone sees,", () => {
  beforeEach(() => {
    scene.deps = { ...scene.deps, whispers: true };
    scene.reply = { ...scene.reply, private: true };
  });
  const person = () => ({ ...aPerson(scene.fake, 77, "Mara"), user: { ...mara, is_bot: false } });
  const pressed = async (data: string, message: Partial<NonNullable<Update["message"]>>) => {
    scene.fake.world.callbacks.add("p1");
    scene.fake.world.presses.set("p1", { userId: 77, chatId: chat.id, atMs: scene.fake.nowMs() });
    await scene.take({ callback_query: { id: "p1", from: mara, data, message: { message_id: 1, chat, text: "Edition", ...message } } });
  };
  const whispered = (text: string) => {
    const { ephemeral_message_id = 0 } = store(
      scene.group.room,
      { from: { ...mara, is_bot: false }, text, ephemeral_message_id: 0 },
      scene.fake.nowMs(),
    );
    return scene.typed(text, { message_id: 0, ephemeral_message_id });
  };

  test("a press is answered in the group, for whoever pressed", async () => {
    await pressed("v1:sources e1 2", {});
    expect([scene.group.seenBy(person()), scene.group.seen(), scene.home.seen()]).toEqual([["Done"], [], []]);
  });

  test("a press of a while ago is answered in private", async () => {
    scene.fake.world.presses.set("p1", { userId: 77, chatId: chat.id, atMs: scene.fake.nowMs() - 60_000 });
    await scene.press("v1:sources e1 2");
    expect([scene.group.seenBy(person()), scene.group.seen(), scene.home.seen()]).toEqual([[], [], ["Harbour\nDone"]]);
  });

  test("a whispered command is answered as one, and its buttons change that answer", async () => {
    await whispered("/settings");
    expect([scene.group.seenBy(person()), scene.group.seen()]).toEqual([["Done"], []]);
    scene.reply = { ...scene.reply, message: { blocks: [{ kind: "text", text: "Changed" }] }, replace: true };
    await pressed("v1:settings world", { message_id: 0, ephemeral_message_id: scene.group.room.ephemeral.at(-1)!.ephemeral_message_id! });
    expect([scene.group.seenBy(person()), scene.group.seen(), scene.home.seen()]).toEqual([["Changed"], [], []]);
  });

  test("what is for all stands in the group, also after a whispered command", async () => {
    scene.reply = { ...scene.reply, private: false };
    await whispered("/settings style:short");
    expect([scene.group.seenBy(person()), scene.group.seen()]).toEqual([[], ["Done"]]);
  });

  test("a command typed for all is answered below it, unless the bot is an administrator", async () => {
    await scene.typed("/status");
    expect([scene.group.seenBy(person()), scene.group.seen()]).toEqual([[], ["Done"]]);
    scene.group.room.own = "administrator";
    await scene.typed("/status");
    expect([scene.group.seenBy(person()), scene.group.seen()]).toEqual([["Done"], ["Done"]]);
  });

  test("an answer longer than one message is given in private", async () => {
    scene.reply = {
      ...scene.reply,
      message: { blocks: [{ kind: "text", text: "The boat was late because of the fog. ".repeat(200).trim() }] },
    };
    await pressed("v1:sources e1 2", {});
    expect(scene.home.seen().length).toBeGreaterThan(1);
    expect([scene.group.seenBy(person()), scene.group.seen()]).toEqual([[], []]);
  });
});
