import { describe, expect, test } from "vitest";
import { chooseBest } from "../../src/digest/choose.ts";
import { type Candidate, readArticle } from "../../src/digest/select.ts";
import { anArticle } from "../build.ts";

const lead = "The harbour board will close the old northern quay to all ships next winter.";
const later = "Ada Lind of the harbour board told fishermen about the quay on Monday.";
const findCandidates = (text: string, maxWords = 30): readonly Candidate[] => readArticle(anArticle({ text }), maxWords, []).candidates;
const textsOf = (text: string): readonly string[] => findCandidates(text).map((candidate) => candidate.text);
const best = (text: string, most = 1, title = ""): readonly string[] => {
  const { candidates, likelihood } = readArticle(anArticle({ text, title }), 30, []);
  return chooseBest(candidates, most, likelihood).map((candidate) => candidate.text);
};

describe("what may become a bullet", () => {
  test.each([
    "Photo by Ada Lind of the harbour board.",
    "Read more about the quay on our pages.",
    "Will the quay ever be opened to ships again?",
    "SHIPS QUAY HARBOUR WINTER STORMS ISLAND.",
    "THE QUAY Direction: Ada Lind and Peder Quill.",
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
    expect(best(`${one} ${other}`)).toEqual([one]);
    expect(best(`${other} ${one}`)).toEqual([other]);
  });

  test("a later sentence whose words the article says again and again", () => {
    const aside = "A cold wind blew over the hills of the island for most of that day.";
    const news = "The ferry company Norrlink will sell its three oldest ships to a yard in Ostervik.";
    const more =
      "Norrlink has not said what the yard in Ostervik pays for the three ships. The ferry company is the oldest on the coast. Its ships carried half of the island.";
    expect(best(`${aside} ${news} ${more}`)).toEqual([news]);
  });

  test("what the headline says", () => {
    const text = "Ten ships left the northern harbour of Kelva on Monday. Nine boats reached the southern market of Norrby on Tuesday.";
    expect(best(text, 1, "Boats reach the southern market of Norrby")).toEqual([
      "Nine boats reached the southern market of Norrby on Tuesday.",
    ]);
  });

  test("any report over an unmarked voice or a caption", () => {
    const voice = "Frankly the winter storms make me and my brothers very afraid.";
    const caption = "Grand finale: the last ship leaves the old quay in the evening.";
    expect(best(`${voice} ${lead}`)).toEqual([lead]);
    expect(best(`${caption} ${lead}`)).toEqual([lead]);
  });
});

describe("the best few", () => {
  const telling = (text: string, place: number) => ({ text, place, weight: 1 });
  const placesOf = (all: readonly ReturnType<typeof telling>[], most: number, likely: (term: string) => number): readonly number[] =>
    chooseBest(all, most, likely)
      .map(({ place }) => place)
      .toSorted((a, b) => a - b);
  const numbersFrom = (first: number, words: number): string =>
    Array.from({ length: words }, (_, index) => String(1_000 * first + index)).join(" ");

  test("say different things", () => {
    const same = "The harbour board will close the old northern quay to ships in winter.";
    expect(placesOf([telling(lead, 0), telling(same, 1), telling(later, 2)], 3, () => 0.5)).toEqual([0, 2]);
  });

  test("leave out what hardly anybody would tell, but one is always there", () => {
    const all = [telling(numbersFrom(1, 20), 0), telling(numbersFrom(2, 20), 1)];
    expect(placesOf(all, 4, (term) => (term.startsWith("1") ? 0.6 : 0.02))).toEqual([0]);
    expect(placesOf(all.slice(1), 4, () => 0.02)).toEqual([1]);
    expect(placesOf(all.slice(1), 4, () => 0)).toEqual([1]);
  });

  test("are the best set, not the best one and what fits beside it", () => {
    const all = [telling(numbersFrom(1, 50), 0), telling(numbersFrom(2, 40), 1), telling(numbersFrom(3, 40), 2)];
    expect(placesOf(all, 3, (term) => (term.startsWith("1") ? 0.5 : 0.48))).toEqual([1, 2]);
  });

  test("stay within eighty words", () => {
    expect(
      placesOf(
        [1, 2, 3].map((first) => telling(numbersFrom(first, 30), first)),
        3,
        () => 0.5,
      ),
    ).toHaveLength(2);
  });
});

describe("an article whose every sentence is too long", () => {
  const long =
    "The council of Hollen (a town of 4,000 people on the coast of the northern sea with 2 old harbours) voted by 10 to 3 to rebuild the old northern quay, its chair Ada Lind told the town.";

  test("gives up an aside with its number, whole, and no number of the main clause", () => {
    const [found] = findCandidates(long);
    expect(found).toMatchObject({
      text: "The council of Hollen voted by 10 to 3 to rebuild the old northern quay, its chair Ada Lind told the town.",
      edits: [{ why: "bracket" }],
    });
  });

  test("keeps it while another sentence tells something", () => {
    const found = findCandidates(`${long} The quay reopens to all ships in spring.`);
    expect(found.map(({ text }) => text)).toEqual(["The quay reopens to all ships in spring."]);
  });

  test("gives up no aside that denies, hedges or quotes", () => {
    const hedged = long.replace("a town of", "which may not be a town of");
    expect(findCandidates(hedged)).toEqual([]);
    expect(findCandidates(long.replace("a town", "“a town”"))).toEqual([]);
  });

  test("loses a clause between commas and keeps the comma before who says it", () => {
    const text =
      "The council of Hollen voted by 10 to 3 to rebuild the old northern quay number 4, which the storm of October had broken in 2 places, its chair Ada Lind said.";
    const [found] = findCandidates(text, 25);
    expect(found?.text).toBe("The council of Hollen voted by 10 to 3 to rebuild the old northern quay number 4, its chair Ada Lind said.");
  });
});

describe("an article without full stops or small letters", () => {
  test("has its lines as bullets, the stop set on record, its headings left out", () => {
    const text =
      "Hollen closes quay\n\nThe council of Hollen closed the quay for the winter\n\nDivers had found 14 cracks in its old piles";
    const found = findCandidates(text);
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
