import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { examine } from "../../../src/adapters/telegram/doctor.ts";
import type { Channel } from "../../../src/model/delivery.ts";
import { aChannel } from "../../build.ts";
import { openPlace } from "../../kit/telegram-fake/actors.ts";
import { startTelegramFake, type TelegramFake } from "../../kit/telegram-fake/server.ts";

let fake: TelegramFake;
beforeEach(async () => {
  fake = await startTelegramFake();
});
afterEach(() => fake.close());

const look = (more: object = {}, channels: readonly Channel[] = []) =>
  examine({ token: fake.token, apiRoot: fake.address, ...more }, channels, AbortSignal.timeout(5_000));
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
  fake.world.absent.add("getWebhookInfo");
  expect((await look()).every(({ ok }) => ok)).toBe(true);
});

describe("a chat with a subscription", () => {
  const group = () => openPlace(fake, { id: -1001, type: "supergroup", title: "Harbour" }).room;
  const channel = () => openPlace(fake, { id: -1002, type: "channel", title: "Port news" }).room;
  const chat = (address: string, name: string) => aChannel({ id: `telegram:${address}`, platform: "telegram", address, name });
  const told = async (address: string, name: string) => (await look({}, [chat(address, name)])).at(-1);
  const inGroup = () => told("-1001/5", "Harbour");
  const inChannel = () => told("-1002", "Port news");

  test("is right where Quoth may write", async () => {
    group();
    channel();
    openPlace(fake, { id: 7, type: "private", first_name: "Ann" });
    expect(await inGroup()).toEqual({ ok: true, words: "Telegram, Harbour: Quoth may write there." });
    expect(await inChannel()).toMatchObject({ ok: true });
    expect(await told("7", "Ann")).toEqual({ ok: true, words: "Telegram, Ann: can be reached." });
  });

  test("is wrong where Quoth is silenced, out, or may not post, each with what to do", async () => {
    group().own = "silenced";
    expect(await inGroup()).toMatchObject({ ok: false, words: "Telegram, Harbour: Quoth may not write." });
    group().own = "left";
    expect(await inGroup()).toMatchObject({ ok: false, words: "Telegram, Harbour: Quoth is not in it." });
    channel().own = "mayNotPost";
    expect(await inChannel()).toMatchObject({ ok: false, fix: expect.stringContaining("Post Messages") });
    channel().own = "member";
    expect(await inChannel()).toMatchObject({ ok: false, words: "Telegram, Port news: Quoth may not post." });
  });

  test("that is gone or not answered for takes nothing from the others", async () => {
    group();
    fake.faults.next(/getChat$/, { kind: "status", status: 502, stored: false });
    const findings = await look({}, [chat("-1002", "Port news"), chat("-5", "Gone"), chat("-1001", "Harbour")]);
    expect(findings.slice(-3).map(({ ok }) => ok)).toEqual([false, false, true]);
    expect(findings.at(-2)?.words).toBe("Telegram, Gone: Quoth is not in it, or it is gone.");
  });

  test("is not held against a server that does not tell of chats", async () => {
    fake.world.absent.add("getChatMember");
    group();
    expect(await inGroup()).toMatchObject({ ok: true });
  });

  afterEach(() => expect(fake.violations).toEqual([]));
});
