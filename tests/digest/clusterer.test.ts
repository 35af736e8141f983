import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { storySettings } from "../../src/digest/cluster.ts";
import { type Clusterer, createClusterer } from "../../src/digest/clusterer.ts";
import { readTerms } from "../../src/digest/terms.ts";

const headline = (title: string) => readTerms({ title, text: "" });
const hour = 3_600_000;

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
  const documents = titles.map((title, index) => clusterer.add(headline(title), index * hour).document);
  clusterer.settle();
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
    const clusterer = createClusterer(storySettings);
    const first = clusterer.add(headline(fire[0]!), 0);
    const second = clusterer.add(headline(fire[1]!), hour);
    expect(first).toMatchObject({ score: 0, shared: [] });
    expect(second.story).toBe(first.story);
    expect(second.score).toBeGreaterThan(storySettings.join.headline);
    expect(second.shared).toContain("dorvik");
  });

  test("keeps the older story when two have grown alike", () => {
    const clusterer = createClusterer({ ...storySettings, join: { headline: 2, opening: 2 } });
    const [first, second] = fire.map((title) => clusterer.add(headline(title), 0));
    clusterer.merge();
    expect(clusterer.assignments().get(second!.document)).toBe(first!.story);
  });

  test("brings a headline that stood alone to its story before an edition", () => {
    const settings = { ...storySettings, join: { headline: 2, opening: 2 }, merge: { headline: 2, opening: 2 } };
    const before = createClusterer({ ...settings, attach: { headline: 2, opening: 2 } });
    const after = createClusterer(settings);
    expect(new Set(read(fire, before)).size).toBe(3);
    expect(new Set(read(fire, after)).size).toBeLessThan(3);
  });

  test("forgets a story without news, and opens a new one for what comes then", () => {
    const clusterer = createClusterer(storySettings);
    const first = clusterer.add(headline(fire[0]!), 0);
    clusterer.add(headline(choir[0]!), 80 * hour);
    clusterer.sleep(72 * hour);
    expect(clusterer.size).toBe(1);
    expect(clusterer.assignments().has(first.document)).toBe(false);
    expect(clusterer.add(headline(fire[1]!), 81 * hour).score).toBe(0);
  });

  test("keeps a story awake that still has news", () => {
    const clusterer = createClusterer(storySettings);
    const first = clusterer.add(headline(fire[0]!), 0);
    clusterer.add(headline(fire[1]!), 70 * hour);
    clusterer.sleep(72 * hour - 3 * hour);
    expect(clusterer.assignments().get(first.document)).toBe(first.story);
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
