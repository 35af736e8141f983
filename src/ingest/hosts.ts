import { SourceError } from "../model/errors.ts";
import type { Rests } from "./rests.ts";

export interface HostsOptions {
  readonly now: () => Date;
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>;
  readonly rests: Rests;
  /** Between the end of one request to a host and the start of the next. */
  readonly gapMs: number;
  /** Requests under way at once, over all hosts. */
  readonly atOnce: number;
}

/** Who may be asked now. */
export interface Hosts {
  /** Runs a request when its host's turn has come. @throws SourceError ("rate-limited") while the host rests. */
  take<T>(host: string, signal: AbortSignal, ask: () => Promise<T>): Promise<T>;
}

/** One request at a time and a pause after it for each host, a few hosts at once, and a host that said "later" is left alone until then. */
export function createHosts({ now, wait, rests, gapMs, atOnce }: HostsOptions): Hosts {
  const lines = new Map<string, Promise<unknown>>();
  const lastAt = new Map<string, number>();
  const room = createRoom(atOnce);

  const ask = async <T>(host: string, signal: AbortSignal, request: () => Promise<T>): Promise<T> => {
    const restMs = ((await rests.until(host))?.getTime() ?? 0) - now().getTime();
    if (restMs > 0) throw new SourceError("rate-limited", `${host} asked to be left alone.`, { retryAfterMs: restMs });
    const gap = (lastAt.get(host) ?? Number.NEGATIVE_INFINITY) + gapMs - now().getTime();
    if (gap > 0) await wait(gap, signal);
    try {
      return await room(request);
    } catch (error) {
      const rest = error instanceof SourceError ? error.retryAfterMs : undefined;
      if (rest !== undefined) await rests.put(host, new Date(now().getTime() + rest));
      throw error;
    } finally {
      lastAt.set(host, now().getTime());
    }
  };
  return {
    async take(host, signal, request) {
      const turn = (lines.get(host) ?? Promise.resolve()).then(
        () => ask(host, signal, request),
        () => ask(host, signal, request), // The request before failed: that was its caller's news.
      );
      lines.set(host, turn);
      try {
        return await turn;
      } finally {
        if (lines.get(host) === turn) lines.delete(host);
      }
    },
  };
}

/** Lets a number of tasks run at once; the others wait their turn. */
function createRoom(places: number): <T>(task: () => Promise<T>) => Promise<T> {
  let taken = 0;
  const queue: (() => void)[] = [];
  return async (task) => {
    if (taken >= places) await new Promise<void>((resolve) => queue.push(resolve));
    else taken += 1;
    try {
      return await task();
    } finally {
      const next = queue.shift();
      if (next) next();
      else taken -= 1;
    }
  };
}
