import type { Delivery, DeliveryState } from "../../model/delivery.ts";
import type { Edition } from "../../model/digest.ts";
import type { DueEdit } from "../../model/outbox.ts";
import type { EditionStory } from "../../model/story.ts";
import { dateFrom } from "./subscription-rows.ts";

export interface DeliveryRow {
  readonly id: string;
  readonly edition_id: string;
  readonly channel_id: string;
  readonly subscription_id: string;
  readonly part: number;
  readonly state: DeliveryState;
  readonly attempts: number;
  readonly due_at: number;
  readonly slot_at: number;
  readonly lease_until: number | null;
  readonly first_tried_at: number | null;
  readonly message_id: string | null;
  readonly sent_at: number | null;
  readonly problem: string | null;
}

export function deliveryFrom(row: DeliveryRow): Delivery {
  const leaseUntil = dateFrom(row.lease_until);
  const firstTriedAt = dateFrom(row.first_tried_at);
  const sentAt = dateFrom(row.sent_at);
  return {
    id: row.id,
    editionId: row.edition_id,
    channelId: row.channel_id,
    subscriptionId: row.subscription_id,
    part: row.part,
    state: row.state,
    attempts: row.attempts,
    dueAt: new Date(row.due_at),
    slotAt: new Date(row.slot_at),
    ...(leaseUntil && { leaseUntil }),
    ...(firstTriedAt && { firstTriedAt }),
    ...(row.message_id !== null && { messageId: row.message_id }),
    ...(sentAt && { sentAt }),
    ...(row.problem !== null && { problem: row.problem }),
  };
}

export interface EditRow extends DeliveryRow {
  readonly amended_at: number;
  readonly edit_attempts: number;
}

export const editFrom = (row: EditRow): DueEdit => ({
  delivery: deliveryFrom(row),
  amendedAt: new Date(row.amended_at),
  attempts: row.edit_attempts,
});

/** An edition's JSON with its instants brought back: JSON.stringify left them as ISO 8601 text. */
export function editionFrom(body: string): Edition {
  const edition: Edition = JSON.parse(body);
  return {
    ...edition,
    slot: { ...edition.slot, at: new Date(edition.slot.at) },
    coversFrom: new Date(edition.coversFrom),
    coversTo: new Date(edition.coversTo),
    madeAt: new Date(edition.madeAt),
    stories: edition.stories.map(storyFrom),
  };
}

const storyFrom = (story: EditionStory): EditionStory => ({
  ...story,
  bullets: story.bullets.map((bullet) => (bullet.changedAt ? { ...bullet, changedAt: new Date(bullet.changedAt) } : bullet)),
  articles: story.articles.map((ref) => (ref.publishedAt ? { ...ref, publishedAt: new Date(ref.publishedAt) } : ref)),
});
