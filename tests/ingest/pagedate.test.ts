import { expect, test } from "vitest";
import { parseDocument } from "../../src/ingest/dom.ts";
import { dateInAddress, findPageDate, readDay } from "../../src/ingest/pagedate.ts";

const day = (date: Date | undefined): string | undefined => date?.toISOString().slice(0, 10);

test.each([
  ["Updated on 12 March 2026 at 10:15", "2026-03-12"],
  ["Posted March 12, 2026 by the desk", "2026-03-12"],
  ["Veröffentlicht am 12.03.2026", "2026-03-12"],
])("the line %j names a day", (line, expected) => {
  expect(day(readDay(line))).toBe(expected);
});

test("a line without a day names none", () => {
  expect(readDay("Read by 2026 people")).toBeUndefined();
});

test("an address tells its day", () => {
  expect(day(dateInAddress("https://outlet.example/2026/03/12/ports"))).toBe("2026-03-12");
  expect(day(dateInAddress("https://outlet.example/2026/3/9/ports"))).toBe("2026-03-09");
  expect(dateInAddress("https://outlet.example/ports-12345678901")).toBeUndefined();
});

test("the page's own mark is trusted before its address", () => {
  const page = parseDocument('<html><body><span itemprop="datePublished" content="2026-03-11T08:00Z">yesterday</span></body></html>');
  expect(day(findPageDate(page, "https://outlet.example/2026/03/12/ports"))).toBe("2026-03-11");
});
