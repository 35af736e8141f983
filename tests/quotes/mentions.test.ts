import { describe, expect, test } from "vitest";
import { findMentions } from "../../src/quotes/mentions.ts";
import { anArticle } from "../build.ts";

const namesIn = (text: string): readonly string[] => {
  const article = anArticle({ text });
  return findMentions(article).map(({ start, end, name }) => `${article.text.slice(start, end)} → ${name}`);
};

describe("the subject of one sentence goes on in the next", () => {
  test.each([
    ["Harbour master Sarah Lind opened the quay with mayor Peter Holm. She thanked the town.", "She → Sarah Lind"],
    ["Michael Holm opened the quay in the morning. But he left before noon.", "he → Michael Holm"],
    ["Michael Holm opened the quay in the morning. His plan was written in one night.", "His → Michael Holm’s"],
    ["Sarah Lind opened the quay with Peter Holm. At the end of the day, she thanked the town.", "she → Sarah Lind"],
    ["Sarah Lind opened the quay with Peter Holm. On Sunday she closed it again.", "she → Sarah Lind"],
  ])("%s", (text, named) => {
    expect(namesIn(text)).toEqual([named]);
  });

  test("through several sentences", () => {
    expect(namesIn("Sarah Lind opened the quay with Peter Holm. She thanked the town. She left before noon.")).toEqual([
      "She → Sarah Lind",
      "She → Sarah Lind",
    ]);
  });
});

describe("nobody is guessed", () => {
  test.each([
    ["two who fit", "Michael Holm met Peter Lind in the harbour. He will leave the board in May."],
    ["somebody without a name", "Michael Holm met a man at the quay and Peter Lind saw it. He was afraid."],
    ["inside a quotation", "Peter Lind saw the ship. Michael Holm said: “The captain has left. He was afraid.”"],
    ["a name that only owns the subject", "Michael Holm’s lawyer met Peter Lind on Monday. He will leave the board in May."],
  ])("%s", (_, text) => {
    expect(namesIn(text)).toEqual([]);
  });
});

describe("a description that stands for somebody", () => {
  const opening = "Ada Lind, a director at the harbour board, opened the quay on Monday.";

  test("is named where only one person holds an office, also behind an opening phrase", () => {
    const text = `${opening} Answering questions, the official said that the lamps would stay.`;
    const [mention] = findMentions(anArticle({ text }));
    expect(mention).toMatchObject({ kind: "description", name: "Ada Lind" });
    expect(text.slice(mention!.start, mention!.end)).toBe("the official");
  });

  test("is left alone where two people hold an office", () => {
    const text = `${opening} Peder Quill, the mayor of Selholm, was there. The official said that the lamps would stay.`;
    expect(findMentions(anArticle({ text })).filter(({ kind }) => kind === "description")).toEqual([]);
  });

  test("is the one whose office it names", () => {
    const text = `${opening} Peder Quill, the mayor of Selholm, was there. The mayor praised the lamps.`;
    expect(findMentions(anArticle({ text })).map(({ name }) => name)).toContain("Peder Quill");
  });
});

describe("“the 46-year-old”", () => {
  test.each([
    [
      "Michael Holm, 46, opened the quay with Peter Lind, 52. The 46-year-old said the lights would stay on.",
      "The 46-year-old → Michael Holm",
    ],
    ["The quay was opened by 46-year-old Sarah Lind. In a short speech, the 46-year-old thanked the town.", "the 46-year-old → Sarah Lind"],
    ["Michael Holm opened the quay. The 46-year-old said the lights would stay on.", "The 46-year-old → Michael Holm"],
  ])("is the one person of that age, or the only one named: %s", (text, named) => {
    expect(namesIn(text)).toEqual([named]);
  });

  test.each([
    ["where somebody without a name may be meant", "A man was found at the quay, Michael Holm said. The 46-year-old was brought ashore."],
    ["where two are named and no age is told", "Michael Holm met Peter Lind at the quay. The 46-year-old said the lights would stay on."],
    ["where two are of that age", "Michael Holm, 46, met Peter Lind, 46, at the quay. The 46-year-old said the lights would stay on."],
    ["where a noun goes on", "Michael Holm, 46, opened the quay. The 46-year-old pilot of Kelva said the lights would stay on."],
  ])("is left alone %s", (_, text) => {
    expect(namesIn(text)).toEqual([]);
  });
});
