import { describe, expect, test } from "vitest";
import { compareWording, differsInSubstance } from "../../src/quotes/merge.ts";

describe("one utterance or two", () => {
  test("marks, case and spaces make no difference", () => {
    expect(compareWording("We will not strike over it,", "we will not  strike over it.")).toBe("same");
  });

  test("a cut is a variant", () => {
    expect(compareWording("We will not strike over it, we will count the hours", "We will not strike over it")).toBe("variant");
  });

  test("other words are another utterance", () => {
    expect(compareWording("We will not strike over it", "The lights are back and so are we")).toBe("other");
  });

  test("a dropped not is never the same", () => {
    expect(compareWording("We will not strike over it", "We will strike over it")).toBe("variant");
    expect(differsInSubstance("We will not strike over it", "We will strike over it")).toBe(true);
  });

  test("another number is a difference of substance", () => {
    expect(differsInSubstance("It leaves 11 people for the work of 20", "It leaves 12 people for the work of 20")).toBe(true);
  });

  test("what was cut at the end is no contradiction", () => {
    expect(differsInSubstance("We will count the hours and not complain", "We will count the hours")).toBe(false);
  });
});
