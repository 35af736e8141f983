import type { Message } from "../../model/message.ts";
import type { Api } from "./api.ts";
import { codeOf } from "./errors.ts";
import type { Chat } from "./updates.ts";

export interface Titles {
  /** Undefined for a chat that Telegram tells nothing of. */
  find(chatId: number | string, signal: AbortSignal): Promise<string | undefined>;
}

const kept = 1_000;

/** Names of groups and channels, asked once a process. */
export function createTitles(api: Api): Titles {
  const known = new Map<number | string, string | undefined>();
  const ask = async (chat_id: number | string, signal: AbortSignal): Promise<string | undefined> => {
    try {
      return (await api.call<Chat>("getChat", { chat_id }, signal)).title;
    } catch (cause) {
      if (codeOf(cause) === undefined) throw cause;
      return undefined;
    }
  };
  return {
    async find(chatId, signal) {
      const title = known.has(chatId) ? known.get(chatId) : await ask(chatId, signal);
      known.delete(chatId);
      known.set(chatId, title);
      const [oldest] = known.keys();
      if (known.size > kept && oldest !== undefined) known.delete(oldest);
      return title;
    },
  };
}

/** An answer that stands in another chat than the one it is about begins with that one's name: there "this channel" would be taken for the wrong one. */
export const under = (title: string | undefined, message: Message): Message =>
  title === undefined ? message : { ...message, blocks: [{ kind: "text", text: [{ text: title, style: "bold" }] }, ...message.blocks] };
