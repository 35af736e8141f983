import { SourceError } from "../model/errors.ts";
import type { Jobs } from "./jobs.ts";
import { startThread, type Task, type Thread, type ThreadLimits } from "./thread.ts";

export interface PoolLimits extends ThreadLimits {
  /** Threads at most. */
  readonly size: number;
}

export const usualPool: PoolLimits = { size: 2, jobMs: 3_000, startMs: 20_000, memoryMb: 192, jobsPerWorker: 200, idleMs: 30_000 };

export interface Pool {
  readonly jobs: Jobs;
  close(): Promise<void>;
}

/** In development the worker is a .ts file beside this one; in a bundle it is its own entry beside the bundle. */
function besideThisModule(): URL {
  return new URL(import.meta.url.endsWith(".ts") ? "./worker.ts" : "./worker.js", import.meta.url);
}

/**
 * A few threads that read documents and can be killed. They start with the first job and end when there is nothing to do.
 * A job that is too slow or too hungry fails alone ("unreadable"); the others of the queue go on in a new thread.
 */
export function openPool(worker: URL = besideThisModule(), limits: PoolLimits = usualPool): Pool {
  const queue: Task[] = [];
  const threads = new Set<Thread>();
  let nextId = 0;
  let closed = false;

  const dispatch = (): void => {
    while (queue.length > 0) {
      const free = [...threads].find((thread) => thread.isFree()) ?? (threads.size < limits.size ? start() : undefined);
      const task = free && queue.shift();
      if (!free || !task) return;
      free.run(task);
    }
  };
  const start = (): Thread => {
    const thread = startThread(worker, limits, { freed: dispatch, ended: () => threads.delete(thread) });
    threads.add(thread);
    return thread;
  };
  const call = <T>(name: keyof Jobs, ...args: readonly unknown[]): Promise<T> =>
    new Promise((resolve, reject) => {
      if (closed) return reject(closing());
      nextId += 1;
      queue.push({ call: { id: nextId, name, args }, resolve: resolve as (value: unknown) => void, reject });
      dispatch();
    });

  return {
    jobs: remoteJobs(call),
    async close() {
      closed = true;
      for (const task of queue.splice(0)) task.reject(closing());
      await Promise.all([...threads].map((thread) => thread.end()));
    },
  };
}

function closing(): SourceError {
  return new SourceError("unreadable", "Quoth is closing.");
}

function remoteJobs(call: <T>(name: keyof Jobs, ...args: readonly unknown[]) => Promise<T>): Jobs {
  return {
    feed: (...args) => call("feed", ...args),
    page: (...args) => call("page", ...args),
    texts: (...args) => call("texts", ...args),
    links: (...args) => call("links", ...args),
    opml: (...args) => call("opml", ...args),
    plain: (...args) => call("plain", ...args),
    pdf: (...args) => call("pdf", ...args),
  };
}
