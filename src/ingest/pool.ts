import { Worker } from "node:worker_threads";
import { SourceError, type SourceFailure } from "../model/errors.ts";
import type { Jobs } from "./jobs.ts";

export interface JobCall {
  readonly id: number;
  readonly name: keyof Jobs;
  readonly args: readonly unknown[];
}

export type JobAnswer =
  | { readonly id: number; readonly value: unknown }
  | {
      readonly id: number;
      readonly failure: { readonly kind: SourceFailure; readonly message: string; readonly cause: string | undefined };
    };

/** Sent once, when the worker has loaded its readers. */
export const workerReady = "ready";

export interface PoolLimits {
  readonly size: number;
  /** A job that takes longer is killed with its thread. */
  readonly jobMs: number;
  /** Loading the readers takes its time on a busy machine and is nobody's fault. */
  readonly startMs: number;
  readonly memoryMb: number;
  /** A thread is replaced after so many jobs: libraries leak. */
  readonly jobsPerWorker: number;
  /** An idle thread is let go: it holds 40 MB. */
  readonly idleMs: number;
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

interface Task {
  readonly call: JobCall;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
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
    const thread = startThread(worker, limits, dispatch, () => threads.delete(thread));
    threads.add(thread);
    return thread;
  };
  const call = <T>(name: keyof Jobs, ...args: readonly unknown[]): Promise<T> =>
    new Promise((resolve, reject) => {
      if (closed) return reject(new SourceError("unreadable", "Quoth is closing."));
      nextId += 1;
      queue.push({ call: { id: nextId, name, args }, resolve: resolve as (value: unknown) => void, reject });
      dispatch();
    });

  return {
    jobs: {
      feed: (...args) => call("feed", ...args),
      page: (...args) => call("page", ...args),
      texts: (...args) => call("texts", ...args),
      links: (...args) => call("links", ...args),
      opml: (...args) => call("opml", ...args),
      plain: (...args) => call("plain", ...args),
    },
    async close() {
      closed = true;
      for (const task of queue.splice(0)) task.reject(new SourceError("unreadable", "Quoth is closing."));
      await Promise.all([...threads].map((thread) => thread.end()));
    },
  };
}

interface Thread {
  isFree(): boolean;
  run(task: Task): void;
  end(): Promise<void>;
}

/** free → busy → free …; a job over its time, a crash or the last job of its life ends the thread. */
function startThread(file: URL, limits: PoolLimits, freed: () => void, ended: () => void): Thread {
  const worker = new Worker(file, { resourceLimits: { maxOldGenerationSizeMb: limits.memoryMb, stackSizeMb: 4 }, stdout: false, env: {} });
  worker.unref();
  let task: Task | undefined;
  let timer: NodeJS.Timeout | undefined;
  let ready = false;
  let done = 0;
  let over = false;

  const finish = (settle: (task: Task) => void): void => {
    clearTimeout(timer);
    const finished = task;
    task = undefined;
    if (finished) settle(finished);
  };
  const end = async (): Promise<void> => {
    if (over) return;
    over = true;
    ended();
    finish((open) => open.reject(new SourceError("unreadable", "Reading it was broken off.")));
    await worker.terminate();
    freed();
  };
  const expire = (ms: number, words: string): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      finish((open) => open.reject(new SourceError("unreadable", words)));
      void end();
    }, ms);
  };
  const begin = (): void => {
    if (!ready || !task) return;
    expire(limits.jobMs, `Reading it took longer than ${limits.jobMs / 1_000} s.`);
    worker.postMessage(task.call);
  };
  worker.on("message", (answer: JobAnswer | typeof workerReady) => {
    if (answer === workerReady) {
      ready = true;
      return begin();
    }
    finish((open) => settleTask(open, answer));
    done += 1;
    if (done >= limits.jobsPerWorker) return void end();
    timer = setTimeout(() => void end(), limits.idleMs).unref();
    worker.unref();
    freed();
  });
  worker.on("error", (cause) => {
    const isMemory = (cause as NodeJS.ErrnoException).code === "ERR_WORKER_OUT_OF_MEMORY";
    const words = isMemory ? `Reading it took more than ${limits.memoryMb} MB.` : "Reading it failed.";
    finish((open) => open.reject(new SourceError("unreadable", words, { cause })));
    void end();
  });
  return {
    isFree: () => !over && task === undefined,
    run(next) {
      task = next;
      worker.ref();
      if (!ready) expire(limits.startMs, "The reader did not start.");
      begin();
    },
    end,
  };
}

function settleTask(task: Task, answer: JobAnswer): void {
  if ("value" in answer) {
    task.resolve(answer.value);
    return;
  }
  const { kind, message, cause } = answer.failure;
  task.reject(new SourceError(kind, message, cause === undefined ? {} : { cause: new Error(cause) }));
}
