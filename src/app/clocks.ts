import { followSources } from "../breaking.ts";
import { lookAtWatched } from "../corrections.ts";
import { tellDeadSources } from "../deliver/notices.ts";
import type { Ingest } from "../ingest/open.ts";
import { lookAgain } from "../ingest/recheck.ts";
import type { Article } from "../model/article.ts";
import type { Log, Platform } from "../model/platform.ts";
import type { Stores } from "../model/stores.ts";
import { type PipelineDeps, publishDue } from "../pipeline.ts";
import { alertFollowers } from "../quotes/follow.ts";
import { startTicker, type Ticker } from "../schedule/cron.ts";
import { letGoOld } from "./let-go.ts";

export interface ClockParts {
  readonly stores: Stores;
  readonly reading: Ingest;
  readonly pipeline: PipelineDeps;
  readonly platforms: readonly Platform[];
  readonly keepDays: number;
  /** Something was put into the outbox. */
  readonly wake: () => void;
  readonly log: Log;
  readonly now: () => Date;
}

/** What Quoth does by itself every minute: one clock publishes what is due, the other does what lies between slots. Neither waits for the other. */
export function startClocks(parts: ClockParts, signal: AbortSignal): Ticker {
  const { pipeline, log, wake } = parts;
  const publish = async (): Promise<void> => tell(await publishDue(pipeline, signal), log, wake);
  const publishing = startTicker(() => guarded("publishing", log, publish, signal));
  const steps = stepsBetweenSlots(parts, signal);
  const round = startTicker(async () => {
    for (const [what, work] of steps) await guarded(what, log, work, signal);
  });
  return {
    async stop() {
      await Promise.all([round.stop(), publishing.stop()]);
    },
  };
}

/** In order; one that fails keeps none of the others from being done. */
function stepsBetweenSlots(
  { stores, reading, pipeline, platforms, keepDays, wake, log, now }: ClockParts,
  signal: AbortSignal,
): readonly (readonly [what: string, work: () => Promise<void>])[] {
  const { findDigest } = pipeline;
  const corrections = { ...pipeline, lookAgain: (article: Article, stop: AbortSignal) => lookAgain(article, reading, stop) };
  return [
    ["reading sources", async () => tell(await followSources(pipeline, signal), log, wake)],
    ["telling followers", async () => tell(await alertFollowers(stores, now(), signal), log, wake)],
    [
      "looking again at what was sent",
      async () => {
        if ((await lookAtWatched(corrections, signal)).length > 0) wake();
      },
    ],
    ["telling of dead sources", () => tellDeadSources({ stores, findDigest, platforms: () => platforms, log, now })],
    ["letting go of what is old", () => letGoOld(stores, keepDays, now, signal)],
  ];
}

function tell(
  editions: readonly { readonly digestName: string; readonly stories: readonly unknown[] }[],
  log: Log,
  wake: () => void,
): void {
  for (const { digestName, stories } of editions) {
    if (stories.length > 0) log.info(`${digestName}: an edition of ${stories.length} ${stories.length === 1 ? "story" : "stories"}`);
  }
  if (editions.length > 0) wake();
}

/** Never rejects: what went wrong is told, and the next minute tries again. */
export async function guarded(what: string, log: Log, work: () => Promise<void>, signal: AbortSignal): Promise<void> {
  try {
    await work();
  } catch (cause) {
    if (!signal.aborted) log.error(`${what} failed; it is tried again in a minute`, { cause });
  }
}
