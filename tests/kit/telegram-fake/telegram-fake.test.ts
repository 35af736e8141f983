import { describe, expect, test } from "vitest";
import { methods } from "./methods.ts";
import { proofsOfChats } from "./proofs/chats.ts";
import { tryOut } from "./proofs/scene.ts";
import { proofsOfUpdates } from "./proofs/updates.ts";
import { proofsOfWords } from "./proofs/words.ts";
import { allRules, type RuleName } from "./rules.ts";
import { faultsOfAnswer, faultsOfRequest, spec } from "./spec.ts";

/** Types are judged by the machine-readable Bot API, where it is at hand. */
const isJudged = ({ rule }: { readonly rule: RuleName }): boolean => rule !== "type" || spec !== undefined;
const proofs = [...proofsOfWords, ...proofsOfChats, ...proofsOfUpdates];

test("every rule has one proof, and there is no refusal without a rule", () => {
  // That none is without a rule is seen to in refusal.ts: only `keep` makes one, and it asks for the rule.
  expect(proofs.map(({ rule }) => rule).toSorted()).toEqual(Object.keys(allRules).toSorted());
});

describe.for(proofs.filter(isJudged))("$rule", (proof) => {
  test("what keeps the rule is accepted", async () => {
    expect(await tryOut(proof, "accepted")).toEqual({ holds: true, refusedBy: [] });
  });

  test("what breaks the rule is refused, by this rule alone", async () => {
    const { holds, refusedBy } = await tryOut(proof, "refused");
    expect(holds).toBe(true);
    expect(refusedBy.filter((rule) => rule !== proof.rule)).toEqual([]);
  });

  test("with the rule switched off its proof fails", async () => {
    expect((await tryOut(proof, "refused", { [proof.rule]: false })).holds).toBe(false);
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
