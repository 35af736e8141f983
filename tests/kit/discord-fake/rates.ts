import { limits } from "./limits.ts";
import type { Rules } from "./rules.ts";

export interface RateAnswer {
  readonly headers: Readonly<Record<string, string>>;
  /** Present where the request is refused. */
  readonly retryAfterMs?: number;
  readonly scope?: "user" | "global" | "shared";
}

export interface Rates {
  /** Counts one request. `isExempt`: interaction endpoints stand outside the global limit. */
  take(method: string, path: string, isExempt: boolean): RateAnswer;
  refusals(): number;
  noteInvalid(): void;
  isBanned(): boolean;
}

interface Bucket {
  readonly name: string;
  readonly count: number;
  readonly windowMs: number;
}

/** Windows begin with the first request and are whole again when they end: topics/rate-limits. */
export function createRates(nowMs: () => number, rules: Rules): Rates {
  const windows = new Map<string, { from: number; used: number }>();
  let invalid: number[] = [];
  let refused = 0;

  const use = ({ name, count, windowMs }: Bucket): { readonly left: number; readonly resetMs: number } => {
    const open = windows.get(name);
    const current = open && nowMs() - open.from < windowMs ? open : { from: nowMs(), used: 0 };
    windows.set(name, current);
    current.used++;
    return { left: count - current.used, resetMs: current.from + windowMs - nowMs() };
  };

  return {
    take(method, path, isExempt) {
      if (!rules.rates) return { headers: {} };
      const global = isExempt ? undefined : use({ name: "global", count: limits.globalPerSecond, windowMs: 1_000 });
      if (global && global.left < 0) {
        refused++;
        return { headers: { "x-ratelimit-global": "true", "x-ratelimit-scope": "global" }, retryAfterMs: global.resetMs, scope: "global" };
      }
      const bucket = bucketOf(method, path, rules);
      if (!bucket) return { headers: {} };
      const { left, resetMs } = use(bucket);
      const headers = {
        "x-ratelimit-limit": `${bucket.count}`,
        "x-ratelimit-remaining": `${Math.max(0, left)}`,
        "x-ratelimit-reset-after": (resetMs / 1_000).toFixed(3),
        "x-ratelimit-reset": ((Date.now() + resetMs) / 1_000).toFixed(3),
        "x-ratelimit-bucket": bucket.name.split(" ")[0] ?? "",
      };
      if (left >= 0) return { headers };
      refused++;
      return { headers: { ...headers, "x-ratelimit-scope": "user" }, retryAfterMs: resetMs, scope: "user" };
    },
    refusals: () => refused,
    noteInvalid() {
      invalid = [...invalid.filter((at) => nowMs() - at < limits.invalidWindowMs), nowMs()];
    },
    isBanned: () => invalid.length >= limits.invalidRequests,
  };
}

function bucketOf(method: string, path: string, rules: Rules): Bucket | undefined {
  const [, channel] = /^\/channels\/(\d+)\/messages$/.exec(path) ?? [];
  if (method === "POST" && channel) return { name: `messages ${channel}`, count: limits.channelMessages, windowMs: limits.channelWindowMs };
  const [, news] = /^\/channels\/(\d+)\/messages\/\d+\/crosspost$/.exec(path) ?? [];
  if (news && rules.crossposts) return { name: `crosspost ${news}`, count: limits.crossposts, windowMs: limits.crosspostWindowMs };
  return undefined;
}
