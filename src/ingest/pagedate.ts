import { readDate } from "./date.ts";
import type { DomDocument } from "./dom.ts";

/** Elements that carry a publication date, the most telling first. */
const dateSelectors = [
  '[itemprop~="datePublished"]',
  "time[pubdate], time[datetime], abbr.published, .published time, time",
  '[class*="publish"], [class*="pubdate"], [class*="entry-date"], [class*="post-date"], [class*="article-date"]',
  '[class*="timestamp"], [class*="dateline"], [class="date"], [class*="date "], [class$="date"], [id*="date"]',
];

/** A day in words or figures within a longer line: "Updated on 12 March 2026 at 10:15". */
const dayIn =
  /\p{L}{3,10}\.? \d{1,2}(?:st|nd|rd|th)?,? (?:19|20)\d\d|\d{1,2}(?:st|nd|rd|th|\.|er)? (?:de |d')?\p{L}{3,12}\.?,? (?:de )?(?:19|20)\d\d|(?:19|20)\d\d-\d\d-\d\d|\d{1,2}\.\d{1,2}\.(?:19|20)\d\d|\d{1,2}\/\d{1,2}\/(?:19|20)\d\d/gu;
const longestLine = 120;

/** The publication date as the page shows it, else as its address tells it. */
export function findPageDate(document: DomDocument, address: string | undefined): Date | undefined {
  for (const selector of dateSelectors) {
    for (const element of document.querySelectorAll(selector)) {
      const said = element.getAttribute("datetime") ?? element.getAttribute("content") ?? element.getAttribute("title");
      const date = (said && readDate(said)) || readDay(element.textContent ?? "");
      if (date) return date;
    }
  }
  return dateInAddress(address);
}

/** The first day that a short line names. */
export function readDay(text: string): Date | undefined {
  const line = text.replace(/\s+/g, " ").trim();
  if (line.length > longestLine) return undefined;
  for (const [day] of line.matchAll(dayIn)) {
    const date = readDate(day);
    if (date) return date;
  }
  return readDate(line);
}

/** "/2026/11/24/ports" or "/2026-11-24-ports" → that day. */
export function dateInAddress(address: string | undefined): Date | undefined {
  const match = address?.match(/[/-]((?:19|20)\d\d)(?:([01]\d)([0-3]\d)|([/-])([01]?\d)\4([0-3]?\d))(?!\d)/);
  if (!match) return undefined;
  const [, year, month, day, , looseMonth, looseDay] = match;
  return readDate(`${year}-${(month ?? looseMonth ?? "").padStart(2, "0")}-${(day ?? looseDay ?? "").padStart(2, "0")}`);
}
