import type { Ledger } from "../../model/stores.ts";
import type { Connection } from "./connection.ts";

/** No platform repeats an update after this long (Telegram keeps them for 24 hours). */
const rememberMs = 30 * 86_400_000;

/** Keys, counters of a day, and ids that count once. */
export function createLedger(connection: Connection): Ledger {
  return {
    async get(key) {
      return connection.find<{ value: string }>("SELECT value FROM ledger WHERE key = ?", [key])?.value;
    },
    async set(key, value) {
      if (value === undefined) connection.run("DELETE FROM ledger WHERE key = ?", [key]);
      else connection.run("INSERT INTO ledger VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value", [key, value]);
    },
    firstTime: async (scope, id, at) =>
      connection.transaction(() => {
        connection.run("DELETE FROM seen_once WHERE at < ?", [at.getTime() - rememberMs]);
        return connection.run("INSERT OR IGNORE INTO seen_once VALUES (?, ?, ?)", [scope, id, at]) === 1;
      }),
    count: async (key, day, by) =>
      connection.find<{ value: number }>(
        "INSERT INTO counters VALUES (?, ?, ?) ON CONFLICT (key, day) DO UPDATE SET value = value + excluded.value RETURNING value",
        [key, day, by],
      )!.value,
  };
}
