import { describe, expect, test } from "vitest";
import { type Corrections, correctEdition } from "../../src/digest/correct.ts";
import type { Edition } from "../../src/model/digest.ts";
import type { Bullet } from "../../src/model/story.ts";
import { aBullet, anArticle, anEdition, anEditionStory, aQuote } from "../build.ts";

const text =
  "Three ports will allow night sailings from 1 December, harbour masters said.\n\nThe ban has cost 40 million crowns.\n\n“The lights will stay on all winter long,” Ilse Varn said.";
const first = anArticle({ text });
const at = new Date("2026-11-24T12:05Z");

function bulletOn(sentence: string, change: Partial<Bullet> = {}): Bullet {
  const start = text.indexOf(sentence);
  const evidence = [{ articleId: first.id, version: 1, spans: [{ start, end: start + sentence.length }], edits: [] }];
  return aBullet({ text: sentence, evidence, ...change });
}

const ports = bulletOn("Three ports will allow night sailings from 1 December, harbour masters said.");
const cost = bulletOn("The ban has cost 40 million crowns.");
const edition = anEdition({ stories: [anEditionStory({ bullets: [ports, cost], quotes: [aQuote()] })] });

/** The edition after its one article reads `after`. */
function afterwards(after: string, change: Partial<Corrections> = {}, of: Edition = edition): Edition | undefined {
  return correctEdition(of, {
    find: (id, version) => (id === first.id && version === 1 ? first : undefined),
    changed: new Map([[first.id, anArticle({ text: after, version: 2 })]]),
    withdrawn: new Set(),
    mentions: () => [],
    maxWords: 30,
    at,
    ...change,
  });
}

describe("an edition whose article changed", () => {
  test("is left alone when the change is elsewhere in the article", () => {
    expect(afterwards(`${text}\n\nUpdated to add a map. 57 comments.`)).toBeUndefined();
  });

  test("is left alone when only marks, case or spaces changed", () => {
    expect(afterwards(text.replaceAll("“", '"').replaceAll("”", '"').replace("harbour masters", "Harbour Masters"))).toBeUndefined();
  });

  test("tells a bullet anew from the sentence as it reads now, and keeps what it said before", () => {
    const [bullet, other] = afterwards(text.replace("1 December", "15 December"))!.stories[0]!.bullets;
    expect(bullet).toMatchObject({
      text: "Three ports will allow night sailings from 15 December, harbour masters said.",
      sign: "corrected",
      changedAt: at,
      before: { text: ports.text, evidence: ports.evidence },
      evidence: [{ articleId: first.id, version: 2, spans: [{ start: 0 }] }],
    });
    expect(other).toBe(cost);
  });

  test("strikes a bullet whose sentence was taken out of the article", () => {
    const [, bullet] = afterwards(text.replace("The ban has cost 40 million crowns.\n\n", ""))!.stories[0]!.bullets;
    expect(bullet).toMatchObject({ text: cost.text, sign: "withdrawn", changedAt: at });
  });

  test("drops a quotation that the article no longer has", () => {
    expect(afterwards(text.replace("all winter long", "until spring"))!.stories[0]!.quotes).toEqual([]);
  });

  test("is not corrected twice for one change", () => {
    const after = text.replace("1 December", "15 December");
    const once = afterwards(after)!;
    const second = anArticle({ text: after, version: 2 });
    expect(afterwards(after, { find: (_, version) => (version === 1 ? first : second) }, once)).toBeUndefined();
  });
});

describe("an article that its outlet took back", () => {
  const withdrawn = { changed: new Map(), withdrawn: new Set([first.id]) };

  test("strikes its bullets and takes its quotations along", () => {
    const [story] = afterwards("", withdrawn)!.stories;
    expect(story!.bullets.map(({ sign }) => sign)).toEqual(["withdrawn", "withdrawn"]);
    expect(story!.quotes).toEqual([]);
  });

  test("leaves a bullet standing that another outlet carries too", () => {
    const shared = { ...ports, evidence: [...ports.evidence, { articleId: "a2", version: 1, spans: [{ start: 0, end: 9 }], edits: [] }] };
    const of = anEdition({ stories: [anEditionStory({ bullets: [shared] })] });
    expect(afterwards("", withdrawn, of)).toBeUndefined();
  });
});
