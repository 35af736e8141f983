import { expect, test } from "vitest";
import { containment, findVoices, readShingles } from "../../src/digest/copies.ts";
import { anArticle } from "../build.ts";
import { wirePairs } from "./wire-copies.ts";

const isFolded = (articles: Parameters<typeof findVoices>[0]): boolean => new Set(Object.values(findVoices(articles))).size === 1;

test("of a hundred pairs, those folded into one voice are copies in at least 99 of 100 cases", () => {
  const folded = wirePairs.filter(({ articles }) => isFolded(articles));
  expect(wirePairs).toHaveLength(100);
  expect(folded.filter(({ copy }) => copy).length / folded.length).toBeGreaterThanOrEqual(0.99);
});

test("a desk's cuts, marks and added lines do not hide a copy", () => {
  const missed = wirePairs.filter(({ copy, articles }) => copy && !isFolded(articles)).map(({ name }) => name);
  expect(missed).toEqual([]);
});

test("three outlets that print one text are one voice, and the fourth that wrote its own is another", () => {
  const copies = wirePairs.find(({ copy }) => copy)!.articles;
  const own = wirePairs.find(({ name }) => name.includes("own words"))!.articles;
  const voices = findVoices([copies[0], copies[1], { ...copies[0], id: "a3" }, { ...own[1], id: "a4" }]);
  expect(voices).toEqual({ a1: 0, a2: 0, a3: 0, a4: 1 });
});

test("a text of a few words is no evidence of copying", () => {
  const short = anArticle({ title: "Fog", text: "Port closed." });
  expect(isFolded([short, { ...short, id: "a2" }])).toBe(false);
});

test("case, accents and quotation marks do not matter", () => {
  expect(
    containment(
      readShingles("«Él» dijo que no habría más barcos hasta el lunes por la mañana"),
      readShingles("El DIJO que no habria mas barcos hasta el lunes por la manana"),
    ),
  ).toBe(1);
});
