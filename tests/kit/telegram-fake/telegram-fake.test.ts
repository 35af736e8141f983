import { describe, expect, test } from "vitest";
import { methods } from "./methods.ts";
import { holds, proofs } from "./proofs.ts";
import { allRules } from "./rules.ts";
import { faultsOfAnswer, faultsOfRequest, spec } from "./spec.ts";

test("every rule has a proof", () => {
  expect(proofs.map(({ rule }) => rule).toSorted()).toEqual(Object.keys(allRules).toSorted());
});

describe.for(proofs)("$rule", (proof) => {
  test("what keeps the rule is accepted", async () => {
    expect(await holds(proof, "accepted")).toBe(true);
  });

  test("what breaks the rule is refused", async () => {
    expect(await holds(proof, "refused")).toBe(true);
  });

  test("with the rule switched off its proof fails", async () => {
    expect(await holds(proof, "refused", { [proof.rule]: false })).toBe(false);
  });
});

describe.skipIf(!spec)("the machine-readable Bot API, where it is at hand,", () => {
  test("knows every method and field of the stand-in", () => {
    const unknown = Object.entries(methods).flatMap(([name, { fields }]) => {
      const known = spec?.methods[name]?.fields?.map((field) => field.name) ?? [];
      return spec?.methods[name] ? fields.filter((field) => !known.includes(field)).map((field) => `${name}.${field}`) : [name];
    });
    expect(unknown).toEqual([]);
  });

  test("judges requests by field, need and type", () => {
    expect(
      faultsOfRequest("sendMessage", { chat_id: 7, text: "a", reply_markup: { inline_keyboard: [[{ text: "Go", url: "x" }]] } }),
    ).toEqual([]);
    expect(faultsOfRequest("sendMessage", { chat_id: 7, colour: 1 })).toEqual([
      "sendMessage: unknown colour",
      "sendMessage: text is missing",
    ]);
    expect(faultsOfRequest("sendMessage", { chat_id: 7, text: 5 })).toEqual(["sendMessage.text: not of type String"]);
    expect(faultsOfRequest("sendMessage", { chat_id: 7, text: "a", entities: [{ type: "bold", offset: "0", length: 1 }] })).toEqual([
      "sendMessage.entities[0].offset: not of type Integer",
    ]);
  });

  test("judges the stand-in's own answers", () => {
    expect(faultsOfAnswer("getMe", { id: 1, is_bot: true, first_name: "Quoth" })).toEqual([]);
    expect(faultsOfAnswer("getMe", { id: 1 })).toHaveLength(2);
  });
});
