import type { SourceState, SourceStore } from "../../model/stores.ts";
import type { Connection } from "./connection.ts";

const dates = new Set(["nextAt", "lastTriedAt", "lastGoodAt", "failingSince", "since"]);

const stateFrom = (state: string): SourceState =>
  JSON.parse(state, (key, value) => (dates.has(key) && typeof value === "string" ? new Date(value) : value)) as SourceState;

/** What a source needs to be asked politely after a restart, and which of its entries were seen. */
export function createSourceStore(connection: Connection): SourceStore {
  return {
    async find(address) {
      const row = connection.find<{ state: string }>("SELECT state FROM sources WHERE address = ?", [address]);
      return row && stateFrom(row.state);
    },
    async put(state) {
      connection.run("INSERT INTO sources VALUES (?, ?) ON CONFLICT (address) DO UPDATE SET state = excluded.state", [
        state.address,
        JSON.stringify(state),
      ]);
    },
    all: async () => connection.all<{ state: string }>("SELECT state FROM sources ORDER BY address").map(({ state }) => stateFrom(state)),
    addSeen: async (address, keys, at) =>
      connection.transaction(() => {
        for (const key of keys) addSeen(connection, address, key, at);
      }),
    async findSeen(address, keys) {
      const rows = connection.all<{ key: string }>(
        "SELECT key FROM seen_entries WHERE address = ? AND key IN (SELECT value FROM json_each(?))",
        [address, JSON.stringify(keys)],
      );
      return new Set(rows.map(({ key }) => key));
    },
  };
}

/** An entry that stays in its feed is not forgotten while it does; its day is renewed once a month, to spare the disk. */
const renewMs = 30 * 86_400_000;

function addSeen(connection: Connection, address: string, key: string, at: Date): void {
  connection.run("INSERT INTO seen_entries VALUES (:address, :key, :at) ON CONFLICT DO UPDATE SET at = :at WHERE seen_entries.at < :old", {
    address,
    key,
    at,
    old: at.getTime() - renewMs,
  });
}
