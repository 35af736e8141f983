import fc from "fast-check";
import { expect, test } from "vitest";
import { escapeLine, escapeLines, safeLink } from "../../../src/adapters/discord/escape.ts";
import { callOf, renderMessage } from "../../../src/adapters/discord/markup.ts";
import { sizeOf, splitMessage } from "../../../src/adapters/discord/split.ts";
import type { Block, Message } from "../../../src/model/message.ts";
import { buttonsOf, textOf } from "../../kit/discord-fake/actors.ts";
import { checkMessage } from "../../kit/discord-fake/check-message.ts";
import { createReferee } from "../../kit/discord-fake/referee.ts";
import { allRules } from "../../kit/discord-fake/rules.ts";

const hostile = fc.oneof(
  fc.string({ unit: "binary", maxLength: 400 }),
  fc.string({
    unit: fc.constantFrom("*", "_", "`", "<@1>", "@everyone", "[a](b)", "\u202e", "\u200b", "😀", "\n", "# ", "\\", "||", " "),
    maxLength: 300,
  }),
  fc.lorem({ maxCount: 900 }),
);

/** As long as what stands around a quotation ever is. */
const around = hostile.map((text) => text.slice(0, 281).toWellFormed());

const blocks: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ kind: fc.constant("heading" as const), text: hostile }),
  fc.record({
    kind: fc.constant("story" as const),
    number: fc.nat(20),
    title: hostile,
    aside: hostile,
    buttons: fc.constant([{ label: "Sources", call: "sources e1 1" }]),
  }),
  fc.record({ kind: fc.constant("text" as const), text: hostile }),
  fc.record({ kind: fc.constant("bullet" as const), text: hostile }),
  fc.record({ kind: fc.constant("quote" as const), before: around, text: hostile, after: around, speaker: hostile }),
  fc.record({
    kind: fc.constant("evidence" as const),
    text: hostile,
    mark: fc.array(fc.record({ start: fc.nat(500), end: fc.nat(500) }), { maxLength: 3 }),
    source: hostile,
  }),
  fc.record({ kind: fc.constant("note" as const), text: hostile }),
  fc.constant({ kind: "divider" as const }),
);

const messages: fc.Arbitrary<Message> = fc.record({
  blocks: fc.array(blocks, { maxLength: 30 }),
  buttons: fc.array(fc.array(fc.record({ label: hostile, call: fc.constantFrom("status", "help") }), { maxLength: 7 }), { maxLength: 3 }),
});

test("whatever comes from outside, every part is a message that Discord accepts", () => {
  fc.assert(
    fc.property(messages, (message) => {
      for (const part of splitMessage(message)) {
        const { components } = renderMessage(part);
        checkMessage({ flags: 1 << 15, components }, [], createReferee(allRules));
      }
    }),
    { numRuns: 300 },
  );
});

test("splitting loses no bullet and keeps their order", () => {
  const count = fc.integer({ min: 1, max: 120 });
  fc.assert(
    fc.property(count, (bullets) => {
      const message: Message = {
        blocks: Array.from({ length: bullets }, (_, place) => ({ kind: "bullet", text: `Bullet ${place} ${"word ".repeat(60)}` })),
      };
      const shown = splitMessage(message).flatMap((part) =>
        part.blocks.flatMap((block) => (block.kind === "bullet" ? [`${block.text}`] : [])),
      );
      expect(shown.map((text) => Number(/\d+/.exec(text)?.[0]))).toEqual(Array.from({ length: bullets }, (_, place) => place));
    }),
    { numRuns: 40 },
  );
});

test("a long edition is cut between stories, numbered, with its buttons under the last part", () => {
  const story = (number: number): readonly Block[] => [
    { kind: "story", number, title: `Story ${number}`, buttons: [{ label: "Sources", call: `sources e1 ${number}` }] },
    { kind: "bullet", text: "word ".repeat(120) },
  ];
  const parts = splitMessage({
    blocks: [{ kind: "heading", text: "World" }, ...Array.from({ length: 12 }, (_, place) => story(place + 1)).flat()],
    buttons: [[{ label: "Earlier", call: "earlier e1" }]],
  });
  expect(parts.length).toBeGreaterThan(1);
  expect(parts.slice(1).map(({ blocks: [first] }) => first?.kind)).toEqual(parts.slice(1).map(() => "story"));
  expect(parts.map(({ blocks }) => blocks.at(-1))).toEqual(
    parts.map((_, place) => ({ kind: "note", text: `${place + 1}/${parts.length}` })),
  );
  expect(parts.map(({ buttons }) => buttons !== undefined)).toEqual(parts.map((_, place) => place === parts.length - 1));
});

test("text from outside has no formatting, no mention and no invisible signs", () => {
  expect(escapeLine("**bold** <@123> [a](https://b.example)\u202e\u200b|x|")).toBe(
    "\\*\\*bold\\*\\* \\<@123\\> \\[a\\](https\\://b.example)\\|x\\|",
  );
  expect(escapeLine("@everyone")).not.toContain("@everyone");
  expect(escapeLines("# big\n- item\n1. one\n> said")).toBe("\\# big\n\\- item\n1\\. one\n\\> said");
});

test("what is escaped reads as it was written", () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom("*", "_", "a", "`", "[", "]", "<", "~", "1", ".", " ") }), (text) => {
      expect(escapeLine(text).replace(/\\(.)/g, "$1")).toBe(text);
    }),
  );
});

test("a link cannot end the brackets it stands in, and only the web is linked", () => {
  expect(safeLink("https://a.example/x)(y>_z")).toBe("https://a.example/x%29%28y%3E%5Fz");
  expect(safeLink("javascript:alert(1)")).toBeUndefined();
  expect(safeLink("not a link")).toBeUndefined();
});

test("two buttons of one call stay apart and make the same call", () => {
  const { components } = renderMessage({
    blocks: [],
    buttons: [
      [
        { label: "A", call: "status" },
        { label: "B", call: "status" },
      ],
    ],
  });
  const ids = buttonsOf({ body: { components } } as never).map(({ custom_id }) => `${custom_id}`);
  expect(new Set(ids).size).toBe(2);
  expect(ids.map(callOf)).toEqual(["status", "status"]);
  expect(callOf("v0:status")).toBeUndefined();
});

test("evidence shows its sentence marked", () => {
  const { components } = renderMessage({
    blocks: [{ kind: "evidence", text: "Before. The sentence. After.", mark: [{ start: 8, end: 21 }], source: "Outlet" }],
  });
  expect(textOf({ body: { components } } as never)).toBe("> Before. **The sentence.** After.\n-# Outlet");
  expect(sizeOf(components).components).toBe(2);
});

test("a quotation stands upright in its sentence, which leans", () => {
  const { components } = renderMessage({
    blocks: [{ kind: "quote", before: "She called it ", text: "“a storm”", after: " twice.", speaker: "Ilse Varn" }],
  });
  expect(textOf({ body: { components } } as never)).toBe("> *She called it* “a storm” *twice.*\n> — Ilse Varn");
});

test("a quotation without marks gets those of its language", () => {
  const { components } = renderMessage({ blocks: [{ kind: "quote", text: "Ми тут", speaker: "Ілля Варн" }], lang: "uk" });
  expect(textOf({ body: { components } } as never)).toContain("> «Ми тут»");
});
