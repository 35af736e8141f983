import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cutText, splitText } from "../../src/text/fit.ts";

const texts = fc.string({ unit: fc.constantFrom("a", " ", ".", "\n", "é", "\u{1f600}", "👩‍👩‍👧", "🇺🇦", "e\u0301", "字"), maxLength: 200 });

describe("splitting a text", () => {
  test("loses nothing and keeps to the limit", () => {
    fc.assert(
      fc.property(texts, fc.integer({ min: 12, max: 80 }), (text, max) => {
        const pieces = splitText(text, max);
        expect(pieces.join("")).toBe(text);
        expect(pieces.every((piece) => piece.length <= max)).toBe(true);
      }),
    );
  });

  test("never cuts a surrogate pair or a joined emoji", () => {
    fc.assert(
      fc.property(texts, fc.integer({ min: 12, max: 80 }), (text, max) => {
        const whole = [...new Intl.Segmenter().segment(text)].length;
        const cut = splitText(text, max).flatMap((piece) => [...new Intl.Segmenter().segment(piece)]).length;
        expect(cut).toBe(whole);
      }),
    );
  });

  test("never cuts a span that fits into a piece", () => {
    fc.assert(
      fc.property(fc.nat(150), fc.integer({ min: 1, max: 30 }), (start, length) => {
        const text = "some words ".repeat(20);
        let place = 0;
        const cuts = splitText(text, 40, [{ start, end: start + length }]).map((piece) => (place += piece.length));
        expect(cuts.filter((cut) => cut > start && cut < start + length)).toEqual([]);
      }),
    );
  });

  test("prefers the end of a sentence to the end of a word", () => {
    expect(splitText("One two three four. Five six seven", 26)[0]).toBe("One two three four. ");
  });
});

test("a text that is cut ends in an ellipsis and keeps to the limit", () => {
  fc.assert(
    fc.property(texts, fc.integer({ min: 3, max: 60 }), (text, max) => {
      const cut = cutText(text, max);
      expect(cut.length).toBeLessThanOrEqual(max);
      expect(cut.isWellFormed()).toBe(true);
      expect(cut === text || cut.endsWith("…")).toBe(true);
    }),
  );
});
