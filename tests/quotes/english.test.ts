import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findCast } from "../../src/quotes/english/cast.ts";
import { extractEnglish } from "../../src/quotes/english/extract.ts";
import { en } from "../../src/quotes/languages/en.ts";

const extract = (text: string) =>
  extractEnglish({ id: "a1", version: 1, hash: "", title: "", text, lang: "en", outlet: "", fetchedAt: new Date(0) });
const speakers = (text: string) => extract(text).map(({ speaker }) => speaker.name ?? null);
const castOf = (text: string) => findCast(text, en).members;

describe("the cast of an article", () => {
  test("a surname belongs to the one full name that ends in it", () => {
    expect(castOf("Ingrid Solvang spoke. Later Solvang left.")).toMatchObject([
      { name: "Ingrid Solvang", mentions: [{ start: 0 }, { start: 28 }] },
    ]);
  });

  test("two people of one surname stay two", () => {
    expect(castOf("Karin Lund bakes and Arne Lund sails.").map(({ name }) => name)).toEqual(["Karin Lund", "Arne Lund"]);
  });

  test("a headline in capitals names nobody new, a word before a known name is left off", () => {
    const names = castOf("Stop Solvang Before Winter Comes\n\nMayor Ingrid Solvang smiled. Stop Solvang, they sang, and did not stop.").map(
      ({ name }) => name,
    );
    expect(names).toEqual(["Ingrid Solvang"]);
  });

  test("a surname that is an ordinary word is kept where the full name stands", () => {
    expect(speakers("George Will wrote a column. “It will rain,” Will wrote.")).toEqual(["George Will"]);
  });

  test("party and state tell whom “the Vermont senator” means", () => {
    const [member] = castOf("Sen. Marta Dahl (D-Vt.) came by train.");
    expect([...(member?.roleWords ?? [])]).toEqual(expect.arrayContaining(["senator", "democrat", "vermont"]));
  });

  test.each([
    ["The board’s director, Birgit Aas, rejected the criticism.", "the board’s director"],
    ["A month later, Birgit Aas, the mayor of Sund, came home.", "the mayor of Sund"],
    ["In an interview, the chair of the union, Birgit Aas, said no.", "the chair of the union"],
    ["The union met. Its chair, Birgit Aas, said no.", "chair"],
    ["Birgit Aas, retired teacher, came.", "retired teacher"],
  ])("an office is found before a name set off by commas as well as behind it: %s", (text, role) => {
    expect(castOf(text)[0]?.role).toBe(role);
  });

  test.each(["Birgit Aas, rejected by nobody, smiled.", "Birgit Aas, will be stopping by on Monday."])(
    "what somebody did or will do is no office: %s",
    (text) => {
      expect(castOf(text)[0]?.role).toBeUndefined();
    },
  );

  test("the gender comes from the title, the given name, then the role", () => {
    const text = "Mrs. Tern met Birgit Aas and Zorvan Keel, a spokesman for the port. Tern left.";
    expect(Object.fromEntries(castOf(text).map(({ name, gender }) => [name, gender]))).toEqual({
      Tern: "she",
      "Birgit Aas": "she",
      "Zorvan Keel": "he",
    });
  });

  test("bodies and places are no people", () => {
    const kinds = castOf("The Varn Water Authority met in New York on Election Day.").map(({ name, kind }) => [name, kind]);
    expect(kinds).toEqual([
      ["Varn Water Authority", "organisation"],
      ["New York", "other"],
      ["Election Day", "other"],
    ]);
  });

  test("a run of capitals longer than any name is no name", () => {
    expect(castOf("ANN LEE ".repeat(50))).toEqual([]);
  });
});

describe("who is behind a pronoun or a description", () => {
  test("“she” is the woman, however often the man is named", () => {
    expect(speakers("Olav Tern met Birgit Aas. Tern asked Tern's friends. “I am tired,” she said.")).toEqual(["Birgit Aas"]);
  });

  test("“he” is who spoke in the sentence before, not who was spoken of", () => {
    expect(speakers("Olav Tern said that nobody trusted Peder Quill. “I never did,” he said.")).toEqual(["Olav Tern"]);
  });

  test("“the second official” is nobody, whoever spoke last", () => {
    expect(speakers("“We tried,” said Peder Quill, the mayor. “They did not,” said the second official.")).toEqual(["Peder Quill", null]);
  });

  test("“their lawyer” is not the person they stand beside", () => {
    expect(speakers("Peder Quill, a lawyer, lost the case. “It was unfair,” a lawyer for the pilots said.")).toEqual([null]);
  });
});

describe("what the chain tells", () => {
  const [first, second] = extract("“The lights are back,” Ingrid Solvang said. “So are we,” she added.");

  test("which mention was the subject of which cue, and how sure that is", () => {
    expect(first?.why).toEqual([
      expect.stringContaining("“Ingrid Solvang” is the subject of “said”"),
      "“Ingrid Solvang” is Ingrid Solvang",
      expect.stringMatching(/^\d+ % sure$/),
    ]);
  });

  test("whom a pronoun was taken for", () => {
    expect(second?.why).toContainEqual(expect.stringContaining("“she” → Ingrid Solvang"));
  });

  test("that nobody could be named", () => {
    expect(extract("“We will count every hour of it.”")[0]?.why).toEqual(["nobody is named beside it"]);
  });
});

describe("outlets", () => {
  test("the name of an outlet ends at its full stop", () => {
    expect(extract("“The pumps were off,” Jonas Mirk told Radio Selholm. He was on duty.")[0]?.relayedVia).toBe("Radio Selholm");
  });
});

describe("what costs one paragraph only", () => {
  const good = "“The lights are back,” said Ingrid Solvang.";

  test.each(["“This never ends", '"A "mixed” mess" of "marks', "”closed before “it” opened", "“““", '6\'2" tall and 12" wide'])(
    "%s",
    (bad) => {
      expect(extract(`${bad}\n\n${good}`).at(-1)).toMatchObject({ text: "The lights are back,", speaker: { name: "Ingrid Solvang" } });
    },
  );

  test("lines of one paragraph that end in a full stop are read one by one", () => {
    const text = "“I waited thirty winters for it.” ― Arne Lund\n“It was never on time.” ― Sofia Renn\n\nThe ferry is gone.";
    expect(speakers(text)).toEqual(["Arne Lund", "Sofia Renn"]);
  });

  test("whatever stands around it, the slice is the text and the words are never tidied", () => {
    const piece = fc.constantFrom(
      "“",
      "”",
      '"',
      "Ann Lee",
      "Bo Tern",
      " told ",
      "she ",
      "the senator ",
      " said",
      ": ",
      ", ",
      ".\n",
      "\n\n",
      "We  sail ",
      "SMITH: ",
      "(D-Vt.)",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 80 }), (pieces) => {
        const text = pieces.join("");
        for (const quote of extract(text)) expect(text.slice(quote.start, quote.end)).toBe(quote.text);
      }),
      { numRuns: 300 },
    );
  });
});
