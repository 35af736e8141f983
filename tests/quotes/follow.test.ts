import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { renderEdition } from "../../src/deliver/render.ts";
import type { Stores } from "../../src/model/stores.ts";
import { extractQuotes } from "../../src/quotes/extract.ts";
import { alertFollowers, followId } from "../../src/quotes/follow.ts";
import { openStores } from "../../src/store/open.ts";
import { anArticle } from "../build.ts";
import { putFollower } from "./following.ts";

const start = new Date("2026-11-24T12:00Z");
const atMinute = (minutes: number): Date => new Date(start.getTime() + minutes * 60_000);
const signal = new AbortController().signal;
let stores: Stores;

const read = (id: string, outlet: string, text: string, minute: number) => {
  const article = anArticle({ id, outlet, text, publishedAt: atMinute(minute), fetchedAt: atMinute(minute) });
  return stores.quotes.add(article, extractQuotes(article), atMinute(minute));
};
const alert = (minute: number) => alertFollowers(stores, atMinute(minute), signal);

beforeEach(async () => {
  stores = await openStores(":memory:");
  await read("a0", "Varn Courier", "“The lights are back on this coast,” said Ingrid Solvang.", -60);
  await putFollower(stores, { id: "fake:1", lang: "en" }, "Solvang", start);
  await putFollower(stores, { id: "fake:2", lang: "uk" }, "Solvang", start);
});
afterEach(() => stores.close());

describe("following a speaker", () => {
  test("what is said next goes to every channel that follows, once", async () => {
    await read("a1", "Varn Courier", "“No captain will be asked to sail tonight,” said Ingrid Solvang.", 1);
    expect(await alert(2)).toHaveLength(2);
    expect(await alert(3)).toHaveLength(0);
    expect(await alert(30)).toHaveLength(0);
    expect((await stores.outbox.counts()).queued).toBe(2);
  });

  test("what was said before is not told", async () => {
    expect(await alert(1)).toHaveLength(0);
  });

  test("a second outlet with the same words is no second alert, and is counted when it comes in time", async () => {
    await read("a1", "Varn Courier", "“No captain will be asked to sail tonight,” said Ingrid Solvang.", 1);
    await read("a2", "Hollen Post", "“No captain will be asked to sail tonight,” Ingrid Solvang said.", 1);
    const [edition] = await alert(2);
    expect(edition?.stories.map(({ outlets }) => outlets)).toEqual([["Varn Courier", "Hollen Post"]]);
    await read("a3", "Radio Selholm", "“No captain will be asked to sail tonight,” said Ingrid Solvang.", 20);
    expect(await alert(21)).toHaveLength(0);
  });

  test("after an alert the next one waits, and nothing of the time between is lost", async () => {
    await read("a1", "Varn Courier", "“No captain will be asked to sail tonight,” said Ingrid Solvang.", 1);
    await alert(2);
    await read("a2", "Varn Courier", "“The pilots have come home from the ice,” said Ingrid Solvang.", 4);
    expect(await alert(5)).toHaveLength(0);
    expect((await alert(13))[0]?.stories[0]?.quotes[0]?.text).toContain("pilots have come home");
  });

  test("an old article that is found late is no news", async () => {
    const old = anArticle({
      id: "a1",
      text: "“The ferry was never ours at all,” said Ingrid Solvang.",
      publishedAt: atMinute(-5_000),
      fetchedAt: atMinute(1),
    });
    await stores.quotes.add(old, extractQuotes(old), atMinute(1));
    expect(await alert(2)).toHaveLength(0);
  });

  test("a paused subscription gets nothing", async () => {
    await stores.subscriptions.put({ ...(await stores.subscriptions.find("fake:1", followId))!, state: "paused" });
    await read("a1", "Varn Courier", "“No captain will be asked to sail tonight,” said Ingrid Solvang.", 1);
    expect((await alert(2)).map(({ lang }) => lang)).toEqual(["uk"]);
  });

  test("an alert reads like a quote: who, the words, where, in the channel's language", async () => {
    await read("a1", "Varn Courier", "“No captain will be asked to sail tonight,” said Ingrid Solvang, harbour master.", 1);
    const [english, ukrainian] = await alert(2);
    const { blocks, buttons } = renderEdition(english!, "en");
    expect(blocks[0]).toMatchObject({ kind: "heading", text: "Quoted: Ingrid Solvang" });
    expect(blocks[1]).toMatchObject({ kind: "quote", text: "No captain will be asked to sail tonight," });
    expect(buttons?.flat().map(({ label }) => label)).toEqual(["Context", "Card"]);
    expect(renderEdition(ukrainian!, "uk").blocks[0]).toMatchObject({ text: "Процитовано: Ingrid Solvang" });
  });
});
