import { RateLimitError, type REST } from "discord.js";
import type { PlatformDeps } from "../../model/platform.ts";
import { banWaitMs, isBan } from "./errors.ts";

/**
 * Discord bans an address for 10,000 answers of 401, 403 or 429 in ten minutes (topics/rate-limits). The breaker is closed while
 * requests may go out, open while none may. It opens at half of that number, at an answer that only a ban gives, and for good when the
 * token is no longer accepted; each further ban makes the wait longer.
 */
export interface Breaker {
  /** Nothing may be asked for so long; 0 = closed. */
  waitMs(): number;
  /** Why it is open, for /status. */
  readonly words: () => string;
  noteStatus(status: number, isShared: boolean): void;
  noteError(error: unknown): void;
  /** The token is refused: no request would help. */
  stop(words: string): void;
}

const windowMs = 600_000;
const mostInvalid = 5_000;
const longestBanMs = 3_600_000;
/** "For good" is still asked again now and then, for a token may be restored. */
const stoppedMs = 600_000;

export function createBreaker({ now, log }: Pick<PlatformDeps, "now" | "log">): Breaker {
  let invalid: number[] = [];
  let openUntilMs = 0;
  let banMs = banWaitMs;
  let reason = "";
  const nowMs = (): number => now().getTime();
  const open = (ms: number, words: string): void => {
    openUntilMs = Math.max(openUntilMs, nowMs() + ms);
    reason = words;
    log.warn(`discord: ${words}; nothing is sent for ${Math.ceil(ms / 60_000)} min`);
  };
  return {
    waitMs: () => Math.max(0, openUntilMs - nowMs()),
    words: () => reason,
    noteStatus(status, isShared) {
      if (status < 400) {
        banMs = banWaitMs;
        return;
      }
      if (isShared || ![401, 403, 429].includes(status)) return;
      invalid = [...invalid.filter((at) => at > nowMs() - windowMs), nowMs()];
      if (invalid.length < mostInvalid) return;
      invalid = [];
      open(windowMs, "Discord refused 5,000 requests in ten minutes, half of what it bans an address for");
    },
    noteError(error) {
      if (!(error instanceof RateLimitError) || !isBan(error)) return;
      open(banMs, "Discord's firewall answers instead of Discord: this address is banned for a while");
      banMs = Math.min(longestBanMs, banMs * 2);
    },
    stop: (words) => open(stoppedMs, words),
  };
}

/** Counts every answer of a REST client. */
export function watchAnswers(rest: REST, breaker: Breaker): void {
  rest.on("response", (_request, response) => {
    breaker.noteStatus(response.status, response.headers.get("x-ratelimit-scope") === "shared");
  });
}
