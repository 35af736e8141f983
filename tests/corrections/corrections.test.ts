import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type CorrectionDeps, correctEditions, lookAtWatched, watchArticles } from "../../src/corrections.ts";
import { lookAgain } from "../../src/ingest/recheck.ts";
import type { Source } from "../../src/model/article.ts";
import type { Edition } from "../../src/model/digest.ts";
import type { Stores } from "../../src/model/stores.ts";
import { aBullet, aChannel, aDigest, anEdition, anEditionStory, aSubscription } from "../build.ts";
import { aClock, aRound, type Clock, hour, minute, type Round } from "../ingest/round.ts";
import { openPublisher, type Publisher } from "../kit/publisher.ts";

/* From a publisher that changes its mind to the edition as it stands in a channel, on a fast clock: stores, fetching and parsing are real. */

const paragraphs = [
  "The ports of Varnmouth, Selholm and Ostervik will allow night sailings from 1 December, their harbour masters said on Monday.",
  "The ban has cost the three harbours 40 million crowns since the storm of October, according to the Coastal Trade Board.",
  "Insurers have agreed to cover vessels under 9,000 tonnes until the end of March, provided that each ship carries a second pilot.",
  "The pilots’ union said that its members would not refuse the work, but that they would count the hours of every night.",
];

let publisher: Publisher;
let clock: Clock;
let stores: Stores;
let round: Round;
let deps: CorrectionDeps;
let edition: Edition;
const signal = AbortSignal.timeout(60_000);

beforeEach(async () => {
  clock = aClock();
  publisher = await openPublisher(clock.now);
  round = await aRound(clock);
  stores = round;
  deps = {
    stores,
    findDigest: () => aDigest(),
    lookAgain: (article, stop) => lookAgain(article, round.deps(), stop),
    mentions: () => [],
    extractQuotes: () => [],
    now: clock.now,
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
  };
  publish(paragraphs);
  edition = await editionOnPage();
});

afterEach(async () => {
  await round.close();
  await publisher.close();
});

const publish = (text: readonly string[], around: readonly string[] = []): void =>
  publisher.page("/ports", "Ports agree on night sailings", [...text, ...around]);

/** The page was read, an edition with its first two sentences was made and sent, and the article is watched. */
async function editionOnPage(): Promise<Edition> {
  const source: Source = { kind: "page", address: `${publisher.url}/ports` };
  const [article] = (await round.poll([source])).articles;
  const bullets = paragraphs.slice(0, 2).map((text) => {
    const start = article!.text.indexOf(text);
    return aBullet({ text, evidence: [{ articleId: article!.id, version: 1, spans: [{ start, end: start + text.length }], edits: [] }] });
  });
  const { id, version, title, outlet, lang, url } = article!;
  const articles = [{ id, version, title, outlet, lang, url: url! }];
  const made = anEdition({ madeAt: clock.now(), stories: [anEditionStory({ bullets, articles })] });
  await stores.subscriptions.putChannel(aChannel());
  await stores.subscriptions.put(aSubscription());
  await stores.outbox.enqueue(made, [
    { channelId: "fake:1", subscriptionId: "world", parts: 1, dueAt: clock.now(), coveredTo: made.coversTo },
  ]);
  const [claimed] = await stores.outbox.claim("fake", clock.now(), 90_000, 1);
  await stores.outbox.settle({ ...claimed!, state: "sent", messageId: "m1", sentAt: clock.now() });
  await watchArticles(made, deps);
  return made;
}

/** Lets time pass minute by minute in which a look may be due, and says which bullets carry which sign. */
async function signsAfter(ms: number): Promise<readonly (string | undefined)[]> {
  for (let passed = 0; passed < ms; passed += 10 * minute) {
    clock.pass(10 * minute);
    await lookAtWatched(deps, signal);
  }
  return (await stores.outbox.findEdition(edition.id))!.stories[0]!.bullets.map(({ sign }) => sign);
}

const dueEdits = async (): Promise<number> => (await stores.outbox.dueEdits("fake", clock.now(), 10)).length;
const pageRequests = (): number => publisher.requests.filter(({ path }) => path === "/ports").length;

describe("an article that is looked at again", () => {
  test("corrects the bullet whose sentence changed, and has its message edited", async () => {
    publish(paragraphs.map((text) => text.replace("1 December", "15 December")));
    expect(await signsAfter(hour)).toEqual(["corrected", undefined]);
    expect((await stores.outbox.findEdition(edition.id))!.stories[0]!.bullets[0]!.text).toContain("15 December");
    expect(await dueEdits()).toBe(1);
  });

  test("changes nothing for counters, promotion and whatever else stands around the text", async () => {
    publish(paragraphs, ["57 comments", "Read also: ten ferries you should take before the summer of next year begins for everybody."]);
    expect(await signsAfter(49 * hour)).toEqual([undefined, undefined]);
    expect(await dueEdits()).toBe(0);
    expect((await stores.articles.versions(edition.stories[0]!.articles[0]!.id)).length).toBe(1);
  });

  test("strikes its bullets when the page is gone for an hour, not when it is gone once", async () => {
    publisher.remove("/ports");
    expect(await signsAfter(40 * minute)).toEqual([undefined, undefined]);
    expect(await signsAfter(2 * hour)).toEqual(["withdrawn", "withdrawn"]);
  });

  test("is left as it is when the page comes back", async () => {
    publisher.outage({ status: 404, body: "" });
    await signsAfter(40 * minute);
    publisher.outage(undefined);
    expect(await signsAfter(49 * hour)).toEqual([undefined, undefined]);
  });

  test("strikes its bullets when a notice says that it was retracted", async () => {
    publisher.page("/ports", "Retracted", [
      "This article has been retracted by the editors because its figures could not be confirmed by anybody at all.",
    ]);
    expect(await signsAfter(3 * hour)).toEqual(["withdrawn", "withdrawn"]);
  });

  test("changes nothing when the page shows something else, or the server fails", async () => {
    publisher.page("/ports", "Sign in", [
      "Please sign in to go on reading. Your free articles of this month are used up, and we hope to see you again.",
    ]);
    await signsAfter(3 * hour);
    publisher.outage({ status: 503, body: "" });
    expect(await signsAfter(47 * hour)).toEqual([undefined, undefined]);
  });

  test("is asked for no more than six times in two days, and then never again", async () => {
    const before = pageRequests();
    await signsAfter(72 * hour);
    expect(pageRequests() - before).toBe(6);
  });
});

test("an article whose second look fails is told of and looked at later, and keeps no other one waiting", async () => {
  clock.pass(hour);
  const told: string[] = [];
  const log = { ...deps.log, error: (words: string) => void told.push(words) };
  const failing = { ...deps, log, lookAgain: () => Promise.reject(new Error("a fault of ours")) };
  expect(await lookAtWatched(failing, signal)).toEqual([]);
  expect(told).toEqual([expect.stringContaining("looking at it again failed")]);
  expect(await stores.watches.due(clock.now(), 10)).toEqual([]);
});

test("a new version that a feed brought corrects the edition at once", async () => {
  const [ref] = edition.stories[0]!.articles;
  const article = (await stores.articles.find(ref!.id))!;
  const changed = { ...article, text: article.text.replace("40 million", "14 million"), hash: "1".repeat(64) };
  const stored = await stores.articles.put(changed, []);
  await correctEditions([stored.article], [], deps);
  expect((await stores.outbox.findEdition(edition.id))!.stories[0]!.bullets.map(({ sign }) => sign)).toEqual([undefined, "corrected"]);
});

test("an edition older than two days is left as it was read", async () => {
  clock.pass(49 * hour);
  const article = (await stores.articles.find(edition.stories[0]!.articles[0]!.id))!;
  expect(await correctEditions([], [article.id], deps)).toEqual([]);
});
