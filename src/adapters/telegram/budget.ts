import { setTimeout as sleep } from "node:timers/promises";
import type { Api, Params } from "./api.ts";
import { NotSent } from "./errors.ts";

/** Resolves after so many milliseconds, or when aborted; never rejects. */
export type Wait = (ms: number, signal: AbortSignal) => Promise<void>;

/** Everything that Telegram counts as a message. */
export interface Budget {
  /** The API, with its messages counted: answers to people go before editions. */
  spend(api: Api, who: "answers" | "editions"): Api;
}

/** Bots FAQ: 30 messages a second over all chats, whoever they are for; 44 ms more, for one may be longer on its way than those after it. */
const most = 30;
const windowMs = 1_044;

const isMessage = (method: string): boolean => /^(send|forward|copy)/.test(method) && method !== "sendChatAction";

/** One count for the whole token. An edition waits while an answer does; neither waits longer than the window. */
export function createBudget(now: () => Date, wait: Wait = pause): Budget {
  const spent: number[] = [];
  let answersWaiting = 0;
  const freeInMs = (): number => {
    const oldest = spent.at(-most);
    return oldest === undefined ? 0 : oldest + windowMs - now().getTime();
  };

  async function take(isAnswer: boolean, signal: AbortSignal): Promise<void> {
    if (isAnswer) answersWaiting++;
    try {
      for (let ms = freeInMs(); ms > 0 || (!isAnswer && answersWaiting > 0); ms = freeInMs()) {
        await wait(Math.max(1, ms), signal);
        if (signal.aborted) throw new NotSent("stopped before its turn came");
      }
      spent.push(now().getTime());
      if (spent.length > most) spent.shift();
    } finally {
      if (isAnswer) answersWaiting--;
    }
  }

  return {
    spend(api, who) {
      const counted = async (method: string, signal: AbortSignal): Promise<void> => {
        if (isMessage(method)) await take(who === "answers", signal);
      };
      return {
        async call<T>(method: string, params: Params, signal: AbortSignal) {
          await counted(method, signal);
          return api.call<T>(method, params, signal);
        },
        async upload<T>(method: string, params: Params, file: Parameters<Api["upload"]>[2], signal: AbortSignal) {
          await counted(method, signal);
          return api.upload<T>(method, params, file, signal);
        },
        download: api.download,
      };
    },
  };
}

const pause: Wait = (ms, signal) => sleep(ms, undefined, { signal }).catch(() => undefined); // aborted = stopped
