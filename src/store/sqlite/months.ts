import type { SpeakerProfile } from "../../model/quote.ts";
import type { Connection } from "./connection.ts";
import { rowAt } from "./quote-rows.ts";

const monthsShown = 12;

/** Quotations of a speaker in each of the twelve months that end with the newest one. Months are UTC. */
export function countMonths(speakerId: number, last: Date, connection: Connection): NonNullable<SpeakerProfile["months"]> {
  return Array.from({ length: monthsShown }, (_, place) => {
    const [year, month] = [last.getUTCFullYear(), last.getUTCMonth() - monthsShown + 1 + place];
    const [from, to] = [Date.UTC(year, month, 1), Date.UTC(year, month + 1, 1)];
    const found = connection.find<{ n: number }>(
      "SELECT count(*) AS n FROM quotes WHERE speaker_id = ? AND current = 1 AND row >= ? AND row < ?",
      [speakerId, rowAt(from), rowAt(to)],
    );
    return { from: new Date(from), quotes: found?.n ?? 0 };
  });
}
