import { readDate } from "./date.ts";
import { findDay, findOpeningDay, findSaidDay, readDay } from "./daylines.ts";
import type { DomDocument, DomElement } from "./dom.ts";

/** Elements that carry a publication date by their markup, the most telling first. */
const machineSelectors = [
  '[itemprop~="datePublished"], [property~="datePublished"]',
  "time[pubdate], time[datetime], abbr.published, .published time, time",
];

/** Elements whose names speak of dates. */
const namedSelectors = [
  '[class*="publish"], [class*="pubdate"], [class*="entry-date"], [class*="post-date"], [class*="article-date"]',
  '[class*="timestamp"], [class*="dateline"], [class="date"], [class*="date "], [class$="date"], [class*="Date"], [class*="datum"], [id*="date"]',
];

/** What a page says about when it was published. */
export interface PageDate {
  /** Its day by the page's own calendar, "2026-03-12". */
  readonly day: string;
  /** The instant; midnight of that day in UTC where no time is told. */
  readonly at: Date;
  /** The time was written in UTC: the day may be the neighbour of the one that readers saw. */
  readonly inUtc?: boolean;
}

export interface DateHints {
  /** Dates for machines, the most trusted first: JSON-LD, meta tags. */
  readonly published: readonly (string | undefined)[];
  readonly modified: readonly (string | undefined)[];
  /** The lines close to the headline, in their order. */
  readonly near: readonly string[];
  readonly all: readonly string[];
  readonly address: string | undefined;
}

const dayMs = 86_400_000;
/** Elements asked for a date by one selector: the publication stands early. */
const mostElements = 200;

/**
 * The publication date: what is written for machines, corrected by the day in the address (which is set once, when the page is made, while
 * the other may be a restart's or an import's), then what readers see about the headline, then the time of the last change.
 */
export function findPageDate(document: DomDocument, hints: DateHints): PageDate | undefined {
  const machine = readFirst(hints.published) ?? findElementDate(document, machineSelectors);
  const inAddress = dateInAddress(hints.address);
  if (inAddress)
    return machine && Math.abs(machine.at.getTime() - inAddress.getTime()) < 1.6 * dayMs
      ? { day: dayOf(inAddress), at: machine.at }
      : whole(inAddress);
  if (machine) return localDay(machine, hints.near);
  const seen =
    findDay(hints.near) ??
    findElementDate(document, namedSelectors)?.at ??
    findOpeningDay(hints.near) ??
    findSaidDay(hints.all) ??
    findInScripts(document);
  return seen ? whole(seen) : readFirst(hints.modified);
}

/** An instant told in UTC falls on another day where the page is at home: the day that its readers see decides between the two. */
function localDay(machine: PageDate, near: readonly string[]): PageDate {
  if (!machine.inUtc) return machine;
  const seen = findDay(near);
  const hours = seen === undefined ? 0 : (machine.at.getTime() - seen.getTime()) / 3_600_000;
  // Where publishers sit, from UTC+9 to UTC−8: the day begins up to 9 hours before that of UTC and ends up to 8 hours behind it.
  const fits = hours >= -9 && hours < 24 + 8;
  return seen && fits ? { day: dayOf(seen), at: machine.at } : machine;
}

const dayOf = (at: Date): string => at.toISOString().slice(0, 10);
const whole = (at: Date): PageDate => ({ day: dayOf(at), at });

function readFirst(texts: readonly (string | undefined)[]): PageDate | undefined {
  for (const text of texts) {
    const date = text === undefined ? undefined : readDated(text);
    if (date) return date;
  }
  return undefined;
}

/** A date with the day as it is written, whatever its zone makes of it in UTC. */
function readDated(text: string): PageDate | undefined {
  // Behind a day, a time that cannot be read ("22:06:08:684Z") costs only the time.
  const at =
    readDate(text) ?? readDate(text, { order: "month-first" }) ?? readDate(/^(?:19|20)\d\d-\d\d-\d\d(?=[T ])/.exec(text)?.[0] ?? "");
  if (!at) return undefined;
  const offset = /([+-])(\d\d):?(\d\d)$/.exec(text.trim());
  const minutes = offset ? Number(`${offset[1]}1`) * (Number(offset[2]) * 60 + Number(offset[3])) : 0;
  const inUtc = /\d:\d\d.*(?:Z|GMT|UTC|[+-]00:?00)$/.test(text.trim());
  return { day: dayOf(new Date(at.getTime() + minutes * 60_000)), at, ...(inUtc && { inUtc }) };
}

const inScript =
  /"(?:published_?(?:at|date|time|on)|publish_?(?:date|time)|publication_?(?:date|time)|pub_?date|date_?published|upload_?date)"\s*:\s*"((?:19|20)\d\d-\d\d-\d\d[^"]{0,20})"/i;

/** The date in the state that a page's script begins with. */
function findInScripts(document: DomDocument): Date | undefined {
  for (const script of document.querySelectorAll("script:not([src])")) {
    const said = inScript.exec(script.textContent ?? "")?.[1];
    const date = said === undefined ? undefined : readDated(said);
    if (date) return date.at;
  }
  return undefined;
}

function findElementDate(document: DomDocument, selectors: readonly string[]): PageDate | undefined {
  for (const selector of selectors) {
    for (const element of [...document.querySelectorAll(selector)].slice(0, mostElements)) {
      if (isInComment(element)) continue;
      const said = element.getAttribute("datetime") ?? element.getAttribute("content") ?? element.getAttribute("title");
      const seen = readDay(element.textContent ?? "");
      const date = (said ? readDated(said) : undefined) ?? (seen && whole(seen));
      if (date) return date;
    }
  }
  return undefined;
}

function isInComment(element: DomElement): boolean {
  for (let at: DomElement | null = element; at; at = at.parentElement) {
    if (
      /(?:^|[\s_-])(?:comments?|commentlist|kommentare?|sidebar|related)(?=$|[\s_-])/i.test(
        `${at.getAttribute("class") ?? ""} ${at.getAttribute("id") ?? ""}`,
      )
    )
      return !/^(?:html|body|main)$/i.test(at.tagName) && !at.querySelector("h1");
  }
  return false;
}

/** "/2026/11/24/ports", "/2026-11-24-ports" or "/24-11-2026-ports" → that day. */
export function dateInAddress(address: string | undefined): Date | undefined {
  const match = address?.match(/[/-]((?:19|20)\d\d)(?:([01]\d)([0-3]\d)|([/-])([01]?\d)\4([0-3]?\d))(?!\d)/);
  if (match) {
    const [, year, month, day, , looseMonth, looseDay] = match;
    return readDate(`${year}-${(month ?? looseMonth ?? "").padStart(2, "0")}-${(day ?? looseDay ?? "").padStart(2, "0")}`);
  }
  const dayFirst = address?.match(/[/~_-]([0-3]\d)([-.])([01]\d)\2((?:19|20)\d\d)(?!\d)/);
  return dayFirst ? readDate(`${dayFirst[4]}-${dayFirst[3]}-${dayFirst[1]}`) : undefined;
}
