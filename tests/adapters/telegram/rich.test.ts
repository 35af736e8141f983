import fc from "fast-check";
import { afterEach, describe, expect, test } from "vitest";
import { formatRich, lettersOf } from "../../../src/adapters/telegram/rich.ts";
import type { Block, Message } from "../../../src/model/message.ts";
import type { SendRequest } from "../../../src/model/platform.ts";
import { aChannel } from "../../build.ts";
import { readRich } from "../../kit/telegram-fake/rich.ts";
import { allRules } from "../../kit/telegram-fake/rules.ts";
import { openTelegram, type Telegram } from "./open.ts";

const html = (...blocks: readonly Block[]) => formatRich({ blocks, lang: "en" })?.html;

describe("a message as rich HTML", () => {
  test("has its headings, and the bullets of a story as one list", () => {
    expect(
      html(
        { kind: "heading", text: "World", aside: "Monday" },
        { kind: "story", number: 1, title: [{ text: "Ports", link: "https://a.example/?a=1&b=2" }], aside: "2 outlets" },
        { kind: "bullet", text: "They agree." },
        { kind: "bullet", text: "They sign.", sign: "new" },
        { kind: "divider" },
      ),
    ).toBe(
      '<h2>World</h2><p><i>Monday</i></p><h4>1. <a href="https://a.example/?a=1&amp;b=2">Ports</a> <i>· 2 outlets</i></h4>' +
        "<ul><li>They agree.</li><li>＋ They sign.</li></ul><hr/>",
    );
  });

  test("names the speaker of a quote, and folds evidence under its source", () => {
    expect(html({ kind: "quote", text: "We go.", speaker: [{ text: "Ilse Varn", style: "bold" }] })).toBe(
      "<blockquote><p>“We go.”</p><cite><b>Ilse Varn</b></cite></blockquote>",
    );
    expect(html({ kind: "evidence", text: "It rose by 5.", mark: [{ start: 3, end: 7 }], source: "Post" })).toBe(
      "<details><summary>Post</summary><p>It <mark>rose</mark> by 5.</p></details>",
    );
  });

  test("holds words from outside as words", () => {
    expect(html({ kind: "text", text: '<b>&amp;</b> @harbour "x"' })).toBe(
      "<p>&lt;b&gt;&amp;amp;&lt;/b&gt; @\u2060harbour &quot;x&quot;</p>",
    );
  });

  test("is none where there are files, no words, or more than Telegram takes", () => {
    expect(html({ kind: "image", png: new Uint8Array(1), alt: "", name: "a.png" })).toBeUndefined();
    expect(html({ kind: "text", text: " " })).toBeUndefined();
    expect(html({ kind: "text", text: "x".repeat(32_768) })).toBeDefined();
    expect(html({ kind: "text", text: "x".repeat(32_769) })).toBeUndefined();
    expect(html(...Array.from({ length: 501 }, (): Block => ({ kind: "text", text: "x" })))).toBeUndefined();
  });

  test("is taken by the server whatever the words are, and known again when it comes back", () => {
    const text = fc.string({ unit: "binary" });
    const block = fc.oneof(
      fc.record({ kind: fc.constantFrom("text", "note", "bullet", "heading"), text }),
      fc.record({ kind: fc.constant("story"), number: fc.nat(9), title: text, aside: text }),
      fc.record({ kind: fc.constant("quote"), before: text, text, after: text, speaker: text, source: text }),
      fc.record({ kind: fc.constant("evidence"), text, mark: fc.constant([{ start: 1, end: 3 }]), source: text }),
    );
    fc.assert(
      fc.property(fc.array(block, { minLength: 1, maxLength: 6 }), (blocks) => {
        const rich = formatRich({ blocks: blocks as unknown as readonly Block[] });
        if (rich) expect(lettersOf(readRich({ html: rich.html }, allRules))).toBe(rich.letters);
      }),
    );
  });
});

describe("an edition on Telegram", () => {
  let telegram: Telegram;
  afterEach(() => telegram.close());
  const group = "-1001000000001";
  const signal = () => AbortSignal.timeout(5_000);
  const words = (text: string): Message => ({
    blocks: [
      { kind: "heading", text },
      { kind: "bullet", text: "They agree." },
    ],
    buttons: [[{ label: "Sources", call: "sources e1" }]],
  });
  const request = (text: string, options: SendRequest["options"] = {}, address = group): SendRequest => ({
    deliveryId: "d1",
    channel: aChannel({ id: `telegram:${address}`, platform: "telegram", address }),
    message: words(text),
    mention: "",
    options,
    title: "",
  });
  const send = (text: string, address?: string) => telegram.platform.send(request(text, {}, address), signal());
  const edit = (messageId: string, text: string) => telegram.platform.edit({ ...request(text), messageId }, signal());
  /** What was sent to somebody; the question whether the server knows rich messages goes to nobody. */
  const asked = () => telegram.fake.requests.filter((method) => /^send/.test(method)).slice(1);
  const plainText = (text: string) => `${text}\n\n• They agree.`;

  test("is plain where that is set, and the server is not asked for more", async () => {
    telegram = await openTelegram(undefined, [], "off");
    expect(await send("Ports")).toEqual({ status: "sent", messageId: "1" });
    expect(telegram.group.seen()).toEqual([plainText("Ports")]);
    expect(telegram.fake.requests.filter((method) => /^send/.test(method))).toEqual(["sendMessage"]);
  });

  test("is rich where the server knows that, with its buttons, and edited as such", async () => {
    telegram = await openTelegram();
    expect(await send("Ports")).toEqual({ status: "sent", messageId: "rich:1" });
    expect(telegram.group.own()[0]?.rich_message?.blocks[0]).toEqual({ type: "heading", size: 2, text: "Ports" });
    expect(telegram.group.buttons()).toEqual(["Sources"]);
    expect(await edit("rich:1", "Harbours")).toEqual({ status: "sent", messageId: "rich:1" });
    expect(await edit("rich:1", "Harbours")).toEqual({ status: "sent", messageId: "rich:1" });
    expect(telegram.group.own()[0]?.rich_message?.blocks[0]).toMatchObject({ text: "Harbours" });
  });

  test("is rich, but a notice is not: the answer to a press takes its place", async () => {
    telegram = await openTelegram();
    const channel = aChannel({ id: "telegram:77", platform: "telegram", address: "77" });
    const notice: Message = {
      blocks: [{ kind: "text", text: "Is it there?" }],
      buttons: [[{ label: "Yes", call: "delivery d1 arrived" }]],
    };
    expect(await telegram.platform.notify(channel, notice, signal())).toMatchObject({ status: "sent" });
    expect(telegram.home.own()).toMatchObject([{ text: "Is it there?" }]);
  });

  test("that was sent in the plain form is edited in it", async () => {
    telegram = await openTelegram(undefined, ["sendRichMessage"], "auto");
    await send("Ports");
    telegram.fake.world.absent.clear();
    await edit("1", "Harbours");
    expect(telegram.group.seen()).toEqual([plainText("Harbours")]);
  });

  test("is plain where the server knows no rich form, and asked for once a connection", async () => {
    telegram = await openTelegram(undefined, ["sendRichMessage"]);
    expect(await send("First")).toEqual({ status: "sent", messageId: "1" });
    await send("Second");
    expect(asked()).toEqual(["sendMessage", "sendMessage"]);
    expect(telegram.problems).toEqual([]);
  });

  test("is plain on a server that has trouble telling", async () => {
    telegram = await openTelegram(undefined, [], "auto", {}, (fake) =>
      fake.faults.next(/sendRichMessage/, { kind: "status", status: 502, stored: false }),
    );
    expect(await send("First")).toEqual({ status: "sent", messageId: "1" });
    expect(telegram.platform.health().state).toBe("connected");
  });

  test("is plain on a server that takes a message to nobody", async () => {
    telegram = await openTelegram(undefined, [], "auto", { chat: false });
    expect(await send("First")).toEqual({ status: "sent", messageId: "1" });
  });

  test("with rich messages set to on, a server that knows none is warned of", async () => {
    telegram = await openTelegram(undefined, ["sendRichMessage"], "on");
    expect(telegram.problems.join()).toContain("set telegram.rich to off");
  });

  test("goes out plain in the same attempt where the form is refused after all, and is rich no more", async () => {
    const memory = new Map<string, string>();
    telegram = await openTelegram(memory);
    telegram.fake.world.absent.add("sendRichMessage");
    expect(await send("First")).toEqual({ status: "sent", messageId: "1" });
    telegram.fake.world.absent.clear();
    expect(await send("Second")).toEqual({ status: "sent", messageId: "2" });
    expect(asked()).toEqual(["sendRichMessage", "sendMessage", "sendMessage"]);
    await telegram.close();
    telegram = await openTelegram(memory);
    expect(await send("Third")).toEqual({ status: "sent", messageId: "1" });
    await telegram.close();
    telegram = await openTelegram(memory, [], "on");
    expect(await send("Fourth")).toEqual({ status: "sent", messageId: "rich:1" });
  });

  test("is plain for another hour after the server learned the form: parts of an edition may be on their way", async () => {
    const memory = new Map<string, string>();
    telegram = await openTelegram(memory, ["sendRichMessage"]);
    await telegram.close();
    telegram = await openTelegram(memory);
    expect(await send("First")).toEqual({ status: "sent", messageId: "1" });
    telegram.room.passes(3_600_000);
    expect(await send("Second")).toEqual({ status: "sent", messageId: "rich:2" });
  });

  describe("longer than a plain message", () => {
    const long: Message = {
      blocks: Array.from({ length: 9 }, (_, at): Block => ({ kind: "text", text: `${at} ${"The boats stayed in. ".repeat(45)}` })),
      buttons: [[{ label: "Sources", call: "sources e1" }]],
    };
    const sendLong = () => telegram.platform.send({ ...request(""), message: long }, signal());

    test("is one message where the server knows rich ones, and cut where it does not", async () => {
      telegram = await openTelegram();
      expect(telegram.platform.split(long)).toHaveLength(1);
      expect(await sendLong()).toEqual({ status: "sent", messageId: "rich:1" });
      await telegram.close();
      telegram = await openTelegram(undefined, ["sendRichMessage"]);
      expect(telegram.platform.split(long)).toHaveLength(3);
    });

    test("goes out as several where it is refused as rich, and these are edited and not sent again", async () => {
      telegram = await openTelegram();
      telegram.fake.world.absent.add("sendRichMessage");
      expect(await sendLong()).toEqual({ status: "sent", messageId: "1+2+3" });
      expect(telegram.group.buttons()).toEqual(["Sources"]);
      const blocks = long.blocks.map((block) => (block.kind === "text" ? { ...block, text: `${block.text}!` } : block));
      const change = { ...request(""), message: { ...long, blocks }, messageId: "1+2+3" };
      expect(await telegram.platform.edit(change, signal())).toMatchObject({ status: "sent" });
      expect(telegram.group.seen().join("").match(/!/g)).toHaveLength(9);
      expect(await telegram.platform.findSent?.({ ...request(""), message: change.message }, signal())).toBe("unknown");
      const longer = { ...long, blocks: [...blocks, ...long.blocks] };
      expect(await telegram.platform.edit({ ...change, message: longer }, signal())).toMatchObject({
        status: "refused",
        reason: "content",
      });
    });

    test("is in doubt where the connection breaks between its messages", async () => {
      telegram = await openTelegram();
      telegram.fake.world.absent.add("sendRichMessage");
      telegram.fake.faults.next(/sendMessage/, { kind: "latency", ms: 0 });
      telegram.fake.faults.next(/sendMessage/, { kind: "reset", stored: false });
      expect(await sendLong()).toMatchObject({ status: "unknown" });
      expect(telegram.group.own()).toHaveLength(1);
    });
  });

  for (const fault of [
    { kind: "status", status: 502, stored: true },
    { kind: "reset", stored: true },
    { kind: "reset", stored: false },
  ] as const)
    test(`is not sent in the plain form after a ${fault.kind} ${fault.stored ? "after" : "before"} storing: it may be on screen`, async () => {
      telegram = await openTelegram();
      telegram.fake.faults.next(/sendRichMessage/, fault);
      expect(await send("Ports")).toMatchObject({ status: "unknown" });
      expect(asked()).toEqual(["sendRichMessage"]);
      expect(telegram.group.own()).toHaveLength(fault.stored ? 1 : 0);
    });

  test("to a chat that refuses the bot is tried once", async () => {
    telegram = await openTelegram();
    telegram.group.room.refusal = "kicked";
    expect(await send("Ports")).toMatchObject({ status: "refused", reason: "channel-gone" });
    expect(asked()).toEqual(["sendRichMessage"]);
  });

  test("follows a group that became a supergroup, once", async () => {
    telegram = await openTelegram();
    telegram.home.room.upgradedTo = Number(group);
    expect(await send("Ports", "77")).toEqual({ status: "sent", messageId: "rich:1" });
    expect(telegram.group.own()).toHaveLength(1);
  });

  test("in doubt is found in either form", async () => {
    telegram = await openTelegram();
    await send("First");
    telegram.fake.faults.next(/sendRichMessage/, { kind: "reset", stored: true });
    await send("Second");
    expect(await telegram.platform.findSent?.(request("Second"), signal())).toEqual({ messageId: "rich:2" });
    expect(await telegram.platform.findSent?.(request("First"), signal())).toEqual({ messageId: "rich:1" });
    telegram.fake.world.absent.add("sendRichMessage");
    await send("Third");
    expect(await telegram.platform.findSent?.(request("Third"), signal())).toEqual({ messageId: "3" });
  });

  test("in doubt is absent where nothing stands after the last known, but not where another rich message does", async () => {
    telegram = await openTelegram();
    await send("First");
    expect(await telegram.platform.findSent?.(request("Second"), signal())).toBe("absent");
    telegram.fake.faults.next(/sendRichMessage/, { kind: "reset", stored: true });
    await send("Other");
    expect(await telegram.platform.findSent?.(request("Second"), signal())).toBe("unknown");
  });
});
