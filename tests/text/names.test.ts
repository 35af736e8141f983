import { describe, expect, test } from "vitest";
import { nameKey } from "../../src/text/transliterate.ts";
import { findConfusions, isFound, readNamePairs } from "../eval/names.ts";

describe("names in two scripts", () => {
  test.each(["pairs", "unseen"] as const)("95 of 100 names of the list “%s” are found by their other spelling", (file) => {
    const pairs = readNamePairs(file);
    expect(pairs.filter(isFound).length / pairs.length).toBeGreaterThanOrEqual(0.95);
  });

  test.each(["pairs", "unseen"] as const)("at most one other name in a thousand of the list “%s” is taken for it", (file) => {
    const { wrong, of } = findConfusions(readNamePairs(file));
    expect(wrong.length / of).toBeLessThanOrEqual(0.001);
  });

  test.each([
    ["Carpenter", "Карпентер"],
    ["Gates", "Гейтс"],
    ["Wałęsa", "Валенса"],
    ["Juan", "Хуан"],
    ["Şahin", "Шахін"],
    ["Koch", "Кох"],
  ])("%s finds %s", (latin, cyrillic) => {
    expect(nameKey(latin)).toBe(nameKey(cyrillic));
  });

  test.each([
    ["Hall", "Halle-Neustadt"],
    ["Merkel", "Маркевич"],
    ["Clinton", "Кліментьєв"],
  ])("%s is not %s", (latin, other) => {
    expect(nameKey(latin)).not.toBe(nameKey(other));
  });
});
