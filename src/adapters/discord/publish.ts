import { Routes } from "discord.js";
import type { PlatformDeps } from "../../model/platform.ts";
import type { Breaker } from "./breaker.ts";
import { codes, isCode, receiptFrom } from "./errors.ts";
import { publishLimit } from "./limits.ts";
import type { Caller } from "./rest.ts";

/** Publishes messages of announcement channels to the servers that follow them, ten an hour and channel. */
export interface Publisher {
  /** Resolves when it is written down: from then on a restart does not lose it. Twice changes nothing. */
  publish(channelId: string, messageId: string): Promise<void>;
  /** Publishes what may go out now; called at the start and by a timer. Never rejects. */
  turn(): Promise<void>;
}

export interface PublisherDeps extends Pick<PlatformDeps, "memory" | "now" | "log"> {
  readonly call: Caller;
  readonly breaker: Pick<Breaker, "waitMs">;
}

/** A message older than this is not worth publishing any more. */
const staleMs = 6 * 3_600_000;
const key = "publish";

interface Waiting {
  readonly channelId: string;
  readonly messageId: string;
  readonly sinceMs: number;
}

/** What survives a restart: the messages, and when something was last published, for the hour goes on meanwhile. */
interface Kept {
  readonly waiting: readonly Waiting[];
  readonly published: readonly { readonly channelId: string; readonly atMs: number }[];
}

/**
 * waiting → published, or dropped: refused by Discord, or too old. A message leaves the list after Discord's answer, so one whose answer
 * was lost is asked for again; Discord says that it is published already, which is as good.
 */
export async function openPublisher({ call, breaker, memory, now, log }: PublisherDeps): Promise<Publisher> {
  const text = await memory.get(key);
  let kept: Kept = text === undefined ? { waiting: [], published: [] } : JSON.parse(text);
  let busy = false;
  const nowMs = (): number => now().getTime();
  const keep = async (change: Partial<Kept>): Promise<void> => {
    kept = { ...kept, ...change };
    await memory.set(key, JSON.stringify(kept));
  };

  const recent = (): Kept["published"] => kept.published.filter(({ atMs }) => nowMs() - atMs < publishLimit.windowMs);
  const mayPublish = (channelId: string): boolean =>
    breaker.waitMs() === 0 && recent().filter((each) => each.channelId === channelId).length < publishLimit.count;

  /** True when it need not be tried again. */
  async function publishOne({ channelId, messageId }: Waiting): Promise<boolean> {
    try {
      await call((rest) => rest.post(Routes.channelMessageCrosspost(channelId, messageId)));
      return true;
    } catch (error) {
      if (isCode(error, codes.alreadyPublished)) return true;
      if (receiptFrom(error).status !== "refused") return false;
      log.warn(`discord: a message in ${channelId} could not be published`, { cause: error });
      return true;
    }
  }

  async function publishWaiting(): Promise<void> {
    for (const each of kept.waiting) {
      const isStale = nowMs() - each.sinceMs >= staleMs;
      if (!isStale && !mayPublish(each.channelId)) continue;
      if (!isStale) await keep({ published: [...recent(), { channelId: each.channelId, atMs: nowMs() }] });
      else log.warn(`discord: a message in ${each.channelId} waited too long to be published`);
      if (isStale || (await publishOne(each)))
        await keep({ waiting: kept.waiting.filter(({ messageId }) => messageId !== each.messageId) });
    }
  }

  const turn = async (): Promise<void> => {
    if (busy) return;
    busy = true;
    await publishWaiting().catch((cause: unknown) => log.error("discord: what waits to be published could not be kept", { cause }));
    busy = false;
  };

  return {
    turn,
    async publish(channelId, messageId) {
      if (!kept.waiting.some((each) => each.messageId === messageId))
        await keep({ waiting: [...kept.waiting, { channelId, messageId, sinceMs: nowMs() }] });
      void turn();
    },
  };
}
