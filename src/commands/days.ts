import type { Weekday } from "../model/digest.ts";

/** Monday first; what a word may begin with, in every language of the commands. */
const names: readonly (readonly string[])[] = [
  ["mon", "monday", "пн", "понеділок"],
  ["tue", "tues", "tuesday", "вт", "вівторок"],
  ["wed", "wednesday", "ср", "середа"],
  ["thu", "thur", "thurs", "thursday", "чт", "четвер"],
  ["fri", "friday", "пт", "п'ятниця", "пʼятниця", "п’ятниця"],
  ["sat", "saturday", "сб", "субота"],
  ["sun", "sunday", "нд", "неділя"],
];

const groups: Readonly<Record<string, readonly Weekday[]>> = {
  daily: [1, 2, 3, 4, 5, 6, 7],
  everyday: [1, 2, 3, 4, 5, 6, 7],
  щодня: [1, 2, 3, 4, 5, 6, 7],
  weekdays: [1, 2, 3, 4, 5],
  будні: [1, 2, 3, 4, 5],
  weekends: [6, 7],
  weekend: [6, 7],
  вихідні: [6, 7],
};

/** "mon-fri", "weekdays", "mon,wed", "fri-mon", "пн-пт" → weekdays ascending; undefined when a word is no day. */
export function readDays(words: string): readonly Weekday[] | undefined {
  const parts = words
    .toLowerCase()
    .replace(/\s*[-–—]\s*/g, "-")
    .split(/[\s,;]+/)
    .filter(Boolean);
  const days = parts.map((part) => groups[part] ?? readSpan(part));
  if (parts.length === 0 || days.includes(undefined)) return undefined;
  return [...new Set(days.flatMap((span) => span ?? []))].sort();
}

function readSpan(part: string): readonly Weekday[] | undefined {
  const [first = "", last = first, ...more] = part.split("-");
  const from = dayFrom(first);
  const to = dayFrom(last);
  if (from === undefined || to === undefined || more.length > 0) return undefined;
  const length = ((to - from + 7) % 7) + 1;
  return Array.from({ length }, (_, step) => (((from - 1 + step) % 7) + 1) as Weekday);
}

function dayFrom(word: string): Weekday | undefined {
  const place = names.findIndex((spellings) => spellings.includes(word));
  return place < 0 ? undefined : ((place + 1) as Weekday);
}
