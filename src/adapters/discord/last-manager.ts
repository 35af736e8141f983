import type { PlatformDeps } from "../../model/platform.ts";

/** The person who is told what happens to a channel. */
export interface LastManager {
  readonly userId: string;
  readonly lang: string;
}

/** Whoever managed a channel last. */
export interface LastManagers {
  note(channelId: string, manager: LastManager): Promise<void>;
  find(channelId: string): Promise<LastManager | undefined>;
}

export function createLastManagers(memory: PlatformDeps["memory"]): LastManagers {
  const keyOf = (channelId: string): string => `manager:${channelId}`;
  return {
    async note(channelId, { userId, lang }) {
      const value = `${userId} ${lang}`;
      if ((await memory.get(keyOf(channelId))) !== value) await memory.set(keyOf(channelId), value);
    },
    async find(channelId) {
      const [userId, lang = "en"] = (await memory.get(keyOf(channelId)))?.split(" ") ?? [];
      return userId === undefined ? undefined : { userId, lang };
    },
  };
}
