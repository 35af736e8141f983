import { describe, expect, test } from "vitest";
import { comparePairs, measurePairs } from "../../src/digest/pair.ts";
import type { PairText } from "../../src/digest/pair-sides.ts";

const aText = (title: string, text = "", lang = "en"): PairText => ({ title, text, lang });

const fire = aText(
  "Fire destroys sawmill in Dorvik, 12 workers hurt",
  "A fire destroyed the Aker sawmill in Dorvik on Monday. Twelve workers were taken to hospital, Mayor Nils Aker said.",
);
const sameFire = aText(
  "Dorvik sawmill burns down",
  "Twelve people were hurt when the Aker sawmill in Dorvik burned down on Monday, according to Mayor Nils Aker.",
);
const otherFire = aText(
  "Fire damages bakery in Palmera, 3 hurt",
  "A fire damaged the Timo bakery in Palmera on Friday. Three people were taken to hospital, Captain Rosa Timo said.",
);
const budget = aText(
  "Ostrel council passes budget",
  "The council of Ostrel passed a budget of 40 million with the votes of both large parties.",
);
const choir = aText("Lindow choir wins prize", "The children's choir of Lindow won the first prize at the festival in Tresk.");

/** The same batch for all: which words are telling depends on it. */
const batch = [
  [fire, sameFire],
  [fire, otherFire],
  [fire, budget],
  [budget, choir],
  [choir, choir],
] as const;

describe("a pair of articles", () => {
  const [same, lookAlike, unrelated, , identical] = comparePairs(batch);

  test("tells one story in two outlets' words", () => {
    expect(same!.same).toBe(true);
  });

  test("of the same kind of event elsewhere, with other people and numbers, is two stories", () => {
    expect(lookAlike!.same).toBe(false);
  });

  test("without anything in common is two stories", () => {
    expect(unrelated!.same).toBe(false);
  });

  test("is the surer the more it shares", () => {
    expect(identical!.score).toBeGreaterThan(same!.score);
    expect(same!.score).toBeGreaterThan(lookAlike!.score);
  });

  test("shows by which marks it looks alike only", () => {
    const [, features] = measurePairs(batch);
    expect(features).toMatchObject({ namesDiffer: 1, numbersDiffer: 1, crossLanguage: 0 });
  });

  test("meets across alphabets by its names and numbers", () => {
    const ukrainian = aText(
      "Пожежа в Дорвіку: 12 поранених",
      "Пожежа знищила тартак Акер у Дорвіку. Мер Нільс Акер повідомив про 12 поранених.",
      "uk",
    );
    const [across, apart] = measurePairs([
      [fire, ukrainian],
      [budget, ukrainian],
    ]);
    expect(across!.crossLanguage).toBe(1);
    expect(across!.stems).toBeGreaterThan(apart!.stems);
  });

  test("of empty texts is no story", () => {
    expect(comparePairs([[aText(""), aText("")]])[0]!.score).toBeGreaterThanOrEqual(0);
    expect(measurePairs([[aText(""), aText("")]])[0]!.stems).toBe(0);
  });
});
