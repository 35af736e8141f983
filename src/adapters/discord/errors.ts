import { DiscordAPIError, HTTPError, RateLimitError } from "discord.js";
import type { Receipt } from "../../model/platform.ts";

/** JSON error codes: discord.com/developers/docs/topics/opcodes-and-status-codes. */
export const codes = {
  unknownChannel: 10_003,
  unknownGuild: 10_004,
  unknownMessage: 10_008,
  unknownInteraction: 10_062,
  alreadyPublished: 40_033,
  alreadyAnswered: 40_060,
  missingAccess: 50_001,
  cannotMessageUser: 50_007,
  missingPermissions: 50_013,
  archivedThread: 50_083,
  invalidForm: 50_035,
  alreadyHasThread: 160_004,
  threadLocked: 160_005,
} as const;

type Refusal = (Receipt & { status: "refused" })["reason"];

const refusals: Readonly<Record<number, Refusal>> = {
  [codes.unknownChannel]: "channel-gone",
  [codes.unknownGuild]: "channel-gone",
  [codes.missingAccess]: "no-permission",
  [codes.missingPermissions]: "no-permission",
  [codes.cannotMessageUser]: "no-permission",
  [codes.archivedThread]: "no-permission",
  [codes.threadLocked]: "no-permission",
  [codes.invalidForm]: "content",
};

const networkWaitMs = 5_000;
/** After an answer that only a firewall gives. */
export const banWaitMs = 300_000;

/** Nothing was sent: the connection was never made. */
const neverLeft: ReadonlySet<string> = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "ENETUNREACH",
  "EHOSTUNREACH",
  "UND_ERR_CONNECT_TIMEOUT",
]);

/** What a failed request says about the message it carried. Whatever is not sure to have failed may be on screen. */
export function receiptFrom(cause: unknown): Receipt {
  if (cause instanceof RateLimitError) {
    if (isBan(cause)) return { status: "later", retryAfterMs: banWaitMs, scope: "platform", cause };
    const retryAfterMs = Math.max(cause.retryAfter, cause.timeToReset, 1);
    return { status: "later", retryAfterMs, scope: cause.global ? "platform" : "channel", cause };
  }
  if (cause instanceof DiscordAPIError) return receiptFromCode(cause);
  if (cause instanceof HTTPError)
    return cause.status >= 500 ? { status: "unknown", cause } : { status: "refused", reason: "content", cause };
  if (neverLeft.has(networkCode(cause))) return { status: "later", retryAfterMs: networkWaitMs, scope: "platform", cause };
  return { status: "unknown", cause };
}

/** A 429 with neither a limit nor a time is no answer of the API but of the firewall before it. */
export const isBan = ({ retryAfter, limit }: { readonly retryAfter: number; readonly limit: number }): boolean =>
  retryAfter <= 0 && !Number.isFinite(limit);

function receiptFromCode(cause: DiscordAPIError): Receipt {
  const reason = typeof cause.code === "number" ? refusals[cause.code] : undefined;
  if (reason !== undefined) return { status: "refused", reason, cause };
  if (cause.status === 401) return { status: "later", retryAfterMs: networkWaitMs, scope: "platform", cause };
  if (cause.status >= 500) return { status: "unknown", cause };
  if (cause.status === 404) return { status: "refused", reason: "channel-gone", cause };
  return { status: "refused", reason: cause.status === 403 ? "no-permission" : "content", cause };
}

/** The system's or the HTTP client's code, wherever in the chain of causes it stands. */
export function networkCode(error: unknown): string {
  for (let each = error; each instanceof Error; each = each.cause) {
    if ("code" in each && typeof each.code === "string") return each.code;
  }
  return "";
}

export const isCode = (error: unknown, ...wanted: readonly number[]): boolean =>
  error instanceof DiscordAPIError && typeof error.code === "number" && wanted.includes(error.code);
