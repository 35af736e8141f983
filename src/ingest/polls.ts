import type { SourceResult } from "./deps.ts";

export type BeginPoll = (signal: AbortSignal) => Promise<SourceResult>;

/** Polls that have begun, whoever began them. */
export interface Polls {
  /**
   * Joins the poll of this key that is under way, or begins one; undefined when `over` comes first. A poll that outlives its round goes
   * on, and what it brought is part of the next answer for its key.
   */
  join(key: string, begin: BeginPoll, over: AbortSignal, signal: AbortSignal): Promise<SourceResult | undefined>;
  /** Stops all of them and waits until they have let go of the store. */
  close(): Promise<void>;
}

export function createPolls(): Polls {
  const closing = new AbortController();
  const underWay = new Map<string, Promise<SourceResult>>();
  const late = new Map<string, Promise<SourceResult>>();

  const start = (key: string, begin: BeginPoll, signal: AbortSignal): Promise<SourceResult> => {
    const poll = begin(AbortSignal.any([signal, closing.signal])).finally(() => underWay.delete(key));
    underWay.set(key, poll);
    return poll;
  };
  const keepLate = (key: string, poll: Promise<SourceResult>, signal: AbortSignal): void => {
    const keep = (): void => {
      if (!signal.aborted && !closing.signal.aborted) late.set(key, poll);
    };
    void poll.then(keep, keep); // What failed is thrown to the round that asks next.
  };
  const join: Polls["join"] = async (key, begin, over, signal) => {
    const before = late.get(key);
    late.delete(key);
    const brought = (await before)?.articles ?? [];
    const earlier = underWay.get(key);
    // The other round may be stopped by its own signal: then this one polls for itself.
    const poll = earlier?.catch(() => start(key, begin, signal)) ?? start(key, begin, signal);
    const result = await Promise.race([poll, whenAborted(over)]);
    if (result) return { ...result, articles: [...brought, ...result.articles] };
    keepLate(key, poll, signal);
    return undefined;
  };
  return {
    join,
    async close() {
      closing.abort();
      await Promise.allSettled(underWay.values());
    },
  };
}

const whenAborted = (signal: AbortSignal): Promise<undefined> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve(undefined);
    else signal.addEventListener("abort", () => resolve(undefined), { once: true });
  });
