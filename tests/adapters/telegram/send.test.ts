import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Message } from "../../../src/model/message.ts";
import type { SendRequest } from "../../../src/model/platform.ts";
import { aChannel } from "../../build.ts";
import { store } from "../../kit/telegram-fake/posting.ts";
import { openTelegram, type Telegram } from "./open.ts";

let telegram: Telegram;
beforeEach(async () => {
  telegram = await openTelegram(undefined, ["sendRichMessage"]);
});
afterEach(() => telegram.close());

const group = "-1001000000001";
const signal = () => AbortSignal.timeout(5_000);
const png = (name: string) => ({ kind: "image", png: new Uint8Array([137, 80, 78, 71]), alt: "A quotation", name }) as const;
const words = (text: string): Message => ({ blocks: [{ kind: "text", text }] });
const request = (message: Message, address = group): SendRequest => ({
  deliveryId: "d1",
  channel: aChannel({ id: `telegram:${address}`, platform: "telegram", address }),
  message,
  mention: "",
  options: {},
  title: "",
});
const send = (text: string, address?: string) => telegram.platform.send(request(words(text), address), signal());

describe("what Telegram says becomes a receipt", () => {
  test("a group that became a supergroup is followed, and the message sent once", async () => {
    telegram.home.room.upgradedTo = Number(group);
    expect(await send("Ports agree", "77")).toMatchObject({ status: "sent" });
    expect(telegram.events).toEqual([{ kind: "moved", from: "telegram:77", to: `telegram:${group}` }]);
    expect(telegram.group.seen()).toEqual(["Ports agree"]);
  });

  test("a bot that was kicked is refused for good", async () => {
    telegram.group.room.refusal = "kicked";
    expect(await send("Ports agree")).toMatchObject({ status: "refused", reason: "channel-gone" });
  });

  test("a closed topic is refused for good", async () => {
    telegram.group.room.topics.set(5, "closed");
    expect(await send("Ports agree", `${group}/5`)).toMatchObject({ status: "refused", reason: "channel-gone" });
  });

  test("a 401 waits, for all", async () => {
    telegram.fake.faults.next(/sendMessage/, { kind: "unauthorized" });
    expect(await send("Ports agree")).toMatchObject({ status: "later", scope: "platform" });
  });

  for (const fault of [
    { kind: "status", status: 502, stored: true },
    { kind: "reset", stored: true },
    { kind: "reset", stored: false },
  ] as const)
    test(`a ${fault.kind} ${fault.stored ? "after" : "before"} storing leaves it unknown, and nothing is sent again`, async () => {
      telegram.fake.faults.next(/sendMessage/, fault);
      expect(await send("Ports agree")).toMatchObject({ status: "unknown" });
      expect(telegram.group.seen()).toHaveLength(fault.stored ? 1 : 0);
    });
});

describe("a send in doubt is looked for in the operator's chat", () => {
  test("and found where it arrived, leaving no trace", async () => {
    await send("First");
    telegram.fake.faults.next(/sendMessage/, { kind: "reset", stored: true });
    await send("Second");
    expect(await telegram.platform.findSent?.(request(words("Second")), signal())).toEqual({ messageId: "2" });
    expect(telegram.operator.room.messages).toEqual([]);
  });

  test("and found where it was answered but never settled", async () => {
    await send("First");
    expect(await telegram.platform.findSent?.(request(words("First")), signal())).toEqual({ messageId: "1" });
  });

  test("and found under a picture too", async () => {
    await send("First");
    const message: Message = { blocks: [png("a.png"), { kind: "text", text: "Second" }] };
    telegram.fake.faults.next(/sendPhoto/, { kind: "reset", stored: true });
    expect(await telegram.platform.send(request(message), signal())).toMatchObject({ status: "unknown" });
    expect(await telegram.platform.findSent?.(request(message), signal())).toEqual({ messageId: "2" });
  });

  test("but a picture without words is like any other", async () => {
    await send("First");
    expect(await telegram.platform.findSent?.(request({ blocks: [png("a.png")] }), signal())).toBe("unknown");
  });

  test("and absent where it did not", async () => {
    await send("First");
    expect(await telegram.platform.findSent?.(request(words("Second")), signal())).toBe("absent");
  });

  test("but stays unknown where others wrote more than is looked through", async () => {
    await send("First");
    for (let at = 0; at < 30; at++) store(telegram.group.room, { from: telegram.reader.user, text: `Word ${at}` }, 0);
    store(telegram.group.room, { text: "Second" }, 0);
    expect(await telegram.platform.findSent?.(request(words("Second")), signal())).toBe("unknown");
  });

  test("but stays unknown where no earlier message is known", async () => {
    store(telegram.group.room, { text: "Second" }, 0);
    expect(await telegram.platform.findSent?.(request(words("Second")), signal())).toBe("unknown");
  });
});

test("an image goes up as a file, with its words under it", async () => {
  const png = new Uint8Array([137, 80, 78, 71]);
  const message: Message = {
    blocks: [
      { kind: "image", png, alt: "A quotation", name: "card.png" },
      { kind: "text", text: "By Ilse Varn" },
    ],
  };
  expect(await telegram.platform.send(request(message), signal())).toMatchObject({ status: "sent" });
  expect(telegram.group.own()).toMatchObject([{ caption: "By Ilse Varn", photo: [{}] }]);
});

test("words too long for a caption and files go out one request a part", () => {
  const message: Message = { blocks: [{ kind: "text", text: "Late. ".repeat(300) }, png("a.png"), png("b.png")] };
  const parts = telegram.platform.split(message);
  expect(parts.map(({ blocks }) => blocks.map(({ kind }) => kind))).toEqual([["text"], ["image"], ["image"]]);
});

test("a file that is refused after its words leaves the message unknown, so that the words come once", async () => {
  const message: Message = { blocks: [{ kind: "text", text: "Late. ".repeat(300) }, png("a.png")] };
  telegram.fake.faults.next(/sendPhoto/, { kind: "unauthorized" });
  expect(await telegram.platform.send(request(message), signal())).toMatchObject({ status: "unknown" });
});

test("a mention in a feed pings nobody", async () => {
  await send("ask @harbour_master now");
  expect(telegram.group.seen()[0]).not.toMatch(/@\w/);
});
