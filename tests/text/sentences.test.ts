import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { splitParagraphs, splitSentences } from "../../src/text/sentences.ts";
import { isExact, readSentenceCases, splitCase } from "./sentence-cases.ts";

const split = (text: string, lang = "en"): readonly string[] => splitSentences(text, lang).map(({ start, end }) => text.slice(start, end));
const cases = readSentenceCases();

describe("the golden rules", () => {
  test.each(["en", "uk", "ru", "de", "fr", "es", "pl", "nb"])("nine of ten texts in %s split exactly", (lang) => {
    const own = cases.filter((one) => one.lang === lang);
    const missed = own.filter((one) => !isExact(one)).map((one) => splitCase(one).join(" ¦ "));
    expect(own.length).toBeGreaterThanOrEqual(35);
    expect(missed.length / own.length, missed.join("\n")).toBeLessThanOrEqual(0.1);
  });

  test("three hundred texts and more are asked", () => {
    expect(cases.length).toBeGreaterThanOrEqual(300);
  });
});

describe("a sentence", () => {
  test("ends where its paragraph ends, with a full stop or without", () => {
    expect(split("A heading\n\nThe ferry left. Nobody waved.")).toEqual(["A heading", "The ferry left.", "Nobody waved."]);
  });

  test("keeps the question that somebody asks inside it", () => {
    expect(split("“What now?” he asked. She left.")).toEqual(["“What now?” he asked.", "She left."]);
  });

  test("is cut at a space where a wall of text has no stop", () => {
    const pieces = split("word ".repeat(2_000));
    expect(pieces.length).toBeGreaterThan(5);
    expect(pieces.every((piece) => piece.length <= 1_200)).toBe(true);
  });

  test.each([
    ['Le quai rouvre lundi." Nous sommes prêts", dit le maire.', ["Le quai rouvre lundi.", '" Nous sommes prêts", dit le maire.']],
    [
      'He said: "We are glad. It is late." She left. "Now?" he asked.',
      ['He said: "We are glad.', 'It is late."', "She left.", '"Now?" he asked.'],
    ],
  ])("has the straight mark that opens it, whatever the spaces: %s", (text, sentences) => {
    expect(split(text)).toEqual(sentences);
  });

  test("begins at a dash behind a stop", () => {
    expect(split("Styret møttes søndag. - Vi bygger ny kai, sier Ada Lind.", "nb")).toEqual([
      "Styret møttes søndag.",
      "- Vi bygger ny kai, sier Ada Lind.",
    ]);
    expect(split("Le quai rouvre.- Un hiver long -Le conseil attend.", "fr")).toEqual([
      "Le quai rouvre.",
      "- Un hiver long -Le conseil attend.",
    ]);
  });

  test("begins after 'No.' unless a number follows", () => {
    expect(split("Is it open? No. The gate is shut. Take tram No. 4 instead.")).toHaveLength(4);
  });
});

test("sentences come in order, do not overlap, and lose nothing but white space", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 400 }), fc.constantFrom("en", "uk", "de", "und", "x-y"), (text, lang) => {
      const spans = splitSentences(text, lang);
      let at = 0;
      for (const { start, end } of spans) {
        expect(start).toBeGreaterThanOrEqual(at);
        expect(end).toBeGreaterThan(start);
        expect(text.slice(at, start).trim()).toBe("");
        at = end;
      }
      expect(text.slice(at).trim()).toBe("");
    }),
  );
});

test("paragraphs are parted by blank lines; where there are none, by each line break", () => {
  const parts = (text: string): readonly string[] => splitParagraphs(text).map(({ start, end }) => text.slice(start, end));
  expect(parts("one\ntwo\n\nthree")).toEqual(["one\ntwo", "three"]);
  expect(parts("one\ntwo")).toEqual(["one", "two"]);
});
