import { findMonth, withoutAccents } from "./months.ts";
import { findOffset } from "./zones.ts";

export interface DateOptions {
  /** Minutes east of UTC that a time without a zone is in: the feed's or the page's own; 0 where unknown, never the host's. */
  readonly offsetMinutes?: number;
  /** How 03/04/2024 is read; such a date is refused without it. */
  readonly order?: "day-first" | "month-first";
}

/** Nothing was published on the web before, and nothing is from so far ahead: such dates are mistakes. */
const years = { first: 1990, last: 2100 };

/**
 * Reads a date as publishers write it: RFC 822 with its old and new sloppiness, W3C-DTF, ISO 8601 short forms, asctime, epoch seconds,
 * numeric dates, and words in our languages. Strict where it matters: an unknown word or an impossible part refuses the whole.
 */
export function readDate(input: string, options: DateOptions = {}): Date | undefined {
  const text = input.normalize("NFC").replace(/\s+/g, " ").trim();
  if (text === "" || text.length > 80) return undefined;
  const parts = readIso(text) ?? readEpoch(text) ?? readWords(text, options.order);
  if (!parts || parts === "refused") return undefined;
  return parts instanceof Date ? inRange(parts) : toDate(parts, options.offsetMinutes ?? 0);
}

interface DateParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour?: number;
  readonly minute?: number;
  readonly second?: number;
  /** Minutes east of UTC. */
  readonly offset?: number | undefined;
}

function toDate(parts: DateParts, zonelessOffset: number): Date | undefined {
  const { year, month, day, hour = 0, minute = 0, second = 0 } = parts;
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return undefined;
  // 24:00 is the end of a day (ISO 8601), second 60 a leap second.
  if (hour > 24 || minute > 59 || second > 60 || (hour === 24 && minute + second > 0)) return undefined;
  const utc = Date.UTC(year, month - 1, day, hour, minute, Math.min(second, 59));
  return inRange(new Date(utc - (parts.offset ?? zonelessOffset) * 60_000));
}

function inRange(date: Date): Date | undefined {
  const year = date.getUTCFullYear();
  return year >= years.first && year <= years.last ? date : undefined;
}

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** Two digits: 69–99 are the last century's (POSIX strptime). */
function fullYear(digits: string): number {
  const year = Number(digits);
  if (digits.length === 4) return year;
  return year >= 69 ? 1900 + year : 2000 + year;
}

const time = String.raw`(?:[T ]\s?(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s?(Z|[+-]\d{1,2}(?::?\d{2})?|[A-Za-z/]{1,7})?)?`;
const calendarDate = new RegExp(`^(\\d{4})-(0?\\d{1,2})-(\\d{1,2})${time}$`);
const basicDate = /^(\d{4}|\d{2})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})?(Z|[+-]\d{2}:?\d{2})?)?$/;

/** W3C-DTF and the short forms of ISO 8601; undefined when it is none of them. */
function readIso(text: string): DateParts | "refused" | undefined {
  const full = calendarDate.exec(text) ?? basicDate.exec(text);
  if (full) return isoParts(full);
  const dashed = /^(\d{2})-(\d{2})-(\d{2})$/.exec(text);
  if (dashed) return { year: fullYear(dashed[1] ?? ""), month: Number(dashed[2]), day: Number(dashed[3]) };
  const month = /^(\d{4})-(\d{2})$|^-(\d{2})-?(\d{2})$/.exec(text);
  if (month) return { year: fullYear(month[1] ?? month[3] ?? ""), month: Number(month[2] ?? month[4]), day: 1 };
  if (/^\d{4}$/.test(text)) return { year: Number(text), month: 1, day: 1 };
  return readOrdinal(text);
}

function isoParts(match: RegExpExecArray): DateParts | "refused" {
  const [, year = "", month, day, hour = "0", minute = "0", second = "0", zone] = match;
  const offset = zone === undefined ? undefined : findOffset(zone);
  if (zone !== undefined && offset === undefined) return "refused";
  return {
    year: fullYear(year),
    month: Number(month),
    day: Number(day),
    hour: Number(hour),
    minute: Number(minute),
    second: Number(second),
    offset,
  };
}

/** Year and day of the year. Five digits that end in a year ("22013") are a misprint, not the 13th day of 2022. */
function readOrdinal(text: string): DateParts | "refused" | undefined {
  const match = /^(\d{4}|\d{2})-?(\d{3})$/.exec(text);
  if (!match) return undefined;
  if (/^\d(?:19|20)\d\d$/.test(text)) return "refused";
  const year = fullYear(match[1] ?? "");
  const dayOfYear = Number(match[2]);
  if (dayOfYear < 1 || dayOfYear > (daysIn(year, 2) === 29 ? 366 : 365)) return "refused";
  const date = new Date(Date.UTC(year, 0, dayOfYear));
  return { year, month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

function readEpoch(text: string): Date | undefined {
  if (/^\d{10}$/.test(text)) return new Date(Number(text) * 1_000);
  return /^\d{13}$/.test(text) ? new Date(Number(text)) : undefined;
}

interface Clock {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

/** Small words that stand between the parts of a date. */
const fillers = new Set(
  "at on of the de del den der um uhr o в о об года год г року рік р kl le el à a las ore h ko ren tik eko ego år t th st nd rd".split(" "),
);
const clockTime = /(?<![\d:])(\d{1,2})[:h](\d{2})(?::(\d{2})(?:[.,]\d+)?)?(?![\d:])\s*([ap]\.?m\.?(?![a-z]))?/i;

/** Everything else: a time of day, a zone, a month by name or number; the rest must be words that dates have. */
function readWords(text: string, order: DateOptions["order"]): DateParts | "refused" | undefined {
  let rest = text.replace(/\([^()]*\)/g, " ").replace(/(\d)T(\d)/, "$1 $2");
  const half = /오전|오후/.exec(rest)?.[0];
  const korean = half !== undefined || /\d\s*[년월일]/.test(rest);
  rest = rest.replace(/오전|오후|[년월일]/g, " ");
  const clock = clockTime.exec(rest);
  let zone: number | undefined = korean ? 9 * 60 : undefined;
  if (clock) {
    const after = rest.slice(clock.index + clock[0].length);
    const named = /^\s*((?:GMT|UTC|UT)?\s?[+−-]\d{1,2}:?\d{0,2}|[A-Za-z]{1,4}(?:\/[A-Za-z]{2,3})?)(?![\w:])/i.exec(after);
    const offset = named ? findOffset(named[1] ?? "") : undefined;
    zone = offset ?? zone;
    rest = `${rest.slice(0, clock.index)} ${offset === undefined ? after : after.slice(named?.[0].length)}`;
  }
  const day = readDay(rest, order);
  if (!day) return undefined;
  return { ...day, ...(clock ? readClock(clock, half === "오후") : {}), offset: zone };
}

function readClock(match: RegExpExecArray, afternoon: boolean): Clock {
  const hour = Number(match[1]);
  const mark = match[4]?.toLowerCase()[0] ?? (afternoon ? "p" : undefined);
  const shifted = mark === "p" && hour < 12 ? hour + 12 : mark === "a" && hour === 12 ? 0 : hour;
  return { hour: shifted, minute: Number(match[2]), second: Number(match[3] ?? 0) };
}

type Day = Pick<DateParts, "year" | "month" | "day">;

function readDay(text: string, order: DateOptions["order"]): Day | undefined {
  const words = text.match(/\p{L}[\p{L}\p{M}']*|\d+/gu) ?? [];
  const numbers = words.filter((word) => /^\d/.test(word));
  const names = words.filter((word) => !/^\d/.test(word) && !fillers.has(withoutAccents(word)));
  const months = names.filter((word) => findMonth(word) !== undefined);
  // The weekday stands first, in whatever language; "mar." may be one as well as a month.
  const others = names.filter((word, index) => index > 0 || (months.length === 1 && word === months[0]));
  if (others.some((word) => findMonth(word) === undefined)) return undefined;
  const month = months.at(-1);
  if (month === undefined) return names.length > 1 ? undefined : readNumericDay(text, numbers, order);
  if (months.length > 2 || (months.length === 2 && names[0] !== months[0])) return undefined;
  return readNamedDay(findMonth(month) ?? 0, numbers);
}

function readNamedDay(month: number, numbers: readonly string[]): Day | undefined {
  const [first = "", second = ""] = numbers;
  if (numbers.length !== 2) return undefined;
  if (first.length === 4 && second.length <= 2) return { year: Number(first), month, day: Number(second) };
  if (first.length > 2 || (second.length !== 2 && second.length !== 4)) return undefined;
  return { year: fullYear(second), month, day: Number(first) };
}

function readNumericDay(text: string, numbers: readonly string[], order: DateOptions["order"]): Day | undefined {
  const [first = "", second = "", third = ""] = numbers;
  if (numbers.length !== 3 || second.length > 2) return undefined;
  if (first.length === 4 && third.length <= 2) return { year: Number(first), month: Number(second), day: Number(third) };
  if (first.length > 2 || (third.length !== 4 && third.length !== 2)) return undefined;
  const [a, b] = [Number(first), Number(second)];
  // Dots mean day first everywhere that writes them; with a slash it depends on the country.
  const dayFirst = /\d\s*\.\s*\d/.test(text) || a > 12 || a === b || order === "day-first";
  if (!dayFirst && b <= 12 && order !== "month-first") return undefined;
  return dayFirst ? { year: fullYear(third), month: b, day: a } : { year: fullYear(third), month: a, day: b };
}
