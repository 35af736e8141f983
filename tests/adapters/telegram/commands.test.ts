import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openTelegram, type Telegram, until } from "./open.ts";

let telegram: Telegram;
beforeEach(async () => {
  telegram = await openTelegram();
});
afterEach(() => telegram.close());

const line = "/subscribe sample 08:00 Europe/Kyiv mon-fri";

describe("in a group", () => {
  test("an administrator subscribes by command", async () => {
    const { manager, group, room } = telegram;
    manager.types(line, group);
    await until(() => group.seen().length > 0);
    expect(group.seen()[0]).toContain("08:00");
    expect(await room.stores.subscriptions.ofChannel("telegram:-1001000000001")).toMatchObject([
      { digestId: "sample", schedule: { times: ["08:00"], zone: "Europe/Kyiv", days: [1, 2, 3, 4, 5] } },
    ]);
  });

  test("a reader may not", async () => {
    const { reader, group, room } = telegram;
    reader.types(line, group);
    await until(() => group.seen().length > 0);
    expect(await room.stores.subscriptions.ofChannel("telegram:-1001000000001")).toEqual([]);
  });

  test("subscribing inside a topic binds to it", async () => {
    const { manager, group, room } = telegram;
    group.room.topics.set(5, "open");
    manager.types(line, group, 5);
    await until(() => group.seen().length > 0);
    expect(group.own()[0]).toMatchObject({ message_thread_id: 5 });
    expect(await room.stores.subscriptions.ofChannel("telegram:-1001000000001/5")).toHaveLength(1);
  });

  test("a command for another bot is left alone, one for us is answered", async () => {
    const { manager, group } = telegram;
    manager.types("/help@other_bot", group);
    manager.types("/help@Quoth_Bot", group);
    await until(() => group.seen().length > 0);
    expect(group.seen()).toHaveLength(1);
  });

  test("the aliases that people type work", async () => {
    const { manager, group } = telegram;
    manager.types("/sub sample 08:00 Europe/Kyiv", group);
    manager.types("/list", group);
    await until(() => group.seen().length > 1);
    expect(group.seen()[1]).toContain("08:00");
  });
});

describe("a channel, from a private chat", () => {
  test("its administrator subscribes it by name", async () => {
    const { manager, home, room } = telegram;
    manager.types(`${line} @portnews`, home);
    await until(() => home.seen().length > 0);
    expect(await room.stores.subscriptions.ofChannel("telegram:-1001000000002")).toHaveLength(1);
    expect(await room.stores.subscriptions.ofChannel("telegram:77")).toEqual([]);
  });

  test("somebody else is refused", async () => {
    const { manager, channel, home, room } = telegram;
    channel.room.administrators.clear();
    manager.types(`${line} @portnews`, home);
    await until(() => home.seen().length > 0);
    expect(home.seen()[0]).toContain("administrator of @");
    expect(await room.stores.subscriptions.ofChannel("telegram:-1001000000002")).toEqual([]);
  });
});

describe("updates and buttons", () => {
  test("a press is acknowledged, and its answer takes the place of the message", async () => {
    const { manager, home, fake } = telegram;
    manager.types(line, home);
    await until(() => home.seen().length > 0);
    manager.presses("Undo", home);
    await until(() => fake.requests.includes("editMessageText") && fake.world.callbacks.size === 0);
    expect(home.seen()).toHaveLength(1);
    expect(await telegram.room.stores.subscriptions.ofChannel("telegram:77")).toEqual([]);
  });

  test("an update that comes twice is worked once", async () => {
    const { fake, home } = telegram;
    const message = { message_id: 50, date: 1, chat: home.room.chat, from: telegram.manager.user, text: "/help" };
    fake.push({ message }, 5_000);
    await until(() => home.seen().length > 0);
    fake.push({ message }, 5_000);
    fake.push({ message: { ...message, text: "/status" } }, 5_001);
    await until(() => home.seen().length > 1);
    expect(home.seen()[1]).not.toBe(home.seen()[0]);
  });

  test("a bot that is removed tells it, and tells when it is back", async () => {
    const { events, group } = telegram;
    telegram.manager.makesBot("left", group);
    telegram.manager.makesBot("member", group);
    await until(() => events.length === 2);
    expect(events.map(({ kind }) => kind)).toEqual(["gone", "back"]);
  });

  test("a bot that is removed has left the topics too", async () => {
    const { events, group, manager } = telegram;
    group.room.topics.set(5, "open");
    manager.types("/help", group, 5);
    manager.makesBot("left", group);
    await until(() => events.length === 2);
    expect(events.map((event) => "channelId" in event && event.channelId)).toEqual([
      "telegram:-1001000000001",
      "telegram:-1001000000001/5",
    ]);
  });

  test("an inline question nobody can answer still gets its answer", async () => {
    const { reader, fake } = telegram;
    const question = reader.asksInline("carpenter surrender");
    await until(() => fake.world.inline.get(question) !== undefined);
    expect(fake.world.inline.get(question)).toMatchObject({ results: [] });
  });

  test("a file sent in private is read as an article", async () => {
    const { manager, home } = telegram;
    manager.sends({ name: "a.txt", bytes: Buffer.from("The ports agreed on night sailings. ".repeat(20)) }, home);
    await until(() => home.seen().length > 0);
    expect(telegram.problems).toEqual([]);
  });
});

describe("the poller outlives", () => {
  test("a 401 that comes once", async () => {
    const { fake, manager, home } = telegram;
    fake.faults.next(/getUpdates/, { kind: "unauthorized" });
    manager.types("/help", home);
    await until(() => home.seen().length > 0);
    manager.types("/status", home);
    await until(() => home.seen().length > 1);
    expect(telegram.problems).toEqual([expect.stringContaining("TELEGRAM_TOKEN")]);
  });
});
