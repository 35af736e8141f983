import { SourceError } from "../model/errors.ts";

export interface PaceLimits {
  readonly bodyMs: number;
  readonly minBytesPerSecond: number;
  readonly paceAfterMs: number;
}

/** Cuts a body that takes too long in all, or that drips (slowloris): a connection costs the sender nothing and us a place in the line. */
export function watchPace(limits: PaceLimits, cut: (reason: SourceError) => void): { count(bytes: number): void; stop(): void } {
  let received = 0;
  const startedAt = performance.now();
  const total = setTimeout(() => cut(new SourceError("timeout", `It was still sending after ${limits.bodyMs / 1_000} s.`)), limits.bodyMs);
  const check = setInterval(() => {
    const elapsedMs = performance.now() - startedAt;
    if (elapsedMs >= limits.paceAfterMs && received < (elapsedMs / 1_000) * limits.minBytesPerSecond)
      cut(new SourceError("timeout", `It sends less than ${limits.minBytesPerSecond} bytes a second.`));
  }, limits.paceAfterMs / 2);
  return {
    count(bytes) {
      received += bytes;
    },
    stop() {
      clearTimeout(total);
      clearInterval(check);
    },
  };
}
