import { schedule } from "node-cron";

export interface Ticker {
  stop(): Promise<void>;
}

/**
 * Calls `tick` once now and then at each full minute. A tick that falls into a running one is left out: what is due is read
 * from the store, so the next one finds it. `tick` never rejects.
 */
export function startTicker(tick: () => Promise<void>): Ticker {
  let running = Promise.resolve();
  let busy = false;
  const once = (): void => {
    if (busy) return;
    busy = true;
    running = tick().finally(() => {
      busy = false;
    });
  };
  const task = schedule("* * * * *", once, { name: "minute", suppressMissedWarning: true });
  // A minute that a busy machine came too late for is left out by node-cron: its work is done all the same.
  task.on("execution:missed", once);
  once();
  return {
    /** Waits for a running tick. */
    async stop() {
      await task.destroy();
      await running;
    },
  };
}
