import { setTimeout as sleep } from "node:timers/promises";
import type { Api, Params, Upload } from "./api.ts";
import { NotSent } from "./errors.ts";

/** Resolves after so many milliseconds, or when aborted; never rejects. */
export type Wait = (ms: number, signal: AbortSignal) => Promise<void>;

/** Everything that Telegram counts as a message. */
export interface Budget {
  /** The API, with its messages counted: answers to people go before editions. */
  spend(api: Api, who: "answers" | "editions"): Api;
}

/**
 * Bots FAQ: 30 messages a second over all chats, whoever they are for. Telegram counts a message somewhere between its leaving and its answer; so its place
 * is free a second after the answer, and however long a message is on its way none comes too soon. 2 ms are for rounding.
 */
const most = 30;
const windowMs = 1_002;
/** While all places are taken by messages without an answer. */
const lookAgainMs = 5;

const isMessage = (method: string): boolean => /^(send|forward|copy)/.test(method) && method !== "sendChatAction";

interface Place {
  /** Infinity until there is an answer. */
  freeAt: number;
}

/** One count for the whole token. An edition waits while an answer does; neither waits longer than the window. */
export function createBudget(now: () => Date, wait: Wait = pause): Budget {
  const taken = new Set<Place>();
  let answersWaiting = 0;

  const freeInMs = (): number => {
    const at = now().getTime();
    for (const place of taken) if (place.freeAt <= at) taken.delete(place);
    if (taken.size < most) return 0;
    const first = Math.min(...[...taken].map(({ freeAt }) => freeAt));
    return Number.isFinite(first) ? first - at : lookAgainMs;
  };

  async function take(isAnswer: boolean, signal: AbortSignal): Promise<Place> {
    if (isAnswer) answersWaiting++;
    try {
      for (let ms = freeInMs(); ms > 0 || (!isAnswer && answersWaiting > 0); ms = freeInMs()) {
        await wait(Math.max(1, ms), signal);
        if (signal.aborted) throw new NotSent("stopped before its turn came");
      }
      const place = { freeAt: Number.POSITIVE_INFINITY };
      taken.add(place);
      return place;
    } finally {
      if (isAnswer) answersWaiting--;
    }
  }

  return {
    spend(api, who) {
      const counted = async <T>(method: string, signal: AbortSignal, send: () => Promise<T>): Promise<T> => {
        if (!isMessage(method)) return send();
        const place = await take(who === "answers", signal);
        return send().finally(() => {
          place.freeAt = now().getTime() + windowMs;
        });
      };
      return {
        call: <T>(method: string, params: Params, signal: AbortSignal) =>
          counted(method, signal, () => api.call<T>(method, params, signal)),
        upload: <T>(method: string, params: Params, file: Upload, signal: AbortSignal) =>
          counted(method, signal, () => api.upload<T>(method, params, file, signal)),
        download: api.download,
      };
    },
  };
}

const pause: Wait = (ms, signal) => sleep(ms, undefined, { signal }).catch(() => undefined); // aborted = stopped
