import { describe, expect, test } from "vitest";
import { findQuoteCandidates } from "../../src/digest/quote-bullets.ts";
import { applyEdits } from "../../src/digest/shape.ts";
import { standsAlone } from "../../src/digest/standing.ts";
import type { Article } from "../../src/model/article.ts";
import { extractQuotes } from "../../src/quotes/extract.ts";

const article = (text: string): Article => ({
  id: "a1",
  version: 1,
  hash: "",
  title: "",
  text,
  lang: "en",
  outlet: "",
  fetchedAt: new Date(0),
});
const bulletsOf = (text: string): readonly string[] =>
  findQuoteCandidates(article(text), 30, extractQuotes(article(text))).map((candidate) => candidate.text);

describe("a quotation as a bullet", () => {
  test("has its speaker before it, and a full stop for the comma at its end", () => {
    expect(bulletsOf("“We will write down every single hour,” said Peder Quill.")).toEqual([
      "Peder Quill: “We will write down every single hour”.",
    ]);
  });

  test("ends on its own stop where it has one", () => {
    expect(bulletsOf("Peder Quill said: “We will write down every single hour.”")).toEqual([
      "Peder Quill: “We will write down every single hour.”",
    ]);
  });

  test("is left out when nobody nameable said it", () => {
    expect(bulletsOf("“We will write down every single hour,” a pilot said.")).toEqual([]);
  });

  test("is left out when it says little without its sentence", () => {
    expect(bulletsOf("“We will not,” said Peder Quill.")).toEqual([]);
  });

  test("follows from its evidence by the edits on record", () => {
    const source = article("“We will write down every single hour,” said Peder Quill.");
    const [candidate] = findQuoteCandidates(source, 30, extractQuotes(source));
    expect(applyEdits(source.text, candidate!.span, candidate!.edits)).toBe(candidate!.text);
  });
});

describe("a bullet never hides who speaks", () => {
  test.each([
    "“We will write down every hour.”",
    "“The council has chosen the ferry,” he said.",
    "“The ferry stays for the winter,” she also added.",
  ])("%s", (text) => {
    expect(standsAlone(text, "en")).toBe(false);
  });

  test("a named speaker stands", () => {
    expect(standsAlone("“The ferry stays for the winter,” Birgit Aas said.", "en")).toBe(true);
  });
});
