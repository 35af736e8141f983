import type { Channel } from "../model/delivery.ts";
import type { Platform, Receipt, SendRequest } from "../model/platform.ts";
import { wordsFor } from "./words.ts";

/** Longer than any platform's own time limit; shorter than the lease. */
export const sendTimeoutMs = 30_000;

/** One send. Never rejects: an adapter that throws, or does not come back in time, leaves it open whether the message arrived. */
export const send = (platform: Platform, request: SendRequest): Promise<Receipt> => withinTime((signal) => platform.send(request, signal));

/** One call to a platform under the time limit of sends. Never rejects: what threw, or did not come back, is unknown. */
export async function withinTime(call: (signal: AbortSignal) => Promise<Receipt>): Promise<Receipt> {
  const timeout = AbortSignal.timeout(sendTimeoutMs);
  const late = new Promise<Receipt>((resolve) => {
    timeout.addEventListener("abort", () => resolve({ status: "unknown", cause: "no answer in time" }), { once: true });
  });
  const answer = call(timeout).catch((cause: unknown): Receipt => ({ status: "unknown", cause }));
  return Promise.race([answer, late]);
}

/** Why a channel gets nothing more, in the words of its manager. */
export function suspensionWords(reason: "channel-gone" | "no-permission", channel: Channel | undefined): string {
  return (wordsFor(channel?.lang ?? "en", "en").locale === "uk" ? ukrainian : english)[reason];
}

const english = {
  "channel-gone": "The channel is gone, or Quoth is no longer in it.",
  "no-permission": "Quoth may not post there. Give it that permission, then resume.",
};

const ukrainian = {
  "channel-gone": "Каналу більше немає, або Quoth у ньому більше немає.",
  "no-permission": "Quoth не може там писати. Дайте дозвіл і відновіть підписку.",
};
