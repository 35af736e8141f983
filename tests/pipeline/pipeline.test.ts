import { setImmediate } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { followSources } from "../../src/breaking.ts";
import { extractive } from "../../src/digest/summarizers/extractive.ts";
import { readSources } from "../../src/intake.ts";
import type { Article } from "../../src/model/article.ts";
import { buildPreview, publishDue, publishNow } from "../../src/pipeline.ts";
import { aDigest, aForm, aSubscription } from "../build.ts";
import { aNewsArticle, aScene, type Scene } from "./scene.ts";

const signal = new AbortController().signal;
const titlesOf = (editions: Awaited<ReturnType<typeof publishDue>>): readonly (readonly string[])[] =>
  editions.map(({ stories }) => stories.map(({ title }) => title).toSorted());
const deliveriesOf = (scene: Scene, channelId: string) => scene.stores.outbox.ofChannel(channelId, 10);
const coverageOf = async (scene: Scene, channelId: string) => {
  const subscription = await scene.stores.subscriptions.find(channelId, "world");
  return [subscription?.coveredTo.toISOString(), subscription?.nextAt?.toISOString()];
};

const quotedOf = (scene: Scene, ...ids: readonly string[]) =>
  Promise.all(ids.map(async (id) => (await scene.stores.quotes.ofArticle(id)).length));

describe("publishing what is due", () => {
  test("one edition is made for all who want the same, and waits for each of them in the outbox", async () => {
    const scene = await aScene();
    await scene.subscribe("fake:1");
    await scene.subscribe("fake:2");
    scene.published.push(aNewsArticle(0), aNewsArticle(1));
    const editions = await publishDue(scene.deps, signal);
    expect(titlesOf(editions)).toEqual([["Glacier museum opens its doors", "Ports agree on night sailings"]]);
    const [first, second] = [await deliveriesOf(scene, "fake:1"), await deliveriesOf(scene, "fake:2")];
    expect([first[0]?.editionId, second[0]?.editionId]).toEqual([editions[0]?.id, editions[0]?.id]);
    expect(scene.rounds).toBe(1);
  });

  test("running again for the same slot changes nothing", async () => {
    const scene = await aScene();
    await scene.subscribe("fake:1");
    scene.published.push(aNewsArticle(0));
    await publishDue(scene.deps, signal);
    scene.published.push(aNewsArticle(1));
    expect(await publishDue(scene.deps, signal)).toEqual([]);
    expect(await deliveriesOf(scene, "fake:1")).toHaveLength(1);
  });

  test("after a crash in the middle of a fan-out the rest gets the very same edition", async () => {
    const scene = await aScene();
    await scene.subscribe("fake:1");
    await scene.subscribe("fake:2");
    scene.published.push(aNewsArticle(0));
    const { enqueue } = scene.deps.stores.outbox;
    Object.assign(scene.deps.stores.outbox, {
      enqueue: async (...[edition, rows]: Parameters<typeof enqueue>) => {
        await enqueue(edition, rows.slice(0, 1));
        throw new Error("killed");
      },
    });
    expect(await publishDue(scene.deps, signal)).toEqual([]);
    Object.assign(scene.deps.stores.outbox, { enqueue });
    scene.setNow("2026-11-24T06:01:05Z");
    scene.published.push(aNewsArticle(1, { fetchedAt: new Date("2026-11-24T06:00:30Z") }));
    const [edition] = await publishDue(scene.deps, signal);
    expect(edition?.stories).toHaveLength(1);
    const all = [...(await deliveriesOf(scene, "fake:1")), ...(await deliveriesOf(scene, "fake:2"))];
    expect(all.map(({ editionId }) => editionId)).toEqual([edition?.id, edition?.id]);
  });

  test("an edition holds what is new since the one before, and the next begins where it ended", async () => {
    const scene = await aScene();
    await scene.subscribe("fake:1");
    scene.published.push(aNewsArticle(0));
    scene.published.push(aNewsArticle(1, { fetchedAt: new Date("2026-11-24T15:00Z"), publishedAt: new Date("2026-11-24T15:00Z") }));
    await publishDue(scene.deps, signal);
    expect(await coverageOf(scene, "fake:1")).toEqual(["2026-11-24T06:00:05.000Z", "2026-11-25T06:00:00.000Z"]);
    scene.setNow("2026-11-25T06:00:05Z");
    expect(titlesOf(await publishDue(scene.deps, signal))).toEqual([["Glacier museum opens its doors"]]);
  });

  describe("of a story that its readers had before", () => {
    const nextDay = { fetchedAt: new Date("2026-11-25T05:00Z"), publishedAt: new Date("2026-11-25T05:00Z") };
    const news = "Pilots in Hollen gave up their strike for the promise that no more than 14 ships a week will sail at night.";
    /** Two days of one subscription, with the default summarizer: the first tells the ports' agreement. */
    const secondDay = async (...published: readonly Article[]) => {
      const scene = await aScene();
      Object.assign(scene.deps, { summarizerFor: () => extractive });
      await scene.subscribe("fake:1");
      scene.published.push(aNewsArticle(0));
      const [first] = await publishDue(scene.deps, signal);
      scene.published.push(...published);
      scene.setNow("2026-11-25T06:00:05Z");
      const [second] = await publishDue(scene.deps, signal);
      return { scene, first, second };
    };
    const told = (text: string, id: string) => aNewsArticle(0, { id, outlet: `Courier ${id}`, text, ...nextDay });
    const sameAgain = aNewsArticle(0).text;

    test("a copy on the next day is not told again", async () => {
      const { scene, second } = await secondDay(told(sameAgain, "a0-copy"));
      expect(second?.stories).toEqual([]);
      expect(await deliveriesOf(scene, "fake:1")).toHaveLength(1);
    });

    test("a retelling that says nothing new is not told again", async () => {
      const again = "Night sailings will be allowed from December by harbour masters in Hollen, Varn and Selholm, a spokesman said.";
      expect((await secondDay(told(again, "a0-again"))).second?.stories).toEqual([]);
    });

    test("what is new is told alone, and the edition that had the rest is named", async () => {
      const { first, second } = await secondDay(told(`${sameAgain} ${news}`, "a0-more"));
      expect(second?.stories.map(({ storyId, earlierEditionId }) => [storyId, earlierEditionId])).toEqual([
        [first?.stories[0]?.storyId, first?.id],
      ]);
      expect(second?.stories[0]?.bullets.map(({ text }) => text)).toEqual([news]);
      expect(second?.stories[0]?.quotes).toEqual([]);
    });

    test("who subscribed since is told it from the start, with no earlier edition", async () => {
      const { scene } = await secondDay();
      await scene.subscribe("fake:2", { coveredTo: new Date("2026-11-25T06:00Z"), nextAt: new Date("2026-11-26T06:00Z") });
      const at = new Date("2026-11-26T05:00Z");
      scene.published.push(aNewsArticle(0, { id: "a0-late", text: `${sameAgain} ${news}`, fetchedAt: at, publishedAt: at }));
      scene.setNow("2026-11-26T06:00:05Z");
      const editions = await publishDue(scene.deps, signal);
      const tellings = editions.flatMap(({ stories }) => stories).map((story) => [story.earlierEditionId, story.bullets[0]?.text]);
      expect(tellings).toEqual([
        [expect.any(String), news],
        [undefined, sameAgain],
      ]);
    });
  });

  test("days of absence make one edition that covers them all", async () => {
    const scene = await aScene({ now: "2026-11-27T09:00Z" });
    await scene.subscribe("fake:1");
    scene.published.push(
      aNewsArticle(0),
      aNewsArticle(1, { fetchedAt: new Date("2026-11-26T10:00Z"), publishedAt: new Date("2026-11-26T10:00Z") }),
    );
    const editions = await publishDue(scene.deps, signal);
    expect(editions).toMatchObject([{ catchUp: true, slot: { local: "2026-11-27T08:00" }, stories: [{}, {}] }]);
    expect(await deliveriesOf(scene, "fake:1")).toHaveLength(1);
    expect((await coverageOf(scene, "fake:1"))[1]).toBe("2026-11-28T06:00:00.000Z");
  });

  test("an empty edition is sent only to those who asked for it", async () => {
    const scene = await aScene();
    await scene.subscribe("fake:1");
    await scene.subscribe("fake:2", { sendEmpty: true });
    await publishDue(scene.deps, signal);
    expect(await deliveriesOf(scene, "fake:1")).toEqual([]);
    expect(await deliveriesOf(scene, "fake:2")).toHaveLength(1);
    expect((await coverageOf(scene, "fake:1"))[1]).toBe("2026-11-25T06:00:00.000Z");
  });

  test("a channel's own words choose its stories", async () => {
    const scene = await aScene();
    await scene.subscribe("fake:1", { filters: [{ id: "1", mode: "exclude", pattern: "chess" }] });
    await scene.subscribe("fake:2", { filters: [{ id: "1", mode: "include", pattern: "chess" }] });
    scene.published.push(aNewsArticle(0), aNewsArticle(2));
    const editions = await publishDue(scene.deps, signal);
    expect(titlesOf(editions).toSorted()).toEqual([["Chess teenager beats champion"], ["Ports agree on night sailings"]]);
  });

  test("no more stories than the form has room for", async () => {
    const scene = await aScene();
    await scene.subscribe("fake:1", { form: aForm({ stories: 2 }) });
    scene.published.push(...[0, 1, 2, 3].map((number) => aNewsArticle(number)));
    expect((await publishDue(scene.deps, signal))[0]?.stories).toHaveLength(2);
  });

  test("a story that gives no bullet leaves its place to the next", async () => {
    const scene = await aScene();
    await scene.subscribe("fake:1", { form: aForm({ stories: 1 }) });
    scene.published.push(aNewsArticle(0, { text: "" }), aNewsArticle(1, { publishedAt: new Date("2026-11-24T01:00Z") }));
    expect(titlesOf(await publishDue(scene.deps, signal))).toEqual([["Glacier museum opens its doors"]]);
  });

  test("a digest none of whose sources can be read moves on, and its trouble is kept for the status", async () => {
    const scene = await aScene({ outcome: "failed" });
    await scene.subscribe("fake:1");
    await publishDue(scene.deps, signal);
    expect((await coverageOf(scene, "fake:1"))[1]).toBe("2026-11-25T06:00:00.000Z");
    expect(await scene.stores.ledger.get("digest-problem:world")).toBe(
      "None of World's 1 sources can be read: answers 403: it blocks bots",
    );
    expect(scene.warnings).toHaveLength(1);
  });

  test("one digest that fails costs only itself, and is still due", async () => {
    const broken = aDigest({ id: "broken", name: "Broken" });
    const scene = await aScene({ digests: [broken, aDigest()] });
    await scene.subscribe("fake:1", { id: "broken", digestId: "broken" });
    await scene.subscribe("fake:1");
    scene.published.push(aNewsArticle(0));
    const { ingestSources } = scene.deps;
    const deps = {
      ...scene.deps,
      ingestSources: (...args: Parameters<typeof ingestSources>) =>
        args[0].id === "broken" ? Promise.reject(new Error("no memory left")) : ingestSources(...args),
    };
    expect((await publishDue(deps, signal)).map(({ digestId }) => digestId)).toEqual(["world"]);
    expect((await scene.stores.subscriptions.due(scene.deps.now(), 10)).map(({ digestId }) => digestId)).toEqual(["broken"]);
  });

  test("a digest whose sources are slow holds up nobody else's edition", async () => {
    const scene = await aScene({ digests: [aDigest({ id: "slow" }), aDigest()] });
    await scene.subscribe("fake:1", { id: "slow", digestId: "slow" });
    await scene.subscribe("fake:2");
    scene.published.push(aNewsArticle(0));
    const read = Promise.withResolvers<void>();
    const { ingestSources } = scene.deps;
    const deps = {
      ...scene.deps,
      async ingestSources(...args: Parameters<typeof ingestSources>) {
        if (args[0].id === "slow") await read.promise;
        return ingestSources(...args);
      },
    };
    const publishing = publishDue(deps, signal);
    while ((await deliveriesOf(scene, "fake:2")).length === 0) await setImmediate();
    expect(await deliveriesOf(scene, "fake:1")).toEqual([]);
    read.resolve();
    await publishing;
    expect(await deliveriesOf(scene, "fake:1")).toHaveLength(1);
  });

  test("more subscriptions than are read at once all get their edition, even behind a digest that fails", async () => {
    const scene = await aScene({ digests: [aDigest({ id: "broken" }), aDigest()] });
    for (let place = 0; place < 2_100; place++) {
      const [id, nextAt] = place < 2_050 ? ["broken", new Date("2026-11-24T05:59Z")] : ["world", new Date("2026-11-24T06:00Z")];
      await scene.subscribe(`fake:${place}`, { id, digestId: id, nextAt });
    }
    scene.published.push(aNewsArticle(0));
    const { ingestSources } = scene.deps;
    const deps = {
      ...scene.deps,
      ingestSources: (...args: Parameters<typeof ingestSources>) =>
        args[0].id === "broken" ? Promise.reject(new Error("no")) : ingestSources(...args),
    };
    await publishDue(deps, signal);
    expect((await scene.stores.outbox.counts()).queued).toBe(50);
    expect(scene.rounds).toBe(1);
  });

  test("a digest that left the catalogue stops nobody else, and its subscriptions wait", async () => {
    const scene = await aScene();
    await scene.subscribe("fake:1", { id: "old", digestId: "old" });
    expect(await publishDue(scene.deps, signal)).toEqual([]);
    expect(await scene.stores.subscriptions.due(scene.deps.now(), 10)).toEqual([]);
    expect(scene.warnings.join()).toContain("no digest of this name");
  });

  test("who paused while the edition was made gets nothing", async () => {
    const scene = await aScene();
    await scene.subscribe("fake:1");
    scene.published.push(aNewsArticle(0));
    const { ingestSources } = scene.deps;
    const deps = {
      ...scene.deps,
      async ingestSources(...args: Parameters<typeof ingestSources>) {
        await scene.subscribe("fake:1", { state: "paused" });
        return ingestSources(...args);
      },
    };
    await publishDue(deps, signal);
    expect(await deliveriesOf(scene, "fake:1")).toEqual([]);
  });

  test("every new article's quotes are indexed, also those a crash left out", async () => {
    const scene = await aScene();
    await scene.subscribe("fake:1");
    scene.published.push(aNewsArticle(0, { fetchedAt: new Date("2026-11-20T05:00Z") }), aNewsArticle(1));
    await publishDue(scene.deps, signal);
    expect(await quotedOf(scene, "a0", "a1")).toEqual([1, 1]);
  });

  test("/why finds what joined an article to its story, and what kept it out of a look-alike", async () => {
    const scene = await aScene();
    await scene.subscribe("fake:1");
    const blaze = (id: string, place: string, mayor: string) =>
      aNewsArticle(0, {
        id,
        title: `Fire destroys sawmill in ${place}`,
        text: `A fire destroyed a sawmill in ${place} at night. Twelve workers were taken to hospital, Mayor ${mayor} said.`,
      });
    scene.published.push(blaze("b1", "Dorvik", "Nils Aker"), blaze("b2", "Dorvik", "Nils Aker"), blaze("b3", "Kelva", "Rosa Timo"));
    await publishDue(scene.deps, signal);
    const { reasons } = scene.deps.stores.stories;
    expect(await reasons("b2")).toMatchObject([{ kind: "joined", articleId: "b1" }]);
    const names = expect.arrayContaining(["Kelva", "Rosa", "Timo"]);
    expect(await reasons("b3")).toMatchObject([{ kind: "apart", articleId: "b1", words: names }]);
  });

  test("while quotes are indexed everything else goes on, and stopping stops it without leaving one out", async () => {
    const scene = await aScene();
    scene.published.push(aNewsArticle(0), aNewsArticle(1));
    const stopping = new AbortController();
    globalThis.setImmediate(() => stopping.abort(new Error("stopping")));
    await expect(readSources(aDigest(), scene.deps, stopping.signal)).rejects.toThrow("stopping");
    await readSources(aDigest(), scene.deps, signal);
    expect(await quotedOf(scene, "a0", "a1")).toEqual([1, 1]);
  });

  test("/why finds where an article came to stand", async () => {
    const scene = await aScene();
    await scene.subscribe("fake:1");
    scene.published.push(aNewsArticle(0));
    await publishDue(scene.deps, signal);
    expect((await scene.deps.stores.stories.trace("a0")).map(({ words }) => words)).toEqual([
      "In World of 2026-11-24 08:00 (Europe/Kyiv), place 1: 1 outlet, newest 1 h old.",
    ]);
  });
});

describe("publishing now", () => {
  test("an edition comes without its slot, and the slot's own holds only what is newer", async () => {
    const scene = await aScene({ now: "2026-11-24T05:30Z" });
    await scene.subscribe("fake:1");
    scene.published.push(aNewsArticle(0));
    const edition = await publishNow(aSubscription({ channelId: "fake:1" }), scene.deps, signal);
    expect(edition?.slot.local).toBe("2026-11-24T07:30");
    scene.setNow("2026-11-24T06:00:05Z");
    expect(titlesOf(await publishDue(scene.deps, signal))).toEqual([[]]);
    expect(await deliveriesOf(scene, "fake:1")).toHaveLength(1);
  });
});

describe("publishing as it breaks", () => {
  const instant = { mode: "instant" as const, coveredTo: new Date("2026-11-24T05:00Z") };
  const breaking = (number: number, at: string, changes = {}) =>
    aNewsArticle(number, { fetchedAt: new Date(at), publishedAt: new Date(at), ...changes });

  test("a story goes out when it is first heard of, once", async () => {
    const scene = await aScene();
    await scene.subscribe("fake:1", instant);
    scene.published.push(breaking(0, "2026-11-24T05:58Z"));
    expect(titlesOf(await followSources(scene.deps, signal))).toEqual([["Ports agree on night sailings"]]);
    scene.setNow("2026-11-24T06:20Z");
    scene.published.push(breaking(0, "2026-11-24T06:15Z", { id: "a0-more", outlet: "Courier" }));
    expect(await followSources(scene.deps, signal)).toEqual([]);
    expect(await deliveriesOf(scene, "fake:1")).toHaveLength(1);
  });

  test("between slots every subscribed digest is read, and a failing one stops nobody else", async () => {
    const scene = await aScene({ digests: [aDigest({ id: "broken" }), aDigest(), aDigest({ id: "unread" })] });
    await scene.subscribe("fake:1", { ...instant, id: "broken", digestId: "broken" });
    await scene.subscribe("fake:1", instant);
    scene.published.push(breaking(0, "2026-11-24T05:58Z"));
    const read: string[] = [];
    const { ingestSources } = scene.deps;
    const deps = {
      ...scene.deps,
      ingestSources: (...args: Parameters<typeof ingestSources>) => {
        read.push(args[0].id);
        return args[0].id === "broken" ? Promise.reject(new Error("no")) : ingestSources(...args);
      },
    };
    expect(titlesOf(await followSources(deps, signal))).toEqual([["Ports agree on night sailings"]]);
    expect(read).toEqual(["broken", "world"]);
    expect(await quotedOf(scene, "a0")).toEqual([1]);
  });

  test("the next story waits until five minutes have passed since the last", async () => {
    const scene = await aScene();
    await scene.subscribe("fake:1", instant);
    scene.published.push(breaking(0, "2026-11-24T05:58Z"));
    await followSources(scene.deps, signal);
    scene.setNow("2026-11-24T06:03Z");
    scene.published.push(breaking(1, "2026-11-24T06:02Z"));
    expect(await followSources(scene.deps, signal)).toEqual([]);
    scene.setNow("2026-11-24T06:05:10Z");
    expect(titlesOf(await followSources(scene.deps, signal))).toEqual([["Glacier museum opens its doors"]]);
  });

  test("old and undated articles are not breaking, however new they are to us", async () => {
    const scene = await aScene();
    await scene.subscribe("fake:1", instant);
    const { publishedAt: _, ...undated } = aNewsArticle(1, { fetchedAt: new Date("2026-11-24T05:59Z") });
    scene.published.push(breaking(0, "2026-11-24T05:58Z", { publishedAt: new Date("2026-11-23T20:00Z") }), undated);
    expect(await followSources(scene.deps, signal)).toEqual([]);
  });

  test("after a quiet hour the window is moved up, and the next story still goes out at once", async () => {
    const scene = await aScene({ now: "2026-11-24T06:30Z" });
    await scene.subscribe("fake:1", instant);
    await followSources(scene.deps, signal);
    expect((await coverageOf(scene, "fake:1"))[0]).toBe("2026-11-24T06:25:00.000Z");
    scene.setNow("2026-11-24T06:31Z");
    scene.published.push(breaking(0, "2026-11-24T06:30:30Z"));
    expect(titlesOf(await followSources(scene.deps, signal))).toEqual([["Ports agree on night sailings"]]);
  });
});

test("a preview shows what an edition would hold and writes nothing", async () => {
  const scene = await aScene();
  await scene.subscribe("fake:1");
  scene.published.push(aNewsArticle(0));
  const window = { from: new Date("2026-11-23T06:00Z"), to: new Date("2026-11-24T05:30Z") };
  await readSources(aDigest(), scene.deps, signal);
  const edition = await buildPreview(aDigest(), aForm(), window, scene.deps, signal);
  expect(edition.stories.map(({ title }) => title)).toEqual(["Ports agree on night sailings"]);
  expect(await scene.stores.outbox.findEdition(edition.id)).toBeUndefined();
  expect(await scene.deps.stores.stories.trace("a0")).toEqual([]);
  expect(scene.rounds).toBe(1);
});
