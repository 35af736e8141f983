import { parentPort } from "node:worker_threads";
import { SourceError } from "../model/errors.ts";
import { jobs } from "./jobs.ts";
import { type JobAnswer, type JobCall, workerReady } from "./thread.ts";

/** The thread in which strangers' documents are read: takes one call after the other, answers each. */
parentPort?.on("message", async (call: JobCall) => {
  parentPort?.postMessage(await answer(call));
});

parentPort?.postMessage(workerReady);

async function answer({ id, name, args }: JobCall): Promise<JobAnswer> {
  try {
    const run = jobs[name] as (...args: readonly unknown[]) => Promise<unknown>;
    return { id, value: await run(...args) };
  } catch (error) {
    const known = error instanceof SourceError ? error : new SourceError("unreadable", "Reading it failed.", { cause: error });
    // An error's class does not survive the way between threads: its parts do.
    return { id, failure: { kind: known.kind, message: known.message, cause: describe(known.cause) } };
  }
}

function describe(cause: unknown): string | undefined {
  return cause instanceof Error ? (cause.stack ?? cause.message) : undefined;
}
