import type { Channel, Delivery, DeliveryState, Subscription } from "./delivery.ts";
import type { Edition } from "./digest.ts";

/** Who gets what, and what is on its way to them. Like every store (stores.ts) these are async, and rows come back frozen in time. */

export interface SubscriptionStore {
  putChannel(channel: Channel): Promise<void>;
  findChannel(id: string): Promise<Channel | undefined>;
  /** Rewrites the channel's id everywhere in one transaction (Telegram's migrate_to_chat_id). A channel already there keeps its own; numbers are added where ids meet. */
  moveChannel(fromId: string, toId: string): Promise<void>;
  /** Adds or changes. `coveredTo` never goes back: a change typed while an edition is made repeats nothing. */
  put(subscription: Subscription): Promise<void>;
  find(channelId: string, id: string): Promise<Subscription | undefined>;
  remove(channelId: string, id: string): Promise<void>;
  ofChannel(channelId: string): Promise<readonly Subscription[]>;
  /** Active, scheduled, nextAt <= now; oldest slot first. */
  due(now: Date, limit: number): Promise<readonly Subscription[]>;
  /** Active, mode instant. */
  instant(digestId?: string): Promise<readonly Subscription[]>;
  nextDueAt(): Promise<Date | undefined>;
  /** Digests that somebody gets: those of active subscriptions. */
  digestIds(): Promise<readonly string[]>;
  all(): Promise<readonly Subscription[]>;
  /**
   * Suspends the channel's active subscriptions, keeps their settings, and holds back what is queued for it, with the delivery that was refused for
   * this. True when there was one to suspend.
   */
  suspendChannel(channelId: string, why: string, refusedId?: string): Promise<boolean>;
  /** Active again; what was held back is queued, where its slot is not before `from`. True when there was one to revive. */
  reviveChannel(channelId: string, now: Date, from: Date): Promise<boolean>;
  /** Channel settings by key: who may manage, followed speakers, feeds a manager added. */
  setting(channelId: string, key: string): Promise<string | undefined>;
  putSetting(channelId: string, key: string, value: string | undefined): Promise<void>;
  settings(key: string): Promise<readonly { readonly channelId: string; readonly value: string }[]>;
  /** Removes every row of a channel or a person (privacy). */
  forget(channelId: string): Promise<number>;
}

export interface EnqueueRow {
  readonly channelId: string;
  readonly subscriptionId: string;
  /** As far as known now, usually 1: the delivery loop adds what the platform's limits ask for. */
  readonly parts: number;
  readonly dueAt: Date;
  /** The subscription's new coveredTo and next slot, moved in the same transaction. A subscription that is gone, or covered that far already, gets nothing. */
  readonly coveredTo: Date;
  readonly nextAt?: Date;
}

/** A sent message that is to be brought up to its corrected edition. Repeating an edit changes nothing more. */
export interface DueEdit {
  readonly delivery: Delivery;
  readonly amendedAt: Date;
  readonly attempts: number;
}

/** Editions and their deliveries. `UNIQUE (edition, channel, subscription, part)` holds exactly-once in the table. */
export interface Outbox {
  /**
   * Edition, deliveries, subscriptions moved on. Twice changes nothing. In transactions of at most 100 rows, so that a large fan-out
   * blocks nobody; what belongs to one subscription is never apart, and after a crash the rest is still due.
   */
  enqueue(edition: Edition, rows: readonly EnqueueRow[]): Promise<void>;
  /** Subscriptions whose slot brought nothing: moved on without a delivery. */
  skip(rows: readonly Omit<EnqueueRow, "parts" | "dueAt">[]): Promise<void>;
  findEdition(id: string): Promise<Edition | undefined>;
  lastEdition(digestId: string, channelId?: string): Promise<Edition | undefined>;
  /** Newest first. */
  editionsSince(from: Date, limit: number): Promise<readonly Edition[]>;
  /**
   * Marks up to `limit` due deliveries of a platform as sending under a lease, committed before it returns; oldest slot first, and
   * within a slot by channel: the parts of an edition follow one another, and a channel has its turn at the same place every day.
   * A channel has at most one in flight, and none overtakes an earlier one of the same channel: parts and editions arrive in order.
   */
  claim(platform: string, now: Date, leaseMs: number, limit: number): Promise<readonly Delivery[]>;
  /** Makes sure the message of this delivery (its part 0) has `count` parts: adds queued ones. Twice changes nothing. */
  addParts(delivery: Delivery, count: number): Promise<void>;
  /** Applies what states.ts decided. A part that was refused takes the parts after it along (dropped); one that may be on screen does not. */
  settle(delivery: Delivery): Promise<void>;
  find(id: string): Promise<Delivery | undefined>;
  /** Sending rows whose lease ran out: the process died between claim and settle. */
  expired(platform: string, now: Date): Promise<readonly Delivery[]>;
  inState(state: DeliveryState, limit: number): Promise<readonly Delivery[]>;
  /** True when the edition may be on screen in this channel: a button of it can be pressed before its send is settled. */
  mayBeIn(editionId: string, channelId: string): Promise<boolean>;
  /** Sent deliveries of an edition. */
  ofEdition(editionId: string): Promise<readonly Delivery[]>;
  ofChannel(channelId: string, limit: number): Promise<readonly Delivery[]>;
  nextDueAt(platform: string): Promise<Date | undefined>;
  counts(): Promise<Readonly<Record<DeliveryState, number>>>;
  /** Replaces an edition's content after a correction; its id and deliveries stay. In the same transaction every delivery of it is put down for an edit, due at `at`. */
  amend(edition: Edition, at: Date): Promise<void>;
  /** Sent deliveries whose message is older than their edition. */
  dueEdits(platform: string, now: Date, limit: number): Promise<readonly DueEdit[]>;
  /** An edit was made or given up (no `nextAt`), or is to be tried again. An edition amended since `amendedAt` stays due. */
  settleEdit(edit: DueEdit, nextAt?: Date): Promise<void>;
}
