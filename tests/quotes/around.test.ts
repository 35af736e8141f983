import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { surround } from "../../src/quotes/around.ts";
import { aQuote } from "../build.ts";

/** The words between ⟦ and ⟧ are the quotation. */
function shown(marked: string, lang = "en") {
  const start = marked.indexOf("⟦");
  const end = marked.indexOf("⟧") - 1;
  const text = marked.replace(/[⟦⟧]/g, "");
  return surround({ quote: { ...aQuote(), text: text.slice(start, end), lang }, context: { text, start, end } });
}

describe("a quotation in its sentence", () => {
  test("keeps its marks, and the sentence before it and after it is left out", () => {
    expect(shown("The talks were long. Solvang called the rule “⟦a paper storm⟧” on Monday. Then she left.")).toEqual({
      before: "Solvang called the rule ",
      words: "“a paper storm”",
      after: " on Monday.",
    });
  });

  test("of several sentences is shown from the first of them to the end of the last", () => {
    expect(shown("“⟦This ends today. The boats sail at dawn,⟧” she said. Nobody answered.")).toEqual({
      before: "",
      words: "“This ends today. The boats sail at dawn,”",
      after: " she said.",
    });
  });

  test("takes the marks of its language", () => {
    expect(shown("Мер назвала це «⟦паперовою бурею⟧» і пішла.", "uk")).toMatchObject({ words: "«паперовою бурею»", after: " і пішла." });
  });

  test("whose closing mark stands in another paragraph brings none", () => {
    expect(shown("“⟦We begin at dawn.⟧")).toEqual({ before: "", words: "We begin at dawn.", after: "" });
  });

  test("in a wall of text has a line or two on each side", () => {
    const { before, after } = shown(`${"wind ".repeat(100)}“⟦a paper storm⟧” ${"wave ".repeat(100)}`);
    expect(before).toMatch(/^… wind /);
    expect(after).toMatch(/wave…$/);
    expect(before.length + after.length).toBeLessThanOrEqual(562);
  });

  test("is the source's text, whatever stands around it", () => {
    const piece = fc.string({ unit: fc.constantFrom("a", "B", " ", ".", "“", "”", '"', "«", "\n", "é", "😀"), maxLength: 40 });
    fc.assert(
      fc.property(piece, piece, piece, (before, words, after) => {
        const context = { text: before + words + after, start: before.length, end: before.length + words.length };
        const found = surround({ quote: { ...aQuote(), text: words, lang: "en" }, context });
        expect(context.text.replace(/[“”"«»]/g, "")).toContain((found.before + found.words + found.after).replace(/[“”"«»]/g, ""));
        expect(found.words).toContain(words);
      }),
    );
  });
});
