import type { PlatformDeps } from "../../model/platform.ts";
import type { Update } from "./updates.ts";

export interface Inbox {
  /** Records the update, then puts it in line: its work goes on outside. */
  take(update: Update): Promise<void>;
  /** When everything in line is done. */
  idle(): Promise<void>;
}

/** Updates of one chat are worked in order, those of different chats side by side; none is worked twice. */
export function createInbox(work: (update: Update) => Promise<void>, firstTime: PlatformDeps["firstTime"]): Inbox {
  const lines = new Map<string, Promise<void>>();
  return {
    async take(update) {
      if (!(await firstTime(String(update.update_id)))) return;
      const key = lineOf(update);
      const line = (lines.get(key) ?? Promise.resolve()).then(() => work(update));
      lines.set(key, line);
      void line.finally(() => {
        if (lines.get(key) === line) lines.delete(key);
      });
    },
    async idle() {
      await Promise.all(lines.values());
    },
  };
}

function lineOf({ message, channel_post, callback_query, inline_query, my_chat_member, update_id }: Update): string {
  const chat = (message ?? channel_post ?? callback_query?.message ?? my_chat_member)?.chat.id;
  return String(chat ?? inline_query?.from.id ?? `update ${update_id}`);
}
