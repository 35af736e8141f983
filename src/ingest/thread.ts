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

export interface ThreadLimits {
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

export interface Task {
  readonly call: JobCall;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}

export interface Thread {
  isFree(): boolean;
  run(task: Task): void;
  end(): Promise<void>;
}

export interface ThreadEvents {
  /** It can take another job, or has made room for a new thread. */
  freed(): void;
  ended(): void;
}

/** free → busy → free …; a job over its time, a crash, the last job of its life or a long rest ends the thread. */
export function startThread(file: URL, limits: ThreadLimits, on: ThreadEvents): Thread {
  const worker = new Worker(file, {
    resourceLimits: { maxOldGenerationSizeMb: limits.memoryMb, maxYoungGenerationSizeMb: 8, stackSizeMb: 4 },
    env: {},
  });
  worker.unref();
  const slot = createSlot();
  let ready = false;
  let done = 0;
  let over = false;

  const end = async (words = "Reading it was broken off.", cause?: unknown): Promise<void> => {
    if (over) return;
    over = true;
    on.ended();
    slot.settle((task) => task.reject(new SourceError("unreadable", words, { cause })));
    await worker.terminate();
    on.freed();
  };
  const begin = (task: Task): void => {
    slot.alarm(limits.jobMs, () => void end(`Reading it took longer than ${limits.jobMs / 1_000} s.`));
    worker.postMessage(task.call);
  };
  const finish = (answer: JobAnswer): void => {
    slot.settle((task) => settleTask(task, answer));
    done += 1;
    if (done >= limits.jobsPerWorker) return void end();
    worker.unref();
    slot.alarm(limits.idleMs, () => void end()).unref();
    on.freed();
  };
  worker.on("message", (message: JobAnswer | typeof workerReady) => {
    if (message !== workerReady) return finish(message);
    ready = true;
    const task = slot.task();
    if (task) begin(task);
  });
  worker.on("error", (cause) => void end(crashWords(cause, limits), cause));
  return {
    isFree: () => !over && slot.task() === undefined,
    run(task) {
      slot.take(task);
      worker.ref();
      if (ready) begin(task);
      else slot.alarm(limits.startMs, () => void end("The reader did not start."));
    },
    end,
  };
}

/** The task that a thread is at, and the one alarm that rings for it or for its absence. */
function createSlot() {
  let current: Task | undefined;
  let timer: NodeJS.Timeout | undefined;
  return {
    task: () => current,
    take(task: Task) {
      current = task;
    },
    settle(how: (task: Task) => void) {
      clearTimeout(timer);
      const settled = current;
      current = undefined;
      if (settled) how(settled);
    },
    alarm(ms: number, ring: () => void) {
      clearTimeout(timer);
      timer = setTimeout(ring, ms);
      return timer;
    },
  };
}

function crashWords(cause: unknown, { memoryMb }: ThreadLimits): string {
  const isMemory = (cause as NodeJS.ErrnoException).code === "ERR_WORKER_OUT_OF_MEMORY";
  return isMemory ? `Reading it took more than ${memoryMb} MB.` : "Reading it failed.";
}

function settleTask(task: Task, answer: JobAnswer): void {
  if ("value" in answer) {
    task.resolve(answer.value);
    return;
  }
  const { kind, message, cause } = answer.failure;
  task.reject(new SourceError(kind, message, cause === undefined ? {} : { cause: new Error(cause) }));
}
