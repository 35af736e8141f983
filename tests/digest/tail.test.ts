import { describe, expect, test } from "vitest";
import { shapeSentence } from "../../src/digest/shape.ts";

const cut = (text: string, maxWords = 30, lang = "en"): string | undefined =>
  shapeSentence(text, { start: 0, end: text.length }, { lang, maxWords, mentions: [] })?.text;

test("what stands between two dashes is no tail: behind it the sentence goes on", () => {
  const source =
    "Peder Quill told the island’s council that the cuts made by the harbour board since 2010 – along with the closing of 4 quays and of the old light at Ostervik – mean that twelve pilots have left.";
  expect(cut(source)).toBeUndefined();
});

test("a quotation is never cut inside, and goes whole with the clause that holds it", () => {
  const inside =
    "Fishermen marched round the old harbour of Kelva in the rain on Monday with hundreds of others, many holding signs with words such as, “Fewer promises on the Table, More Boats in the Water of Kelva.”";
  expect(cut(inside, 26)).toBeUndefined();
  const whole =
    "The harbour board will close the old northern quay to all ships for the whole of next winter, while its chair speaks of “a pause that the old quay needs more than a coat of paint.”";
  expect(cut(whole, 20)).toBe("The harbour board will close the old northern quay to all ships for the whole of next winter.");
});

test("a list is not broken off before its last part", () => {
  const participles =
    "The pilots of Kelva have three new duties from the spring: moving the buoys, checking the lights, counting every boat that comes in after dusk, and writing all of it down in a book for the harbour board.";
  expect(cut(participles, 24)).toBe("The pilots of Kelva have three new duties from the spring.");
  const predicates =
    "The new pilot boat of Kelva is built of steel, has room for eleven people and a doctor, and is fast enough to be at the light of Ostervik within twenty minutes of any call.";
  expect(cut(predicates, 24)).toBeUndefined();
});

describe("a head that hangs in the air is none", () => {
  test.each([
    [
      "what only leads up to what was said",
      "The pilots’ young chair believes that after finding calm water again following three storms in one autumn, Kelva can ask for more than the board of the harbour has offered until now.",
    ],
    [
      "a subject without its verb",
      "A young pilot from the island who was sent ashore and called a danger by his own captain because he has weak eyes has been given a new post at the light of Ostervik.",
    ],
  ])("%s", (_, source) => {
    expect(cut(source, 22)).toBeUndefined();
  });

  test.each([
    [
      "before and after",
      "A young pilot on Kelva has shown the harbour board a set of rusty before and after pictures of the old quay, which tell how much the storm has taken from the island this year.",
    ],
    [
      "their first race since",
      "The boats of Ostervik came home ahead of all the others on Sunday in their first race since the storm that sank two pilot boats and put out every light on the coast for nine days.",
    ],
  ])("no border: %s", (words, source) => {
    const bullet = cut(source, 24);
    expect(bullet ?? words).toContain(words);
  });
});

test("a clause that has barely opened is left off whole", () => {
  const source =
    "Ostervik’s boats won the spring race and their pilots carried the cup home in the dark as Kelva, with two young helmsmen and a new boat, came in third behind the guests from Varn.";
  expect(cut(source, 22)).toBe("Ostervik’s boats won the spring race and their pilots carried the cup home in the dark.");
});

test("who tells it is no apposition at the end", () => {
  const source =
    "Captains from all over the coast have been writing letters to the board of the harbour since it closed the old northern quay to ships at the end of the autumn, a new book reveals.";
  expect(cut(source)).toBeUndefined();
});

test("a hyphen with spaces around it is no dash inside a compound", () => {
  const source =
    "A white ferry came round the light of Kelva in the early morning with its bow low in the sea after a two - hour chase through fog, rain and the nets of eleven boats.";
  expect(cut(source, 24)).toBeUndefined();
});
