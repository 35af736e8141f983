import { beforeEach, describe, expect, test } from "vitest";
import type { OwnMembership } from "../../../src/adapters/telegram/updates.ts";
import { openPlace } from "../../kit/telegram-fake/actors.ts";
import { chat, mara, receiving } from "./receiving.ts";

const scene = receiving();

describe("a command", () => {
  test("is told with its chat, its person and their language", async () => {
    scene.group.room.administrators.add(77);
    await scene.typed("/status");
    expect(scene.calls).toMatchObject([
      {
        command: "status",
        lang: "uk",
        pressed: false,
        channel: { id: "telegram:-1009", address: "-1009", name: "Harbour" },
        caller: { id: "telegram:77", name: "Mara", mayManage: true, isOperator: false },
      },
    ]);
  });

  test("of somebody who writes as the chat itself is a manager's", async () => {
    await scene.typed("/status", { from: { id: 1087968824, is_bot: true }, sender_chat: chat });
    expect(scene.calls).toMatchObject([{ caller: { mayManage: true } }]);
  });

  test("of another bot is left alone", async () => {
    await scene.typed("/status", { from: { id: 5, is_bot: true } });
    expect(scene.calls).toEqual([]);
  });
});

describe("what becomes of a chat is told", () => {
  test("a group that became a supergroup", async () => {
    await scene.take({ message: { message_id: 9, chat: { id: -5, type: "group" }, migrate_to_chat_id: -1009 } });
    expect(scene.events).toEqual([{ kind: "moved", from: "telegram:-5", to: "telegram:-1009" }]);
  });

  test("a topic that was closed and opened again", async () => {
    const topic = { message_id: 9, chat, is_topic_message: true, message_thread_id: 3 };
    await scene.take({ message: { ...topic, forum_topic_closed: {} } });
    await scene.take({ message: { ...topic, forum_topic_reopened: {} } });
    expect(scene.events).toMatchObject([
      { kind: "gone", channelId: "telegram:-1009/3" },
      { kind: "back", channelId: "telegram:-1009/3" },
    ]);
  });
});

describe("the manager is told in private", () => {
  beforeEach(async () => {
    scene.group.room.administrators.add(77);
    await scene.typed("/subscribe sample 08:00");
    scene.events.length = 0;
  });
  const become = (new_chat_member: OwnMembership) => scene.take({ my_chat_member: { chat, from: mara, new_chat_member } });

  test("when Quoth is removed from the chat", async () => {
    await become({ status: "kicked" });
    expect(scene.events).toMatchObject([{ kind: "gone", channelId: "telegram:-1009" }]);
    expect(scene.home.seen()).toEqual([expect.stringContaining("Harbour: Quoth вилучили з чату.")]);
  });

  test("when Quoth may not write any more, and it goes on when it may", async () => {
    await become({ status: "restricted", is_member: true, can_send_messages: false });
    await become({ status: "restricted", is_member: true, can_send_messages: true });
    expect(scene.events.map(({ kind }) => kind)).toEqual(["gone", "back"]);
    expect(scene.home.seen()).toHaveLength(1);
  });

  test("also of a group that became a supergroup meanwhile", async () => {
    await scene.take({ message: { message_id: 9, chat, migrate_to_chat_id: -1_010 } });
    await scene.take({ my_chat_member: { chat: { ...chat, id: -1_010 }, from: mara, new_chat_member: { status: "kicked" } } });
    expect(scene.home.seen()).toEqual([expect.stringContaining("Quoth вилучили з чату.")]);
  });

  test("when a topic is closed", async () => {
    await scene.take({ message: { message_id: 9, chat, is_topic_message: true, message_thread_id: 3, forum_topic_closed: {} } });
    expect(scene.home.seen()).toEqual([expect.stringContaining("Тему закрили.")]);
  });

  test("and nobody where the chat was never managed by anybody", async () => {
    await scene.take({ my_chat_member: { chat: { ...chat, id: -1010 }, from: mara, new_chat_member: { status: "kicked" } } });
    expect(scene.home.seen()).toEqual([]);
  });
});

test("whether somebody may manage is asked again where the connection broke", async () => {
  scene.group.room.administrators.add(77);
  scene.fake.faults.next(/getChatMember/, { kind: "reset", stored: false });
  await scene.typed("/status");
  expect(scene.calls).toMatchObject([{ caller: { mayManage: true } }]);
});

describe("nobody is waiting for", () => {
  test("an answer in a chat that Quoth may write to no more", async () => {
    scene.group.room.refusal = "kicked";
    await scene.typed("/status");
    expect(scene.calls).toHaveLength(1);
  });

  test("an answer to an inline question of an hour ago", async () => {
    await scene.take({ inline_query: { id: "gone", from: mara, query: "lights" } });
    expect(scene.calls).toHaveLength(1);
  });
});

test("an answer follows a group that became a supergroup meanwhile", async () => {
  const grown = openPlace(scene.fake, { id: -1_010, type: "supergroup", title: "Harbour" });
  scene.group.room.upgradedTo = -1_010;
  await scene.typed("/status");
  expect(grown.seen()).toEqual(["Done"]);
});

test("an inline answer too long for a message is cut with its marks", async () => {
  const quote = { kind: "quote", text: "The lights stay on. ".repeat(400), speaker: [{ text: "Ilse Varn", style: "bold" }] } as const;
  scene.reply = { ...scene.reply, message: { blocks: [quote, { ...quote, text: "\u200b", speaker: "\u200b" }], lang: "en" } };
  scene.fake.world.inline.set("i1", undefined);
  await scene.take({ inline_query: { id: "i1", from: mara, query: "lights" } });
  const { results } = scene.fake.world.inline.get("i1") as { results: readonly { input_message_content: { message_text: string } }[] };
  expect(results[0]?.input_message_content.message_text).toContain("Ilse Varn");
});

test("an inline question is answered with quotes to be dropped into any chat", async () => {
  const quote = { kind: "quote", text: "The lights stay on", speaker: "Ilse Varn" } as const;
  scene.reply = { ...scene.reply, message: { blocks: [quote, quote, { kind: "note", text: "2 found" }], lang: "uk" } };
  scene.fake.world.inline.set("i1", undefined);
  await scene.take({ inline_query: { id: "i1", from: mara, query: "lights" } });
  expect(scene.calls).toMatchObject([{ command: "quote", line: "lights", caller: { mayManage: false } }]);
  expect(scene.fake.world.inline.get("i1")).toMatchObject({
    results: [{ type: "article", title: "Ilse Varn", input_message_content: { message_text: "«The lights stay on»\n— Ilse Varn" } }],
  });
});
