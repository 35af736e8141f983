import { expect, test } from "vitest";
import { findTopics } from "../../src/quotes/topics.ts";

const said = (text: string, lang = "en") => ({ text, lang });

test("topics are content words in their commonest form, names first, never the speaker's own", () => {
  const topics = findTopics(
    [
      said("We will send pilots to Varnmouth, and eleven people know it"),
      said("The pilot from Varnmouth, Solvang says, is tired"),
      said("The pilots sleep in Varnmouth"),
    ],
    2,
    "Ingrid Solvang",
  );
  expect(topics).toEqual([
    { word: "Varnmouth", quotes: 3 },
    { word: "pilots", quotes: 3 },
  ]);
});

test("inflected words of a language are one topic", () => {
  expect(
    findTopics([said("Вугілля вистачить", "uk"), said("Запас вугіллям є", "uk"), said("Про вугіллі мовчать", "uk")], 1, "")[0]?.quotes,
  ).toBe(3);
});
