import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Article } from "../../src/model/article.ts";
import { extractQuotes } from "../../src/quotes/extract.ts";

const folder = new URL("../fixtures/quotes/", import.meta.url);

/** Invented sentences: what is quoted, and by whom (null = nobody nameable). */
interface Case {
  readonly text: string;
  readonly quotes: readonly (readonly [string, string | null])[];
  readonly namesFree?: boolean;
}

const article = (text: string, lang = "en", more: Partial<Article> = {}): Article => ({
  id: "a1",
  version: 1,
  hash: "",
  title: "",
  text,
  lang,
  outlet: "Varn Courier",
  fetchedAt: new Date(0),
  ...more,
});

for (const file of readdirSync(folder).filter((name) => name.endsWith(".json"))) {
  const lang = file.replace(".json", "");
  const cases = JSON.parse(readFileSync(new URL(file, folder), "utf8")) as readonly Case[];
  describe(`who said what in ${lang}`, () => {
    test.each(cases)("$text", ({ text, quotes, namesFree }) => {
      const found = extractQuotes(article(text, lang));
      expect(found.map((quote) => quote.text)).toEqual(quotes.map(([words]) => words));
      if (!namesFree) expect(found.map(({ speaker }) => speaker.name ?? null)).toEqual(quotes.map(([, name]) => name));
    });
  });
}

describe("what an extracted quote carries", () => {
  const text =
    "The harbour opens on Monday, Varn Courier reports citing Radio Selholm.\n\n“The lights are back,” said Ingrid Solvang, harbour master of Varnmouth. “So are we.”";
  const [first, second] = extractQuotes(article(text));

  test("the speaker's role in the article's own words", () => {
    expect(first?.speaker.role).toBe("harbour master of Varnmouth");
  });

  test("the relaying and the reporting outlet", () => {
    expect(first).toMatchObject({ relayedVia: "Radio Selholm", reportedBy: "Varn Courier" });
  });

  test("one attribution for both halves of a split quotation", () => {
    expect(second?.group).toBe(first?.group);
  });

  test("the reasons of each decision, in words", () => {
    expect(first?.why.length).toBeGreaterThan(0);
  });

  test("an id that stays when the text before it changes", () => {
    const [again] = extractQuotes(article(`A new first line.\n\n${text}`));
    expect(again?.id).toBe(first?.id);
  });
});

describe("bad input costs little", () => {
  test("a mark left open costs its paragraph, not the article", () => {
    const found = extractQuotes(article("“This never ends, he thought aloud.\n\n“The lights are back,” said Ingrid Solvang."));
    expect(found.at(-1)).toMatchObject({ text: "The lights are back,", speaker: { name: "Ingrid Solvang" } });
  });

  test("an unknown language gives the words, unnamed", () => {
    const found = extractQuotes(article("“Limanlar pazartesi günü yeniden açılacak,” dedi Ayla Demir.", "tr"));
    expect(found).toMatchObject([{ text: "Limanlar pazartesi günü yeniden açılacak,", speaker: { kind: "unnamed" } }]);
  });

  test("markup is no quotation", () => {
    expect(extractQuotes(article('The page says class="story big" and href="https://example.org/a b".'))).toEqual([]);
  });

  test("every text is the slice of its article, none overlaps another, whatever the marks", () => {
    const piece = fc.constantFrom(
      "“",
      "”",
      '"',
      "«",
      "»",
      "„",
      "Ann Lee",
      " said ",
      "he ",
      ". ",
      ", ",
      "\n\n",
      "The ship sailed on ",
      "now",
      "\u0000",
      "😀",
      "’",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const source = article(pieces.join(""));
        const found = extractQuotes(source);
        for (const quote of found) expect(source.text.slice(quote.start, quote.end)).toBe(quote.text);
        for (const [index, quote] of found.entries()) if (index > 0) expect(quote.start).toBeGreaterThanOrEqual(found[index - 1]!.end);
      }),
      { numRuns: 300 },
    );
  });
});

describe("a quotation of several paragraphs, each opened and only the last closed", () => {
  test.each([
    ["en", "“We have waited for this day.\n\n“Now all is ready.\n\n“And nobody pays,” said Ingrid Solvang, harbour master."],
    [
      "de",
      "„Wir haben lange gewartet.\n\n„Jetzt ist alles bereit.\n\n„Und niemand muss zahlen“, erklärte Hafenchefin Ingrid Solvang am Montag.",
    ],
    ["fr", "« Nous avons attendu ce jour.\n\n« Tout est prêt.\n\n« Et personne ne paie », a déclaré Ingrid Solvang, directrice du port."],
  ])("is given whole to whom its end names (%s)", (lang, text) => {
    const found = extractQuotes(article(text, lang));
    expect(found.map(({ speaker }) => speaker.name)).toEqual(["Ingrid Solvang", "Ingrid Solvang", "Ingrid Solvang"]);
    expect(new Set(found.map(({ group }) => group)).size).toBe(1);
  });

  test("closed paragraphs are nobody's but their own", () => {
    const found = extractQuotes(article("“We have waited for this day.”\n\nThe crowd cheered. “And nobody pays,” said Ingrid Solvang."));
    expect(found[0]?.why.join()).not.toContain("left open");
  });
});
