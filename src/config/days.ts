import type { Weekday } from "../model/digest.ts";

const names = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
const everyDay: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

/** "daily", "mon-fri", "mon,wed", "fri-mon" → ISO weekdays ascending; undefined when a word is no day. */
export function parseDays(text: string): readonly Weekday[] | undefined {
  const wanted = new Set<Weekday>();
  for (const part of text
    .toLowerCase()
    .split(/[\s,]+/)
    .filter(Boolean)) {
    const range = part === "daily" ? everyDay : parseRange(part);
    if (!range) return undefined;
    for (const day of range) wanted.add(day);
  }
  return wanted.size > 0 ? [...wanted].sort() : undefined;
}

function parseRange(part: string): readonly Weekday[] | undefined {
  const [from, to = from] = part.split("-").map((name) => names.indexOf(name.slice(0, 3)) + 1);
  if (!from || !to || part.split("-").length > 2) return undefined;
  const length = ((to - from + 7) % 7) + 1;
  return Array.from({ length }, (_, step) => (((from - 1 + step) % 7) + 1) as Weekday);
}
