import { describe, expect, test } from "vitest";
import type { Channel, Delivery, Subscription } from "../../src/model/delivery.ts";
import type { Edition } from "../../src/model/digest.ts";
import type { EnqueueRow, Outbox, SubscriptionStore } from "../../src/model/outbox.ts";
import type { ArticleStore, Ledger, StoryStore } from "../../src/model/stores.ts";
import { aChannel, anArticle, anEdition, anEditionStory, aQuote, aSubscription } from "../build.ts";

export interface StoresUnderTest {
  readonly articles: ArticleStore;
  readonly subscriptions: SubscriptionStore;
  readonly outbox: Outbox;
  readonly ledger: Ledger;
  readonly stories: StoryStore;
}

const hour = 3_600_000;
const slotAt = new Date("2026-11-24T06:00Z");
const past = (ms: number): Date => new Date(slotAt.getTime() + ms);

/** What every store of subscriptions, deliveries and small memories must do, whatever it is made of. */
export function testStores(name: string, open: () => Promise<StoresUnderTest>): void {
  const filled = async (...channels: readonly string[]): Promise<StoresUnderTest> => {
    const stores = await open();
    for (const id of channels) await subscribe(stores, aChannel({ id }), aSubscription({ channelId: id }));
    return stores;
  };

  describe(`${name}: subscriptions`, () => {
    test("a subscription comes back as it was put", async () => {
      const { subscriptions } = await filled("fake:1");
      const subscription = aSubscription({
        filters: [{ id: "f1", mode: "exclude", pattern: "football" }],
        mention: "role-7",
        options: { silent: "yes" },
        sendEmpty: true,
        state: "paused",
        stateReason: "on holiday",
      });
      await subscriptions.put(subscription);
      expect(await subscriptions.find("fake:1", "world")).toEqual(subscription);
    });

    test("what a subscription covers never goes back", async () => {
      const { subscriptions } = await filled("fake:1");
      await subscriptions.put(aSubscription({ coveredTo: past(-86_400_000 * 9) }));
      expect((await subscriptions.find("fake:1", "world"))?.coveredTo).toEqual(aSubscription().coveredTo);
    });

    test("due are the active ones whose slot has come, oldest first", async () => {
      const { subscriptions } = await filled("fake:1", "fake:2", "fake:3", "fake:4", "fake:5");
      const put = (channelId: string, changes: Partial<Subscription>) => subscriptions.put(aSubscription({ channelId, ...changes }));
      await put("fake:2", { nextAt: past(-1_000) });
      await put("fake:3", { nextAt: past(1) });
      await put("fake:4", { state: "paused" });
      await put("fake:5", { mode: "instant" });
      expect((await subscriptions.due(slotAt, 10)).map(({ channelId }) => channelId)).toEqual(["fake:2", "fake:1"]);
      expect((await subscriptions.due(slotAt, 1)).map(({ channelId }) => channelId)).toEqual(["fake:2"]);
      expect(await subscriptions.nextDueAt()).toEqual(past(-1_000));
      expect((await subscriptions.instant("world")).map(({ channelId }) => channelId)).toEqual(["fake:5"]);
    });

    test("the digests that somebody gets are named once each", async () => {
      const { subscriptions } = await filled("fake:1", "fake:2");
      await subscriptions.put(aSubscription({ id: "science", digestId: "science" }));
      await subscriptions.put(aSubscription({ id: "sport", digestId: "sport", state: "paused" }));
      expect(await subscriptions.digestIds()).toEqual(["science", "world"]);
    });

    test("a suspended channel keeps its subscriptions, and gets them back", async () => {
      const { subscriptions } = await filled("fake:1");
      expect(await subscriptions.suspendChannel("fake:1", "Quoth was removed.")).toBe(true);
      expect(await subscriptions.suspendChannel("fake:1", "Quoth was silenced.")).toBe(false);
      expect(await subscriptions.find("fake:1", "world")).toMatchObject({ state: "suspended", stateReason: "Quoth was removed." });
      expect(await subscriptions.due(slotAt, 10)).toEqual([]);
      expect(await subscriptions.reviveChannel("fake:1", slotAt, past(-1))).toBe(true);
      expect(await subscriptions.find("fake:1", "world")).toEqual(aSubscription());
      expect(await subscriptions.reviveChannel("fake:1", slotAt, past(-1))).toBe(false);
    });

    test("what a suspended channel did not get waits for its return: the refused, its parts and the queue behind it, each once", async () => {
      const stores = await filled("fake:1");
      await stores.outbox.enqueue(earlier("e2", -1), [rowFor("fake:1", { coveredTo: past(-3_600_000) })]);
      await enqueueFor(stores, "fake:1");
      const [claimed] = await stores.outbox.claim("fake", slotAt, 90_000, 1);
      await stores.outbox.addParts(claimed!, 2);
      await settle(stores, claimed!, { state: "refused", problem: "channel-gone", firstTriedAt: slotAt });
      await stores.subscriptions.suspendChannel("fake:1", "Quoth was removed.", claimed!.id);
      expect((await statesOf(stores, "fake:1")).toSorted()).toEqual(["dropped", "dropped", "refused"]);
      await stores.subscriptions.reviveChannel("fake:1", past(60_000), past(-3_600_000));
      expect(await statesOf(stores, "fake:1")).toEqual(["queued", "queued", "queued"]);
      expect(await stores.outbox.nextDueAt("fake")).toEqual(past(60_000));
    });

    test("what was refused for another reason, or is too old, is not sent on the channel's return", async () => {
      const stores = await filled("fake:1");
      await stores.outbox.enqueue(earlier("e2", -1), [rowFor("fake:1", { coveredTo: past(-3_600_000) })]);
      const [claimed] = await stores.outbox.claim("fake", slotAt, 90_000, 1);
      await settle(stores, claimed!, { state: "refused", problem: "content" });
      await enqueueFor(stores, "fake:1");
      await stores.subscriptions.suspendChannel("fake:1", "Quoth was removed.");
      await stores.subscriptions.reviveChannel("fake:1", past(60_000), past(1));
      expect(await statesOf(stores, "fake:1")).toEqual(["dropped", "refused"]);
    });

    test("suspending drops what is queued for the channel and for no other", async () => {
      const stores = await filled("fake:1", "fake:2");
      await enqueueFor(stores, "fake:1", "fake:2");
      await stores.subscriptions.suspendChannel("fake:1", "gone");
      expect(await statesOf(stores, "fake:1")).toEqual(["dropped"]);
      expect(await statesOf(stores, "fake:2")).toEqual(["queued"]);
    });

    test("a pause survives the suspension of its channel", async () => {
      const { subscriptions } = await filled("fake:1");
      await subscriptions.put(aSubscription({ state: "paused" }));
      await subscriptions.suspendChannel("fake:1", "gone");
      await subscriptions.reviveChannel("fake:1", slotAt, slotAt);
      expect((await subscriptions.find("fake:1", "world"))?.state).toBe("paused");
    });

    test("a moved channel takes along subscriptions, deliveries and settings", async () => {
      const stores = await filled("fake:1");
      await enqueueFor(stores, "fake:1");
      await stores.subscriptions.putSetting("fake:1", "managers", "admins");
      await stores.subscriptions.moveChannel("fake:1", "fake:-100");
      expect(await stores.subscriptions.findChannel("fake:1")).toBeUndefined();
      expect(await stores.subscriptions.findChannel("fake:-100")).toEqual(aChannel({ id: "fake:-100", address: "-100" }));
      expect((await stores.subscriptions.ofChannel("fake:-100")).map(({ id }) => id)).toEqual(["world"]);
      expect(await statesOf(stores, "fake:-100")).toEqual(["queued"]);
      expect(await stores.subscriptions.setting("fake:-100", "managers")).toBe("admins");
    });

    test("two channels that become one lose nothing: ids that meet get a number", async () => {
      const stores = await filled("fake:1", "fake:2");
      await enqueueFor(stores, "fake:1", "fake:2");
      await stores.subscriptions.moveChannel("fake:1", "fake:2");
      expect((await stores.subscriptions.ofChannel("fake:2")).map(({ id }) => id).sort()).toEqual(["world", "world-2"]);
      expect(await statesOf(stores, "fake:2")).toEqual(["queued", "queued"]);
    });

    test("a channel that was moved already is left alone", async () => {
      const { subscriptions } = await filled("fake:2");
      await subscriptions.moveChannel("fake:1", "fake:2");
      expect((await subscriptions.ofChannel("fake:2")).map(({ id }) => id)).toEqual(["world"]);
    });

    test("settings are found by channel and by key, and go away when unset", async () => {
      const { subscriptions } = await filled("fake:1");
      await subscriptions.putSetting("fake:1", "follow", "varn");
      await subscriptions.putSetting("fake:2", "follow", "holm");
      expect(await subscriptions.settings("follow")).toEqual([
        { channelId: "fake:1", value: "varn" },
        { channelId: "fake:2", value: "holm" },
      ]);
      await subscriptions.putSetting("fake:1", "follow", undefined);
      expect(await subscriptions.setting("fake:1", "follow")).toBeUndefined();
    });

    test("a forgotten channel leaves no row behind, and the number of rows is told", async () => {
      const stores = await filled("fake:1");
      await enqueueFor(stores, "fake:1");
      await stores.subscriptions.putSetting("fake:1", "follow", "varn");
      for (const address of ["1", "11"]) await stores.ledger.set(`adapter:fake:manager:${address}`, "77 en");
      expect(await stores.subscriptions.forget("fake:1")).toBe(4);
      expect(await stores.subscriptions.findChannel("fake:1")).toBeUndefined();
      expect(await stores.ledger.get("adapter:fake:manager:1")).toBeUndefined();
      expect(await stores.ledger.get("adapter:fake:manager:11")).toBe("77 en");
      expect(await stores.outbox.ofChannel("fake:1", 10)).toEqual([]);
    });
  });

  describe(`${name}: stories`, () => {
    const reason = { kind: "joined", articleId: "a2", score: 0.4, words: ["Dorvik"] } as const;
    const told = async (stores: StoresUnderTest, ...channels: readonly string[]) =>
      stores.stories.told(
        "world",
        channels.map((channelId) => ({ channelId, id: "world" })),
        ["s1"],
      );
    const tell = (stores: StoresUnderTest, id: string, articles: readonly string[], ...channels: readonly string[]) =>
      stores.outbox.enqueue(
        anEdition({
          id,
          slot: { ...anEdition().slot, at: past(Number(id.at(-1)) * 60_000) },
          stories: [anEditionStory({ storyId: "s1", articles: articles.map((article) => ({ ...anArticle(), id: article })) })],
        }),
        channels.map((channelId) => rowFor(channelId, { coveredTo: past(Number(id.at(-1)) * 60_000) })),
      );

    test("an article keeps its reasons until there are others", async () => {
      const { stories } = await filled("fake:1");
      await stories.assign(new Map([["a1", "s1"]]), new Map([["a1", [reason]]]), slotAt);
      await stories.assign(new Map([["a1", "s2"]]), new Map([["a1", []]]), slotAt);
      expect(await stories.reasons("a1")).toEqual([reason]);
      expect([...(await stories.assignments(slotAt))]).toEqual([["a1", "s2"]]);
      expect(await stories.reasons("a9")).toEqual([]);
    });

    test("a story was told to those whom an edition brought it, with every article of it, and to nobody else", async () => {
      const stores = await filled("fake:1", "fake:2");
      await tell(stores, "e1", ["a1"], "fake:1");
      await tell(stores, "e2", ["a1", "a2"], "fake:1");
      expect([...(await told(stores, "fake:1", "fake:2"))]).toEqual([["s1", { editionId: "e2", articleIds: ["a1", "a2"] }]]);
      expect((await told(stores, "fake:2")).size).toBe(0);
    });

    test("a delivery that was refused told nothing", async () => {
      const stores = await filled("fake:1");
      await tell(stores, "e1", ["a1"], "fake:1");
      const [claimed] = await stores.outbox.claim("fake", past(3_600_000), 90_000, 10);
      await settle(stores, claimed!, { state: "refused", problem: "content" });
      expect((await told(stores, "fake:1")).size).toBe(0);
    });
  });

  describe(`${name}: outbox`, () => {
    test("an edition comes back as it was made, instants and all", async () => {
      const stores = await filled("fake:1");
      const edition = anEdition({ stories: [anEditionStory({ quotes: [aQuote()] })] });
      await stores.outbox.enqueue(edition, [rowFor("fake:1")]);
      expect(await stores.outbox.findEdition(edition.id)).toEqual(edition);
      expect(await stores.outbox.lastEdition("world", "fake:1")).toEqual(edition);
      expect(await stores.outbox.editionsSince(past(-1), 5)).toEqual([edition]);
    });

    test("enqueueing moves the subscription on", async () => {
      const stores = await filled("fake:1");
      await stores.outbox.enqueue(anEdition(), [rowFor("fake:1", { nextAt: past(86_400_000) })]);
      expect(await stores.subscriptions.find("fake:1", "world")).toMatchObject({ coveredTo: slotAt, nextAt: past(86_400_000) });
    });

    test("enqueueing twice changes nothing", async () => {
      const stores = await filled("fake:1");
      await enqueueFor(stores, "fake:1");
      const before = await stores.outbox.ofChannel("fake:1", 10);
      await enqueueFor(stores, "fake:1");
      expect(await stores.outbox.ofChannel("fake:1", 10)).toEqual(before);
    });

    test("a slot made again in another form is not sent a second time", async () => {
      const stores = await filled("fake:1");
      await enqueueFor(stores, "fake:1");
      await stores.outbox.enqueue(anEdition({ id: "e000000000002" }), [rowFor("fake:1")]);
      expect(await statesOf(stores, "fake:1")).toEqual(["queued"]);
    });

    test("who has unsubscribed meanwhile gets nothing", async () => {
      const stores = await filled("fake:1");
      await stores.subscriptions.remove("fake:1", "world");
      await enqueueFor(stores, "fake:1");
      expect(await stores.outbox.ofChannel("fake:1", 10)).toEqual([]);
    });

    test("a fan-out larger than one transaction is whole", async () => {
      const ids = Array.from({ length: 250 }, (_, place) => `fake:${place}`);
      const stores = await filled(...ids);
      await enqueueFor(stores, ...ids);
      expect((await stores.outbox.counts()).queued).toBe(250);
    });

    test("a skipped slot moves the subscription on without a delivery", async () => {
      const stores = await filled("fake:1");
      await stores.outbox.skip([{ channelId: "fake:1", subscriptionId: "world", coveredTo: slotAt, nextAt: past(60_000) }]);
      expect(await stores.subscriptions.find("fake:1", "world")).toMatchObject({ coveredTo: slotAt, nextAt: past(60_000) });
      expect(await stores.outbox.ofChannel("fake:1", 10)).toEqual([]);
    });

    test("a claim is taken once, under a lease, and remembers the first try", async () => {
      const stores = await filled("fake:1");
      await enqueueFor(stores, "fake:1");
      const [claimed] = await stores.outbox.claim("fake", slotAt, 90_000, 10);
      expect(claimed).toMatchObject({ state: "sending", attempts: 1, leaseUntil: past(90_000), firstTriedAt: slotAt });
      expect(await stores.outbox.claim("fake", slotAt, 90_000, 10)).toEqual([]);
      expect(await stores.outbox.find(claimed!.id)).toEqual(claimed);
    });

    test("what is not due yet, or belongs to another platform, is not claimed", async () => {
      const stores = await filled("fake:1");
      await stores.outbox.enqueue(anEdition(), [rowFor("fake:1", { dueAt: past(5_000) })]);
      expect(await stores.outbox.claim("fake", slotAt, 90_000, 10)).toEqual([]);
      expect(await stores.outbox.claim("other", past(9_000), 90_000, 10)).toEqual([]);
      expect(await stores.outbox.nextDueAt("fake")).toEqual(past(5_000));
      expect(await stores.outbox.nextDueAt("other")).toBeUndefined();
    });

    test("the parts of a message are claimed one after another, once each", async () => {
      const stores = await filled("fake:1");
      await enqueueFor(stores, "fake:1");
      const [first] = await stores.outbox.claim("fake", slotAt, 90_000, 10);
      await stores.outbox.addParts(first!, 3);
      await stores.outbox.addParts(first!, 3);
      expect(await stores.outbox.claim("fake", slotAt, 90_000, 10)).toEqual([]);
      await settle(stores, first!, { state: "sent", messageId: "m1" });
      const [second, ...rest] = await stores.outbox.claim("fake", slotAt, 90_000, 10);
      expect([second?.part, rest]).toEqual([1, []]);
      await settle(stores, second!, { state: "unknown" });
      expect((await stores.outbox.claim("fake", slotAt, 90_000, 10)).map(({ part }) => part)).toEqual([2]);
    });

    test("a refused part takes the parts after it along", async () => {
      const stores = await filled("fake:1");
      await enqueueFor(stores, "fake:1");
      const [first] = await stores.outbox.claim("fake", slotAt, 90_000, 10);
      await stores.outbox.addParts(first!, 3);
      await settle(stores, first!, { state: "refused", problem: "content" });
      expect(await stores.outbox.counts()).toMatchObject({ refused: 1, dropped: 2, queued: 0 });
    });

    test("an edition never overtakes an earlier one of the same channel", async () => {
      const stores = await filled("fake:1");
      await stores.subscriptions.put(aSubscription({ id: "science", digestId: "science" }));
      await stores.outbox.enqueue(anEdition({ id: "e2" }), [rowFor("fake:1", { subscriptionId: "science" })]);
      const early = { at: past(-3_600_000), local: "2026-11-24T07:00", zone: "Europe/Kyiv" };
      await stores.outbox.enqueue(anEdition({ id: "e1", slot: early }), [rowFor("fake:1", { dueAt: past(30_000) })]);
      expect(await stores.outbox.claim("fake", slotAt, 90_000, 10)).toEqual([]);
      expect(await stores.outbox.nextDueAt("fake")).toEqual(past(30_000));
      expect((await stores.outbox.claim("fake", past(30_000), 90_000, 10)).map(({ editionId }) => editionId)).toEqual(["e1"]);
    });

    test("claims come oldest slot first and no more than asked for", async () => {
      const stores = await filled("fake:1", "fake:2", "fake:3");
      await enqueueFor(stores, "fake:3");
      await stores.outbox.enqueue(earlier("e1", -2), [rowFor("fake:2")]);
      await stores.outbox.enqueue(earlier("e2", -1), [rowFor("fake:1")]);
      const claimed = await stores.outbox.claim("fake", slotAt, 90_000, 2);
      expect(claimed.map(({ channelId }) => channelId)).toEqual(["fake:2", "fake:1"]);
    });

    test("within a slot a channel's parts follow one another before the next channel's turn, whoever was put in first", async () => {
      const stores = await filled("fake:1", "fake:2");
      await enqueueFor(stores, "fake:2", "fake:1");
      const order: string[] = [];
      for (let turn = 0; turn < 3; turn++) {
        const [next] = await stores.outbox.claim("fake", slotAt, 90_000, 1);
        order.push(`${next?.channelId} ${next?.part}`);
        if (turn === 0) await stores.outbox.addParts(next!, 2);
        await settle(stores, next!, { state: "sent", messageId: `m${turn}` });
      }
      expect(order).toEqual(["fake:1 0", "fake:1 1", "fake:2 0"]);
    });

    test("an edition of a later slot waits for every channel of the earlier one, though it was put in first", async () => {
      const stores = await filled("fake:1", "fake:2", "fake:3");
      await enqueueFor(stores, "fake:1");
      await stores.outbox.enqueue(earlier("e1", -1), [rowFor("fake:2"), rowFor("fake:3")]);
      const claimed = await stores.outbox.claim("fake", slotAt, 90_000, 10);
      expect(claimed.map(({ channelId, editionId }) => `${channelId} ${editionId === "e1" ? "earlier" : "later"}`)).toEqual([
        "fake:2 earlier",
        "fake:3 earlier",
        "fake:1 later",
      ]);
    });

    test("a sending row whose lease ran out is found, and only then", async () => {
      const stores = await filled("fake:1");
      await enqueueFor(stores, "fake:1");
      const [claimed] = await stores.outbox.claim("fake", slotAt, 90_000, 10);
      expect(await stores.outbox.expired("fake", past(89_999))).toEqual([]);
      expect(await stores.outbox.expired("fake", past(90_000))).toEqual([claimed]);
    });

    test("sent deliveries of an edition are found for corrections, and the edition can be amended", async () => {
      const stores = await filled("fake:1", "fake:2");
      await enqueueFor(stores, "fake:1", "fake:2");
      const [claimed] = await stores.outbox.claim("fake", slotAt, 90_000, 1);
      await settle(stores, claimed!, { state: "sent", messageId: "m1", sentAt: slotAt });
      expect((await stores.outbox.ofEdition(anEdition().id)).map(({ messageId }) => messageId)).toEqual(["m1"]);
      const amended = anEdition({ stories: [anEditionStory({ title: "Ports put off night sailings" })] });
      await stores.outbox.amend(amended, past(60_000));
      expect(await stores.outbox.findEdition(amended.id)).toEqual(amended);
    });

    test("an edition may be on screen from the moment it is being sent, and only where it goes", async () => {
      const stores = await filled("fake:1", "fake:2");
      await enqueueFor(stores, "fake:1");
      const { id } = anEdition();
      expect(await stores.outbox.mayBeIn(id, "fake:1")).toBe(false);
      await stores.outbox.claim("fake", slotAt, 90_000, 1);
      expect(await stores.outbox.mayBeIn(id, "fake:1")).toBe(true);
      expect(await stores.outbox.mayBeIn(id, "fake:2")).toBe(false);
    });

    test("an amended edition puts its sent messages down for one edit each", async () => {
      const stores = await filled("fake:1", "fake:2");
      await enqueueFor(stores, "fake:1", "fake:2");
      const [claimed] = await stores.outbox.claim("fake", slotAt, 90_000, 1);
      await settle(stores, claimed!, { state: "sent", messageId: "m1", sentAt: slotAt });
      await stores.outbox.amend(anEdition(), past(60_000));
      expect(await stores.outbox.dueEdits("fake", past(59_999), 10)).toEqual([]);
      expect(await stores.outbox.dueEdits("other", past(60_000), 10)).toEqual([]);
      const [due, ...more] = await stores.outbox.dueEdits("fake", past(60_000), 10);
      expect(more).toEqual([]);
      expect(due).toMatchObject({ delivery: { messageId: "m1" }, attempts: 0 });
      await stores.outbox.settleEdit(due!, past(120_000));
      expect(await stores.outbox.dueEdits("fake", past(119_999), 10)).toEqual([]);
      expect(await stores.outbox.dueEdits("fake", past(120_000), 10)).toMatchObject([{ attempts: 1 }]);
      await stores.outbox.settleEdit(due!);
      expect(await stores.outbox.dueEdits("fake", past(999_999), 10)).toEqual([]);
    });

    test("an edition amended while its message is being edited is due for another edit", async () => {
      const stores = await filled("fake:1");
      await enqueueFor(stores, "fake:1");
      const [claimed] = await stores.outbox.claim("fake", slotAt, 90_000, 1);
      await settle(stores, claimed!, { state: "sent", messageId: "m1", sentAt: slotAt });
      await stores.outbox.amend(anEdition(), past(60_000));
      const [due] = await stores.outbox.dueEdits("fake", past(60_000), 10);
      await stores.outbox.amend(anEdition(), past(61_000));
      await stores.outbox.settleEdit(due!);
      expect(await stores.outbox.dueEdits("fake", past(61_000), 10)).toHaveLength(1);
    });

    test("a delivery's id is short enough to be a platform's nonce", async () => {
      const stores = await filled("fake:1");
      await enqueueFor(stores, "fake:1");
      expect((await stores.outbox.inState("queued", 10)).map(({ id }) => id)).toEqual([expect.stringMatching(/^[a-z0-9]{18}$/)]);
    });
  });

  describe(`${name}: articles`, () => {
    const [from, to] = [past(-hour), past(hour)];
    const [one, other] = ["https://one.example/feed", "https://other.example/feed"];
    const since = async ({ articles }: StoresUnderTest, sources: readonly string[], window = { from, to }) =>
      (await articles.since(sources, window.from, window.to, 10)).map(({ id }) => id);

    test("an article is found where it was first seen, in the window that holds that instant", async () => {
      const stores = await open();
      await stores.articles.put(anArticle({ id: "a1", source: one, fetchedAt: slotAt }), ["url:1"]);
      expect(await since(stores, [one])).toEqual(["a1"]);
      expect(await since(stores, [other])).toEqual([]);
      expect(await since(stores, [one], { from: slotAt, to })).toEqual([]);
    });

    test("an article that a second source carries is new there too, at its own time", async () => {
      const stores = await open();
      await stores.articles.put(anArticle({ id: "a1", source: one, fetchedAt: past(-2 * hour) }), ["url:1"]);
      await stores.articles.alsoFrom("a1", other, slotAt);
      expect(await since(stores, [other])).toEqual(["a1"]);
      expect(await since(stores, [one])).toEqual([]);
    });

    test("only the source that brought an article changes it; another one carries it from then on", async () => {
      const stores = await open();
      await stores.articles.put(anArticle({ id: "a1", hash: "1", source: one, fetchedAt: past(-2 * hour) }), ["url:1"]);
      const put = (source: string) => stores.articles.put(anArticle({ id: "a2", hash: "2", source, fetchedAt: slotAt }), ["url:1"]);
      expect(await put(other)).toMatchObject({ change: "same", article: { id: "a1", hash: "1" } });
      expect(await since(stores, [other])).toEqual(["a1"]);
      expect(await put(one)).toMatchObject({ change: "changed", article: { id: "a1", version: 2, hash: "2" } });
    });

    test("who reads both sources finds it once, when the first of them showed it", async () => {
      const stores = await open();
      await stores.articles.put(anArticle({ id: "a1", source: one, fetchedAt: past(-2 * hour) }), ["url:1"]);
      await stores.articles.alsoFrom("a1", other, slotAt);
      await stores.articles.alsoFrom("a1", other, past(1));
      expect(await since(stores, [one, other])).toEqual([]);
      expect(await since(stores, [one, other], { from: past(-3 * hour), to })).toEqual(["a1"]);
    });

    test("newest first, and no more than asked for", async () => {
      const stores = await open();
      for (const number of [1, 2, 3])
        await stores.articles.put(anArticle({ id: `a${number}`, source: one, fetchedAt: past(number) }), [`url:${number}`]);
      expect((await stores.articles.since([one], from, to, 2)).map(({ id }) => id)).toEqual(["a3", "a2"]);
    });

    test("openings are the same articles in the same order with their texts cut, more of them than are read at once", async () => {
      const stores = await open();
      for (let number = 0; number < 450; number++) {
        const article = anArticle({ id: `a${number}`, source: one, text: "word ".repeat(1000), fetchedAt: past(number % 7) });
        await stores.articles.put(article, [`url:${number}`]);
      }
      const whole = await stores.articles.since([one], from, to, 430);
      const openings = await stores.articles.openings([one], from, to, 430);
      expect(openings).toEqual(whole.map((article) => ({ ...article, text: article.text.slice(0, 1200) })));
    });
  });

  describe(`${name}: ledger`, () => {
    test("a value is kept, replaced and unset", async () => {
      const { ledger } = await open();
      await ledger.set("discord:commands", "abc");
      await ledger.set("discord:commands", "def");
      expect(await ledger.get("discord:commands")).toBe("def");
      await ledger.set("discord:commands", undefined);
      expect(await ledger.get("discord:commands")).toBeUndefined();
    });

    test("an id counts once in its scope", async () => {
      const { ledger } = await open();
      expect(await ledger.firstTime("telegram", "17", slotAt)).toBe(true);
      expect(await ledger.firstTime("telegram", "17", past(1))).toBe(false);
      expect(await ledger.firstTime("discord", "17", past(1))).toBe(true);
    });

    test("ids are forgotten after a month, so the list stays short", async () => {
      const { ledger } = await open();
      await ledger.firstTime("telegram", "17", slotAt);
      expect(await ledger.firstTime("telegram", "17", past(31 * 86_400_000))).toBe(true);
    });

    test("a counter adds up within its day", async () => {
      const { ledger } = await open();
      await ledger.count("model-tokens", "2026-11-24", 40);
      expect(await ledger.count("model-tokens", "2026-11-24", 2)).toBe(42);
      expect(await ledger.count("model-tokens", "2026-11-25", 1)).toBe(1);
    });
  });
}

async function subscribe({ subscriptions }: StoresUnderTest, channel: Channel, subscription: Subscription): Promise<void> {
  await subscriptions.putChannel({ ...channel, address: channel.id.slice(channel.id.indexOf(":") + 1) });
  await subscriptions.put(subscription);
}

const rowFor = (channelId: string, changes: Partial<EnqueueRow> = {}): EnqueueRow => ({
  channelId,
  subscriptionId: "world",
  parts: 1,
  dueAt: slotAt,
  coveredTo: slotAt,
  ...changes,
});

const enqueueFor = ({ outbox }: StoresUnderTest, ...channels: readonly string[]): Promise<void> =>
  outbox.enqueue(
    anEdition(),
    channels.map((id) => rowFor(id)),
  );

const earlier = (id: string, hours: number): Edition =>
  anEdition({ id, slot: { at: past(hours * 3_600_000), local: "2026-11-24T07:00", zone: "Europe/Kyiv" } });

const settle = ({ outbox }: StoresUnderTest, { leaseUntil: _, ...delivery }: Delivery, changes: Partial<Delivery>): Promise<void> =>
  outbox.settle({ ...delivery, ...changes });

const statesOf = async ({ outbox }: StoresUnderTest, channelId: string): Promise<readonly string[]> =>
  (await outbox.ofChannel(channelId, 10)).map(({ state }) => state);
