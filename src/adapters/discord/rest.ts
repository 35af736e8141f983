import { DiscordAPIError, REST, type RESTOptions, Routes } from "discord.js";
import type { Log } from "../../model/platform.ts";
import type { Breaker } from "./breaker.ts";
import { isBan } from "./errors.ts";
import { request } from "./request.ts";
import type { DiscordSettings } from "./settings.ts";

/** Waits this short are sat out; longer ones go back to the outbox, which orders them by slot. */
const longestWaitMs = 1_500;

/** For the whole bot, save for answers to interactions: topics/rate-limits. */
const globalRequestsPerSecond = 50;

/** As fast as people ask: Discord exempts these requests, which the library would let wait behind a broadcast. */
export const answeringOptions = (settings: DiscordSettings): Partial<RESTOptions> => ({
  ...restOptions(settings),
  globalRequestsPerSecond: 1_000,
});

/**
 * The outbox alone tries again: the library would send a message twice after a 5xx, and would ask for ever where a firewall answers
 * 429 without a time.
 */
export function restOptions({ apiUrl }: DiscordSettings): Partial<RESTOptions> {
  return {
    ...(apiUrl !== undefined && { api: apiUrl }),
    globalRequestsPerSecond,
    makeRequest: request,
    retries: 0,
    timeout: 15_000,
    invalidRequestWarningInterval: 500,
    rejectOnRateLimit: (hit) => Math.max(hit.timeToReset, hit.retryAfter) > longestWaitMs || isBan(hit),
  };
}

/** A request that knows of the breaker, and asks once with a fresh client when the token seems refused. */
export type Caller = <T>(ask: (rest: REST) => Promise<unknown>) => Promise<T>;

/** One 401 makes the library forget the token; whether the token is bad only a fresh client can tell. */
export function createCaller(rest: REST, settings: DiscordSettings, breaker: Breaker, log: Log): Caller {
  let checking: Promise<boolean> | undefined;
  return async <T>(ask: (rest: REST) => Promise<unknown>): Promise<T> => {
    try {
      return (await ask(rest)) as T;
    } catch (error) {
      breaker.noteError(error);
      if (isTokenTrouble(error)) {
        checking ??= isTokenGood(settings).finally(() => {
          checking = undefined;
        });
        if (await checking) {
          log.warn("discord: an answer of 401, but the token is accepted; going on");
          rest.setToken(settings.token);
        } else
          breaker.stop(
            "Discord does not accept the token any more: make a new one (Developer Portal → Bot → Reset Token) and set DISCORD_TOKEN",
          );
      }
      throw error;
    }
  };
}

const isTokenTrouble = (error: unknown): boolean =>
  (error instanceof DiscordAPIError && error.status === 401) ||
  (error instanceof Error && error.message.startsWith("Expected token to be set"));

/** False only where Discord says so; an outage is no answer. */
async function isTokenGood(settings: DiscordSettings): Promise<boolean> {
  try {
    await new REST({ ...restOptions(settings) }).setToken(settings.token).get(Routes.user());
    return true;
  } catch (error) {
    return !(error instanceof DiscordAPIError && error.status === 401);
  }
}
