import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkClaim } from "../../src/digest/check.ts";

const source =
  "The harbour council of Velmora voted on Tuesday to close the old pier for 14 weeks. Mayor Ilse Brandt said the repairs would not cost the town more than 3,000 crowns. Fishermen may use the eastern quay until the work ends.";

describe("a claim against its source", () => {
  test("a sentence of the source is supported", () => {
    expect(checkClaim("The harbour council of Velmora voted on Tuesday to close the old pier for 14 weeks.", source, "en")).toMatchObject({
      supported: true,
      reasons: [],
    });
  });

  test("a changed number is named as the reason", () => {
    expect(checkClaim("The council voted to close the old pier for 15 weeks.", source, "en").reasons).toContain(
      "the number 15 is not in the source",
    );
  });

  test("another name is named as the reason", () => {
    expect(checkClaim("Yesterday Mayor Torvald spoke of the repairs.", source, "en").reasons).toContain(
      "the name Torvald is not in the source",
    );
  });

  test("a number written another way is the same number", () => {
    expect(checkClaim("The repairs would not cost more than 3 000 crowns.", source, "en").reasons).toEqual([]);
  });

  test("words from nowhere score below words of the source", () => {
    const copied = checkClaim("Fishermen may use the eastern quay until the work ends.", source, "en");
    const invented = checkClaim("Several tourists were stranded overnight after a violent storm.", source, "en");
    expect(copied.score).toBeGreaterThan(invented.score);
    expect(invented.reasons).not.toEqual([]);
  });

  test("an empty claim is not supported", () => {
    expect(checkClaim("  ", source, "en")).toEqual({ score: 0, supported: false, reasons: ["there is no claim"] });
  });

  test("whatever the texts, the score is a probability", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (claim, text) => {
        const { score } = checkClaim(claim, text, "en");
        expect(score >= 0 && score <= 1).toBe(true);
      }),
    );
  });
});
