import { describe, expect, test } from "vitest";
import { buildEditionStory, editionIdFrom, outletsOf } from "../../src/digest/edition.ts";
import { readFilters } from "../../src/digest/filter.ts";
import type { Filter } from "../../src/model/delivery.ts";
import type { Quote } from "../../src/model/quote.ts";
import type { Story } from "../../src/model/story.ts";
import { aBullet, aForm, anArticle, aQuote, aSlot } from "../build.ts";

const aStory = (changes: Partial<Story> = {}): Story => ({ id: "s1", articles: [anArticle()], voices: {}, reasons: {}, ...changes });
const summary = { title: "Ports agree on night sailings", bullets: [aBullet()] };
const tell = (quotes: readonly Quote[], form = aForm()) => buildEditionStory({ story: aStory(), why: "", summary, quotes }, { form });

describe("an edition's story", () => {
  test("at most one quote is told: a whole utterance before a fragment", () => {
    const fragment = aQuote({ id: "q1", kind: "mixed", text: "a long and very careful winter" });
    expect(tell([fragment, aQuote({ id: "q2" })]).quotes.map(({ id }) => id)).toEqual(["q2"]);
  });

  test("a quote that ends where its sentence does is told before one that breaks off", () => {
    const brokenOff = aQuote({ id: "q1", text: "The lights will stay on all winter long," });
    expect(tell([brokenOff, aQuote({ id: "q2", text: "Nobody here has seen such a storm before." })]).quotes.map(({ id }) => id)).toEqual([
      "q2",
    ]);
  });

  test.each([
    ["by somebody without a name", { speaker: { kind: "unnamed" as const, description: "an official" } }],
    ["of a few words", { text: "Never again" }],
    ["of a whole speech", { text: "word ".repeat(60).trim() }],
    ["that a bullet repeats", { text: "will allow night sailings from December" }],
  ])("a quote %s does not earn its place", (_, changes) => {
    expect(tell([aQuote(changes)]).quotes).toEqual([]);
  });

  test("a form without quotes has none, and no story has more bullets than the form", () => {
    const story = buildEditionStory(
      { story: aStory(), why: "", summary: { ...summary, bullets: [aBullet(), aBullet(), aBullet()] }, quotes: [aQuote()] },
      { form: aForm({ quotes: false, bullets: 2 }) },
    );
    expect([story.quotes.length, story.bullets.length]).toEqual([0, 2]);
  });

  test("a bullet that only says the headline over again is left out, unless it is the only one", () => {
    const repeated = { title: "Ports agree on night sailings", bullets: [aBullet({ text: "Ports agree on night sailings." }), aBullet()] };
    const tellIt = (bullets: typeof repeated.bullets) =>
      buildEditionStory({ story: aStory(), why: "", summary: { ...repeated, bullets }, quotes: [] }, { form: aForm() }).bullets.length;
    expect([tellIt(repeated.bullets), tellIt(repeated.bullets.slice(0, 1))]).toEqual([1, 1]);
  });

  test("copies of one text count for the outlet that had it first", () => {
    const at = (hour: number) => new Date(Date.UTC(2026, 10, 24, hour));
    const articles = [
      anArticle({ id: "a3", outlet: "Echo", publishedAt: at(9) }),
      anArticle({ id: "a2", outlet: "Courier", publishedAt: at(8) }),
      anArticle({ id: "a1", outlet: "Wire", publishedAt: at(7) }),
      anArticle({ id: "a4", outlet: "Wire", publishedAt: at(10) }),
    ];
    expect(outletsOf(aStory({ articles, voices: { a1: 0, a2: 0, a3: 1, a4: 2 } }))).toEqual(["Wire", "Echo"]);
  });
});

test("an edition's id follows from what was asked for", () => {
  const frame = { slot: aSlot(), audience: "schedule|bullets", coversFrom: new Date("2026-11-23T06:00Z") };
  const changed = [
    { ...frame, audience: "other" },
    { ...frame, coversFrom: new Date(0) },
    { ...frame, slot: aSlot({ zone: "Europe/Helsinki" }) },
  ];
  const ids = [frame, { ...frame }, ...changed].map((each) => editionIdFrom("world", each));
  expect(ids[0]).toMatch(/^e[a-z0-9]{12}$/);
  expect(new Set(ids).size).toBe(4);
});

describe("a channel's words", () => {
  const filter = (mode: Filter["mode"], pattern: string): Filter => ({ id: pattern, mode, pattern });
  const story = aStory({ articles: [anArticle({ title: "Ferries return to Hollen", text: "The mayor’s office said “no more delays”." })] });

  test.each([
    [[], true],
    [[filter("exclude", "ferr")], false],
    [[filter("exclude", "erries")], true],
    [[filter("include", "trains")], false],
    [[filter("include", "trains"), filter("include", "HOLLEN")], true],
    [[filter("include", "hollen"), filter("exclude", "delays")], false],
    [[filter("include", "more delays")], true],
    [[filter("include", "mayor's office")], true],
    [[filter("include", "/ferr(y|ies)/")], true],
    [[filter("include", "/^ferr.* hollen$/")], true],
    [[filter("include", "/ferry/")], false],
    [[filter("exclude", "/no (more|less) delays/i")], false],
  ])("%j lets the story through: %s", async (filters, passes) => {
    expect((await readFilters(filters))(story)).toBe(passes);
  });

  test("an article far down in its text speaks of many things, so only its opening counts", async () => {
    const long = aStory({ articles: [anArticle({ text: `${"Something else happened. ".repeat(60)}Football.` })] });
    expect((await readFilters([filter("exclude", "football"), filter("exclude", "/football/")]))(long)).toBe(true);
  });
});
