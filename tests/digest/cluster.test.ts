import { describe, expect, test } from "vitest";
import { clusterArticles } from "../../src/digest/cluster.ts";
import type { Article } from "../../src/model/article.ts";
import type { Story } from "../../src/model/story.ts";
import { anArticle } from "../build.ts";

const told = (id: string, hour: number, title: string, text: string, lang = "en"): Article =>
  anArticle({ id, title, text, lang, outlet: `Outlet ${id}`, publishedAt: new Date(Date.UTC(2026, 10, 24, hour)) });

const dorvik = [
  told(
    "d1",
    1,
    "Fire destroys sawmill in Dorvik",
    "A fire destroyed the Aker sawmill in Dorvik early on Monday. Twelve workers were taken to hospital, Mayor Nils Aker said.",
  ),
  told(
    "d2",
    3,
    "Twelve hurt in Dorvik sawmill blaze",
    "Twelve workers were hurt when the Aker sawmill in Dorvik burned down on Monday. Mayor Nils Aker promised help for the families.",
  ),
  told(
    "d3",
    5,
    "Aker sawmill fire: Dorvik asks for help",
    "After Monday's fire at the Aker sawmill, Dorvik has asked the county for money. All twelve injured workers are out of danger, Mayor Nils Aker said.",
  ),
];
const palmera = [
  told(
    "p1",
    2,
    "Fire damages bakery in Palmera",
    "A fire damaged the Timo bakery in Palmera on Friday night. Three guests were taken to hospital, Captain Rosa Timo of the fire brigade said.",
  ),
  told(
    "p2",
    4,
    "Three guests hurt in Palmera bakery fire",
    "Three guests of the Timo bakery in Palmera were hurt in a fire on Friday night. An oven was the cause, Captain Rosa Timo said.",
  ),
];
const choir = told(
  "c1",
  2,
  "Lindow choir wins prize",
  "The children's choir of Lindow won the first prize at the Tresk song festival, the jury announced on Sunday.",
);

const groups = (stories: readonly Story[]): readonly (readonly string[])[] =>
  stories.map(({ articles }) => articles.map(({ id }) => id).toSorted()).toSorted((a, b) => a[0]!.localeCompare(b[0]!));
const storyWith = (stories: readonly Story[], id: string): Story =>
  stories.find(({ articles }) => articles.some((article) => article.id === id))!;
const nothingKnown = new Map<string, string>();

describe("articles as stories", async () => {
  test("one event told by several outlets is one story", async () => {
    expect(groups(await clusterArticles([...dorvik, choir], nothingKnown))).toEqual([["c1"], ["d1", "d2", "d3"]]);
  });

  test("the same kind of event at another place, with other people, is another story", async () => {
    expect(groups(await clusterArticles([...dorvik, ...palmera], nothingKnown))).toEqual([
      ["d1", "d2", "d3"],
      ["p1", "p2"],
    ]);
  });

  test("the order in which articles are handed over changes nothing", async () => {
    const articles = [...dorvik, ...palmera, choir];
    expect(await clusterArticles(articles.toReversed(), nothingKnown)).toEqual(await clusterArticles(articles, nothingKnown));
  });

  test("a story keeps its id when more articles arrive", async () => {
    const before = storyWith(await clusterArticles([dorvik[0]!, choir], nothingKnown), "d1");
    const after = storyWith(await clusterArticles([...dorvik, choir], nothingKnown), "d3");
    expect(after.id).toBe(before.id);
  });

  test("a story keeps the id it was told under when its first article is no longer there", async () => {
    const known = new Map([["d2", "s0000earlier"]]);
    expect(storyWith(await clusterArticles([dorvik[1]!, dorvik[2]!], known), "d3").id).toBe("s0000earlier");
  });

  test("the newest article stands first", async () => {
    expect(storyWith(await clusterArticles(dorvik, nothingKnown), "d1").articles.map(({ id }) => id)).toEqual(["d3", "d2", "d1"]);
  });

  test("wire copies are one voice of the story", async () => {
    const copy = { ...dorvik[0]!, id: "d9", outlet: "Coast Daily" };
    const { voices } = storyWith(await clusterArticles([...dorvik, copy], nothingKnown), "d1");
    expect(voices.d9).toBe(voices.d1);
    expect(voices.d2).not.toBe(voices.d1);
  });

  test("each join says why, in words of the article", async () => {
    const { reasons } = storyWith(await clusterArticles(dorvik, nothingKnown), "d1");
    expect(Object.keys(reasons)).toEqual(["d2", "d3"]);
    expect(reasons.d2).toMatchObject([{ kind: "joined", articleId: "d1", words: expect.arrayContaining(["Dorvik", "sawmill"]) }]);
  });

  test("a look-alike says from what it was kept apart, and by which names", async () => {
    const elsewhere = { ...dorvik[0]!, id: "e1", title: "Fire destroys sawmill in Kelva", publishedAt: new Date("2026-11-24T09:00Z") };
    const text = "A fire destroyed a sawmill at Kelva early on Monday. Twelve workers were taken to hospital, Sheriff Rosa Timo said.";
    const { reasons } = storyWith(await clusterArticles([...dorvik, { ...elsewhere, text }], nothingKnown), "e1");
    expect(reasons.e1).toMatchObject([{ kind: "apart", articleId: "d1", words: expect.arrayContaining(["Kelva", "Rosa", "Timo"]) }]);
  });

  test("two stories that were told apart stay two, and a late article finds its own", async () => {
    const known = new Map([
      ["d1", "s0000000first"],
      ["d2", "s000000second"],
    ]);
    const stories = await clusterArticles([dorvik[0]!, dorvik[1]!], known);
    expect(stories.map(({ id }) => id).toSorted()).toContain("s0000000first");
    expect(new Set(stories.map(({ id }) => id)).size).toBe(stories.length);
  });

  test("no articles are no stories", async () => {
    expect(await clusterArticles([], nothingKnown)).toEqual([]);
  });
});
