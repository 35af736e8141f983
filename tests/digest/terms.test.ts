import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readTerms, toLatin } from "../../src/digest/terms.ts";

describe("the terms of an article", () => {
  test("leave function words out in several languages", () => {
    const words = readTerms({ title: "the und les что по", text: "" });
    expect([...words.keys()]).toEqual([]);
  });

  test("weigh a title's word more than the same word of the text", () => {
    const weight = (title: string, text: string) => readTerms({ title, text }).get("harbou") ?? 0;
    expect(weight("harbour harbour", "")).toBeGreaterThan(weight("", "harbour harbour"));
  });

  test("weigh names and numbers more than other words", () => {
    const terms = readTerms({ title: "", text: "the ships near Mirowa waited, 14 ships and Mirowa waited, 14" });
    expect(terms.get("mirowa")).toBeGreaterThan(terms.get("waited")!);
    expect(terms.get("14")).toBeGreaterThan(terms.get("waited")!);
  });

  test("write Cyrillic in Latin letters, so that a name meets itself", () => {
    expect(toLatin("одеса")).toBe("odesa");
    expect(readTerms({ title: "Одеса", text: "" }).has("odesa")).toBe(true);
  });

  test("cut endings, so that an inflected word meets itself", () => {
    const [nominative] = readTerms({ title: "губернатор", text: "" }).keys();
    const [genitive] = readTerms({ title: "губернатора", text: "" }).keys();
    expect(genitive).toBe(nominative);
  });

  test("are pairs of characters where words have no spaces", () => {
    expect([...readTerms({ title: "東京港", text: "" }).keys()]).toEqual(["東京", "京港"]);
  });

  test("read no further than the opening", () => {
    expect(readTerms({ title: "", text: `${"ship ".repeat(80)}volcano` }).has("volcan")).toBe(false);
  });

  test("have a positive weight each, whatever the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.string({ unit: "grapheme" }), (title, text) =>
        [...readTerms({ title, text }).values()].every((weight) => weight > 0 && Number.isFinite(weight)),
      ),
    );
  });
});
