import type { Channel } from "../model/delivery.ts";
import type { PaceLimits } from "../model/platform.ts";

type Limit = { readonly count: number; readonly windowMs: number };

export interface Pace {
  /** How many sends the platform as a whole allows now. */
  room(now: Date): number;
  /** Milliseconds until the platform allows the next send; 0 = now. */
  platformWaitMs(now: Date): number;
  /** Milliseconds until this channel allows the next send; 0 = now. */
  channelWaitMs(channel: Channel, now: Date): number;
  record(channel: Channel, now: Date): void;
}

/** Remembers recent sends and counts them against sliding windows. Never looks at a clock: it is given now. */
export function createPace(limits: PaceLimits): Pace {
  const platformSends: number[] = [];
  const channelSends = new Map<string, { readonly limits: readonly Limit[]; readonly at: number[] }>();
  return {
    room: (now) =>
      Math.max(
        0,
        Math.min(Number.POSITIVE_INFINITY, ...limits.platform.map((limit) => limit.count - countWithin(platformSends, limit, now))),
      ),
    platformWaitMs: (now) => waitMs(platformSends, limits.platform, now),
    channelWaitMs: (channel, now) => waitMs(channelSends.get(channel.id)?.at ?? [], limits.channel(channel), now),
    record(channel, now) {
      platformSends.push(now.getTime());
      forgetOld(platformSends, limits.platform, now);
      const ofChannel = limits.channel(channel);
      const sends = channelSends.get(channel.id) ?? { limits: ofChannel, at: [] };
      sends.at.push(now.getTime());
      // Re-inserted at the end: the map stays ordered by last send, so old channels stand first.
      channelSends.delete(channel.id);
      channelSends.set(channel.id, sends);
      forgetOld(sends.at, ofChannel, now);
      forgetIdle(channelSends, now);
    },
  };
}

const countWithin = (sends: readonly number[], { windowMs }: Limit, now: Date): number =>
  sends.length - firstAfter(sends, now.getTime() - windowMs);

/** Until the send that is `count` places back leaves the window. */
function waitMs(sends: readonly number[], limits: readonly Limit[], now: Date): number {
  const waits = limits.map(({ count, windowMs }) => {
    const oldest = sends.at(-count);
    return sends.length < count || oldest === undefined ? 0 : oldest + windowMs - now.getTime();
  });
  return Math.max(0, ...waits);
}

/** Place of the first send later than `at`; sends are ascending and few. */
function firstAfter(sends: readonly number[], at: number): number {
  const place = sends.findIndex((send) => send > at);
  return place === -1 ? sends.length : place;
}

function forgetOld(sends: number[], limits: readonly Limit[], now: Date): void {
  sends.splice(0, firstAfter(sends, now.getTime() - longestWindowMs(limits)));
}

function forgetIdle(channels: Map<string, { readonly limits: readonly Limit[]; readonly at: readonly number[] }>, now: Date): void {
  for (const [id, { limits, at }] of channels) {
    if ((at.at(-1) ?? 0) > now.getTime() - longestWindowMs(limits)) return;
    channels.delete(id);
  }
}

const longestWindowMs = (limits: readonly Limit[]): number => Math.max(0, ...limits.map(({ windowMs }) => windowMs));
