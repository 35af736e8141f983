import type { Channel, Subscription } from "../../model/delivery.ts";

export interface ChannelRow {
  readonly id: string;
  readonly platform: string;
  readonly address: string;
  readonly name: string | null;
  readonly lang: string;
}

export const channelFrom = ({ name, ...row }: ChannelRow): Channel => ({ ...row, ...(name !== null && { name }) });

export interface SubscriptionRow {
  readonly channel_id: string;
  readonly id: string;
  readonly digest_id: string;
  readonly mode: Subscription["mode"];
  readonly schedule: string;
  readonly form: string;
  readonly filters: string;
  readonly send_empty: number;
  readonly mention: string;
  readonly options: string;
  readonly state: Subscription["state"];
  readonly state_reason: string | null;
  readonly created_at: number;
  readonly covered_to: number;
  readonly next_at: number | null;
}

export function subscriptionFrom(row: SubscriptionRow): Subscription {
  const nextAt = dateFrom(row.next_at);
  return {
    id: row.id,
    channelId: row.channel_id,
    digestId: row.digest_id,
    mode: row.mode,
    schedule: JSON.parse(row.schedule),
    form: JSON.parse(row.form),
    filters: JSON.parse(row.filters),
    sendEmpty: row.send_empty === 1,
    mention: row.mention,
    options: JSON.parse(row.options),
    state: row.state,
    ...(row.state_reason !== null && { stateReason: row.state_reason }),
    createdAt: new Date(row.created_at),
    coveredTo: new Date(row.covered_to),
    ...(nextAt && { nextAt }),
  };
}

export function rowFrom(subscription: Subscription): SubscriptionRow {
  return {
    channel_id: subscription.channelId,
    id: subscription.id,
    digest_id: subscription.digestId,
    mode: subscription.mode,
    schedule: JSON.stringify(subscription.schedule),
    form: JSON.stringify(subscription.form),
    filters: JSON.stringify(subscription.filters),
    send_empty: Number(subscription.sendEmpty),
    mention: subscription.mention,
    options: JSON.stringify(subscription.options),
    state: subscription.state,
    state_reason: subscription.stateReason ?? null,
    created_at: subscription.createdAt.getTime(),
    covered_to: subscription.coveredTo.getTime(),
    next_at: subscription.nextAt?.getTime() ?? null,
  };
}

export const dateFrom = (ms: number | null | undefined): Date | undefined => (ms === null || ms === undefined ? undefined : new Date(ms));
