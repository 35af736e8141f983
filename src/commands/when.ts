import type { Schedule, Weekday } from "../model/digest.ts";
import { placeOf } from "../text/places.ts";
import type { Words } from "./words/index.ts";

/** "Tue 25 Nov, 08:00 (Kyiv)": the day, the wall time and whose it is. */
export function momentWords(at: Date, zone: string, words: Words): string {
  const day = dayWords(at, zone, words);
  return `${day}, ${timeWords(at, zone, words)} (${placeOf(zone, words.code)})`;
}

function dayWords(at: Date, zone: string, { locale }: Words): string {
  const parts = new Intl.DateTimeFormat(locale, { weekday: "short", day: "numeric", month: "short", timeZone: zone }).formatToParts(at);
  const part = (type: string): string => parts.find((each) => each.type === type)?.value ?? "";
  return `${part("weekday")} ${part("day")} ${part("month")}`;
}

/** "24 November 2026": never ambiguous. */
export const dateWords = (at: Date, { locale }: Words, zone = "UTC"): string =>
  new Intl.DateTimeFormat(locale, { day: "numeric", month: "long", year: "numeric", timeZone: zone }).format(at).replace(/\s*р\.$/, "");

/** "Nov 2026". */
export const monthWords = (at: Date, { locale }: Words): string =>
  new Intl.DateTimeFormat(locale, { month: "short", year: "numeric", timeZone: "UTC" }).format(at).replace(/\s*р\.$/, "");

export const timeWords = (at: Date, zone: string, { locale }: Words): string =>
  new Intl.DateTimeFormat(locale, { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone: zone }).format(at);

/** "weekdays at 08:00 and 18:30 (Kyiv)". */
export function scheduleWords({ times, days, zone }: Schedule, words: Words): string {
  return words.scheduled(daysWords(days, words), listWords(times, words), placeOf(zone, words.code));
}

function daysWords(days: readonly Weekday[], words: Words): string {
  const key = days.join("");
  if (key === "1234567") return words.daily;
  if (key === "12345") return words.weekdays;
  if (key === "67") return words.weekends;
  return words.onDays(
    listWords(
      days.map((day) => dayName(day, words)),
      words,
    ),
  );
}

const listWords = (values: readonly string[], { locale }: Words): string =>
  new Intl.ListFormat(locale, { type: "conjunction" }).format(values);

/** 5 January 2026 was a Monday. */
const dayName = (day: Weekday, { locale }: Words): string =>
  new Intl.DateTimeFormat(locale, { weekday: "short", timeZone: "UTC" }).format(new Date(Date.UTC(2026, 0, 4 + day)));
