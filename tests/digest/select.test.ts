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

  test("say different things", () => {
    const same = "The harbour board will close the old northern quay to ships in winter.";
    expect(chooseBest([scored(lead, 0, 3), scored(same, 1, 2), scored(later, 2, 1)], 3, 0).map(({ place }) => place)).toEqual([0, 2]);
  });

  test("are two at least, and no third that scores too little", () => {
    const all = ["alpha bravo charlie", "delta echo foxtrot", "golf hotel india"].map((text, place) => scored(text, place, 1 - place));
    expect(chooseBest(all, 4, 0.9)).toHaveLength(2);
    expect(chooseBest(all, 1, 0.9)).toHaveLength(1);
  });

  test("stay within eighty words", () => {
    const long = (first: number): string => Array.from({ length: 30 }, (_, index) => String(1_000 * first + index)).join(" ");
    const all = [1, 2, 3].map((first) => scored(long(first), first, 3 - first));
    expect(chooseBest(all, 3, 0)).toHaveLength(2);
  });
});
