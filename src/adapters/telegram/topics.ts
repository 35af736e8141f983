import type { PlatformDeps } from "../../model/platform.ts";

export interface Topics {
  /** A command was given in this topic, so something may be bound to it. */
  note(chatId: number, threadId: number): Promise<void>;
  /** Addresses of the chat and of its topics that were noted. */
  addressesOf(chatId: number): Promise<readonly string[]>;
}

const kept = 200;

/** Whoever leaves a group leaves its topics, and Telegram names only the group. */
export function createTopics(memory: PlatformDeps["memory"]): Topics {
  const read = async (chatId: number): Promise<readonly string[]> => (await memory.get(`topics:${chatId}`))?.split(",") ?? [];
  return {
    async note(chatId, threadId) {
      const known = await read(chatId);
      if (known.includes(String(threadId))) return;
      await memory.set(`topics:${chatId}`, [...known, String(threadId)].slice(-kept).join(","));
    },
    addressesOf: async (chatId) => [String(chatId), ...(await read(chatId)).map((thread) => `${chatId}/${thread}`)],
  };
}
