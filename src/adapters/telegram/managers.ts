import type { PlatformDeps } from "../../model/platform.ts";

/** The person who is told what happens to a chat. */
export interface Manager {
  readonly userId: number;
  readonly lang: string;
}

export interface Managers {
  /** Somebody who may manage the chat did so. */
  note(chatId: number, manager: Manager): Promise<void>;
  find(chatId: number | string): Promise<Manager | undefined>;
  /** A group became a supergroup: whoever managed the one manages the other. */
  move(from: number | string, to: number): Promise<void>;
}

/** Whoever managed a group or channel last; a private chat is its own manager. */
export function createManagers(memory: PlatformDeps["memory"]): Managers {
  return {
    async note(chatId, { userId, lang }) {
      const value = `${userId} ${lang}`;
      if ((await memory.get(`manager:${chatId}`)) !== value) await memory.set(`manager:${chatId}`, value);
    },
    async move(from, to) {
      const value = await memory.get(`manager:${from}`);
      if (value !== undefined && (await memory.get(`manager:${to}`)) === undefined) await memory.set(`manager:${to}`, value);
    },
    async find(chatId) {
      const [userId, lang = "en"] = (await memory.get(`manager:${chatId}`))?.split(" ") ?? [];
      return userId === undefined ? undefined : { userId: Number(userId), lang };
    },
  };
}
