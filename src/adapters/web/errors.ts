import { StoreError } from "../../model/errors.ts";
import type { Receipt } from "../../model/platform.ts";

const storeWaitMs = 30_000;

/** The only thing that can go wrong here is the store: what it refused was not written. Anything else leaves it open. */
export function receiptFrom(cause: unknown): Receipt {
  if (cause instanceof StoreError) return { status: "later", retryAfterMs: storeWaitMs, scope: "platform", cause };
  return { status: "unknown", cause };
}

/** An HTTP answer that says no, in words a person can act on. */
export class HttpRefusal extends Error {
  override name = "HttpRefusal";
  readonly status: number;
  constructor(status: number, words: string) {
    super(words);
    this.status = status;
  }
}
