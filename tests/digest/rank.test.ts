import { describe, expect, test } from "vitest";
import { rankStories } from "../../src/digest/rank.ts";
import type { Story } from "../../src/model/story.ts";
import { anArticle } from "../build.ts";

const at = new Date("2026-11-24T06:00Z");
const hoursAgo = (hours: number): Date => new Date(at.getTime() - hours * 3_600_000);

/** A story told by so many voices, one article each. */
function aStory(id: string, { voices = 1, ageHours = 1, title = "Ports agree on night sailings", copies = false } = {}): Story {
  const articles = Array.from({ length: voices }, (_, index) =>
    anArticle({ id: `${id}-${index}`, title, publishedAt: hoursAgo(ageHours) }),
  );
  return { id, articles, voices: Object.fromEntries(articles.map((article, index) => [article.id, copies ? 0 : index])), reasons: [] };
}

const plain = { prefer: [], mute: [] };
const order = (stories: readonly Story[], topics: { prefer: readonly string[]; mute: readonly string[] } = plain): readonly string[] =>
  rankStories(stories, topics, at).map(({ story }) => story.id);

describe("the order of an edition", () => {
  test("puts what more outlets tell first", () => {
    expect(order([aStory("one"), aStory("three", { voices: 3 })])).toEqual(["three", "one"]);
  });

  test("counts copies of one text once", () => {
    expect(order([aStory("copied", { voices: 5, copies: true }), aStory("told", { voices: 2 })])).toEqual(["told", "copied"]);
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
    const stories = [aStory("a"), aStory("b"), aStory("c", { voices: 2 })];
    expect(order(stories.toReversed())).toEqual(order(stories));
  });

  test("gives the reason for each place in words", () => {
    const [first] = rankStories([aStory("a", { voices: 2, title: "Choir wins prize" })], { prefer: ["choir"], mute: [] }, at);
    expect(first!.why).toBe("2 outlets, newest 1 h old, about choir");
  });
});
