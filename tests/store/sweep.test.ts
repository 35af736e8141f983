import { beforeEach, describe, expect, test } from "vitest";
import { letGoOld } from "../../src/app/let-go.ts";
import type { Stores } from "../../src/model/stores.ts";
import { parseQuestion } from "../../src/quotes/query.ts";
import { openStores } from "../../src/store/open.ts";
import { aChannel, aDelivery, anArticle, anEdition, aQuote, aSubscription } from "../build.ts";

const day = 86_400_000;
const now = new Date("2026-11-24T06:00Z");
const ago = (days: number): Date => new Date(now.getTime() - days * day);
const text = "He said “The lights will stay on all winter long” in Hollen.";
let stores: Stores;

beforeEach(async () => {
  stores = await openStores(":memory:");
  return () => stores.close();
});

/** An article that was read so many days ago, with a quotation. */
async function read(id: string, days: number): Promise<void> {
  const { article } = await stores.articles.put(anArticle({ id, text, fetchedAt: ago(days), publishedAt: ago(days) }), [`url:${id}`]);
  await stores.quotes.add(article, [
    aQuote({ id: `q${id}`, articleId: id, text: text.slice(9, 48), start: 9, end: 48, context: { start: 0, end: text.length } }),
  ]);
}

/** An edition that was made so many days ago, and what became of it in one channel. */
async function made(id: string, days: number, state: "sent" | "queued" | "unknown"): Promise<void> {
  await stores.subscriptions.putChannel(aChannel({ id: `fake:${id}` }));
  await stores.subscriptions.put(aSubscription({ channelId: `fake:${id}`, coveredTo: ago(400) }));
  const edition = anEdition({ id, madeAt: ago(days) });
  await stores.outbox.enqueue(edition, [
    { channelId: `fake:${id}`, subscriptionId: "world", parts: 1, dueAt: ago(days), coveredTo: ago(days) },
  ]);
  if (state === "queued") return;
  const [claimed] = await stores.outbox.claim("fake", now, 90_000, 1);
  await stores.outbox.settle({ ...aDelivery(claimed), state, ...(state === "sent" && { messageId: "m", sentAt: ago(days) }) });
}

const letGo = (keepDays: number): Promise<void> => letGoOld(stores, keepDays, () => now, AbortSignal.timeout(10_000));
const found = async (): Promise<number> =>
  (await stores.quotes.search(parseQuestion("lights winter", now), { offset: 0, limit: 9 }, now)).total;

describe("what is older than the settings keep", () => {
  test("goes: articles with their names and quotations, editions with their deliveries", async () => {
    await read("old", 40);
    await read("young", 20);
    await made("eold", 40, "sent");
    await made("eyoung", 20, "sent");
    await letGo(30);
    expect(await stores.articles.find("old")).toBeUndefined();
    expect(await stores.articles.findByAlias("url:old")).toBeUndefined();
    expect(await stores.articles.find("young")).toBeDefined();
    expect(await found()).toBe(1);
    expect(await stores.outbox.findEdition("eold")).toBeUndefined();
    expect(await stores.outbox.ofChannel("fake:eold", 9)).toEqual([]);
    expect(await stores.outbox.ofChannel("fake:eyoung", 9)).toHaveLength(1);
  });

  test.each(["queued", "unknown"] as const)("stays while a delivery of it is %s", async (state) => {
    await made("eold", 40, state);
    await letGo(30);
    expect(await stores.outbox.findEdition("eold")).toBeDefined();
  });

  test("goes in steps, however much it is", async () => {
    for (let number = 0; number < 120; number++) await read(`old${number}`, 50);
    await letGo(30);
    expect(await found()).toBe(0);
  });

  test("is looked for once a day", async () => {
    await letGo(30);
    await read("old", 40);
    await letGo(30);
    expect(await stores.articles.find("old")).toBeDefined();
  });
});

describe("an entry that was seen", () => {
  const isNew = async (key: string): Promise<boolean> => !(await stores.sources.findSeen("feed", [key])).has(key);

  test("is forgotten when its feed has long shown others", async () => {
    await stores.sources.addSeen("feed", ["gone"], ago(90));
    await stores.sources.addSeen("feed", ["later"], ago(1));
    await letGo(30);
    expect(await isNew("gone")).toBe(true);
  });

  test("is never forgotten while it stands in its feed, nor by a feed that stands still", async () => {
    await stores.sources.addSeen("feed", ["evergreen"], ago(90));
    await letGo(30);
    expect(await isNew("evergreen")).toBe(false);
    await stores.sources.addSeen("feed", ["evergreen", "later"], now);
    await stores.ledger.set("swept", undefined);
    await letGo(30);
    expect(await isNew("evergreen")).toBe(false);
  });
});
