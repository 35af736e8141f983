import { limits, texts } from "./limits.ts";
import { findRefusal, keep, type Refusal } from "./refusal.ts";
import type { Webhook, World } from "./state.ts";

type Body = Readonly<Record<string, unknown>>;

/** Answers the poll that waits, or that one and no other; `undefined` = with updates. */
interface Poll {
  end(refusal?: Refusal): void;
}

export interface UpdateLine {
  push(updateId: number, body: Body): void;
  /** Answers at once where there is something, else when there is or the time is over. @throws Refusal */
  poll(params: { offset?: number; limit?: number; timeout?: number; allowed_updates?: readonly string[] }, taker: Taker): void;
  isPolled(): boolean;
  /** Calls the webhook with what waits, one update after another. */
  call(): void;
  stop(): void;
}

export interface Taker {
  answer(updates: readonly unknown[]): void;
  refuse(refusal: Refusal): void;
  isGone(): boolean;
  onGone(then: () => void): void;
}

/** In truth Telegram's patience grows from call to call. */
const callAgainMs = 20;

/** Updates in line, for one poller or a webhook: each is kept until it is confirmed, for a day. */
export function createUpdateLine(world: World, now: () => number): UpdateLine {
  const { rules, updates } = world;
  let waiting: Poll | undefined;
  let isCalling = false;
  let isOver = false;
  const ready = (limit = 100) =>
    updates.slice(0, rules.updateCount ? Math.min(limit, limits.updates) : limit).map(({ update_id, body }) => ({ update_id, ...body }));
  const isWanted = (body: Body): boolean => {
    const [kind = ""] = Object.keys(body);
    return !rules.allowedUpdates || !world.allowed || world.allowed.length === 0 || world.allowed.includes(kind);
  };

  async function call(): Promise<void> {
    if (isCalling) return;
    isCalling = true;
    for (let next = ready()[0]; next && world.webhook && !isOver; next = ready()[0]) {
      const isTaken = await hand(next, world.webhook, world.webhookVia);
      if (isTaken || !rules.webhookRepeat) updates.shift();
      else await new Promise((resolve) => setTimeout(resolve, callAgainMs));
    }
    isCalling = false;
  }

  return {
    push(update_id, body) {
      if (!isWanted(body)) return;
      updates.push({ update_id, at: now(), body });
      waiting?.end();
      void call();
    },
    poll({ offset = 0, limit, timeout = 0, allowed_updates }, taker) {
      keep(rules, "webhookOrPoll", world.webhook === undefined, { code: 409, words: texts.webhookActive });
      waiting?.end(findRefusal(rules, "onePoller", false, { code: 409, words: texts.twoPollers }));
      if (allowed_updates) world.allowed = allowed_updates;
      const left = updates.filter(
        ({ update_id, at }) => (!rules.confirmed || update_id >= offset) && (!rules.kept || now() - at < limits.keptMs),
      );
      updates.splice(0, updates.length, ...left);
      if (updates.length > 0 || timeout === 0) return taker.answer(ready(limit));
      const poll: Poll = {
        end(refusal) {
          clearTimeout(timer);
          if (waiting === poll) waiting = undefined;
          if (taker.isGone()) return;
          if (refusal) taker.refuse(refusal);
          else taker.answer(ready(limit));
        },
      };
      const timer = setTimeout(() => poll.end(), timeout * 1_000);
      waiting = poll;
      taker.onGone(() => poll.end());
    },
    isPolled: () => waiting !== undefined,
    call: () => void call(),
    stop() {
      isOver = true;
      waiting?.end();
    },
  };
}

/** One call of the webhook, as Telegram makes it; true = it was acknowledged. */
async function hand(update: unknown, { url, secret }: Webhook, via: string): Promise<boolean> {
  const headers = { "content-type": "application/json", ...(secret !== "" && { "x-telegram-bot-api-secret-token": secret }) };
  const request = { method: "POST", headers, body: JSON.stringify(update) };
  return fetch(`${via}${new URL(url).pathname}`, request).then(
    ({ ok }) => ok,
    () => false, // nobody listens: it is called again
  );
}
