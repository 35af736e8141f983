import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dataOf, formatMessage, keyboardOf, readData } from "../../../src/adapters/telegram/markup.ts";
import { splitMessage } from "../../../src/adapters/telegram/split.ts";
import type { Block, Message, Text } from "../../../src/model/message.ts";
import { checkEntities } from "../../kit/telegram-fake/entities.ts";
import { limits } from "../../kit/telegram-fake/limits.ts";
import { allRules } from "../../kit/telegram-fake/rules.ts";

const family = "👩‍👩‍👧‍👦";
const pieces = [
  "*",
  "_",
  "<b>",
  "&amp;",
  "@harbour",
  "/start",
  "\u202e",
  "\u200b",
  "\u0000",
  "😀",
  family,
  "\n",
  " ",
  "e\u0301\u0301\u0301\u0301\u0301",
];
const hostile = fc.oneof(
  fc.string({ unit: "binary", maxLength: 400 }),
  fc.string({ unit: fc.constantFrom(...pieces), maxLength: 1_500 }),
  fc.lorem({ maxCount: 900 }),
);
const style = fc.constantFrom("bold", "italic", "code", "strike", "mark", "quiet", undefined);
const link = fc.constantFrom(undefined, "https://harbour.example/a b", "javascript:alert(1)", "tg://user?id=1", "not an address");
const run = fc.record({ text: hostile, style, link }).map(({ text, style: look, link: to }) => ({
  text,
  ...(look !== undefined && { style: look }),
  ...(to !== undefined && { link: to }),
}));
const words: fc.Arbitrary<Text> = fc.oneof(hostile, fc.array(run, { maxLength: 60 }));
const mark = fc.array(fc.record({ start: fc.nat(500), end: fc.nat(500) }), { maxLength: 3 });
/** As long as what stands around a quotation ever is. */
const around = hostile.map((text) => text.slice(0, 281).toWellFormed());
const blocks: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ kind: fc.constant("heading" as const), text: words }),
  fc.record({ kind: fc.constant("story" as const), number: fc.nat(20), title: words, aside: hostile }),
  fc.record({ kind: fc.constant("text" as const), text: words }),
  fc.record({ kind: fc.constant("bullet" as const), text: words }),
  fc.record({ kind: fc.constant("quote" as const), before: around, text: hostile, after: around, speaker: words, source: words }),
  fc.record({ kind: fc.constant("evidence" as const), text: hostile, mark, source: words }),
  fc.record({ kind: fc.constant("note" as const), text: words }),
  fc.constant({ kind: "divider" as const }),
);
const messages: fc.Arbitrary<Message> = fc.record({
  blocks: fc.array(blocks, { minLength: 1, maxLength: 12 }),
  lang: fc.constantFrom("en", "uk", "de", "fr"),
});

const isHalved = (text: string): boolean => !text.isWellFormed();

describe("whatever is written", () => {
  test("each part fits, and its entities are as Telegram takes them", () => {
    fc.assert(
      fc.property(messages, (message) => {
        for (const part of splitMessage(message)) {
          const { text, entities } = formatMessage(part);
          expect(text.length).toBeLessThanOrEqual(limits.text);
          expect(entities.length).toBeLessThanOrEqual(100);
          expect(isHalved(text)).toBe(false);
          expect(text).toBe(text.trim());
          expect(checkEntities(text, entities, allRules)).toEqual(entities);
        }
      }),
      { numRuns: 150 },
    );
  });

  test("a family stays together where a long text is cut", () => {
    fc.assert(
      fc.property(fc.nat(40), (lead) => {
        const text = "x".repeat(lead) + family.repeat(800);
        const parts = splitMessage({ blocks: [{ kind: "text", text }] }).map((part) => formatMessage(part).text);
        expect(parts.length).toBeGreaterThan(1);
        expect(parts.join("")).toBe(text);
        for (const part of parts.slice(1)) expect(part.startsWith(family)).toBe(true);
      }),
      { numRuns: 20 },
    );
  });

  test("nothing that turns or hides words gets through, and no name pings", () => {
    const { text } = formatMessage({ blocks: [{ kind: "text", text: "\u202eabc\u200b\u0000 @harbour \u{e0041}" }] });
    expect(text).toBe("abc @\u2060harbour");
  });

  test("a name in two runs pings nobody either", () => {
    const { text } = formatMessage({ blocks: [{ kind: "text", text: [{ text: "ask @" }, { text: "harbour", style: "bold" }] }] });
    expect(text).not.toContain("@harbour");
  });

  test("an address that is none of the web's is no link", () => {
    const text: Text = [{ text: "here", link: "javascript:alert(1)" }];
    expect(formatMessage({ blocks: [{ kind: "text", text }] })).toEqual({ text: "here", entities: [] });
  });
});

describe("a quotation", () => {
  const quote = (text: string, lang: string): string =>
    formatMessage({ blocks: [{ kind: "quote", text, speaker: "Ilse Varn" }], lang }).text.split("\n")[0] ?? "";
  for (const [lang, expected] of [
    ["en", "“The lights stay on”"],
    ["en-GB", "“The lights stay on”"],
    ["uk", "«The lights stay on»"],
    ["de", "„The lights stay on“"],
    ["fr", "« The lights stay on »"],
  ] as const)
    test(`stands between the marks of ${lang}`, () => {
      expect(quote("The lights stay on", lang).replaceAll("\u00a0", " ").replaceAll("\u202f", " ")).toBe(expected);
    });

  test("stands upright in its sentence, which leans", () => {
    const block = { kind: "quote", before: "She called it ", text: "“a storm”", after: " twice.", speaker: "Ilse Varn" } as const;
    const { text, entities } = formatMessage({ blocks: [block] });
    expect(text).toBe("She called it “a storm” twice.\n— Ilse Varn");
    expect(entities.filter(({ type }) => type === "italic").map(({ offset, length }) => text.slice(offset, offset + length))).toEqual([
      "She called it ",
      " twice.",
    ]);
  });

  test("keeps the marks it came with", () => {
    expect(quote("«The lights stay on»", "en")).toBe("«The lights stay on»");
  });
});

describe("evidence", () => {
  test("is folded, with its sentence in bold", () => {
    const text = "The fog came. The boat was late. It went on.";
    const { entities } = formatMessage({
      blocks: [{ kind: "evidence", text, mark: [{ start: 14, end: 32 }], source: "Harbour Post" }],
    });
    expect(entities.map(({ type, offset, length }) => [type, offset, length])).toEqual([
      ["expandable_blockquote", 0, text.length + "\n— Harbour Post".length],
      ["bold", 14, 18],
    ]);
  });

  test("marks its sentence in each part it is cut into", () => {
    const text = "The boat was late because of the fog. ".repeat(300).trim();
    const parts = splitMessage({ blocks: [{ kind: "evidence", text, mark: [{ start: 38, end: text.length }], source: "Harbour Post" }] });
    expect(parts.length).toBeGreaterThan(2);
    for (const part of parts) expect(formatMessage(part).entities.map(({ type }) => type)).toContain("bold");
  });
});

describe("buttons", () => {
  test("carry their call, or the call and the chat it is about", () => {
    expect(readData(dataOf("quote page q1 2"))).toEqual({ call: "quote page q1 2" });
    expect(readData(dataOf("quote page q1 2", "-1001000000001"))).toEqual({ call: "quote page q1 2", about: "-1001000000001" });
  });

  test("of somebody else are none of ours", () => {
    for (const data of ["", "v1:", "v2:help", "delete everything"]) expect(readData(data)).toBeUndefined();
  });

  test("that Telegram would refuse are left out, with rows that are empty then", () => {
    const rows = [
      [{ label: "Far", call: "x".repeat(70) }],
      [{ label: "Bad", url: "javascript:alert(1)" }],
      [{ label: "Help", call: "help" }],
    ];
    expect(keyboardOf(rows)).toEqual({ inline_keyboard: [[{ text: "Help", callback_data: "v1:help" }]] });
  });
});
