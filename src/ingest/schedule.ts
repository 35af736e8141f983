import type { SourceError } from "../model/errors.ts";
import type { SourceState } from "../model/stores.ts";
import type { FeedDocument } from "./document.ts";

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const week = 7 * day;

/** Between two polls of one source. Without a validator every poll costs the publisher the whole body: hourly at most. */
export const pollInterval = { least: 15 * minute, leastWithoutValidator: hour, most: day, unknown: hour } as const;

export interface Poll {
  readonly now: Date;
  /** 0..1: spreads polls so that sources do not march in step. */
  readonly chance: () => number;
}

/**
 * When to poll again after a good answer: twice as often as the feed has entries, never sooner than it, its cache headers or its ttl ask,
 * within 15 minutes and a day (a wrong ttl must not silence a feed).
 */
export function nextAfterGood(state: SourceState, headers: Readonly<Record<string, string>>, { now, chance }: Poll): Date {
  const rhythm = state.weekly === undefined ? pollInterval.unknown : state.weekly === 0 ? pollInterval.most : week / (2 * state.weekly);
  const hasValidator = state.etag !== undefined || state.lastModified !== undefined;
  const least = hasValidator ? pollInterval.least : pollInterval.leastWithoutValidator;
  const asked = Math.max(rhythm, state.askedMs ?? 0, cacheLifetime(headers, now), least);
  return new Date(now.getTime() + spread(Math.min(asked, pollInterval.most), chance));
}

/** When to try again after a failure: what the server asked for, else twice as long each time, from 15 minutes to a day. */
export function nextAfterFailure(error: SourceError, failures: number, { now, chance }: Poll): Date {
  const backoff = Math.min(pollInterval.least * 2 ** Math.min(failures - 1, 10), pollInterval.most);
  const least = error.kind === "blocked" || error.kind === "refused-address" ? 6 * hour : backoff;
  return new Date(now.getTime() + spread(Math.max(error.retryAfterMs ?? 0, least), chance));
}

/** Up to a tenth later, never sooner. */
function spread(ms: number, chance: () => number): number {
  return ms * (1 + chance() / 10);
}

/** max-age, else Expires (RFC 9111), in milliseconds from now; 0 where nothing is promised. */
export function cacheLifetime(headers: Readonly<Record<string, string>>, now: Date): number {
  const control = headers["cache-control"] ?? "";
  const age = Number(headers.age ?? 0);
  const maxAge = /(?:^|[\s,])max-age\s*=\s*"?(\d+)/i.exec(control)?.[1];
  if (maxAge !== undefined) return Math.max(0, (Number(maxAge) - (Number.isFinite(age) ? age : 0)) * 1_000);
  const expires = Date.parse(headers.expires ?? "");
  const from = Date.parse(headers.date ?? "");
  return Number.isNaN(expires) ? 0 : Math.max(0, expires - (Number.isNaN(from) ? now.getTime() : from));
}

/** Entries a week by their dates; undefined when fewer than two are dated. */
export function weeklyRate(document: FeedDocument, now: Date): number | undefined {
  const ages = document.entries
    .flatMap((entry) => (entry.publishedAt ? [now.getTime() - entry.publishedAt.getTime()] : []))
    .filter((age) => age >= 0)
    .sort((a, b) => a - b);
  const oldest = ages.at(-1);
  if (ages.length < 2 || oldest === undefined) return undefined;
  if (oldest >= 4 * week) return ages.filter((age) => age < 4 * week).length / 4;
  return (ages.length * week) / Math.max(oldest, hour);
}

/** A source that failed for so long is left alone until somebody asks for it. Never deleted. */
const suspendAfterMs = 30 * day;

export function shouldSuspend(error: SourceError, failingSince: Date, now: Date): boolean {
  return error.kind === "gone" || now.getTime() - failingSince.getTime() >= suspendAfterMs;
}

/** A permanent redirect is believed when it was seen on three polls over two days: mistakes are undone sooner. */
const trustMove = { polls: 3, afterMs: 2 * day };

export function trustedMove(state: SourceState, now: Date): string | undefined {
  const { movedTo } = state;
  if (!movedTo || movedTo.seen < trustMove.polls) return undefined;
  return now.getTime() - movedTo.since.getTime() >= trustMove.afterMs ? movedTo.address : undefined;
}
