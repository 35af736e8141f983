import { expect, test } from "vitest";
import { findDay, findOpeningDay, findSaidDay, readDay } from "../../src/ingest/daylines.ts";
import { parseDocument } from "../../src/ingest/dom.ts";
import { type DateHints, dateInAddress, findPageDate } from "../../src/ingest/pagedate.ts";

const day = (date: Date | undefined): string | undefined => date?.toISOString().slice(0, 10);
const nothing: DateHints = { published: [], modified: [], near: [], all: [], address: undefined };
const dateOf = (body: string, hints: Partial<DateHints>) =>
  findPageDate(parseDocument(`<html><body>${body}</body></html>`), { ...nothing, ...hints });

test.each([
  ["Updated on 12 March 2026 at 10:15", "2026-03-12"],
  ["Posted March 12, 2026 by the desk", "2026-03-12"],
  ["Veröffentlicht am 12.03.2026", "2026-03-12"],
  ["Harbour board • 12.03.2026", "2026-03-12"],
  ["Le 12 mars 2026, à 10h", "2026-03-12"],
  ["12 березня 2026, 10:15", "2026-03-12"],
])("the line %j names a day", (line, expected) => {
  expect(day(readDay(line))).toBe(expected);
});

test("a line without a day names none", () => {
  expect(readDay("Read by 2026 people")).toBeUndefined();
});

test("of several days about a headline the one that says 'published' is taken, an update last", () => {
  expect(day(findDay(["Updated 14.03.2026", "Event: 20.03.2026", "Published 12.03.2026"]))).toBe("2026-03-12");
  expect(day(findDay(["Updated 14.03.2026", "12.03.2026"]))).toBe("2026-03-12");
  expect(day(findDay(["Updated 14.03.2026"]))).toBe("2026-03-14");
});

test("a day that says what it is counts anywhere on the page", () => {
  expect(day(findSaidDay(["The next fair is on 01.05.2026.", "Changed: 14.03.2026 – 10:00 Erschienen am: 12.03.2026 Readers: 61"]))).toBe(
    "2026-03-12",
  );
});

test("an article may begin with its day", () => {
  expect(day(findOpeningDay(["Pilots vote", "12.03.2026 – The pilots of the harbour have voted for a strike."]))).toBe("2026-03-12");
});

test("an address tells its day", () => {
  expect(day(dateInAddress("https://outlet.example/2026/03/12/ports"))).toBe("2026-03-12");
  expect(day(dateInAddress("https://outlet.example/2026/3/9/ports"))).toBe("2026-03-09");
  expect(day(dateInAddress("https://outlet.example/news/~12-03-2026-ports"))).toBe("2026-03-12");
  expect(dateInAddress("https://outlet.example/ports-12345678901")).toBeUndefined();
});

test("the day in the address corrects a date for machines that is far from it", () => {
  const published = ["2009-04-11T18:06:36Z"];
  expect(dateOf("", { published, address: "https://outlet.example/2026/03/12/ports" })?.day).toBe("2026-03-12");
});

test("the instant is kept where the address agrees on the day", () => {
  const found = dateOf("", { published: ["2026-03-13T00:25:00Z"], address: "https://outlet.example/2026/03/12/ports" });
  expect(found).toMatchObject({ day: "2026-03-12", at: new Date("2026-03-13T00:25:00Z") });
});

test("a time with a zone is on its own day there", () => {
  expect(dateOf("", { published: ["2026-03-12T22:05:41-05:00"] })?.day).toBe("2026-03-12");
});

test("a time in UTC is on the day that readers see beside it", () => {
  expect(dateOf("", { published: ["2026-03-11T23:00:00Z"], near: ["12. März 2026"] })?.day).toBe("2026-03-12");
  expect(dateOf("", { published: ["2026-03-11T12:00:00Z"], near: ["20.03.2026"] })?.day).toBe("2026-03-11");
});

test("days of comments are nobody's publication", () => {
  const page = '<h1>Pilots vote</h1><div id="comments"><time datetime="2026-03-20">20 March</time></div>';
  expect(dateOf(page, { near: ["12.03.2026"] })?.day).toBe("2026-03-12");
});

test("the state of a page's script is asked where nothing else tells a day", () => {
  expect(dateOf('<script>window.page = {"publishedDate":"2026-03-12T20:37:27Z"}</script>', {})?.day).toBe("2026-03-12");
});

test("the last change stands in where no publication is told", () => {
  expect(dateOf("", { modified: ["2026-03-14T08:00:00Z"] })?.day).toBe("2026-03-14");
});
