import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ground, numbersIn } from "../../src/digest/ground.ts";

const source = "The board of Kelva did not close the quay for 1,400 days, Ada Lind said: “Nobody asked us about it.”";
const objects = (claim: string): string => ground(claim, source, "en").join("; ");

describe("a claim is objected to for", () => {
  test.each([
    ["a number", "The board of Kelva did not close the quay for 15 days.", "the number 15 is not in the source"],
    ["a name", "The board did not ask Per Holm about it.", "the name Per is not in the source; the name Holm is not in the source"],
    ["a quotation that is not verbatim", "Ada Lind did not say “Nobody told us”.", "“Nobody told us” is not in the source word for word"],
    ["a negation left out", "The board of Kelva did close the quay for 1400 days.", "it leaves out a negation of the source"],
  ])("%s", (_, claim, reason) => {
    expect(objects(claim)).toBe(reason);
  });

  test("a negation of its own", () => {
    expect(ground("The board will not close the quay.", "The board will close the quay.", "en")).toEqual([
      "it denies what the source does not deny",
    ]);
  });
});

test("one number in several spellings is one number", () => {
  expect(numbersIn("1,400 and 1.400 and 1 400 and 3,5 and 3.5")).toEqual(["1400", "1400", "1400", "3.5", "3.5"]);
});

test("a text is never objected to as its own source", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), (text) => {
      expect(ground(text, text, "en")).toEqual([]);
    }),
  );
});
