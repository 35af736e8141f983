import { giveUpAfterMs } from "../deliver/states.ts";
import type { Stores } from "../model/stores.ts";

export interface ReviveDeps {
  readonly stores: Pick<Stores, "subscriptions">;
  /** Something was put into the outbox. */
  readonly wake: () => void;
  readonly now: () => Date;
}

/** A channel may be written to again: its subscriptions go on, and what it missed is sent where that is still news. True when there was one to revive. */
export async function revive(channelId: string, { stores, wake, now }: ReviveDeps): Promise<boolean> {
  const isNews = await stores.subscriptions.reviveChannel(channelId, now(), new Date(now().getTime() - giveUpAfterMs));
  if (isNews) wake();
  return isNews;
}
