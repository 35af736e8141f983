import { expect, test } from "vitest";
import { quoted } from "../../src/text/quoted.ts";

test("the marks are those of the language, whatever its region", () => {
  expect(["en", "en-GB", "uk", "de-AT", "pl", "sv"].map((lang) => quoted("late", lang))).toEqual([
    "“late”",
    "“late”",
    "«late»",
    "„late“",
    "„late”",
    "”late”",
  ]);
});

test("French marks stand off the words by a space that does not break", () => {
  expect(quoted("tard", "fr")).toBe("«\u202ftard\u202f»");
});

test("a language nobody listed gets English marks", () => {
  expect(quoted("late", "tlh")).toBe("“late”");
  expect(quoted("late")).toBe("“late”");
});

test("marks that are there stay alone", () => {
  for (const text of ["“late”", "«late»", '"late"', "„late“"]) expect(quoted(text, "uk")).toBe(text);
});
