import type { Form, Schedule } from "./digest.ts";

/** Where we post. `id` = `platform:address`, where address is the platform's own (chat id, chat id/topic, channel id). */
export interface Channel {
  readonly id: string;
  readonly platform: string;
  readonly address: string;
  readonly name?: string;
  /** BCP 47 of the interface ("en", "uk"). */
  readonly lang: string;
}

export interface Filter {
  readonly id: string;
  readonly mode: "include" | "exclude";
  /** A plain word or phrase, or `/pattern/` in a linear-time subset. */
  readonly pattern: string;
}

/** channel × digest. */
export interface Subscription {
  /** Short and typeable: the digest's id, with a number when a channel has several ("world", "world-2"); unique within its channel. */
  readonly id: string;
  readonly channelId: string;
  readonly digestId: string;
  /** "schedule" = editions at slots; "instant" = a story's bullets as it breaks. */
  readonly mode: "schedule" | "instant";
  readonly schedule: Schedule;
  readonly form: Form;
  readonly filters: readonly Filter[];
  /** Send an edition even when it has no story. */
  readonly sendEmpty: boolean;
  /** A role or user mention the manager chose, in the platform's own id; "" = nobody is pinged. */
  readonly mention: string;
  /** Platform options the adapter understands (publish, thread, silent). */
  readonly options: Readonly<Record<string, string>>;
  readonly state: "active" | "paused" | "suspended";
  /** Why it is suspended, in words for the manager. */
  readonly stateReason?: string;
  readonly createdAt: Date;
  /** The last slot whose edition was made or found empty; coverage starts here. */
  readonly coveredTo: Date;
  /** The next slot's instant; absent for instant and paused ones. */
  readonly nextAt?: Date;
}

export type DeliveryState = "queued" | "sending" | "sent" | "refused" | "unknown" | "dropped";

/** edition × channel × part. */
export interface Delivery {
  /** 18 letters or digits: also the nonce a platform may recognise a repeat by (Discord: ≤ 25 characters). */
  readonly id: string;
  readonly editionId: string;
  readonly channelId: string;
  readonly subscriptionId: string;
  /** 0-based; a message too long for the platform goes out in parts, in order. */
  readonly part: number;
  readonly state: DeliveryState;
  readonly attempts: number;
  /** Not before. */
  readonly dueAt: Date;
  /** The edition's slot: a foreseen burst is ordered by it. */
  readonly slotAt: Date;
  /** While sending: when the claim runs out. */
  readonly leaseUntil?: Date;
  /** Instant of the first attempt that may be on screen: a platform recognises a repeat only within minutes of it. */
  readonly firstTriedAt?: Date;
  readonly messageId?: string;
  readonly sentAt?: Date;
  readonly problem?: string;
}
