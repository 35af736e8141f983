import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compareVersions, readRevision } from "../../src/text/revision.ts";

const before = "Three ports open on Monday. The union will not strike. Fares rise by 14 per cent.";

const fate = (sentence: string, after: string) => readRevision(after, "en").fateOf(sentence);

describe("what became of a sentence", () => {
  test("white space, case and quotation marks are no difference", () => {
    expect(fate("“Three ports open,” she said.", '"three ports  OPEN", she said')).toEqual({ kind: "same" });
  });

  test("a changed number is a change", () => {
    const after = before.replace("14", "41");
    expect(fate("Fares rise by 14 per cent.", after)).toEqual({
      kind: "changed",
      span: { start: after.indexOf("Fares"), end: after.length },
    });
  });

  test("a dropped negation is a change", () => {
    expect(fate("The union will not strike.", before.replace("not ", "")).kind).toBe("changed");
  });

  test("a sentence that nothing resembles is gone", () => {
    expect(fate("Fares rise by 14 per cent.", "Three ports open on Monday. The union will not strike.")).toEqual({ kind: "gone" });
  });

  test("a sentence stays whatever is written around it", () => {
    fc.assert(
      fc.property(fc.lorem({ maxCount: 6 }), fc.lorem({ maxCount: 6 }), (head, tail) => {
        expect(fate("Fares rise by 14 per cent.", `${head}. Fares rise by 14 per cent. ${tail}.`)).toEqual({ kind: "same" });
      }),
    );
  });
});

test("counters and labels do not count as sentences of a version", () => {
  expect(compareVersions(`${before}\n\n12 comments`, `${before}\n\n57 comments`, "en")).toEqual({ kept: 3, all: 3 });
});
