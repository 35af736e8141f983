import { Routes } from "discord.js";
import type { Log } from "../../model/platform.ts";
import { codes, isCode, receiptFrom } from "./errors.ts";
import { publishLimit } from "./limits.ts";
import type { Caller } from "./rest.ts";

/** Publishes messages of announcement channels to the servers that follow them, ten an hour and channel. */
export interface Publisher {
  publish(channelId: string, messageId: string): void;
  /** Publishes what may go out now; called by a timer. */
  turn(): Promise<void>;
}

/** A message older than this is not worth publishing any more. */
const staleMs = 6 * 3_600_000;

interface Waiting {
  readonly channelId: string;
  readonly messageId: string;
  readonly sinceMs: number;
}

export function createPublisher(call: Caller, now: () => Date, log: Log): Publisher {
  let waiting: Waiting[] = [];
  const published = new Map<string, number[]>();
  let busy = false;

  const recent = (channelId: string): number[] =>
    (published.get(channelId) ?? []).filter((at) => now().getTime() - at < publishLimit.windowMs);

  const publishOne = async (each: Waiting): Promise<void> => {
    published.set(each.channelId, [...recent(each.channelId), now().getTime()]);
    try {
      await call((rest) => rest.post(Routes.channelMessageCrosspost(each.channelId, each.messageId)));
    } catch (error) {
      if (isCode(error, codes.alreadyPublished)) return;
      if (receiptFrom(error).status !== "refused") waiting.push(each);
      else log.warn(`discord: a message in ${each.channelId} could not be published: Quoth needs Manage Messages there`, { cause: error });
    }
  };

  const turn = async (): Promise<void> => {
    if (busy) return;
    busy = true;
    const queue = waiting.filter(({ sinceMs }) => now().getTime() - sinceMs < staleMs);
    waiting = [];
    for (const each of queue) {
      if (recent(each.channelId).length < publishLimit.count) await publishOne(each);
      else waiting.push(each);
    }
    for (const channelId of published.keys()) if (recent(channelId).length === 0) published.delete(channelId);
    busy = false;
  };

  return {
    publish(channelId, messageId) {
      waiting.push({ channelId, messageId, sinceMs: now().getTime() });
      void turn();
    },
    turn,
  };
}
