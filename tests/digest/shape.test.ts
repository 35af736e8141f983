import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { applyEdits, findDateline, shapeSentence } from "../../src/digest/shape.ts";
import { standsAlone } from "../../src/digest/standing.ts";
import type { Mention } from "../../src/model/quote.ts";
import { countWords } from "../../src/text/words.ts";

const shape = (text: string, maxWords = 30, mentions: readonly Mention[] = [], lang = "en") =>
  shapeSentence(text, { start: 0, end: text.length }, { lang, maxWords, mentions });
const textOf = (text: string, maxWords?: number): string | undefined => shape(text, maxWords)?.text;

describe("what goes from the head", () => {
  test.each([
    ["KELVA, Nov 3 (Norrpress) — The quay reopened to ships on Monday.", "The quay reopened to ships on Monday."],
    ["(NPR) The quay reopened to ships on Monday.", "The quay reopened to ships on Monday."],
    ["However, the quay reopened to ships on Monday.", "The quay reopened to ships on Monday."],
    ["But the quay reopened to ships on Monday.", "The quay reopened to ships on Monday."],
    ["Scroll down for video The quay reopened to ships on Monday.", "The quay reopened to ships on Monday."],
    ["- Parking at the quay will cost 3 crowns an hour.", "Parking at the quay will cost 3 crowns an hour."],
    ["14:35 The ferry to Kelva sails from the old quay.", "The ferry to Kelva sails from the old quay."],
    ["13.52: Power is out at the northern quay of Kelva.", "Power is out at the northern quay of Kelva."],
    ["13:40 GMT — Power is out at the northern quay of Kelva.", "Power is out at the northern quay of Kelva."],
    ["12.50 crowns a day is what a berth at the quay costs.", "12.50 crowns a day is what a berth at the quay costs."],
    ["It comes after the harbour board was told to close the quay.", "The harbour board was told to close the quay."],
    ["This is the moment the harbour board opened the quay to ships.", "The harbour board opened the quay to ships."],
    ["Напомним, что совет закрыл северный причал в понедельник.", "Совет закрыл северный причал в понедельник."],
    ["Додамо також, що рада закрила північний причал у понеділок.", "Рада закрила північний причал у понеділок."],
    ["Ada Lind (pictured) opened the quay on Monday morning.", "Ada Lind opened the quay on Monday morning."],
  ])("%s", (source, bullet) => {
    expect(textOf(source)).toBe(bullet);
  });

  test("a name in capitals is no dateline without its dash", () => {
    expect(findDateline("NATO will meet in Kelva on Monday.")).toBe(0);
  });
});

describe("who is meant", () => {
  test("an opening pronoun becomes the name that the cast knows, and the change is on record", () => {
    const source = "She opened the quay on Monday morning.";
    const shaped = shape(source, 30, [{ start: 0, end: 3, kind: "pronoun", name: "Ada Lind" }]);
    expect(shaped).toMatchObject({ text: "Ada Lind opened the quay on Monday morning.", edits: [{ why: "She → Ada Lind" }] });
  });

  test.each([
    "She opened the quay on Monday.",
    "This is why the quay was closed.",
    "“I opened the quay,” she said.",
    "There were many ships.",
  ])("without a name it is no bullet: %s", (source) => {
    expect(shape(source)).toBeUndefined();
  });

  test("a voice in quotation marks stands where its speaker is named", () => {
    const source = "“I am tired of the storms,” Ada Lind said on Monday.";
    expect(textOf(source)).toBe(source);
  });

  test.each([
    ["Ten ships came into the harbour on Monday.", "en"],
    ["To open the quay the board needs a permit.", "en"],
    ["On Monday ten ships came into the harbour.", "en"],
  ])("a word that is a pronoun elsewhere opens a bullet here: %s", (source, lang) => {
    expect(standsAlone(source, lang)).toBe(true);
  });
});

describe("what a long sentence can do without", () => {
  const main = "The harbour board will close the old northern quay to all ships for the whole of next winter";
  test.each([
    ["a bracket", `${main} (the work begins in spring and goes on until autumn comes to the island of Kelva).`],
    ["a closing clause", `${main}, while divers look at the piles below the water and engineers draw up plans for another one.`],
    ["a relative clause", `${main}, which was built by fishermen from the island and paid for by the people of the town.`],
    ["what it led to", `${main}, leaving the fishermen of the island to look for another place where their boats can lie.`],
  ])("%s", (_, source) => {
    expect(textOf(source)).toBe(`${main}.`);
  });

  test("the opening clause goes where the rest names its subject", () => {
    const source =
      "After a winter of storms that broke the windows of the old hall and tore two boats from their moorings, the harbour board will close the northern quay to all ships until spring.";
    expect(textOf(source)).toBe("The harbour board will close the northern quay to all ships until spring.");
  });

  test("nouns of a list are not cut apart", () => {
    const source =
      "Divers brought up coins, knives, bottles, ropes, chains, plates, cups, bells, anchors, lamps, pipes, buttons, rings, keys, nails, hooks, spoons, combs, dice, beads, pins, locks, bolts, tiles, bricks and bones from the bed.";
    expect(shape(source)).toBeUndefined();
  });

  test.each([
    ["a denial", `${main}, although divers could not find one broken pile of the many hundreds whose state the islanders fear for.`],
    ["a hedge", `${main}, while the southern quay may be closed to the larger of the ships that come to the island.`],
  ])("%s is not cut off: rather no bullet", (_, source) => {
    expect(shape(source)).toBeUndefined();
  });
});

test("a quotation is whole or there is no bullet", () => {
  expect(shape("The board called the old quay “a danger to every ship.")).toBeUndefined();
  expect(textOf("The board called the old quay “a danger to every ship”.")).toBe("The board called the old quay “a danger to every ship”.");
  expect(shape("The board will close the old quay soon.'")).toBeUndefined();
});

const words = fc.constantFrom(
  "the",
  "quay",
  "Ada",
  "which",
  "while",
  ",",
  "(left)",
  "and",
  "has",
  "“",
  "”",
  "14",
  "not",
  "after",
  "—",
  "said",
  ".",
  "\u0000",
  "مرفأ",
);

test("whatever the text, the edits on record applied to the source give the bullet, within the words allowed", () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.array(words, { maxLength: 60 }).map((all) => all.join(" ")),
        fc.string({ unit: "binary" }),
      ),
      fc.integer({ min: 5, max: 40 }),
      (text, maxWords) => {
        const shaped = shape(text, maxWords);
        if (!shaped) return;
        expect(applyEdits(text, { start: 0, end: text.length }, shaped.edits)).toBe(shaped.text);
        expect(countWords(shaped.text)).toBeLessThanOrEqual(maxWords);
      },
    ),
    { numRuns: 500 },
  );
});

test.each([
  [
    "uk",
    "Рада міста Голлен у понеділок десятьма голосами проти трьох вирішила відбудувати старий причал, який буря зламала у двох місцях, повідомила голова ради Ада Лінд.",
  ],
  [
    "ru",
    "Совет города Холлен в понедельник десятью голосами против трёх решил восстановить старый причал, который буря сломала в двух местах, сообщила глава совета Ада Линд.",
  ],
])("rather no bullet than one that hides who said it (%s)", (lang, source) => {
  expect(shape(source, 15, [], lang)).toBeUndefined();
});

describe("a relative clause inside a sentence", () => {
  test("leaves no comma between the subject and its verb", () => {
    const source =
      "On the last day of the tour, the harbour master, who comes from a family of pilots and learned to row before she learned to read, took the guests of the island through the first of the four new locks.";
    expect(textOf(source)).toBe(
      "On the last day of the tour, the harbour master took the guests of the island through the first of the four new locks.",
    );
  });

  test("stays where a list inside it goes on behind the comma", () => {
    const source =
      "The chandler of Kelva, which stocks goods from far makers such as Brokvist, lamps by Renn and Aas as well as ropes by Tern and by Lindqvist, will open a second shop on the southern quay in spring.";
    expect(textOf(source) ?? "").not.toContain("Kelva lamps");
  });

  test("stays where a participle behind the comma belongs to it", () => {
    const source =
      "Selon le journal, qui ajoute qu'une seconde grue a été trouvée non loin de l'endroit où la première est tombée sur le quai, blessant le pilote, le port de Kelva restera fermé pendant tout l'hiver.";
    expect(shape(source, 24, [], "fr")?.text ?? "").not.toContain("journal blessant");
  });
});
