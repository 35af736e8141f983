import { TelegramError } from "telegraf";
import type { Receipt } from "../../model/platform.ts";

type Refusal = (Receipt & { status: "refused" })["reason"];

/** Part of what had to go out is on screen; the rest met `cause`. */
export class PartlySent extends Error {
  override name = "PartlySent";
  constructor(cause: unknown) {
    super("only a part of the message was sent", { cause });
  }
}

/** It was given up before anything left. */
export class NotSent extends Error {
  override name = "NotSent";
}

/** 400 and 403 have no finer code: these are the texts of the official server (tdlib/telegram-bot-api, Client.cpp). */
const refusals: readonly (readonly [RegExp, Refusal])[] = [
  [
    /chat not found|chat_id is empty|message thread not found|TOPIC_(CLOSED|DELETED)|chat was deactivated|PEER_ID_INVALID|CHANNEL_PRIVATE/i,
    "channel-gone",
  ],
  [
    /not enough rights|have no rights|CHAT_(WRITE|SEND_[A-Z]+)_FORBIDDEN|CHAT_ADMIN_REQUIRED|CHAT_RESTRICTED|need administrator rights/i,
    "no-permission",
  ],
];

/** Nothing was sent: the connection was never made. */
const neverLeft: ReadonlySet<string> = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "ENETUNREACH",
  "EHOSTUNREACH",
  "UND_ERR_CONNECT_TIMEOUT",
]);

const networkWaitMs = 5_000;
const tokenWaitMs = 60_000;

/** What a failed request says about the message it carried. Whatever is not sure to have failed may be on screen. */
export function receiptFrom(cause: unknown): Receipt {
  if (cause instanceof PartlySent) return { status: "unknown", cause };
  if (cause instanceof NotSent) return { status: "later", retryAfterMs: networkWaitMs, scope: "platform", cause };
  if (!(cause instanceof TelegramError)) {
    return neverLeft.has(networkCode(cause))
      ? { status: "later", retryAfterMs: networkWaitMs, scope: "platform", cause }
      : { status: "unknown", cause };
  }
  if (cause.code === 429) return { status: "later", retryAfterMs: retryAfterMs(cause) ?? networkWaitMs, scope: "channel", cause };
  if (isUnknownMethod(cause)) return { status: "refused", reason: "content", cause };
  if (cause.code === 401 || cause.code === 404) return { status: "later", retryAfterMs: tokenWaitMs, scope: "platform", cause };
  if (cause.code >= 500) return { status: "unknown", cause };
  const known = refusals.find(([words]) => words.test(cause.description));
  return { status: "refused", reason: known?.[1] ?? (cause.code === 403 ? "channel-gone" : "content"), cause };
}

export const retryAfterMs = (cause: unknown): number | undefined => {
  const seconds = cause instanceof TelegramError ? cause.response.parameters?.retry_after : undefined;
  return seconds === undefined ? undefined : seconds * 1_000;
};

/** The chat's new id after a group became a supergroup. */
export const movedTo = (cause: unknown): number | undefined =>
  cause instanceof TelegramError ? cause.response.parameters?.migrate_to_chat_id : undefined;

export const codeOf = (cause: unknown): number | undefined => (cause instanceof TelegramError ? cause.code : undefined);

/** The server does not know the method: an older one, or one that does less. (A wrong token is a plain "Not Found".) */
export const isUnknownMethod = (cause: unknown): boolean =>
  cause instanceof TelegramError && cause.code === 404 && /method not found/i.test(cause.description);

/** Nothing was sent, and not because of the chat: the same may be taken in another form. */
export function isRefusedAsContent(cause: unknown): boolean {
  if (movedTo(cause) !== undefined) return false;
  const receipt = receiptFrom(cause);
  return receipt.status === "refused" && receipt.reason === "content";
}

/** The server is certain not to take a rich message at all; it may know the method and not the form. */
export const isUnknownForm = (cause: unknown): boolean =>
  isUnknownMethod(cause) ||
  (cause instanceof TelegramError &&
    cause.code === 400 &&
    /rich.?message.*(not supported|unsupported|unknown|unexpected)|(unsupported|unknown|unexpected).*rich.?message/i.test(
      cause.description,
    ));

export const isNotModified = (cause: unknown): boolean =>
  cause instanceof TelegramError && /message is not modified/i.test(cause.description);

/** Nobody is waiting for the answer: Quoth may write to the chat no more, or the question is too old. */
export function isTooLate(cause: unknown): boolean {
  const receipt = receiptFrom(cause);
  if (receipt.status !== "refused") return false;
  return receipt.reason !== "content" || (cause instanceof TelegramError && /query is too old/i.test(cause.description));
}

/** The connection ended before an answer came. */
export const isBroken = (cause: unknown): boolean => ["ECONNRESET", "EPIPE"].includes(networkCode(cause));

function networkCode(cause: unknown): string {
  for (let error = cause; error instanceof Error; error = error.cause) {
    if ("code" in error && typeof error.code === "string") return error.code;
  }
  return "";
}
