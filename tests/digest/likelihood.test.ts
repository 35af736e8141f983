import { describe, expect, test } from "vitest";
import { findLikelihood, readPairs, readWords } from "../../src/digest/likelihood.ts";

const sentences = [
  "The harbour board of Kelva will close the old quay on 14 May.",
  "Fishermen of Kelva marched to the old quay in the rain.",
  "Nobody was hurt at the march, a doctor said later.",
  "Another doctor waited at home.",
];

describe("words are told apart by", () => {
  test.each([
    ["their first letters alone", "harbour harbours", ["harbou", "harbou"]],
    ["no possessive", "Kelva’s quay", ["kelva", "quay"]],
    ["their letters in any script", "Рада порту закриє причал", ["рада", "порту", "закриє", "причал"]],
    ["their numbers whole", "1,400 ships and 3.5 metres", ["1,400", "ships", "and", "3.5", "metres"]],
  ])("%s", (_, text, words) => {
    expect(readWords(text)).toEqual(words);
  });
});

describe("what a summary has", () => {
  const likely = findLikelihood(sentences, "");

  test("is said early and more than once rather than late and once", () => {
    expect(likely("quay")).toBeGreaterThan(likely("rain"));
    expect(likely("rain")).toBeGreaterThan(likely("home"));
  });

  test("is what the article has: any other word is out of the question", () => {
    expect(likely("volcano")).toBe(0);
    expect(likely("kelva volcan")).toBe(0);
  });

  test("is judged by pairs of neighbours too, as by chance between nothing and all", () => {
    const terms = sentences.flatMap((sentence) => [...readWords(sentence), ...readPairs(readWords(sentence))]);
    expect(terms).toContain("old quay");
    expect(terms.every((term) => likely(term) > 0 && likely(term) < 1)).toBe(true);
    expect(likely("old quay")).toBeGreaterThan(likely("at home"));
  });

  test("is what the headline names", () => {
    const headed = findLikelihood(sentences, "A march in the rain");
    expect(headed("rain")).toBeGreaterThan(likely("rain"));
    expect(headed("doctor")).toBe(likely("doctor"));
  });
});
