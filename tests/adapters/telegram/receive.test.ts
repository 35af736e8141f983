import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createApi } from "../../../src/adapters/telegram/api.ts";
import { createBudget } from "../../../src/adapters/telegram/budget.ts";
import type { ReceiveDeps } from "../../../src/adapters/telegram/calls.ts";
import { createManagers } from "../../../src/adapters/telegram/managers.ts";
import { dataOf, readData } from "../../../src/adapters/telegram/markup.ts";
import { createMembers } from "../../../src/adapters/telegram/members.ts";
import { receive } from "../../../src/adapters/telegram/receive.ts";
import { createRichForm } from "../../../src/adapters/telegram/rich-form.ts";
import { createSender } from "../../../src/adapters/telegram/send.ts";
import { createTitles } from "../../../src/adapters/telegram/titles.ts";
import { createTopics } from "../../../src/adapters/telegram/topics.ts";
import type { OwnMembership, Update } from "../../../src/adapters/telegram/updates.ts";
import { commandList } from "../../../src/commands/index.ts";
import type { CommandCall, Reply } from "../../../src/model/command.ts";
import type { ChannelEvent } from "../../../src/model/platform.ts";
import { aPerson, openPlace, type Place } from "../../kit/telegram-fake/actors.ts";
import { store } from "../../kit/telegram-fake/posting.ts";
import { startTelegramFake, type TelegramFake } from "../../kit/telegram-fake/server.ts";

let fake: TelegramFake;
let group: Place;
let home: Place;
let calls: CommandCall[];
let events: ChannelEvent[];
let problems: string[];
let reply: Reply;
let deps: ReceiveDeps;

const mara = { id: 77, first_name: "Mara", language_code: "uk" };
const chat = { id: -1009, type: "supergroup", title: "Harbour" } as const;

beforeEach(async () => {
  let nowMs = Date.parse("2026-11-24T09:00Z");
  fake = await startTelegramFake(() => {
    nowMs += 4_000;
    return nowMs;
  });
  group = openPlace(fake, chat);
  home = openPlace(fake, { id: 77, type: "private", first_name: "Mara" });
  calls = [];
  events = [];
  problems = [];
  reply = { message: { blocks: [{ kind: "text", text: "Done" }] }, private: false, outcome: "done" };
  const kept = new Map<string, string>();
  const memory = { get: async (key: string) => kept.get(key), set: async (key: string, value: string) => void kept.set(key, value) };
  const log = { info: () => undefined, warn: () => undefined, error: (words: string) => void problems.push(words) };
  const onChannel = async (event: ChannelEvent): Promise<boolean> => events.push(event) > 0;
  const api = createApi({ token: fake.token, apiRoot: fake.address });
  const now = () => new Date("2026-11-24T09:00Z");
  deps = {
    api,
    log,
    now,
    onChannel,
    commands: commandList("en"),
    answer: async (call) => {
      calls.push(call);
      return reply;
    },
    sender: createSender(
      api,
      { log, memory, onChannel },
      createBudget(() => new Date()),
      createRichForm("off", { memory, log, now }),
    ),
    members: createMembers(api, now),
    managers: createManagers(memory),
    topics: createTopics(memory),
    titles: createTitles(api),
    botName: () => "quoth_bot",
    whispers: false,
  };
});
afterEach(async () => {
  await fake.close();
  expect(fake.violations).toEqual([]);
  expect(problems).toEqual([]);
});

const take = (update: Omit<Update, "update_id">) => receive({ update_id: 1, ...update }, deps, AbortSignal.timeout(5_000));
const typed = (text: string, more: Partial<NonNullable<Update["message"]>> = {}) =>
  take({ message: { message_id: 9, chat, from: mara, text, ...more } });
const press = (data: string, where: NonNullable<Update["message"]>["chat"] = chat) => {
  fake.world.callbacks.add("p1");
  return take({ callback_query: { id: "p1", from: mara, data, message: { message_id: 1, chat: where, text: "Edition" } } });
};

describe("a command", () => {
  test("is told with its chat, its person and their language", async () => {
    group.room.administrators.add(77);
    await typed("/status");
    expect(calls).toMatchObject([
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
    await typed("/status", { from: { id: 1087968824, is_bot: true }, sender_chat: chat });
    expect(calls).toMatchObject([{ caller: { mayManage: true } }]);
  });

  test("of another bot is left alone", async () => {
    await typed("/status", { from: { id: 5, is_bot: true } });
    expect(calls).toEqual([]);
  });
});

describe("a press", () => {
  test("is a command call, and is acknowledged", async () => {
    await press("v1:sources e1 2");
    expect(calls).toMatchObject([{ command: "sources", line: "e1 2", pressed: true }]);
    expect(fake.world.callbacks.size).toBe(0);
  });

  test("on a button of another time is told so, and nothing runs", async () => {
    await press("old:1");
    expect(calls).toEqual([]);
    expect(fake.world.callbacks.size).toBe(0);
  });

  test("about a chat that the person is not in is refused", async () => {
    group.room.strangers.add(77);
    await press(dataOf("unsubscribe world", "-1009"), { id: 77, type: "private" });
    expect(calls).toEqual([]);
    expect(home.seen()).toHaveLength(1);
  });

  test("about a chat that the person only reads is a reader's", async () => {
    await press(dataOf("sources e1 2", "-1009/5"), { id: 77, type: "private" });
    expect(calls).toMatchObject([{ command: "sources", channel: { id: "telegram:-1009/5" }, caller: { mayManage: false } }]);
  });

  test("about a chat that the person administers is a manager's", async () => {
    group.room.administrators.add(77);
    await press(dataOf("unsubscribe world", "-1009"), { id: 77, type: "private" });
    expect(calls).toMatchObject([{ command: "unsubscribe", channel: { id: "telegram:-1009" }, caller: { mayManage: true } }]);
  });

  test("in a topic that is answered in private stays about the topic", async () => {
    group.room.topics.set(5, "open");
    reply = { message: { ...reply.message, buttons: [[{ label: "1", call: "sources e1 1" }]] }, private: true, outcome: "done" };
    fake.world.callbacks.add("p1");
    const message = { message_id: 1, chat, text: "Edition", is_topic_message: true, message_thread_id: 5 };
    await take({ callback_query: { id: "p1", from: mara, data: "v1:sources e1", message } });
    const [key] = home.own()[0]?.reply_markup?.inline_keyboard.flat() ?? [];
    expect(readData(key?.callback_data ?? "")).toEqual({ call: "sources e1 1", about: "-1009/5" });
  });

  test("whose answer is for the person alone is answered in private", async () => {
    reply = { ...reply, private: true };
    await press("v1:sources e1 2");
    expect([home.seen(), group.seen()]).toEqual([["Harbour\nDone"], []]);
  });

  test("of a person who never wrote to us opens the private chat, where Start brings the answer", async () => {
    reply = { ...reply, private: true };
    home.room.refusal = "notStarted";
    await press("v1:sources e1 2");
    expect([home.seen(), group.seen()]).toEqual([[], []]);
    const [url = ""] = fake.world.opened;
    delete home.room.refusal;
    await take({
      message: { message_id: 1, chat: { id: 77, type: "private" }, from: mara, text: `/start ${new URL(url).searchParams.get("start")}` },
    });
    expect(calls[1]).toMatchObject({ command: "sources", line: "e1 2", channel: { id: "telegram:-1009" }, caller: { mayManage: false } });
    expect(home.seen()).toEqual(["Harbour\nDone"]);
  });

  test("of such a person is answered where the button is, where no link can carry it; but never in a channel", async () => {
    reply = { ...reply, private: true };
    home.room.refusal = "notStarted";
    await press("v1:quote to_be");
    expect([home.seen(), group.seen()]).toEqual([[], ["Done"]]);
    const news = openPlace(fake, { id: -1_008, type: "channel", title: "News" });
    await press("v1:quote to_be", { id: -1_008, type: "channel", title: "News" });
    expect(news.seen()).toEqual([]);
  });

  test("by a link into a chat that the person is not in is refused", async () => {
    group.room.strangers.add(77);
    await take({
      message: { message_id: 1, chat: { id: 77, type: "private" }, from: mara, text: `/start at_${(-1009).toString(36)}_sources_e1` },
    });
    expect(calls).toEqual([]);
    expect(home.seen()).toHaveLength(1);
  });
});

describe("what becomes of a chat is told", () => {
  test("a group that became a supergroup", async () => {
    await take({ message: { message_id: 9, chat: { id: -5, type: "group" }, migrate_to_chat_id: -1009 } });
    expect(events).toEqual([{ kind: "moved", from: "telegram:-5", to: "telegram:-1009" }]);
  });

  test("a topic that was closed and opened again", async () => {
    const topic = { message_id: 9, chat, is_topic_message: true, message_thread_id: 3 };
    await take({ message: { ...topic, forum_topic_closed: {} } });
    await take({ message: { ...topic, forum_topic_reopened: {} } });
    expect(events).toMatchObject([
      { kind: "gone", channelId: "telegram:-1009/3" },
      { kind: "back", channelId: "telegram:-1009/3" },
    ]);
  });
});

describe("the manager is told in private", () => {
  beforeEach(async () => {
    group.room.administrators.add(77);
    await typed("/subscribe sample 08:00");
    events.length = 0;
  });
  const become = (new_chat_member: OwnMembership) => take({ my_chat_member: { chat, from: mara, new_chat_member } });

  test("when Quoth is removed from the chat", async () => {
    await become({ status: "kicked" });
    expect(events).toMatchObject([{ kind: "gone", channelId: "telegram:-1009" }]);
    expect(home.seen()).toEqual([expect.stringContaining("Harbour: Quoth вилучили з чату.")]);
  });

  test("when Quoth may not write any more, and it goes on when it may", async () => {
    await become({ status: "restricted", is_member: true, can_send_messages: false });
    await become({ status: "restricted", is_member: true, can_send_messages: true });
    expect(events.map(({ kind }) => kind)).toEqual(["gone", "back"]);
    expect(home.seen()).toHaveLength(1);
  });

  test("when a topic is closed", async () => {
    await take({ message: { message_id: 9, chat, is_topic_message: true, message_thread_id: 3, forum_topic_closed: {} } });
    expect(home.seen()).toEqual([expect.stringContaining("Тему закрили.")]);
  });

  test("and nobody where the chat was never managed by anybody", async () => {
    await take({ my_chat_member: { chat: { ...chat, id: -1010 }, from: mara, new_chat_member: { status: "kicked" } } });
    expect(home.seen()).toEqual([]);
  });
});

describe("where the server knows messages that one person alone sees,", () => {
  beforeEach(() => {
    deps = { ...deps, whispers: true };
    reply = { ...reply, private: true };
  });
  const person = () => ({ ...aPerson(fake, 77, "Mara"), user: { ...mara, is_bot: false } });
  const pressed = async (data: string, message: Partial<NonNullable<Update["message"]>>) => {
    fake.world.callbacks.add("p1");
    fake.world.presses.set("p1", { userId: 77, chatId: chat.id, atMs: fake.nowMs() });
    await take({ callback_query: { id: "p1", from: mara, data, message: { message_id: 1, chat, text: "Edition", ...message } } });
  };
  const whispered = (text: string) => {
    const { ephemeral_message_id = 0 } = store(
      group.room,
      { from: { ...mara, is_bot: false }, text, ephemeral_message_id: 0 },
      fake.nowMs(),
    );
    return typed(text, { message_id: 0, ephemeral_message_id });
  };

  test("a press is answered in the group, for whoever pressed", async () => {
    await pressed("v1:sources e1 2", {});
    expect([group.seenBy(person()), group.seen(), home.seen()]).toEqual([["Done"], [], []]);
  });

  test("a press of a while ago is answered in private", async () => {
    fake.world.presses.set("p1", { userId: 77, chatId: chat.id, atMs: fake.nowMs() - 60_000 });
    await press("v1:sources e1 2");
    expect([group.seenBy(person()), group.seen(), home.seen()]).toEqual([[], [], ["Harbour\nDone"]]);
  });

  test("a whispered command is answered as one, and its buttons change that answer", async () => {
    await whispered("/settings");
    expect([group.seenBy(person()), group.seen()]).toEqual([["Done"], []]);
    reply = { ...reply, message: { blocks: [{ kind: "text", text: "Changed" }] }, replace: true };
    await pressed("v1:settings world", { message_id: 0, ephemeral_message_id: group.room.ephemeral.at(-1)!.ephemeral_message_id! });
    expect([group.seenBy(person()), group.seen(), home.seen()]).toEqual([["Changed"], [], []]);
  });

  test("what is for all stands in the group, also after a whispered command", async () => {
    reply = { ...reply, private: false };
    await whispered("/settings style:short");
    expect([group.seenBy(person()), group.seen()]).toEqual([[], ["Done"]]);
  });

  test("a command typed for all is answered below it, unless the bot is an administrator", async () => {
    await typed("/status");
    expect([group.seenBy(person()), group.seen()]).toEqual([[], ["Done"]]);
    group.room.own = "administrator";
    await typed("/status");
    expect([group.seenBy(person()), group.seen()]).toEqual([["Done"], ["Done"]]);
  });

  test("an answer longer than one message is given in private", async () => {
    reply = { ...reply, message: { blocks: [{ kind: "text", text: "The boat was late because of the fog. ".repeat(200).trim() }] } };
    await pressed("v1:sources e1 2", {});
    expect(home.seen().length).toBeGreaterThan(1);
    expect([group.seenBy(person()), group.seen()]).toEqual([[], []]);
  });
});

test("whether somebody may manage is asked again where the connection broke", async () => {
  group.room.administrators.add(77);
  fake.faults.next(/getChatMember/, { kind: "reset", stored: false });
  await typed("/status");
  expect(calls).toMatchObject([{ caller: { mayManage: true } }]);
});

describe("nobody is waiting for", () => {
  test("an answer in a chat that Quoth may write to no more", async () => {
    group.room.refusal = "kicked";
    await typed("/status");
    expect(calls).toHaveLength(1);
  });

  test("an answer to an inline question of an hour ago", async () => {
    await take({ inline_query: { id: "gone", from: mara, query: "lights" } });
    expect(calls).toHaveLength(1);
  });
});

test("an answer follows a group that became a supergroup meanwhile", async () => {
  const grown = openPlace(fake, { id: -1_010, type: "supergroup", title: "Harbour" });
  group.room.upgradedTo = -1_010;
  await typed("/status");
  expect(grown.seen()).toEqual(["Done"]);
});

test("an inline answer too long for a message is cut with its marks", async () => {
  const quote = { kind: "quote", text: "The lights stay on. ".repeat(400), speaker: [{ text: "Ilse Varn", style: "bold" }] } as const;
  reply = { ...reply, message: { blocks: [quote, { ...quote, text: "\u200b", speaker: "\u200b" }], lang: "en" } };
  fake.world.inline.set("i1", undefined);
  await take({ inline_query: { id: "i1", from: mara, query: "lights" } });
  const { results } = fake.world.inline.get("i1") as { results: readonly { input_message_content: { message_text: string } }[] };
  expect(results[0]?.input_message_content.message_text).toContain("Ilse Varn");
});

test("an inline question is answered with quotes to be dropped into any chat", async () => {
  const quote = { kind: "quote", text: "The lights stay on", speaker: "Ilse Varn" } as const;
  reply = { ...reply, message: { blocks: [quote, quote, { kind: "note", text: "2 found" }], lang: "uk" } };
  fake.world.inline.set("i1", undefined);
  await take({ inline_query: { id: "i1", from: mara, query: "lights" } });
  expect(calls).toMatchObject([{ command: "quote", line: "lights", caller: { mayManage: false } }]);
  expect(fake.world.inline.get("i1")).toMatchObject({
    results: [{ type: "article", title: "Ilse Varn", input_message_content: { message_text: "«The lights stay on»\n— Ilse Varn" } }],
  });
});
