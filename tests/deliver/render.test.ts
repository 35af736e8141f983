import { expect, test } from "vitest";
import { renderEdition, titleOf } from "../../src/deliver/render.ts";
import type { Block } from "../../src/model/message.ts";
import { aBullet, aForm, anEdition, anEditionStory, aQuote, aSlot } from "../build.ts";

const blocksOf = (kind: Block["kind"], ...[edition, lang = "en"]: [ReturnType<typeof anEdition>, string?]): readonly Block[] =>
  renderEdition(edition, lang).blocks.filter((block) => block.kind === kind);

test("the heading says what it is, for when, and how much", () => {
  const edition = anEdition({ stories: [anEditionStory(), anEditionStory({ storyId: "s2" })] });
  expect(blocksOf("heading", edition)).toEqual([
    { kind: "heading", text: "World · Tuesday morning", aside: "24 Nov, 08:00 Kyiv · 2 stories" },
  ]);
});

test("a Ukrainian digest speaks Ukrainian, with its own plurals", () => {
  const edition = anEdition({ digestName: "Україна", lang: "uk", stories: [anEditionStory({ outlets: ["А", "Б"] })] });
  expect(blocksOf("heading", edition)).toEqual([
    { kind: "heading", text: "Україна · вівторок, ранок", aside: "24 лист., 08:00 Київ · 1 новина" },
  ]);
  expect(blocksOf("story", edition)).toMatchObject([{ aside: "2 видання", buttons: [{ label: "Джерела" }] }]);
});

test("a digest in a language without words of ours takes those of the channel", () => {
  expect(titleOf(anEdition({ lang: "fi" }), "uk")).toBe("World · вівторок, ранок");
});

test("the part of the day follows the reader's clock", () => {
  const titles = ["2026-11-24T01:00Z", "2026-11-24T10:00Z", "2026-11-24T16:30Z", "2026-11-24T21:30Z"].map((at) =>
    titleOf(anEdition({ slot: aSlot({ at: new Date(at) }) }), "en"),
  );
  expect(titles).toEqual(["World · Tuesday night", "World · Tuesday afternoon", "World · Tuesday evening", "World · Tuesday night"]);
});

test("a story has its number, its linked title, its outlets and a button to its sources", () => {
  expect(blocksOf("story", anEdition())).toEqual([
    {
      kind: "story",
      number: 1,
      title: [{ text: "Ports agree on night sailings", link: "https://outlet.example/ports" }],
      aside: "1 outlet",
      buttons: [{ label: "Sources", call: "sources e000000000001 1" }],
    },
  ]);
});

test("a title links to web addresses alone", () => {
  const [article] = anEditionStory().articles;
  const edition = anEdition({ stories: [anEditionStory({ articles: [{ ...article!, url: "file:///etc/passwd" }] })] });
  expect(blocksOf("story", edition)).toMatchObject([{ title: "Ports agree on night sailings" }]);
});

test("a quote names its speaker with the role, and who relayed it", () => {
  const edition = anEdition({ stories: [anEditionStory({ quotes: [aQuote({ relayedVia: "Radio Selholm" }), aQuote({ id: "q2" })] })] });
  expect(blocksOf("quote", edition)).toEqual([
    {
      kind: "quote",
      text: "The lights will stay on all winter long",
      speaker: [{ text: "Ilse Varn", style: "bold" }, { text: ", harbour master of Hollen" }],
      source: "via Radio Selholm",
    },
  ]);
});

test("a speaker without a name is given in plain type, as the article has it", () => {
  const edition = anEdition({
    stories: [anEditionStory({ quotes: [aQuote({ speaker: { kind: "unnamed", description: "a senior official" } })] })],
  });
  expect(blocksOf("quote", edition)).toMatchObject([{ speaker: [{ text: "a senior official" }] }]);
});

test("no quote is shown where the form wants none", () => {
  expect(blocksOf("quote", anEdition({ form: aForm({ quotes: false }), stories: [anEditionStory({ quotes: [aQuote()] })] }))).toEqual([]);
});

test("a brief has one bullet, and no form has more than it asks for", () => {
  const stories = [anEditionStory({ bullets: [aBullet(), aBullet(), aBullet()] })];
  const counts = [aForm({ style: "brief" }), aForm({ bullets: 2 })].map((form) => blocksOf("bullet", anEdition({ form, stories })).length);
  expect(counts).toEqual([1, 2]);
});

test("a one-liner is a line a story: the headline with its link, and the outlets", () => {
  const edition = anEdition({ form: aForm({ style: "one-liner" }), stories: [anEditionStory({ title: "Ports agree on night sailings" })] });
  expect(blocksOf("story", edition)).toEqual([]);
  expect(blocksOf("bullet", edition)).toMatchObject([
    {
      text: [
        { text: "Ports agree on night sailings", link: expect.stringMatching(/^https:/) },
        { text: expect.stringMatching(/^ · \d outlet/) },
      ],
    },
  ]);
});

test("a one-liner whose story was taken back is struck", () => {
  const stories = [anEditionStory({ bullets: [aBullet({ sign: "withdrawn" })] })];
  expect(blocksOf("bullet", anEdition({ form: aForm({ style: "one-liner" }), stories }))).toMatchObject([
    { sign: "withdrawn", text: [{ style: "strike" }, {}] },
  ]);
});

test("bullets of a story that goes on are marked as new", () => {
  const edition = anEdition({ stories: [anEditionStory({ earlierEditionId: "e000000000000" })] });
  expect(blocksOf("bullet", edition)).toMatchObject([{ sign: "new" }]);
});

test("a corrected bullet says when, a withdrawn one is struck", () => {
  const corrected = aBullet({ text: "Three ports.", sign: "corrected", changedAt: new Date("2026-11-24T12:05Z") });
  const withdrawn = aBullet({ text: "Nine ports.", sign: "withdrawn" });
  expect(blocksOf("bullet", anEdition({ stories: [anEditionStory({ bullets: [corrected, withdrawn] })] }))).toEqual([
    { kind: "bullet", text: [{ text: "Three ports." }, { text: " (corrected 14:05)", style: "quiet" }], sign: "corrected" },
    { kind: "bullet", text: [{ text: "Nine ports.", style: "strike" }], sign: "withdrawn" },
  ]);
});

test("an edition that makes up for missed ones says what it covers", () => {
  const edition = anEdition({ catchUp: true, coversFrom: new Date("2026-11-21T06:00Z") });
  expect(blocksOf("note", edition)).toMatchObject([{ text: expect.stringMatching(/^Covers 21\W+24 Nov: Quoth was away\.$/) }]);
});

test("an empty edition says since when nothing came, and offers the earlier ones", () => {
  const message = renderEdition(anEdition({ stories: [] }), "en");
  expect(message.blocks.at(-1)).toEqual({ kind: "note", text: "Nothing new since 23 Nov, 08:00 Kyiv." });
  expect(message.buttons).toEqual([[{ label: "Earlier editions", call: "earlier e000000000001" }]]);
});

test("breaking news says so", () => {
  expect(blocksOf("heading", anEdition({ instant: true }))).toEqual([
    { kind: "heading", text: "World · just in", aside: "24 Nov, 08:00 Kyiv" },
  ]);
});

test("every button's call fits the narrowest platform", () => {
  const message = renderEdition(anEdition({ stories: Array.from({ length: 12 }, () => anEditionStory({ quotes: [aQuote()] })) }), "en");
  const buttons = [
    ...(message.buttons ?? []).flat(),
    ...message.blocks.flatMap((block) => (block.kind === "story" ? (block.buttons ?? []) : [])),
  ];
  const calls = buttons.flatMap((button) => ("call" in button ? [button.call] : []));
  expect(calls).toHaveLength(16);
  expect(calls.filter((call) => call.length > 56 || !/^[\x20-\x7e]+$/.test(call))).toEqual([]);
});
