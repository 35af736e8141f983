import { describe, expect, test } from "vitest";
import { splitGlued } from "../../src/digest/glue.ts";
import { readArticle } from "../../src/digest/select.ts";
import { anArticle } from "../build.ts";

const caption = "Harbour master Ada Lind stands on the old quay as the first ship of the spring comes in from the north";
const sentence = "The harbour will open two more quays before the end of the year to make room for larger ships.";
const piecesOf = (text: string, lang = "en"): readonly string[] =>
  splitGlued(text, { start: 0, end: text.length }, lang).map(({ start, end }) => text.slice(start, end));

describe("sentences glued together by a page that lost their full stops", () => {
  test("come apart where one begins", () => {
    expect(piecesOf(`${caption} ${sentence}`)).toEqual([caption, sentence]);
  });

  test.each([
    ["de", "Ein Kinderbett kann auf Anfrage gestellt werden.", "Zum Wohnbereich gehört eine Couch für zwei."],
    ["en", "She called the roster “a promise made with other people’s sleep”.", "The board of the harbour disagreed on Monday."],
  ])("come apart behind a full stop that lost its space (%s)", (lang, first, second) => {
    expect(piecesOf(first + second, lang)).toEqual([first, second]);
  });

  test("come apart where a heading ran into its sentence", () => {
    expect(piecesOf("Une visite concluanteToutefois, le port restera fermé pendant l'hiver.", "fr")).toEqual([
      "Une visite concluante",
      "Toutefois, le port restera fermé pendant l'hiver.",
    ]);
  });

  test("but an address in a sentence is no border", () => {
    const address = "The harbour board of the island sells all of its tickets at kelva.Net only.";
    expect(piecesOf(address)).toEqual([address]);
  });

  test("come apart behind a pointer to a picture", () => {
    const pointed = "Ada Lind of the harbour board opens the northern quay on a cold morning in spring (left)";
    expect(piecesOf(`${pointed} Per Holm of the market hall looks on while the first of nine ships comes in.`)).toEqual([
      pointed,
      "Per Holm of the market hall looks on while the first of nine ships comes in.",
    ]);
  });

  test.each([
    ["a plain sentence", sentence],
    [
      "a long sentence with its marks",
      "Ada Lind, who has led the harbour board of Kelva since the spring of that year, told fishermen on Monday that the board will close the old northern quay, after which ships go south.",
    ],
  ])("%s stays whole", (_, text) => {
    expect(piecesOf(text)).toEqual([text]);
  });

  test("each can be a bullet, with the full stop that was set on record", () => {
    const { candidates } = readArticle(anArticle({ text: `${caption} ${sentence}` }), 30, []);
    expect(candidates.map(({ text }) => text)).toEqual([`${caption}.`, sentence]);
    expect(candidates[0]?.edits).toMatchObject([{ text: ".", why: "full stop set" }]);
  });
});
