import { createHash } from "node:crypto";
import { setImmediate } from "node:timers/promises";
import type { Delivery, DeliveryState } from "../../model/delivery.ts";
import type { Edition } from "../../model/digest.ts";
import type { EnqueueRow, Outbox } from "../../model/outbox.ts";
import type { Connection } from "./connection.ts";
import { type DeliveryRow, deliveryFrom, type EditRow, editFrom, editionFrom } from "./outbox-rows.ts";
import { dateFrom } from "./subscription-rows.ts";

/** 38 ms for 1,000 rows in one transaction, measured: 100 keep the loop free. */
const rowsPerTransaction = 100;

/** Editions and their deliveries. Rows hold a delivery's state; deliver/states.ts decides it. */
export function createOutbox(connection: Connection): Outbox {
  const list = (tail: string, params: readonly (string | number | Date)[]): readonly Delivery[] =>
    connection.all<DeliveryRow>(`SELECT * FROM deliveries ${tail}`, params).map(deliveryFrom);
  const editions = (tail: string, params: readonly (string | number | Date)[]): readonly Edition[] =>
    connection.all<{ body: string }>(`SELECT body FROM editions ${tail}`, params).map(({ body }) => editionFrom(body));
  return {
    enqueue: (edition, rows) => inChunks(connection, rows, (chunk) => enqueue(connection, edition, chunk)),
    skip: (rows) => inChunks(connection, rows, (chunk) => skip(connection, chunk)),
    findEdition: async (id) => editions("WHERE id = ?", [id])[0],
    lastEdition: async (digestId, channelId) =>
      channelId === undefined
        ? editions("WHERE digest_id = ? ORDER BY slot_at DESC LIMIT 1", [digestId])[0]
        : editions("WHERE digest_id = ? AND id IN (SELECT edition_id FROM deliveries WHERE channel_id = ?) ORDER BY slot_at DESC LIMIT 1", [
            digestId,
            channelId,
          ])[0],
    editionsSince: async (from, limit) => editions("WHERE made_at > ? ORDER BY made_at DESC LIMIT ?", [from, limit]),
    claim: async (platform, now, leaseMs, limit) =>
      connection.transaction(() =>
        connection
          .all<{ id: string }>(claimableSql, { platform, now, limit })
          .map(({ id }) => deliveryFrom(connection.find<DeliveryRow>(claimSql, { id, now, until: now.getTime() + leaseMs })!)),
      ),
    addParts: async (delivery, count) => connection.transaction(() => addParts(connection, delivery, count)),
    settle: async (delivery) => connection.transaction(() => settle(connection, delivery)),
    find: async (id) => list("WHERE id = ?", [id])[0],
    expired: async (platform, now) =>
      list("WHERE platform = ? AND state = 'sending' AND lease_until <= ? ORDER BY slot_at, channel_id, part", [platform, now]),
    inState: async (state, limit) => list("WHERE state = ? ORDER BY slot_at, channel_id, subscription_id, part LIMIT ?", [state, limit]),
    mayBeIn: async (editionId, channelId) =>
      connection.find(
        "SELECT 1 FROM deliveries WHERE edition_id = ? AND channel_id = ? AND state IN ('sending', 'sent', 'unknown') LIMIT 1",
        [editionId, channelId],
      ) !== undefined,
    ofEdition: async (editionId) => list("WHERE edition_id = ? AND state = 'sent' ORDER BY channel_id, subscription_id, part", [editionId]),
    ofChannel: async (channelId, limit) => list("WHERE channel_id = ? ORDER BY slot_at DESC, part DESC LIMIT ?", [channelId, limit]),
    nextDueAt: async (platform) => dateFrom(connection.find<{ at: number | null }>(nextDueSql, { platform })?.at),
    async counts() {
      const rows = connection.all<{ state: DeliveryState; count: number }>(
        "SELECT state, count(*) AS count FROM deliveries GROUP BY state",
      );
      return { ...noneInAnyState, ...Object.fromEntries(rows.map(({ state, count }) => [state, count])) };
    },
    amend: async (edition, at) =>
      connection.transaction(() => {
        putEdition(connection, edition);
        connection.run(amendSql, { editionId: edition.id, at });
      }),
    dueEdits: async (platform, now, limit) => connection.all<EditRow>(dueEditsSql, { platform, now, limit }).map(editFrom),
    async settleEdit({ delivery, amendedAt }, nextAt) {
      const row = { id: delivery.id, amendedAt };
      if (nextAt)
        connection.run("UPDATE edits SET due_at = :nextAt, attempts = attempts + 1 WHERE delivery_id = :id AND amended_at = :amendedAt", {
          ...row,
          nextAt,
        });
      else connection.run("DELETE FROM edits WHERE delivery_id = :id AND amended_at = :amendedAt", row);
    },
  };
}

const noneInAnyState: Readonly<Record<DeliveryState, number>> = { queued: 0, sending: 0, sent: 0, refused: 0, unknown: 0, dropped: 0 };

/** Nothing of the same channel is in flight or stands before it. */
const unblocked = `NOT EXISTS (
  SELECT 1 FROM deliveries AS e INDEXED BY deliveries_open
  WHERE e.channel_id = d.channel_id AND e.state IN ('queued', 'sending') AND e.id <> d.id
    AND (e.state = 'sending' OR (e.slot_at, e.subscription_id, e.edition_id, e.part) < (d.slot_at, d.subscription_id, d.edition_id, d.part)))`;

/** Walks the queue in its order and stops at the limit; the planner would rather sort the whole queue (70 ms at 100,000 rows, measured). */
const claimableSql = `
  SELECT id FROM deliveries AS d INDEXED BY deliveries_queue
  WHERE platform = :platform AND state = 'queued' AND due_at <= :now AND ${unblocked}
  ORDER BY slot_at, channel_id, subscription_id, edition_id, part LIMIT :limit`;

const claimSql = `
  UPDATE deliveries
  SET state = 'sending', attempts = attempts + 1, lease_until = :until, first_tried_at = coalesce(first_tried_at, :now)
  WHERE id = :id RETURNING *`;

const nextDueSql = `
  SELECT due_at AS at FROM deliveries AS d INDEXED BY deliveries_wait
  WHERE platform = :platform AND state = 'queued' AND ${unblocked} ORDER BY due_at LIMIT 1`;

const settleSql = `
  UPDATE deliveries
  SET state = :state, attempts = :attempts, due_at = :dueAt, lease_until = :leaseUntil, first_tried_at = :firstTriedAt,
      message_id = :messageId, sent_at = :sentAt, problem = :problem
  WHERE id = :id`;

/** Also those that are not sent yet: the loop may hold the edition as it was. */
const amendSql = `
  INSERT INTO edits (delivery_id, amended_at, due_at, attempts)
  SELECT id, :at, :at, 0 FROM deliveries WHERE edition_id = :editionId AND state IN ('queued', 'sending', 'sent', 'unknown')
  ON CONFLICT DO UPDATE SET amended_at = excluded.amended_at, due_at = excluded.due_at, attempts = 0`;

const dueEditsSql = `
  SELECT d.*, e.amended_at, e.attempts AS edit_attempts FROM edits AS e JOIN deliveries AS d ON d.id = e.delivery_id
  WHERE d.platform = :platform AND d.state = 'sent' AND e.due_at <= :now ORDER BY e.due_at, d.slot_at, d.id LIMIT :limit`;

const addDeliverySql = `
  INSERT INTO deliveries (id, edition_id, channel_id, subscription_id, part, platform, state, due_at, slot_at)
  VALUES (:id, :editionId, :channelId, :subscriptionId, :part, (SELECT platform FROM channels WHERE id = :channelId), 'queued', :dueAt, :slotAt)
  ON CONFLICT DO NOTHING`;

async function inChunks<Row>(connection: Connection, rows: readonly Row[], work: (chunk: readonly Row[]) => void): Promise<void> {
  for (let from = 0; from < rows.length; from += rowsPerTransaction) {
    if (from > 0) await setImmediate();
    connection.transaction(() => work(rows.slice(from, from + rowsPerTransaction)));
  }
}

function putEdition(connection: Connection, edition: Edition): void {
  const { id, digestId, audience = "", slot, madeAt, stories } = edition;
  connection.run(putEditionSql, { id, digestId, audience, slotAt: slot.at, madeAt, body: JSON.stringify(edition) });
  for (const { storyId, articles } of stories) {
    const articleIds = JSON.stringify(articles.map((article) => article.id));
    connection.run("INSERT INTO edition_stories VALUES (:id, :storyId, :articleIds) ON CONFLICT DO UPDATE SET article_ids = :articleIds", {
      id,
      storyId,
      articleIds,
    });
  }
}

const putEditionSql = `
  INSERT INTO editions (id, digest_id, audience, slot_at, made_at, body) VALUES (:id, :digestId, :audience, :slotAt, :madeAt, :body)
  ON CONFLICT DO UPDATE SET body = :body`;

function enqueue(connection: Connection, edition: Edition, rows: readonly EnqueueRow[]): void {
  if (!connection.find("SELECT 1 FROM editions WHERE id = ?", [edition.id])) putEdition(connection, edition);
  for (const { channelId, subscriptionId, parts, dueAt, coveredTo, nextAt } of rows) {
    const moved = connection.run(
      "UPDATE subscriptions SET covered_to = :coveredTo, next_at = :nextAt WHERE channel_id = :channelId AND id = :subscriptionId AND covered_to < :coveredTo",
      { channelId, subscriptionId, coveredTo, nextAt },
    );
    if (moved === 0) continue;
    const delivery = { editionId: edition.id, channelId, subscriptionId, dueAt, slotAt: edition.slot.at };
    for (let part = 0; part < parts; part++) addDelivery(connection, delivery, part);
  }
}

function skip(connection: Connection, rows: readonly Omit<EnqueueRow, "parts" | "dueAt">[]): void {
  for (const { channelId, subscriptionId, coveredTo, nextAt } of rows) {
    connection.run(
      "UPDATE subscriptions SET covered_to = max(covered_to, :coveredTo), next_at = :nextAt WHERE channel_id = :channelId AND id = :subscriptionId",
      { channelId, subscriptionId, coveredTo, nextAt },
    );
  }
}

function addParts(connection: Connection, delivery: Delivery, count: number): void {
  for (let part = delivery.part + 1; part < count; part++) addDelivery(connection, delivery, part);
}

type NewDelivery = Pick<Delivery, "editionId" | "channelId" | "subscriptionId" | "dueAt" | "slotAt">;

function addDelivery(connection: Connection, delivery: NewDelivery, part: number): void {
  const { editionId, channelId, subscriptionId, dueAt, slotAt } = delivery;
  const id = deliveryId(editionId, channelId, subscriptionId, part);
  connection.run(addDeliverySql, { id, editionId, channelId, subscriptionId, part, dueAt, slotAt });
}

/** The same for the same part of the same edition in the same place, so a row made twice is the same row. 68 bits. */
function deliveryId(...place: readonly (string | number)[]): string {
  return `d${createHash("sha256").update(place.join("\n")).digest("hex").slice(0, 17)}`;
}

function settle(connection: Connection, delivery: Delivery): void {
  const { id, state, attempts, dueAt, leaseUntil, firstTriedAt, messageId, sentAt, problem } = delivery;
  connection.run(settleSql, { id, state, attempts, dueAt, leaseUntil, firstTriedAt, messageId, sentAt, problem });
  if (state !== "refused" && state !== "dropped") return;
  connection.run(
    `UPDATE deliveries SET state = 'dropped', problem = 'an earlier part was not sent'
     WHERE edition_id = ? AND channel_id = ? AND subscription_id = ? AND part > ? AND state = 'queued'`,
    [delivery.editionId, delivery.channelId, delivery.subscriptionId, delivery.part],
  );
}
