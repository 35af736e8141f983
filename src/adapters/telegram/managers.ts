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
}

/** Whoever managed a group or channel last; a private chat is its own manager. */
export function createManagers(memory: PlatformDeps["memory"]): Managers {
  return {
    async note(chatId, { userId, lang }) {
      const value = `${userId} ${lang}`;
      if ((await memory.get(`manager:${chatId}`)) !== value) await memory.set(`manager:${chatId}`, value);
    },
    async find(chatId) {
      const [userId, lang = "en"] = (await memory.get(`manager:${chatId}`))?.split(" ") ?? [];
      return userId === undefined ? undefined : { userId: Number(userId), lang };
    },
  };
}
