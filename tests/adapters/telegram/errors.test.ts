import { TelegramError } from "telegraf";
import { describe, expect, test } from "vitest";
import { PartlySent, receiptFrom } from "../../../src/adapters/telegram/errors.ts";

const refusal = (error_code: number, description: string, parameters: { retry_after?: number } = {}) =>
  new TelegramError({ error_code, description, parameters });

describe("what Telegram refuses", () => {
  for (const [code, words, reason] of [
    [400, "Bad Request: chat not found", "channel-gone"],
    [400, "Bad Request: message thread not found", "channel-gone"],
    [400, "Bad Request: TOPIC_CLOSED", "channel-gone"],
    [403, "Forbidden: bot was blocked by the user", "channel-gone"],
    [403, "Forbidden: bot was kicked from the supergroup chat", "channel-gone"],
    [403, "Forbidden: user is deactivated", "channel-gone"],
    [400, "Bad Request: not enough rights to send text messages to the chat", "no-permission"],
    [403, "Forbidden: CHAT_WRITE_FORBIDDEN", "no-permission"],
    [400, "Bad Request: CHAT_SEND_PHOTOS_FORBIDDEN", "no-permission"],
    [400, "Bad Request: need administrator rights in the channel chat", "no-permission"],
    [400, "Bad Request: message is too long", "content"],
  ] as const)
    test(`${words} → ${reason}`, () => {
      expect(receiptFrom(refusal(code, words))).toMatchObject({ status: "refused", reason });
    });
});

describe("what may be tried again", () => {
  test("a 429 waits as long as Telegram asks, in its chat alone", () => {
    expect(receiptFrom(refusal(429, "Too Many Requests: retry after 7", { retry_after: 7 }))).toMatchObject({
      status: "later",
      retryAfterMs: 7_000,
      scope: "channel",
    });
  });

  test("a connection that was never made waits, for all", () => {
    const cause = new TypeError("fetch failed", { cause: Object.assign(new Error("refused"), { code: "ECONNREFUSED" }) });
    expect(receiptFrom(cause)).toMatchObject({ status: "later", scope: "platform" });
  });
});

describe("what may be on screen is never tried again", () => {
  for (const [name, cause] of [
    ["a server error", refusal(502, "Bad Gateway")],
    ["a connection that broke", Object.assign(new Error("reset"), { code: "ECONNRESET" })],
    ["a time that ran out", new DOMException("too late", "TimeoutError")],
    ["a message whose first half was sent", new PartlySent(refusal(429, "Too Many Requests: retry after 7", { retry_after: 7 }))],
    ["a half after which the server went away", new PartlySent(Object.assign(new Error("refused"), { code: "ECONNREFUSED" }))],
  ] as const)
    test(name, () => {
      expect(receiptFrom(cause)).toMatchObject({ status: "unknown" });
    });
});
