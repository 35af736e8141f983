import { afterEach, beforeEach, expect, test } from "vitest";
import type { Source } from "../../src/model/article.ts";
import { openPublisher, type Publisher, type StandInEntry } from "../kit/publisher.ts";
import { aClock, aRound, type Clock, day, hour, minute, type Round } from "./round.ts";

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

const feed = (path = "/feed.xml"): Source => ({ kind: "feed", address: `${publisher.url}${path}`, lang: "en" });
/** Long enough to be taken for the whole article, so that no page is asked for. */
const longText = "The harbour board met again on Tuesday and heard the report of its engineers on the new quay. ".repeat(15);
const entries = (count: number, more: Partial<StandInEntry> = {}): StandInEntry[] =>
  Array.from({ length: count }, (_, index) => ({
    guid: `g${index}`,
    link: `/story-${index}`,
    title: `Quay report part ${index}`,
    summary: `${longText} Part ${index}.`,
    at: new Date(clock.now().getTime() - index * hour),
    ...more,
  }));
const asked = (path: string) => publisher.requests.filter((request) => request.path === path);
/** A round every five minutes, as a busy bot would. */
async function live(forMs: number, sources: readonly Source[], each: () => Promise<void> = async () => {}): Promise<void> {
  for (let passed = 0; passed < forMs; passed += 5 * minute) {
    await round.poll(sources);
    await each();
    clock.pass(5 * minute);
  }
}

test("a feed that stays as it is answers 304 to all but the first request of a week", async () => {
  publisher.feed("/feed.xml", "Harbour News", entries(5));
  await live(7 * day, [feed()]);
  const statuses = asked("/feed.xml").map(({ status }) => status);
  expect(statuses[0]).toBe(200);
  expect(statuses.slice(1).every((status) => status === 304)).toBe(true);
  expect(statuses.length).toBeGreaterThan(20);
  expect(statuses.filter((status) => status === 304).length / statuses.length).toBeGreaterThanOrEqual(0.95);
});

test("a restart polls nothing before its time", async () => {
  publisher.feed("/feed.xml", "Harbour News", entries(5));
  await round.poll([feed()]);
  for (let restart = 0; restart < 5; restart++) {
    await round.restart();
    clock.pass(minute);
    expect((await round.poll([feed()])).sources[0]).toMatchObject({ outcome: "not-due" });
  }
  expect(asked("/feed.xml")).toHaveLength(1);
});

test("nothing is sent to a host inside its Retry-After: not for its other feeds, not after a restart", async () => {
  publisher.feed("/feed.xml", "Harbour News", entries(5));
  publisher.feed("/other.xml", "Harbour Sport", entries(5));
  await round.poll([feed()]);
  clock.pass(day);
  publisher.outage({ status: 429, headers: { "retry-after": String((5 * hour) / 1_000) } });
  const report = await round.poll([feed()]);
  expect(report.sources[0]?.words).toBe("It answers 429: it asks for fewer requests.");
  const until = clock.now().getTime() + 5 * hour;
  publisher.outage(undefined);
  const before = publisher.requests.length;
  while (clock.now().getTime() < until - 5 * minute) {
    await round.poll([feed(), feed("/other.xml")]);
    await round.restart();
    clock.pass(5 * minute);
  }
  expect(publisher.requests.length).toBe(before);
  clock.pass(hour);
  await round.poll([feed(), feed("/other.xml")]);
  expect(asked("/feed.xml").at(-1)?.status).toBe(304);
  expect(asked("/other.xml").at(-1)?.status).toBe(200);
});

test("what a page's server asked for is kept through a restart, and keeps Quoth from its feed and its other pages", async () => {
  publisher.feed("/feed.xml", "Harbour News", entries(3, { summary: "Short words." }));
  for (const path of ["/story-0", "/story-1", "/story-2"]) publisher.set(path, { status: 429, headers: { "retry-after": "86400" } });
  await round.poll([feed()]);
  expect(publisher.requests.filter(({ status }) => status === 429)).toHaveLength(1);
  const before = publisher.requests.length;
  await live(23 * hour, [feed()], () => round.restart());
  expect(publisher.requests).toHaveLength(before);
  clock.pass(2 * hour);
  await round.poll([feed()]);
  expect(publisher.requests.length).toBeGreaterThan(before);
});

test("a source that was tried while the clock was a year ahead is asked once the clock is right", async () => {
  publisher.feed("/feed.xml", "Harbour News", entries(5));
  clock.pass(365 * day);
  await round.poll([feed()]);
  clock.pass(-365 * day);
  expect((await round.poll([feed()])).sources[0]).toMatchObject({ outcome: "unchanged" });
  expect((await round.poll([feed()])).sources[0]).toMatchObject({ outcome: "not-due" });
});

test("without a validator a feed is asked hourly at most, however busy it is", async () => {
  publisher.feed("/feed.xml", "Busy", entries(50, {}), { validators: false });
  await live(day, [feed()]);
  expect(asked("/feed.xml").length).toBeLessThanOrEqual(24);
});

test("what ttl and cache headers ask for is kept", async () => {
  publisher.feed("/feed.xml", "Busy", entries(30), { headers: { "cache-control": "max-age=7200" } });
  await live(day, [feed()]);
  expect(asked("/feed.xml").length).toBeLessThanOrEqual(12);
});

test("a quiet feed is asked less often than a busy one", async () => {
  publisher.feed("/busy.xml", "Busy", entries(40));
  publisher.feed(
    "/quiet.xml",
    "Quiet",
    entries(3).map((entry, index) => ({ ...entry, at: new Date(clock.now().getTime() - index * 6 * day) })),
  );
  await live(2 * day, [feed("/busy.xml"), feed("/quiet.xml")]);
  expect(asked("/busy.xml").length).toBeGreaterThan(3 * asked("/quiet.xml").length);
});

test("one host gets one request at a time with a pause of a second, pages included", async () => {
  const many = entries(8, { summary: "Short." });
  publisher.feed("/feed.xml", "Harbour News", many);
  for (const { link, title } of many) publisher.page(link, title, [longText]);
  await round.poll([feed()]);
  const times = publisher.requests.map(({ at }) => at.getTime());
  expect(times.length).toBeGreaterThan(8);
  expect(Math.min(...times.slice(1).map((at, index) => at - (times[index] ?? 0)))).toBeGreaterThanOrEqual(1_000);
});

test("robots.txt keeps Quoth from pages but not from the feed a person named", async () => {
  const many = entries(3, { summary: "Short words." });
  publisher.feed("/feed.xml", "Harbour News", many);
  for (const { link, title } of many) publisher.page(link, title, [longText]);
  publisher.set("/robots.txt", { body: "User-agent: *\nDisallow: /" });
  const { articles } = await round.poll([feed()]);
  expect(articles.map(({ text }) => text)).toEqual(["Short words.", "Short words.", "Short words."]);
  expect(publisher.requests.map(({ path }) => path).sort()).toEqual(["/feed.xml", "/robots.txt"]);
});

test("a redirect to another host waits for that host, keeps out while it rests, and asks its robots.txt", async () => {
  const other = await openPublisher(clock.now);
  publisher.set("/feed.xml", { status: 302, headers: { location: `${other.url}/feed.xml` }, validators: false });
  publisher.set("/away", { status: 302, headers: { location: `${other.url}/away` } });
  other.set("/robots.txt", { body: "User-agent: *\nDisallow: /away" });
  other.page("/away", "Away", [longText]);
  publisher.feed("/own.xml", "Harbour News", [{ guid: "1", link: "/away", title: "Away", summary: "Short words." }]);
  expect((await round.poll([feed("/own.xml")])).articles).toMatchObject([{ text: "Short words." }]);
  expect(other.requests.map(({ path }) => path)).toEqual(["/robots.txt"]);
  other.outage({ status: 503, headers: { "retry-after": "7200" } });
  await round.poll([feed()]);
  clock.pass(hour);
  await round.poll([feed("/feed.xml"), { kind: "feed", address: `${other.url}/third.xml` }]);
  expect(other.requests.map(({ path }) => path)).toEqual(["/robots.txt", "/feed.xml"]);
  await other.close();
});

test("a permanent move to another host is told as one, a temporary step on the way makes it none", async () => {
  const other = await openPublisher(clock.now);
  publisher.set("/gone", { status: 301, headers: { location: `${other.url}/step` } });
  other.set("/step", { status: 308, headers: { location: "/new" } });
  other.set("/new", { body: "here" });
  const get = () => round.deps().fetcher.get({ url: `${publisher.url}/gone`, want: "feed" }, AbortSignal.timeout(5_000));
  expect(await get()).toMatchObject({ url: `${other.url}/new`, movedTo: `${other.url}/new` });
  other.set("/step", { status: 302, headers: { location: "/new" } });
  expect(await get()).not.toHaveProperty("movedTo");
  await other.close();
});

test("410 ends it: the source is suspended, kept, and never asked again", async () => {
  publisher.set("/feed.xml", { status: 410, body: "" });
  await live(2 * day, [feed()]);
  expect(asked("/feed.xml")).toHaveLength(1);
  expect(await round.sources.find(feed().address)).toMatchObject({ suspended: true, problem: expect.stringContaining("gone for good") });
});

test("a dead feed is asked ever less, and suspended after a month", async () => {
  publisher.outage({ status: 500, body: "" });
  await live(day, [feed()]);
  expect(asked("/feed.xml").length).toBeLessThanOrEqual(8);
  for (let passed = 0; passed < 40; passed++) {
    await round.poll([feed()]);
    clock.pass(day);
  }
  expect(await round.sources.find(feed().address)).toMatchObject({ suspended: true });
});

test("an error leaves the validators of the last good answer alone", async () => {
  publisher.feed("/feed.xml", "Harbour News", entries(5));
  await round.poll([feed()]);
  clock.pass(day);
  publisher.outage({ status: 500, body: "", validators: false });
  await round.poll([feed()]);
  publisher.outage(undefined);
  clock.pass(day);
  await round.poll([feed()]);
  expect(asked("/feed.xml").at(-1)?.status).toBe(304);
});

test("a permanent move is followed at once, believed after three polls over two days, and makes no article twice", async () => {
  publisher.feed("/feed.xml", "Harbour News", entries(5));
  const first = await round.poll([feed()]);
  publisher.feed("/moved.xml", "Harbour News", entries(5));
  publisher.set("/feed.xml", { status: 301, headers: { location: "/moved.xml" }, validators: false });
  let again = 0;
  for (let poll = 0; poll < 6; poll++) {
    clock.pass(day);
    again += (await round.poll([feed()])).articles.length;
  }
  expect(first.articles).toHaveLength(5);
  expect(again).toBe(0);
  const old = asked("/feed.xml").length;
  clock.pass(day);
  await round.poll([feed()]);
  expect(asked("/feed.xml")).toHaveLength(old);
  expect(asked("/moved.xml").at(-1)?.status).toBe(304);
});

test("a temporary move is never believed", async () => {
  publisher.feed("/elsewhere.xml", "Harbour News", entries(5));
  publisher.set("/feed.xml", { status: 302, headers: { location: "/elsewhere.xml" }, validators: false });
  for (let poll = 0; poll < 6; poll++) {
    clock.pass(day);
    await round.poll([feed()]);
  }
  expect(asked("/feed.xml")).toHaveLength(6);
});
