import type { SourceError } from "../model/errors.ts";
import type { SourceState } from "../model/stores.ts";
import type { IngestDeps, SourceOutcome } from "./deps.ts";
import type { FeedDocument } from "./document.ts";
import type { Fetched } from "./fetch.ts";
import { hostOf } from "./polite.ts";
import { nextAfterFailure, nextAfterGood, shouldSuspend, weeklyRate } from "./schedule.ts";

/** True when a source is to be asked now, unless its host rests. */
export function isDue(state: SourceState | undefined, now: Date): boolean {
  if (!state) return true;
  // Tried in the future: the machine's clock was ahead and has been put right, and so was the time it set.
  const isAhead = state.lastTriedAt !== undefined && state.lastTriedAt > now;
  return !state.suspended && (state.nextAt <= now || isAhead);
}

/** Why a source is not asked now; undefined when it is its time. */
export async function notDue(
  state: SourceState,
  deps: Pick<IngestDeps, "now" | "fetcher">,
): Promise<{ outcome: SourceOutcome; words: string } | undefined> {
  const now = deps.now();
  if (state.suspended) return { outcome: "suspended", words: state.problem ?? "It is suspended." };
  if (!isDue(state, now)) return { outcome: "not-due", words: state.problem ?? "" };
  const hostFreeAt = await deps.fetcher.hostFreeAt(hostOf(state.feedAddress ?? state.address));
  if (hostFreeAt && hostFreeAt > now) return { outcome: "not-due", words: "Its server asked to be left alone for a while." };
  return undefined;
}

/** The state after an answer, new or unchanged. Validators are those of the newest full answer, byte for byte; none means none. */
export function afterGood(
  state: SourceState,
  answer: Fetched,
  document: FeedDocument | undefined,
  deps: Pick<IngestDeps, "now" | "chance">,
): SourceState {
  const now = deps.now();
  const { problem: _problem, problemKind: _kind, failingSince: _since, etag, lastModified, movedTo: _moved, ...rest } = state;
  const validators =
    answer.status === "unchanged" ? { etag, lastModified } : { etag: answer.headers.etag, lastModified: answer.headers["last-modified"] };
  const good: SourceState = {
    ...rest,
    failures: 0,
    lastGoodAt: now,
    ...(validators.etag !== undefined && { etag: validators.etag }),
    ...(validators.lastModified !== undefined && { lastModified: validators.lastModified }),
    ...(document && learned(document, now)),
    ...moved(state, answer, now),
  };
  return { ...good, nextAt: nextAfterGood(good, answer.headers, { now, chance: deps.chance }) };
}

function learned(document: FeedDocument, now: Date): Partial<SourceState> {
  const weekly = weeklyRate(document, now);
  return {
    ...(weekly !== undefined && { weekly }),
    ...(document.askedMs !== undefined && { askedMs: document.askedMs }),
    ...(document.title !== undefined && { title: document.title }),
  };
}

/** Counts how often the same permanent redirect was seen; one that is gone is forgotten, one that is followed stays. */
function moved(state: SourceState, answer: Fetched, now: Date): Pick<SourceState, "movedTo"> | undefined {
  const earlier = state.movedTo;
  if (answer.movedTo !== undefined) {
    const same = earlier?.address === answer.movedTo;
    return { movedTo: { address: answer.movedTo, seen: same ? earlier.seen + 1 : 1, since: same ? earlier.since : now } };
  }
  return earlier && answer.url === earlier.address ? { movedTo: earlier } : undefined;
}

/** The state after a failure, with the words for /status. Validators stay: an error changes nothing about the last good answer. */
export function afterFailure(state: SourceState, error: SourceError, deps: Pick<IngestDeps, "now" | "chance">): SourceState {
  const now = deps.now();
  const failures = state.failures + 1;
  const failingSince = state.failingSince ?? now;
  const { movedTo: _moved, ...rest } = state;
  const suspended = shouldSuspend(error, failingSince, now);
  return {
    ...rest,
    failures,
    failingSince,
    problemKind: error.kind,
    problem: suspended ? `${error.message} Quoth has stopped asking.` : error.message,
    nextAt: nextAfterFailure(error, failures, { now, chance: deps.chance }),
    ...(suspended && { suspended }),
  };
}
