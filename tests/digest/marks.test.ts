import { describe, expect, test } from "vitest";
import { repairMarks } from "../../src/digest/marks.ts";
import { shapeSentence } from "../../src/digest/shape.ts";

const shape = (text: string, lang = "en") =>
  shapeSentence(text, { start: 0, end: text.length }, { lang, maxWords: 30, mentions: [] })?.text;

describe("a closing mark that was set as an opening one", () => {
  test.each([
    ["The keeper says the new quay suits him 'perfectly ‘.", "The keeper says the new quay suits him 'perfectly'."],
    ["Ada Lind was ‘very happy ‘with the new quay.", "Ada Lind was ‘very happy’ with the new quay."],
    ["Ada Lind was’ very happy ‘with the new quay.", "Ada Lind was ‘very happy’ with the new quay."],
    ["'We won't close the quay, ‘Ada Lind said on Monday.", "'We won't close the quay,' Ada Lind said on Monday."],
  ])("%s", (source, bullet) => {
    expect(shape(source)).toBe(bullet);
  });
});

test("a closing mark that stands before the next sentence goes back to its own", () => {
  const first = "The fishermen of Kelva sing a song from 'The Old Quay.";
  const second = "‘The clip has been seen by half of the island.";
  const text = `${first} ${second}`;
  const shapeAt = (start: number, end: number): string | undefined =>
    shapeSentence(text, { start, end }, { lang: "en", maxWords: 30, mentions: [] })?.text;
  expect(shapeAt(0, first.length)).toBe("The fishermen of Kelva sing a song from 'The Old Quay.'");
  expect(shapeAt(first.length + 1, text.length)).toBe("The clip has been seen by half of the island.");
});

describe("a quotation that goes over several sentences", () => {
  test.each([
    ["Ada Lind said: “The quay will open on Monday.", "Ada Lind said: “The quay will open on Monday.”"],
    ["Ada Lind said: 'The quay won't open on Monday.", "Ada Lind said: 'The quay won't open on Monday.'"],
    ["Nobody asked us about the quay,” Ada Lind said on Monday.", "“Nobody asked us about the quay,” Ada Lind said on Monday."],
    ["Nobody asked us about the quay,' Ada Lind said on Monday.", "'Nobody asked us about the quay,' Ada Lind said on Monday."],
  ])("has its marks in the one sentence that is kept: %s", (source, bullet) => {
    expect(shape(source)).toBe(bullet);
  });

  test("keeps the inner spaces of French marks", () => {
    const source = "Personne n’a parlé du quai aux pêcheurs », a déclaré Ada Lind lundi.";
    expect(shape(source, "fr")).toBe(`« ${source}`);
  });

  test.each([
    ["nobody is named", "Nobody asked us about the old quay,' he said on Monday.", "en"],
    ["nobody is named before it", "Speaking on Monday, he said: 'The quay will open in May.", "en"],
    ["nobody is named in French", 'Personne n’a parlé du quai aux pêcheurs", a-t-elle précisé lundi.', "fr"],
    ["nobody speaks in it", "Nobody asked the fishermen of Kelva about the quay.”", "en"],
  ])("is no bullet where %s", (_, source, lang) => {
    expect(shape(source, lang)).toBeUndefined();
  });
});

test("paired marks are left alone", () => {
  const source = "Ada Lind said: “The quay will open on Monday.”";
  expect(repairMarks(source, { start: 0, end: source.length })).toEqual([]);
});
