import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { QuoteHit } from "../../src/model/quote.ts";
import { checkCode, drawCard, drawSvg } from "../../src/quotes/card.ts";
import { breakLines, layOut, lineHeightOf, withMarks } from "../../src/quotes/card-layout.ts";
import { readFontWidths } from "../../src/quotes/font.ts";

const font = readFontWidths(readFileSync(new URL("../../assets/fonts/PTSerif-Regular.ttf", import.meta.url)));

const hit = (text: string, lang = "en"): QuoteHit => ({
  quote: {
    id: "q7fk29dm1abcd",
    articleId: "a1",
    version: 1,
    text,
    start: 0,
    end: text.length,
    context: { start: 0, end: text.length },
    kind: "direct",
    group: 0,
    speaker: { kind: "person", name: "Ingrid Solvang", role: "harbour master of Varnmouth" },
    lang,
    why: [],
  },
  context: { text, start: 0, end: text.length },
  article: { id: "a1", title: "", outlet: "Varn Courier", fetchedAt: new Date("2026-11-24") },
  alsoIn: [],
  score: 1,
});

describe("a card", () => {
  test("is a PNG", async () => {
    const png = await drawCard(hit("The lights are back."), "light");
    expect([...png.slice(0, 4)]).toEqual([0x89, 0x50, 0x4e, 0x47]);
  });

  test("prints the code that a lookup accepts", () => {
    expect(drawSvg(hit("The lights are back."), "dark")).toContain(checkCode("q7fk29dm1abcd"));
  });

  test("escapes what a stranger wrote", () => {
    const svg = drawSvg(hit('<script>alert("x")</script> & more'), "light");
    expect(svg).not.toContain("<script>");
  });

  test("takes the marks of its language", () => {
    expect(withMarks("Порт запрацює,", "uk")).toBe("«Порт запрацює»");
    expect(withMarks("Der Hafen öffnet.", "de")).toBe("„Der Hafen öffnet.“");
  });
});

describe("lines on a card", () => {
  test("a Cyrillic word has a width of its own", () => {
    expect(font.widthOf("Карпентер")).toBeGreaterThan(3);
  });

  test("a long quotation is cut at the end of a sentence", () => {
    const { lines } = layOut("We lost forty days of trade to a rule for a coast without lights. ".repeat(20), "en", 1032, 330, font);
    expect(lines.join(" ")).toMatch(/lights\. …”$/);
  });

  test("no line is wider than the card and all of them fit its height", () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-zа-я]{1,14}$/), { minLength: 1, maxLength: 120 }), (words) => {
        const { lines, size } = layOut(words.join(" "), "en", 1032, 330, font);
        for (const line of lines) expect(font.widthOf(line) * size).toBeLessThanOrEqual(1032);
        expect(lines.length * lineHeightOf(size)).toBeLessThanOrEqual(330 + lineHeightOf(size));
      }),
      { numRuns: 60 },
    );
  });

  test("lines are as even as they can be, and a word of one letter goes with the next", () => {
    expect(breakLines("The lights are back, and so are we.", 12, font)).toEqual(["The lights are back,", "and so are we."]);
    for (const line of breakLines("Ми винесли картини за одну ніч, а повертали два роки, і ніхто не спав", 11, font))
      expect(line).not.toMatch(/ [аі]$/);
  });

  test("a sentence is not cut at an abbreviation", () => {
    const { lines } = layOut(`${"Nobody asked Mr. Quill or Mr. Wren about the pilots of this coast. ".repeat(30)}`, "en", 1032, 330, font);
    expect(lines.join(" ")).toMatch(/coast\. …”$/);
  });

  test("a longer quotation gets a taller card before its words get small", () => {
    const heightOf = (text: string): number => Number(/height="(\d+)"/.exec(drawSvg(hit(text), "light"))?.[1]);
    expect([1, 4, 12].map((times) => heightOf("We lost forty days of trade to a rule for a coast. ".repeat(times)))).toEqual([
      675, 900, 1200,
    ]);
  });

  test("breaking loses no word", () => {
    const text = "The lights are back, the buoys are back, and so are we.";
    expect(breakLines(text, 9, font).join(" ")).toBe(text);
  });
});
