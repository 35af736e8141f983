import { limits } from "./limits.ts";
import type { Rule, Rules } from "./rules.ts";

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
  readonly rule: Rule;
  readonly count: number;
  readonly windowMs: number;
}

/** Windows begin with the first request and are whole again when they end: topics/rate-limits. */
export function createRates(nowMs: () => number, rules: Rules): Rates {
  const windows = new Map<string, { from: number; used: number }>();
  const invalid: number[] = [];
  let refused = 0;

  const use = ({ name, count, windowMs }: Bucket): { readonly left: number; readonly resetMs: number } => {
    const open = windows.get(name);
    const current = open && nowMs() - open.from < windowMs ? open : { from: nowMs(), used: 0 };
    windows.set(name, current);
    current.used++;
    return { left: count - current.used, resetMs: current.from + windowMs - nowMs() };
  };
  const refuse = (answer: Required<RateAnswer>): RateAnswer => {
    refused++;
    return answer;
  };

  return {
    take(method, path, isExempt) {
      const whole = isExempt || !rules.globalRate ? undefined : use(globalBucket);
      if (whole && whole.left < 0) {
        const headers = { "x-ratelimit-global": "true", "x-ratelimit-scope": "global" };
        return refuse({ headers, retryAfterMs: whole.resetMs, scope: "global" });
      }
      const bucket = bucketOf(method, path);
      if (!bucket || !rules[bucket.rule]) return { headers: {} };
      const { left, resetMs } = use(bucket);
      const headers = {
        "x-ratelimit-limit": `${bucket.count}`,
        "x-ratelimit-remaining": `${Math.max(0, left)}`,
        "x-ratelimit-reset-after": (resetMs / 1_000).toFixed(3),
        "x-ratelimit-reset": ((Date.now() + resetMs) / 1_000).toFixed(3),
        "x-ratelimit-bucket": bucket.name.split(" ")[0] ?? "",
      };
      if (left >= 0) return { headers };
      return refuse({ headers: { ...headers, "x-ratelimit-scope": "user" }, retryAfterMs: resetMs, scope: "user" });
    },
    refusals: () => refused,
    noteInvalid() {
      while (invalid[0] !== undefined && nowMs() - invalid[0] >= limits.invalidWindowMs) invalid.shift();
      invalid.push(nowMs());
    },
    isBanned: () => rules.ban && invalid.length >= limits.invalidRequests,
  };
}

const globalBucket: Bucket = { name: "global", rule: "globalRate", count: limits.globalPerSecond, windowMs: 1_000 };

function bucketOf(method: string, path: string): Bucket | undefined {
  const [, channel] = /^\/channels\/(\d+)\/messages$/.exec(path) ?? [];
  if (method === "POST" && channel)
    return { name: `messages ${channel}`, rule: "channelRate", count: limits.channelMessages, windowMs: limits.channelWindowMs };
  const [, news] = /^\/channels\/(\d+)\/messages\/\d+\/crosspost$/.exec(path) ?? [];
  if (news) return { name: `crosspost ${news}`, rule: "crossposts", count: limits.crossposts, windowMs: limits.crosspostWindowMs };
  return undefined;
}
