import { describe, expect, test } from "vitest";
import { rankStories } from "../../src/digest/rank.ts";
import type { Story } from "../../src/model/story.ts";
import { anArticle } from "../build.ts";

const at = new Date("2026-11-24T06:00Z");
const hoursAgo = (hours: number): Date => new Date(at.getTime() - hours * 3_600_000);

/** A story in so many outlets, one article each. */
function aStory(
  id: string,
  { outlets = 1, ageHours = 1, title = "Ports agree on night sailings", copies = false, oneOutlet = false, langs = ["en"] } = {},
): Story {
  const articles = Array.from({ length: outlets }, (_, index) =>
    anArticle({
      id: `${id}-${index}`,
      title,
      outlet: oneOutlet ? "Outlet" : `Outlet ${index}`,
      lang: langs[index % langs.length]!,
      publishedAt: hoursAgo(ageHours),
    }),
  );
  return { id, articles, voices: Object.fromEntries(articles.map((article, index) => [article.id, copies ? 0 : index])), reasons: {} };
}

const plain = { prefer: [], mute: [] };
const order = (stories: readonly Story[], topics: { prefer: readonly string[]; mute: readonly string[] } = plain): readonly string[] =>
  rankStories(stories, topics, at).map(({ story }) => story.id);

describe("the order of an edition", () => {
  test("puts what more outlets tell first", () => {
    expect(order([aStory("one"), aStory("three", { outlets: 3 })])).toEqual(["three", "one"]);
  });

  test("counts copies of one text once: no number of them outweighs a second outlet's own words", () => {
    expect(order([aStory("copied", { outlets: 500, copies: true }), aStory("told", { outlets: 2 })])).toEqual(["told", "copied"]);
  });

  test("counts an outlet once, however often it writes", () => {
    expect(order([aStory("often", { outlets: 5, oneOutlet: true }), aStory("told", { outlets: 2 })])).toEqual(["told", "often"]);
  });

  test("puts what is carried further first where as many tell it in their own words", () => {
    expect(order([aStory("alone"), aStory("carried", { outlets: 4, copies: true })])).toEqual(["carried", "alone"]);
  });

  test("puts what is told in more languages first where as many outlets tell it", () => {
    const stories = [aStory("a", { outlets: 3 }), aStory("b", { outlets: 3, langs: ["en", "uk", "de"] })];
    expect(order(stories)).toEqual(["b", "a"]);
  });

  test("puts the fresher of two equals first", () => {
    expect(order([aStory("old", { ageHours: 20 }), aStory("new", { ageHours: 2 })])).toEqual(["new", "old"]);
  });

  test("lifts what the digest prefers", () => {
    const stories = [aStory("a"), aStory("b", { title: "Choir of Lindow wins prize" })];
    expect(order(stories, { prefer: ["choir"], mute: [] })).toEqual(["b", "a"]);
  });

  test("leaves muted topics out, as whole words only", () => {
    const stories = [aStory("muted", { title: "Art fair opens" }), aStory("kept", { title: "Party starts" })];
    expect(order(stories, { prefer: [], mute: ["art"] })).toEqual(["kept"]);
  });

  test("does not depend on the order of arrival", () => {
    const stories = [aStory("a"), aStory("b"), aStory("c", { outlets: 2 })];
    expect(order(stories.toReversed())).toEqual(order(stories));
  });

  test("gives the reason for each place in words", () => {
    const why = (story: Story): string => rankStories([story], { prefer: ["choir"], mute: [] }, at)[0]!.why;
    expect(why(aStory("a", { outlets: 2, title: "Choir wins prize" }))).toBe("2 outlets, newest 1 h old, about choir");
    expect(why(aStory("b", { outlets: 3, copies: true, langs: ["en", "uk"] }))).toBe(
      "1 outlet in its own words, 3 with copies, 2 languages, newest 1 h old",
    );
  });
});
