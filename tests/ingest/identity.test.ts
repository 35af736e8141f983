import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { textFingerprint, urlAlias } from "../../src/ingest/identity.ts";
import { ingestSources } from "../../src/ingest/ingest.ts";
import { cleanUrl, isHomePage, ownerDomain, sameOwner } from "../../src/ingest/urls.ts";
import type { Source } from "../../src/model/article.ts";
import { openPublisher, type Publisher, type StandInEntry } from "../kit/publisher.ts";
import { aClock, aRound, type Clock, day, hour, type Round } from "./round.ts";

let clock: Clock;
let publisher: Publisher;
let round: Round;

beforeEach(async () => {
  clock = aClock();
  publisher = await openPublisher(clock.now);
  round = await aRound(clock);
});

afterEach(async () => {
  await round.close();
  await publisher.close();
});

const source = (path = "/feed.xml"): Source => ({ kind: "feed", address: `${publisher.url}${path}`, lang: "en" });
const sentence = "The town council heard how the old mill by the river will become a library with a reading garden. ";
const entry = (number: number, more: Partial<StandInEntry> = {}): StandInEntry => ({
  guid: `id-${number}`,
  link: `/mill/${number}`,
  title: `Mill becomes library, part ${number}`,
  summary: `${sentence.repeat(14)} Part ${number}.`,
  at: new Date(clock.now().getTime() - number * hour),
  ...more,
});
async function publish(entries: readonly StandInEntry[]) {
  publisher.feed("/feed.xml", "Mill Courier", entries);
  clock.pass(day / 4);
  clock.pass(day);
  return round.poll([source()]);
}

describe("one article stays one", () => {
  test("a new title under the same guid and link is a new version", async () => {
    const [first] = (await publish([entry(1), entry(2)])).articles.filter(({ title }) => title.endsWith("1"));
    const report = await publish([entry(1, { title: "Old mill to be a library, part 1" }), entry(2)]);
    expect(report.articles).toMatchObject([{ id: first?.id, version: 2, title: "Old mill to be a library, part 1" }]);
    expect(report.sources[0]).toMatchObject({ fresh: 0, changed: 1 });
  });

  test("another date alone changes nothing", async () => {
    await publish([entry(1), entry(2)]);
    const report = await publish([entry(1, { at: clock.now() }), entry(2)]);
    expect(report.articles).toEqual([]);
  });

  test("another link under the same guid is the same article", async () => {
    await publish([entry(1)]);
    expect((await publish([entry(1, { link: "/mill/1-a-library" })])).articles).toEqual([]);
  });

  test("another guid under the same link is the same article", async () => {
    await publish([entry(1)]);
    expect((await publish([entry(1, { guid: "other" })])).articles).toEqual([]);
  });

  test("a campaign in the link is nothing new", async () => {
    await publish([entry(1, { guid: undefined as never })].map(({ guid: _guid, ...rest }) => rest));
    const { guid: _guid, ...moved } = entry(1, { link: "/mill/1?utm_source=rss&fbclid=x#top" });
    expect((await publish([moved])).articles).toEqual([]);
  });

  test("another guid and link with the same title and text is the same article", async () => {
    await publish([entry(1)]);
    expect((await publish([entry(1, { guid: "other", link: "/mill/one" })])).articles).toEqual([]);
  });

  test("guids made anew on each fetch bring nothing back a second time, and new titles still come", async () => {
    const all = [1, 2, 3, 4, 5, 6].map((number) => entry(number));
    const anew = (tag: string) =>
      all.map((each, index) => ({ ...each, guid: `${tag}-${index}`, link: `/mill/${index}?token=${tag}`, summary: `Short ${tag}.` }));
    expect((await publish(anew("a"))).articles).toHaveLength(6);
    expect((await publish(anew("b"))).articles).toEqual([]);
    expect((await publish([entry(0, { title: "Bells return to the mill tower" }), ...anew("c")])).articles).toMatchObject([
      { title: "Bells return to the mill tower" },
    ]);
  });

  test("entries that share a guid or a link are told apart by the rest", async () => {
    const report = await publish([1, 2, 3].map((number) => entry(number, { guid: "same", link: "/", summary: `Short words ${number}.` })));
    expect(report.articles).toHaveLength(3);
  });

  test("a feed cannot rewrite an article that another source brought", async () => {
    const [own] = (await publish([entry(1)])).articles;
    publisher.feed("/thief.xml", "Thief", [entry(1, { title: "Mill burns down", summary: "It did not." })]);
    const report = await round.poll([source("/thief.xml")]);
    expect(report.articles).toEqual([]);
    expect(await round.articles.find(own?.id ?? "")).toMatchObject({ version: 1, title: own?.title });
  });
});

test("an article that a second source carries is found under both, and stays one", async () => {
  const [own] = (await publish([entry(1)])).articles;
  publisher.feed("/section.xml", "Mill Courier: Town", [entry(1)]);
  await round.poll([source("/section.xml")]);
  const found = await round.articles.since([source("/section.xml").address], new Date(0), clock.now(), 10);
  expect(found.map(({ id }) => id)).toEqual([own?.id]);
});

test("two feeds that show an article at the same time fetch its page once, and it is found under both", async () => {
  const short = [entry(1, { summary: "Short words." })];
  publisher.feed("/feed.xml", "Mill Courier", short);
  publisher.feed("/section.xml", "Mill Courier: Town", short);
  publisher.page("/mill/1", "Mill becomes library, part 1", [sentence.repeat(10)]);
  const sources = [source(), source("/section.xml")];
  expect((await round.poll(sources)).articles).toMatchObject([{ version: 1 }]);
  expect(publisher.requests.filter(({ path }) => path === "/mill/1")).toHaveLength(1);
  for (const { address } of sources) {
    expect(await round.articles.since([address], new Date(0), clock.now(), 10)).toHaveLength(1);
  }
});

test("a round that ends in the middle of an entry leaves nothing out", async () => {
  publisher.feed(
    "/feed.xml",
    "Mill Courier",
    [1, 2, 3].map((number) => entry(number, { summary: "Short words." })),
  );
  const stopped = new AbortController();
  const stop = { answer: () => stopped.abort(new Error("killed")) };
  publisher.page("/mill/3", "Mill becomes library, part 3", [sentence.repeat(10)]);
  publisher.set("/mill/2", stop);
  await expect(ingestSources([source()], { folder: "." }, round.deps(), stopped.signal)).rejects.toThrow("killed");
  publisher.page("/mill/2", "Mill becomes library, part 2", [sentence.repeat(10)]);
  const report = await round.poll([source()]);
  expect(report.sources[0]).toMatchObject({ firstPoll: true });
  const all = await round.articles.since([source().address], new Date(0), clock.now(), 10);
  expect(all.map(({ title }) => title.at(-1)).sort()).toEqual(["1", "2", "3"]);
});

describe("the first poll", () => {
  test("brings a handful of recent entries, says that it was the first, and the archive never follows", async () => {
    const many = Array.from({ length: 200 }, (_, number) => entry(number));
    const report = await publish(many);
    expect(report.articles.length).toBeLessThanOrEqual(20);
    expect(report.sources[0]).toMatchObject({ firstPoll: true });
    const next = await publish([entry(0, { guid: "new", link: "/new", title: "New" }), ...many]);
    expect(next.articles.map(({ title }) => title)).toEqual(["New"]);
    expect(next.sources[0]).toMatchObject({ firstPoll: false });
  });

  test("of a feed without dates brings its first entries in its order", async () => {
    const undated = Array.from({ length: 60 }, (_, number) => {
      const { at: _at, ...rest } = entry(number);
      return rest;
    });
    const report = await publish(undated);
    expect(report.articles.at(-1)?.title).toBe("Mill becomes library, part 0");
    expect(report.articles.length).toBe(20);
  });
});

test("dates of 1970 and 2099 are no dates", async () => {
  const report = await publish([entry(1, { at: new Date(0) }), entry(2, { at: new Date("2099-01-01") })]);
  expect(report.articles.map(({ publishedAt }) => publishedAt)).toEqual([undefined, undefined]);
});

describe("addresses", () => {
  test.each([
    ["http://www.example.org/a?b=2&a=1&utm_campaign=x#part", "https://example.org/a?a=1&b=2"],
    ["https://example.org/a/", "https://example.org/a/"],
    ["https://example.org:443/a?at_medium=rss", "https://example.org/a"],
    ["https://example.org/#!/story/5", "https://example.org/#!/story/5"],
  ])("%s is compared as %s", (address, cleaned) => {
    expect(cleanUrl(address)).toBe(cleaned);
  });

  test("cleaning twice changes nothing", () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (url) => cleanUrl(cleanUrl(url)) === cleanUrl(url)),
    );
  });

  test("owners are told apart under shared suffixes", () => {
    expect(ownerDomain("news.bbc.co.uk")).toBe("bbc.co.uk");
    expect(sameOwner("https://a.example.com/x", "https://www.example.com/y")).toBe(true);
    expect(sameOwner("https://one.blogspot.com/", "https://two.blogspot.com/")).toBe(false);
  });

  test("home pages are known", () => {
    expect([isHomePage("https://example.org/"), isHomePage("https://example.org/en/"), isHomePage("https://example.org/a")]).toEqual([
      true,
      true,
      false,
    ]);
  });
});

test("texts that differ by a number, and one text under two titles, have different fingerprints", () => {
  const report = `Wind from the west with ${sentence.repeat(6)} at 12 knots.`;
  expect(textFingerprint("Weather", report)).not.toBe(textFingerprint("Weather", report.replace("12", "14")));
  expect(textFingerprint("One", report)).not.toBe(textFingerprint("Two", report));
});

test("an address that a person hands over finds the article under the name it is kept by", () => {
  expect(urlAlias("http://www.a.example/ports?utm_source=x#top")).toBe("url:https://a.example/ports");
  expect(urlAlias("not an address")).toBeUndefined();
});
