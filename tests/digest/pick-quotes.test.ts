import { describe, expect, test } from "vitest";
import { pickQuotes } from "../../src/digest/pick-quotes.ts";
import { aQuote } from "../build.ts";

const said = (text: string, start = 0) => aQuote({ id: `q${start}`, text, start, end: start + text.length });
const picked = (...texts: readonly string[]): string | undefined =>
  pickQuotes(
    texts.map((text, place) => said(text, place * 1_000)),
    [],
  )[0]?.text;

describe("the quote that earns its place", () => {
  test("is the first sentence of a longer quotation where that stands better alone", () => {
    const long =
      "The lights will stay on all winter. In fact the board has bought enough oil for every lamp from here to Selholm and beyond";
    expect(picked(long)).toBe("The lights will stay on all winter.");
  });

  test("keeps its place in the source when it is cut out", () => {
    const [quote] = pickQuotes([said("The lights will stay on all winter. We have oil", 100)], []);
    expect([quote!.start, quote!.end]).toEqual([100, 135]);
  });

  test("ends without the comma that stood before its speaker", () => {
    const [quote] = pickQuotes([said("The council has chosen the ferry, and with it the bill,", 100)], []);
    expect(quote).toMatchObject({ text: "The council has chosen the ferry, and with it the bill", start: 100, end: 154 });
  });

  test("is not a few words out of somebody's sentence", () => {
    expect(pickQuotes([{ ...said("a promise made with other people’s sleep"), kind: "mixed" }], [])).toEqual([]);
  });

  test("does not lean on what was said before", () => {
    expect(picked("And that is how it has always been here.", "Nobody sails at night in this weather.")).toBe(
      "Nobody sails at night in this weather.",
    );
  });

  test("does not end in a word for something outside it", () => {
    expect(picked("We will not strike over it.", "We will count every hour of the night.")).toBe("We will count every hour of the night.");
  });

  test("is not one that a bullet tells already, whatever stop it ends with", () => {
    const bullet = { text: "Ilse Varn: “Nobody sails at night in this weather”" };
    expect(pickQuotes([said("Nobody sails at night in this weather,")], [bullet])).toEqual([]);
  });
});
