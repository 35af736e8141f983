import { setTimeout as sleep } from "node:timers/promises";
import type { Platform, PlatformDeps } from "../../model/platform.ts";
import type { Api } from "./api.ts";
import { codeOf, retryAfterMs } from "./errors.ts";
import { allowedUpdates, type Update } from "./updates.ts";

type Health = ReturnType<Platform["health"]>;

export interface Poller {
  health(): Health;
  /** When the first attempt to connect has ended, well or not. */
  readonly tried: Promise<void>;
  stop(): Promise<void>;
}

export interface PollerParts {
  readonly api: Api;
  /** Before the first poll of every connection: who we are, which commands we have. */
  readonly prepare: (signal: AbortSignal) => Promise<void>;
  readonly take: (update: Update) => Promise<void>;
  /** Resolves after so many milliseconds, or when aborted. */
  readonly wait?: (ms: number, signal: AbortSignal) => Promise<void>;
}

/** Seconds Telegram holds a poll; it allows 50. */
const pollSeconds = 25;
const silenceMs = 90_000;
const longestWaitMs = 60_000;

/**
 * Polls until it is stopped. Whatever a poll meets (401, 409, a null result, a firewall's page) ends only that connection: the next is tried after a
 * wait that grows, or as long as Telegram asks. telegraf's own loop dies of these for good.
 */
export function startPoller({ api, prepare, take, wait = pause }: PollerParts, { log, now }: Pick<PlatformDeps, "log" | "now">): Poller {
  const stopping = new AbortController();
  const tried = Promise.withResolvers<void>();
  let health: Health = { state: "connecting", words: "connecting to Telegram" };
  let heardAt = now().getTime();
  let offset = 0;
  let attempt = 0;

  async function poll(): Promise<void> {
    const signal = AbortSignal.any([stopping.signal, AbortSignal.timeout((pollSeconds + 15) * 1_000)]);
    const updates = await api.call<readonly Update[]>(
      "getUpdates",
      { offset, limit: 100, timeout: pollSeconds, allowed_updates: allowedUpdates },
      signal,
    );
    heardAt = now().getTime();
    attempt = 0;
    health = { state: "connected", words: "polling" };
    for (const update of updates) {
      await take(update);
      offset = Math.max(offset, update.update_id + 1);
    }
  }

  async function connection(): Promise<void> {
    await prepare(AbortSignal.any([stopping.signal, AbortSignal.timeout(30_000)]));
    health = { state: "connected", words: "polling" };
    tried.resolve();
    while (!stopping.signal.aborted) await poll();
  }

  async function supervise(): Promise<void> {
    while (!stopping.signal.aborted) {
      try {
        await connection();
      } catch (cause) {
        if (stopping.signal.aborted) return;
        attempt++;
        const waitMs = retryAfterMs(cause) ?? Math.min(longestWaitMs, 500 * 2 ** Math.min(attempt, 8));
        health = { state: "failed", words: `${wordsOf(cause)} Trying again in ${Math.ceil(waitMs / 1_000)} s.` };
        log.warn(`telegram: ${health.words}`, { cause });
        tried.resolve();
        await wait(waitMs, stopping.signal);
      }
    }
  }

  const running = supervise();
  return {
    tried: tried.promise,
    health: () =>
      health.state === "connected" && now().getTime() - heardAt > silenceMs
        ? { state: "failed", words: "Telegram has been silent for a while" }
        : health,
    async stop() {
      stopping.abort();
      tried.resolve();
      await running;
    },
  };
}

const pause = (ms: number, signal: AbortSignal): Promise<void> => sleep(ms, undefined, { signal }).catch(() => undefined); // aborted = stopping

/** What is wrong and what to do. */
export function wordsOf(cause: unknown): string {
  const code = codeOf(cause);
  if (code === 401 || code === 404) return "Telegram does not accept TELEGRAM_TOKEN: copy it from @BotFather again.";
  if (code === 409) return "Another program polls with the same token: stop it.";
  return `Telegram cannot be reached: ${cause instanceof Error ? cause.message : "unknown fault"}.`;
}
