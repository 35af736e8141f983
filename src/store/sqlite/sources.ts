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
    isFirstPoll: async (address) => connection.find("SELECT 1 FROM seen_entries WHERE address = ? LIMIT 1", [address]) === undefined,
    addSeen: async (address, keys, at) =>
      connection.transaction(() => new Set(keys.filter((key) => addSeen(connection, address, key, at)))),
  };
}

/** An entry that stays in its feed is not forgotten while it does; its day is renewed once a month, to spare the disk. */
const renewMs = 30 * 86_400_000;

/** True when the key was not there before. */
function addSeen(connection: Connection, address: string, key: string, at: Date): boolean {
  const isNew = connection.run("INSERT OR IGNORE INTO seen_entries VALUES (?, ?, ?)", [address, key, at]) === 1;
  if (!isNew)
    connection.run("UPDATE seen_entries SET at = :at WHERE address = :address AND key = :key AND at < :old", {
      address,
      key,
      at,
      old: at.getTime() - renewMs,
    });
  return isNew;
}
