import fc from "fast-check";
import { expect, test } from "vitest";
import { linkTo, readLink } from "../../../src/adapters/telegram/link.ts";

const word = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9-]{0,11}$/);
const address = fc
  .tuple(fc.integer({ min: -1_009_999_999_999, max: 9_999_999_999 }), fc.option(fc.integer({ min: 1, max: 99_999 }), { nil: undefined }))
  .map(([chat, thread]) => (thread === undefined ? `${chat}` : `${chat}/${thread}`));

test("a link brings back the chat, the topic and the call it was made of", () => {
  fc.assert(
    fc.property(address, fc.array(word, { minLength: 1, maxLength: 4 }), (about, words) => {
      const link = linkTo("quoth_bot", about, words.join(" "));
      const [command, ...line] = words;
      if (link === undefined) return;
      expect(link).toMatch(/^https:\/\/t\.me\/quoth_bot\?start=[A-Za-z0-9_-]{1,64}$/);
      expect(readLink(link.split("=")[1] ?? "")).toEqual({ about, command, line: line.join(" ") });
    }),
  );
});

test("what a payload cannot carry has no link", () => {
  expect(linkTo("quoth_bot", "-1009", "sources e000000000001 2")).toBeDefined();
  for (const call of ["quote to_be", "quote шевчук", `sources ${"e".repeat(60)}`, 'quote "a"'])
    expect(linkTo("quoth_bot", "-1009", call)).toBeUndefined();
  expect(linkTo("", "-1009", "help")).toBeUndefined();
});

test("other payloads are no such link", () => {
  for (const start of ["quote_carpenter", "at_", "at_x", "at_-1_", "at_1_a b"]) expect(readLink(start)).toBeUndefined();
});
