import { setTimeout as sleep } from "node:timers/promises";
import type { Api, Params } from "./api.ts";
import { retryAfterMs } from "./errors.ts";

const attempts = 4;
/** A person does not wait longer for an answer. */
const longestWaitMs = 60_000;

/** Waits as long as a 429 asks, then calls again: a message that met one was not sent. For answers; editions wait in the outbox. */
export function patient(api: Api): Api {
  const again = async <T>(call: () => Promise<T>, signal: AbortSignal): Promise<T> => {
    for (let attempt = 1; ; attempt++) {
      try {
        return await call();
      } catch (cause) {
        const waitMs = retryAfterMs(cause);
        if (waitMs === undefined || waitMs > longestWaitMs || attempt === attempts) throw cause;
        await sleep(waitMs, undefined, { signal });
      }
    }
  };
  return {
    call: <T>(method: string, params: Params, signal: AbortSignal) => again(() => api.call<T>(method, params, signal), signal),
    upload: (method, params, file, signal) => again(() => api.upload(method, params, file, signal), signal),
    download: api.download,
  };
}
