import type { Api } from "./api.ts";
import { codeOf, isUnknownMethod } from "./errors.ts";
import type { Chat, ChatMessage } from "./updates.ts";

const keptMs = 60_000;
const kept = 2_000;

export interface Members {
  /** Owner in private, administrators elsewhere, also those who write as the chat itself. */
  mayManage(chat: Chat, userId: number | undefined, message: ChatMessage | undefined, signal: AbortSignal): Promise<boolean>;
  isAdministrator(chatId: number | string, userId: number, signal: AbortSignal): Promise<boolean>;
}

/** Who is an administrator, remembered for a minute. */
export function createMembers(api: Api, now: () => Date): Members {
  const known = new Map<string, { readonly until: number; readonly is: boolean }>();
  const isAdministrator = async (chatId: number | string, userId: number, signal: AbortSignal): Promise<boolean> => {
    const key = `${chatId} ${userId}`;
    const found = known.get(key);
    if (found && found.until > now().getTime()) return found.is;
    const is = await ask(api, chatId, userId, signal);
    known.set(key, { until: now().getTime() + keptMs, is });
    const [oldest] = known.keys();
    if (known.size > kept && oldest !== undefined) known.delete(oldest);
    return is;
  };
  return {
    isAdministrator,
    async mayManage(chat, userId, message, signal) {
      if (chat.type === "private") return true;
      if (message?.sender_chat?.id === chat.id) return true;
      return userId !== undefined && isAdministrator(chat.id, userId, signal);
    },
  };
}

async function ask(api: Api, chat_id: number | string, user_id: number, signal: AbortSignal): Promise<boolean> {
  try {
    return isHigh(await api.call<Member>("getChatMember", { chat_id, user_id }, signal));
  } catch (cause) {
    if (isUnknownMethod(cause)) return isListed(api, chat_id, user_id, signal);
    // Telegram does not know the person, or does not show members to us.
    if (codeOf(cause) === 400 || codeOf(cause) === 403) return false;
    throw cause;
  }
}

/** Where the server answers for all administrators but for no single member. */
async function isListed(api: Api, chat_id: number | string, user_id: number, signal: AbortSignal): Promise<boolean> {
  try {
    const members = await api.call<readonly Member[]>("getChatAdministrators", { chat_id }, signal);
    return members.some((member) => member.user?.id === user_id && isHigh(member));
  } catch (cause) {
    if (codeOf(cause) !== undefined) return false;
    throw cause;
  }
}

interface Member {
  readonly status: string;
  readonly user?: { readonly id: number };
}

const isHigh = ({ status }: Member): boolean => status === "creator" || status === "administrator";
