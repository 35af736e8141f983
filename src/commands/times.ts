/** Most editions a day that one subscription may ask for. */
export const maxTimes = 24;

/** True for what somebody meant as a time of day, right or wrong: "8:00", "25:99", "8am", "08:00,18:30". */
export const looksLikeTimes = (word: string): boolean =>
  /^\d{1,2}([:.]\d{1,2}(\s?[ap]m)?|\s?[ap]m)?([,;]\s*\d{1,2}([:.]\d{1,2}(\s?[ap]m)?|\s?[ap]m)?)*$/i.test(word) && !/^\d+$/.test(word);

/** "8:00, 18.30" or "6pm" → ["08:00", "18:00"], ascending, each once; the first word that is no time where there is one. */
export function readTimes(words: string): { readonly times: readonly string[] } | { readonly wrong: string } {
  const parts = words.split(/[\s,;]+(?![ap]m\b)/i).filter(Boolean);
  const times = parts.map(readTime);
  const wrong = times.indexOf(undefined);
  if (parts.length === 0) return { wrong: words };
  if (wrong >= 0) return { wrong: parts[wrong] ?? words };
  return { times: [...new Set(times.filter((time) => time !== undefined))].sort() };
}

function readTime(word: string): string | undefined {
  const match = /^(\d{1,2})(?:[:.](\d{2}))?\s?([ap]m)?$/i.exec(word);
  if (!match) return undefined;
  const half = match[3]?.toLowerCase();
  const hour = Number(match[1]);
  const minute = Number(match[2] ?? 0);
  if (minute > 59 || hour > (half ? 12 : 23) || (half !== undefined && hour === 0)) return undefined;
  const ofDay = half === undefined ? hour : (hour % 12) + (half === "pm" ? 12 : 0);
  return `${String(ofDay).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
}

/** "22:00-07:00" → both ends; a range may pass midnight. */
export function readRange(words: string): { readonly from: string; readonly to: string } | undefined {
  const [from = "", to = "", ...more] = words.split(/\s*[-–—]\s*/);
  const ends = [readTime(from.trim()), readTime(to.trim())];
  return more.length === 0 && ends[0] !== undefined && ends[1] !== undefined && ends[0] !== ends[1]
    ? { from: ends[0], to: ends[1] }
    : undefined;
}

/** True when a time lies in [from, to), over midnight where the range says so. */
export const isWithin = (time: string, { from, to }: { readonly from: string; readonly to: string }): boolean =>
  from < to ? time >= from && time < to : time >= from || time < to;
