import { describe, expect, test } from "vitest";
import { chooseTitle, cleanTitle } from "../../src/digest/titles.ts";
import { anArticle } from "../build.ts";

const titleOf = (...titles: readonly string[]): string =>
  chooseTitle({ id: "s1", articles: titles.map((title, index) => anArticle({ id: `a${index}`, title })), voices: {}, reasons: [] });

describe("a headline is cleaned", () => {
  test.each([
    ["Quay to close | Harbour Post", "Quay to close"],
    ["Quay to close - Outlet", "Quay to close"],
    ["LIVE: Quay to close", "Quay to close"],
    ["Watch: Quay to close", "Quay to close"],
    ["  Quay   to close ", "Quay to close"],
    ["Quay to close - and the town is angry", "Quay to close - and the town is angry"],
  ])("%s", (title, clean) => {
    expect(cleanTitle({ title, outlet: "Outlet" })).toBe(clean);
  });
});

describe("of several headlines", () => {
  test("the one that says what the others say is taken", () => {
    expect(titleOf("Storms and other news", "Harbour board closes northern quay", "Northern quay closes, harbour board says")).toMatch(
      /quay/,
    );
  });

  test("bait is passed over", () => {
    expect(titleOf("Why is the northern quay closing?", "Harbour board closes northern quay")).toBe("Harbour board closes northern quay");
  });

  test("none at all: the first sentence stands in, cut at a word", () => {
    const text = "The harbour board will close the old northern quay to all ships for the whole of next winter.";
    const story = { id: "s1", articles: [anArticle({ title: "", text })], voices: {}, reasons: [] };
    expect(chooseTitle(story)).toBe("The harbour board will close the old northern quay to all ships …");
    expect(chooseTitle({ ...story, articles: [] })).toBe("");
  });
});
