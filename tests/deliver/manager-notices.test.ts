import { expect, test } from "vitest";
import { doubtNotice, suspensionNotice } from "../../src/deliver/manager-notices.ts";
import type { Message } from "../../src/model/message.ts";
import { aChannel, aDelivery, anEdition } from "../build.ts";

const wordsOf = ({ blocks }: Message): unknown => blocks.map((block) => ("text" in block ? block.text : block.kind)).join("\n");
const { name: _, ...unnamed } = aChannel();

test("a channel is called by its name", () => {
  expect(wordsOf(doubtNotice(aDelivery(), aChannel({ name: "Harbour" }), anEdition()))).toContain("have arrived in Harbour:");
  expect(wordsOf(suspensionNotice("Quoth was removed.", aChannel({ name: "Harbour" })))).toMatch(/^Harbour: Quoth was removed\./);
});

test("one that has none, as a private chat, is not called by its id", () => {
  expect(wordsOf(doubtNotice(aDelivery(), unnamed, anEdition()))).toContain("have arrived here:");
  expect(wordsOf(doubtNotice(aDelivery(), { ...unnamed, lang: "uk" }, anEdition()))).toContain("чи випуск надійшов сюди");
  expect(wordsOf(suspensionNotice("Quoth was blocked.", unnamed))).toMatch(/^Quoth was blocked\./);
});
