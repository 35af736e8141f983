import type { Subscription } from "../../model/delivery.ts";
import type { SubscriptionStore } from "../../model/outbox.ts";
import type { Connection } from "./connection.ts";
import { type ChannelRow, channelFrom, dateFrom, rowFrom, type SubscriptionRow, subscriptionFrom } from "./subscription-rows.ts";

/** Channels, their subscriptions and settings. */
export function createSubscriptionStore(connection: Connection): SubscriptionStore {
  const list = (where: string, params: readonly (string | number | Date)[]): readonly Subscription[] =>
    connection.all<SubscriptionRow>(`SELECT * FROM subscriptions ${where}`, params).map(subscriptionFrom);
  return {
    async putChannel(channel) {
      connection.run(putChannelSql, { ...channel, name: channel.name });
    },
    async findChannel(id) {
      const row = connection.find<ChannelRow>("SELECT * FROM channels WHERE id = ?", [id]);
      return row && channelFrom(row);
    },
    moveChannel: async (fromId, toId) => connection.transaction(() => moveChannel(connection, fromId, toId)),
    async put(subscription) {
      connection.run(putSql, { ...rowFrom(subscription) });
    },
    find: async (channelId, id) => list("WHERE channel_id = ? AND id = ?", [channelId, id])[0],
    remove: async (channelId, id) =>
      connection.transaction(() => {
        connection.run("DELETE FROM subscriptions WHERE channel_id = ? AND id = ?", [channelId, id]);
        connection.run(
          "UPDATE deliveries SET state = 'dropped', problem = 'unsubscribed' WHERE channel_id = ? AND subscription_id = ? AND state = 'queued'",
          [channelId, id],
        );
      }),
    ofChannel: async (channelId) => list("WHERE channel_id = ? ORDER BY created_at, id", [channelId]),
    due: async (now, limit) => list(`WHERE ${scheduled} AND next_at <= ? ORDER BY next_at LIMIT ?`, [now, limit]),
    instant: async (digestId) =>
      digestId === undefined
        ? list("WHERE state = 'active' AND mode = 'instant' ORDER BY digest_id", [])
        : list("WHERE state = 'active' AND mode = 'instant' AND digest_id = ?", [digestId]),
    async nextDueAt() {
      const row = connection.find<{ at: number | null }>(`SELECT min(next_at) AS at FROM subscriptions WHERE ${scheduled}`);
      return dateFrom(row?.at);
    },
    async digestIds() {
      const rows = connection.all<{ id: string }>(
        "SELECT DISTINCT digest_id AS id FROM subscriptions WHERE state = 'active' ORDER BY digest_id",
      );
      return rows.map(({ id }) => id);
    },
    all: async () => list("ORDER BY channel_id, id", []),
    suspendChannel: async (channelId, why, refusedId) =>
      connection.transaction(() => suspendChannel(connection, channelId, why, refusedId)),
    reviveChannel: async (channelId, now, from) => connection.transaction(() => reviveChannel(connection, channelId, now, from)),
    async setting(channelId, key) {
      return connection.find<{ value: string }>("SELECT value FROM settings WHERE channel_id = ? AND key = ?", [channelId, key])?.value;
    },
    async putSetting(channelId, key, value) {
      if (value === undefined) connection.run("DELETE FROM settings WHERE channel_id = ? AND key = ?", [channelId, key]);
      else connection.run(putSettingSql, [channelId, key, value]);
    },
    settings: async (key) =>
      connection.all<{ channelId: string; value: string }>(
        "SELECT channel_id AS channelId, value FROM settings WHERE key = ? ORDER BY channel_id",
        [key],
      ),
    forget: async (channelId) => connection.transaction(() => forget(connection, channelId)),
  };
}

const scheduled = "state = 'active' AND mode = 'schedule' AND next_at IS NOT NULL";

const putChannelSql = `
  INSERT INTO channels (id, platform, address, name, lang) VALUES (:id, :platform, :address, :name, :lang)
  ON CONFLICT (id) DO UPDATE SET platform = :platform, address = :address, name = :name, lang = :lang`;

const putSql = `
  INSERT INTO subscriptions
    (channel_id, id, digest_id, mode, schedule, form, filters, send_empty, mention, options, state, state_reason, created_at, covered_to, next_at)
  VALUES
    (:channel_id, :id, :digest_id, :mode, :schedule, :form, :filters, :send_empty, :mention, :options, :state, :state_reason, :created_at, :covered_to, :next_at)
  ON CONFLICT (channel_id, id) DO UPDATE SET
    digest_id = :digest_id, mode = :mode, schedule = :schedule, form = :form, filters = :filters, send_empty = :send_empty, mention = :mention,
    options = :options, state = :state, state_reason = :state_reason, covered_to = max(covered_to, :covered_to), next_at = :next_at`;

const putSettingSql = `
  INSERT INTO settings (channel_id, key, value) VALUES (?, ?, ?) ON CONFLICT (channel_id, key) DO UPDATE SET value = excluded.value`;

/** A delivery held back has the reason of its subscription as its own: by that it is known when the channel is back. */
const reasonSql =
  "(SELECT state_reason FROM subscriptions AS s WHERE s.channel_id = d.channel_id AND s.id = d.subscription_id AND s.state = 'suspended')";

function suspendChannel(connection: Connection, channelId: string, why: string, refusedId?: string): boolean {
  const suspended = connection.run(
    "UPDATE subscriptions SET state = 'suspended', state_reason = ? WHERE channel_id = ? AND state = 'active'",
    [why, channelId],
  );
  connection.run(
    `UPDATE deliveries AS d SET state = 'dropped', problem = coalesce(${reasonSql}, ?) WHERE channel_id = ? AND state = 'queued'`,
    [why, channelId],
  );
  // With the parts that were dropped because this one was not sent.
  if (refusedId !== undefined)
    connection.run(
      `UPDATE deliveries AS d SET problem = coalesce(${reasonSql}, problem) WHERE state IN ('refused', 'dropped')
       AND (edition_id, channel_id, subscription_id) = (SELECT edition_id, channel_id, subscription_id FROM deliveries WHERE id = ?)`,
      [refusedId],
    );
  return suspended > 0;
}

function reviveChannel(connection: Connection, channelId: string, now: Date, from: Date): boolean {
  connection.run(
    `UPDATE deliveries AS d SET state = 'queued', due_at = ?, problem = NULL, first_tried_at = NULL
     WHERE channel_id = ? AND state IN ('refused', 'dropped') AND slot_at >= ? AND problem = ${reasonSql}`,
    [now, channelId, from],
  );
  const sql = "UPDATE subscriptions SET state = 'active', state_reason = NULL WHERE channel_id = ? AND state = 'suspended'";
  return connection.run(sql, [channelId]) > 0;
}

/** Subscriptions whose ids meet get the next free number, so nothing of either channel is lost. */
function moveChannel(connection: Connection, from: string, to: string): void {
  if (from === to || !connection.find("SELECT 1 FROM channels WHERE id = ?", [from])) return;
  const address = to.slice(to.indexOf(":") + 1);
  connection.run("INSERT INTO channels SELECT :to, platform, :address, name, lang FROM channels WHERE id = :from ON CONFLICT DO NOTHING", {
    from,
    to,
    address,
  });
  const taken = new Set(idsOf(connection, to));
  for (const id of idsOf(connection, from)) {
    const free = freeId(id, taken);
    taken.add(free);
    const names = { from, to, id, free };
    connection.run("UPDATE subscriptions SET channel_id = :to, id = :free WHERE channel_id = :from AND id = :id", names);
    connection.run(
      "UPDATE deliveries SET channel_id = :to, subscription_id = :free WHERE channel_id = :from AND subscription_id = :id",
      names,
    );
  }
  connection.run("UPDATE OR IGNORE settings SET channel_id = ? WHERE channel_id = ?", [to, from]);
  connection.run("DELETE FROM settings WHERE channel_id = ?", [from]);
  connection.run("DELETE FROM channels WHERE id = ?", [from]);
}

/** Of living subscriptions and of those that only past deliveries remember. */
const idsOf = (connection: Connection, channelId: string): readonly string[] =>
  connection
    .all<{ id: string }>(
      "SELECT id FROM subscriptions WHERE channel_id = :channelId UNION SELECT subscription_id FROM deliveries WHERE channel_id = :channelId ORDER BY 1",
      { channelId },
    )
    .map(({ id }) => id);

function freeId(id: string, taken: ReadonlySet<string>): string {
  if (!taken.has(id)) return id;
  let number = 2;
  while (taken.has(`${id}-${number}`)) number++;
  return `${id}-${number}`;
}

function forget(connection: Connection, channelId: string): number {
  const [platform = "", address = ""] = channelId.split(/:(.*)/s);
  // What its adapter keeps of it: app.ts puts the platform before the adapter's own key.
  connection.run("DELETE FROM ledger WHERE key GLOB 'adapter:' || ? || ':*:' || ?", [platform, address.replace(/[[*?]/g, "[$&]")]);
  const from = ["deliveries", "subscriptions", "settings"].map((table) =>
    connection.run(`DELETE FROM ${table} WHERE channel_id = ?`, [channelId]),
  );
  return connection.run("DELETE FROM channels WHERE id = ?", [channelId]) + from.reduce((sum, rows) => sum + rows, 0);
}
