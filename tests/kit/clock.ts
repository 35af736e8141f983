/** A clock that only waiting moves: whoever waits longest ago soonest gets the time it waited for. No test sleeps. */
export interface VirtualClock {
  readonly now: () => Date;
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>;
  /** Lets everything that is under way run on, and moves the time from wait to wait up to `at`. */
  runTo(at: Date): Promise<void>;
}

/** `isBusy`: something is under way that needs real time, such as a request on loopback; this clock stands still meanwhile. */
export function aClock(start: Date, isBusy: () => boolean = () => false): VirtualClock {
  let nowMs = start.getTime();
  const sleepers = new Set<{ readonly at: number; readonly wake: () => void }>();
  return {
    now: () => new Date(nowMs),
    wait: (ms, signal) =>
      new Promise((resolve) => {
        if (signal.aborted) return resolve();
        const sleeper = { at: nowMs + ms, wake: resolve };
        sleepers.add(sleeper);
        signal.addEventListener("abort", () => {
          sleepers.delete(sleeper);
          resolve();
        });
      }),
    async runTo(at) {
      for (;;) {
        do await settleDown();
        while (isBusy());
        const next = [...sleepers].filter((sleeper) => sleeper.at <= at.getTime()).sort((a, b) => a.at - b.at)[0];
        if (!next) break;
        nowMs = Math.max(nowMs, next.at);
        sleepers.delete(next);
        next.wake();
      }
      nowMs = Math.max(nowMs, at.getTime());
    },
  };
}

/** Every promise that can go on without time passing has gone on. */
async function settleDown(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setImmediate(resolve));
}
