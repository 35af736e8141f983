import { SourceError } from "../model/errors.ts";
import type { Fetched, Fetcher, FetchRequest } from "./fetch.ts";
import { createRobots } from "./robots.ts";

export interface PoliteOptions {
  readonly now: () => Date;
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>;
  /** Between the end of one request to a host and the start of the next. */
  readonly gapMs?: number;
  /** Requests under way at once, over all hosts. */
  readonly atOnce?: number;
  /** The name that robots.txt files know us by. */
  readonly robotName?: string;
}

export interface PoliteFetcher {
  /** An address that a person gave: no robots.txt is asked. @throws SourceError */
  get(wanted: FetchRequest, signal: AbortSignal): Promise<Fetched>;
  /** An address that a feed or page gave: robots.txt decides. @throws SourceError ("robots") */
  getPage(url: string, signal: AbortSignal): Promise<Fetched>;
  /** The text of a host's robots.txt, "" when it has none. */
  robotsText(url: string, signal: AbortSignal): Promise<string>;
  /** Nothing is sent to this host before. */
  pauseHost(host: string, until: Date): void;
  hostFreeAt(host: string): Date | undefined;
}

/** One request at a time and a pause after it for each host, a few hosts at once, and a host that said "later" is left alone until then. */
export function createPolite(
  fetcher: Fetcher,
  { now, wait, gapMs = 1_000, atOnce = 8, robotName = "quoth" }: PoliteOptions,
): PoliteFetcher {
  const lines = new Map<string, Promise<unknown>>();
  const lastAt = new Map<string, number>();
  const paused = new Map<string, Date>();
  const room = createRoom(atOnce);

  const send = async (wanted: FetchRequest, host: string, signal: AbortSignal): Promise<Fetched> => {
    const free = paused.get(host);
    if (free && free > now())
      throw new SourceError("rate-limited", `${host} asked to be left alone.`, { retryAfterMs: free.getTime() - now().getTime() });
    const gap = (lastAt.get(host) ?? Number.NEGATIVE_INFINITY) + gapMs - now().getTime();
    if (gap > 0) await wait(gap, signal);
    try {
      return await room(() => fetcher.get(wanted, signal));
    } catch (error) {
      const rested = error instanceof SourceError && error.kind !== "robots" ? error.retryAfterMs : undefined;
      if (rested !== undefined) paused.set(host, new Date(now().getTime() + rested));
      throw error;
    } finally {
      lastAt.set(host, now().getTime());
    }
  };

  const get = async (wanted: FetchRequest, signal: AbortSignal): Promise<Fetched> => {
    const host = hostOf(wanted.url);
    const before = lines.get(host) ?? Promise.resolve();
    const turn = before.then(
      () => send(wanted, host, signal),
      () => send(wanted, host, signal),
    );
    lines.set(host, turn);
    try {
      return await turn;
    } finally {
      if (lines.get(host) === turn) lines.delete(host);
    }
  };

  const robots = createRobots({ get, now, robotName });
  return {
    get,
    async getPage(url, signal) {
      if (!(await robots.allows(url, signal))) throw new SourceError("robots", "Its robots.txt asks robots not to read this page.");
      return get({ url, want: "page" }, signal);
    },
    robotsText: robots.text,
    pauseHost(host, until) {
      if (until > (paused.get(host) ?? new Date(0))) paused.set(host, until);
    },
    hostFreeAt: (host) => paused.get(host),
  };
}

export function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).host : address;
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
