import { describe, expect, test } from "vitest";
import { chooseBest } from "../../src/digest/choose.ts";
import { findCandidates } from "../../src/digest/select.ts";
import { anArticle } from "../build.ts";

const lead = "The harbour board will close the old northern quay to all ships next winter.";
const later = "Ada Lind of the harbour board told fishermen about the quay on Monday.";
const textsOf = (text: string): readonly string[] => findCandidates(anArticle({ text }), 30, []).map((candidate) => candidate.text);
const best = (text: string): string | undefined =>
  findCandidates(anArticle({ text }), 30, []).toSorted((a, b) => b.score - a.score)[0]?.text;

describe("what may become a bullet", () => {
  test.each([
    "Photo by Ada Lind of the harbour board.",
    "Read more about the quay on our pages.",
    "Will the quay ever be opened to ships again?",
    "SHIPS QUAY HARBOUR WINTER STORMS ISLAND.",
    "Good afternoon and welcome to our live coverage of the storm.",
    "Sign up for our letter about the harbour.",
  ])("not: %s", (noise) => {
    expect(textsOf(`${lead}\n\n${noise}`)).toEqual([lead]);
  });

  test("not a sentence from the middle of a longer quotation", () => {
    expect(
      textsOf(`${lead} Ada Lind said: “The quay is old. The piles below the water are broken. Divers saw it.” ${later}`),
    ).not.toContain("The piles below the water are broken.");
  });
});

describe("what is worth more", () => {
  test("the earlier of two sentences", () => {
    const [one, other] = [
      "Ten ships left the northern harbour of Kelva on Monday.",
      "Nine boats reached the southern market of Norrby on Tuesday.",
    ];
    expect(best(`${one} ${other}`)).toBe(one);
    expect(best(`${other} ${one}`)).toBe(other);
  });

  test("any report over an unmarked voice or a caption", () => {
    const voice = "Frankly the winter storms make me and my brothers very afraid.";
    const caption = "Grand finale: the last ship leaves the old quay in the evening.";
    expect(best(`${voice} ${lead}`)).toBe(lead);
    expect(best(`${caption} ${lead}`)).toBe(lead);
  });
});

describe("the best few", () => {
  const scored = (text: string, place: number, score: number) => ({ text, place, score });
  const by = { mostWords: 80, each: 1, filled: 0, alike: 0.5, tooAlike: 0.55, fourth: 0.5, enoughWords: 60 };
  const placesOf = (all: readonly ReturnType<typeof scored>[], most: number): readonly number[] =>
    chooseBest(all, most, by).map(({ place }) => place);

  test("say different things", () => {
    const same = "The harbour board will close the old northern quay to ships in winter.";
    expect(placesOf([scored(lead, 0, 3), scored(same, 1, 2.5), scored(later, 2, 2)], 3)).toEqual([0, 2]);
  });

  test("are worth more than they cost, but one is always there", () => {
    const all = ["alpha bravo charlie", "delta echo foxtrot", "golf hotel india"].map((text, place) =>
      scored(text, place, 2 - 0.6 * place),
    );
    expect(placesOf(all, 4)).toEqual([0, 1]);
    expect(placesOf([scored("alpha bravo", 0, 0.1)], 4)).toEqual([0]);
  });

  test("are the best set, not the best one and what fits beside it", () => {
    const long = (first: number, words: number): string =>
      Array.from({ length: words }, (_, index) => String(1_000 * first + index)).join(" ");
    expect(placesOf([scored(long(1, 50), 0, 3), scored(long(2, 40), 1, 2.5), scored(long(3, 40), 2, 2.5)], 3)).toEqual([1, 2]);
  });

  test("stay within eighty words", () => {
    const long = (first: number): string => Array.from({ length: 30 }, (_, index) => String(1_000 * first + index)).join(" ");
    expect(
      placesOf(
        [1, 2, 3].map((first) => scored(long(first), first, 5 - first)),
        3,
      ),
    ).toHaveLength(2);
  });
});

describe("an article whose every sentence is too long", () => {
  const long =
    "The council of Hollen (a town of 4,000 people on the coast of the northern sea with 2 old harbours) voted by 10 to 3 to rebuild the old northern quay, its chair Ada Lind told the town.";

  test("gives up an aside with its number, whole, and no number of the main clause", () => {
    const [found] = findCandidates(anArticle({ text: long }), 30, []);
    expect(found).toMatchObject({
      text: "The council of Hollen voted by 10 to 3 to rebuild the old northern quay, its chair Ada Lind told the town.",
      edits: [{ why: "bracket" }],
    });
  });

  test("keeps it while another sentence tells something", () => {
    const found = findCandidates(anArticle({ text: `${long} The quay reopens to all ships in spring.` }), 30, []);
    expect(found.map(({ text }) => text)).toEqual(["The quay reopens to all ships in spring."]);
  });

  test("gives up no aside that denies, hedges or quotes", () => {
    const hedged = long.replace("a town of", "which may not be a town of");
    expect(findCandidates(anArticle({ text: hedged }), 30, [])).toEqual([]);
    expect(findCandidates(anArticle({ text: long.replace("a town", "“a town”") }), 30, [])).toEqual([]);
  });

  test("loses a clause between commas and keeps the comma before who says it", () => {
    const text =
      "The council of Hollen voted by 10 to 3 to rebuild the old northern quay number 4, which the storm of October had broken in 2 places, its chair Ada Lind said.";
    const [found] = findCandidates(anArticle({ text }), 25, []);
    expect(found?.text).toBe("The council of Hollen voted by 10 to 3 to rebuild the old northern quay number 4, its chair Ada Lind said.");
  });
});

describe("an article without full stops or small letters", () => {
  test("has its lines as bullets, the stop set on record, its headings left out", () => {
    const text =
      "Hollen closes quay\n\nThe council of Hollen closed the quay for the winter\n\nDivers had found 14 cracks in its old piles";
    const found = findCandidates(anArticle({ text }), 30, []);
    expect(found.map((candidate) => candidate.text)).toEqual([
      "The council of Hollen closed the quay for the winter.",
      "Divers had found 14 cracks in its old piles.",
    ]);
    expect(found[0]?.edits).toMatchObject([{ why: "full stop set" }]);
  });

  test("where other sentences have their stops a line without one stays a heading", () => {
    expect(textsOf(`The council of Hollen closed the quay for the winter\n\n${lead}`)).toEqual([lead]);
  });

  test.each([
    "Row me home across the silver water tonight\n\nthe lamps are low and all the boats are sleeping",
    "Home News Sport Weather Travel Harbour Contact Shop",
  ])("tells nothing where the lines are verse or a menu: %s", (text) => {
    expect(textsOf(text)).toEqual([]);
  });

  test("all in capitals it is told in capitals", () => {
    const text = "THE COUNCIL OF HOLLEN CLOSED THE QUAY FOR THE WINTER. DIVERS HAD FOUND 14 CRACKS IN ITS OLD PILES.";
    expect(textsOf(text)).toEqual([
      "THE COUNCIL OF HOLLEN CLOSED THE QUAY FOR THE WINTER.",
      "DIVERS HAD FOUND 14 CRACKS IN ITS OLD PILES.",
    ]);
  });
});
