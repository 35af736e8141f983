import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { storySettings } from "../../src/digest/cluster.ts";
import { type Clusterer, createClusterer, type Decision } from "../../src/digest/clusterer.ts";
import { readTerms } from "../../src/digest/terms.ts";

const finish = (steps: Iterable<void>): void => void [...steps];
const headline = (title: string) => readTerms({ title, text: "" });

const fire = [
  "Dorvik sawmill fire hurts twelve workers",
  "Twelve workers hurt as Dorvik sawmill burns",
  "Fire at Dorvik sawmill: mayor visits workers",
];
const choir = [
  "Lindow choir wins festival prize in Tresk",
  "Festival prize for Lindow choir",
  "Tresk festival: prize goes to Lindow choir",
];

function read(titles: readonly string[], clusterer: Clusterer = createClusterer(storySettings)): readonly (number | undefined)[] {
  const documents = titles.map((title) => clusterer.add(headline(title)));
  finish(clusterer.settle());
  const storyOf = clusterer.assignments();
  return documents.map((document) => storyOf.get(document));
}

describe("a stream of headlines", () => {
  test("falls into its events", () => {
    const stories = read([fire[0]!, choir[0]!, fire[1]!, choir[1]!, fire[2]!, choir[2]!]);
    expect(stories).toEqual([stories[0], stories[1], stories[0], stories[1], stories[0], stories[1]]);
    expect(stories[0]).not.toBe(stories[1]);
  });

  test("is decided headline by headline, with the words that carried it", () => {
    const decisions: Decision[] = [];
    const clusterer = createClusterer(storySettings, (decision) => decisions.push(decision));
    for (const title of [fire[0]!, choir[0]!, fire[1]!]) clusterer.add(headline(title));
    expect(decisions).toMatchObject([{ kind: "joined", document: 2, other: 0 }]);
    expect(decisions[0]!.score).toBeGreaterThan(storySettings.join.headline);
    expect(decisions[0]!.terms).toContain("dorvik");
  });

  test("keeps the older story when two have grown alike, and says so", () => {
    const decisions: Decision[] = [];
    const settings = { ...storySettings, join: { headline: 2, opening: 2 } };
    const clusterer = createClusterer(settings, (decision) => decisions.push(decision));
    const [first, second] = fire.map((title) => clusterer.add(headline(title)));
    const opened = clusterer.assignments().get(first!);
    finish(clusterer.merge());
    expect(clusterer.assignments().get(second!)).toBe(opened);
    expect(decisions).toContainEqual(expect.objectContaining({ kind: "merged", document: second, other: first }));
  });

  test("keeps two large stories apart that share one word alone, however telling", () => {
    const tellings = {
      sawmill: ["yesterday", "morning", "neighbours", "photographs", "witnesses", "questions"],
      choir: ["rehearsal", "singers", "conductor", "applause", "trophy", "melodies"],
    };
    const storiesWith = (singleWordCost: number): number => {
      const clusterer = createClusterer({ ...storySettings, singleWordCost });
      for (const [subject, words] of Object.entries(tellings)) {
        const [first, ...others] = words.map((word) => headline(`Dorvik ${subject} ${word}`));
        const { story } = clusterer.restore(first!, new Set());
        for (const other of others) clusterer.restore(other, new Set(), story);
      }
      finish(clusterer.merge());
      return clusterer.size;
    };
    expect([storiesWith(0), storiesWith(storySettings.singleWordCost)]).toEqual([1, 2]);
  });

  test("keeps what was decided before: a restored headline is asked nothing, and newer ones find its story", () => {
    const clusterer = createClusterer(storySettings);
    const { story } = clusterer.restore(headline(fire[0]!), new Set());
    clusterer.restore(headline(choir[0]!), new Set(), story);
    const later = clusterer.add(headline(fire[1]!));
    expect([...clusterer.assignments()]).toEqual([0, 1, later].map((document) => [document, story]));
  });

  test("brings a headline that stood alone to its story before an edition", () => {
    const settings = { ...storySettings, join: { headline: 2, opening: 2 }, merge: { headline: 2, opening: 2 } };
    const before = createClusterer({ ...settings, attach: { headline: 2, opening: 2 } });
    const after = createClusterer(settings);
    expect(new Set(read(fire, before)).size).toBe(3);
    expect(new Set(read(fire, after)).size).toBeLessThan(3);
  });

  test("leaves no document without a story and none in two, whatever comes in whatever order", () => {
    const words = fc.constantFrom("fire", "choir", "Dorvik", "Lindow", "12", "prize", "harbour", "Ostrel", "budget", "");
    fc.assert(
      fc.property(fc.array(fc.array(words, { maxLength: 6 }), { maxLength: 40 }), (titles) => {
        const stories = read(titles.map((title) => title.join(" ")));
        return stories.length === titles.length && stories.every((story) => story !== undefined);
      }),
    );
  });
});
