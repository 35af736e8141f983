import type { Api } from "./api.ts";
import { codeOf, isUnknownMethod } from "./errors.ts";
import type { Chat, ChatMessage } from "./updates.ts";

const keptMs = 60_000;
const kept = 2_000;

/** What a person is in a chat. */
export type Standing = "administrator" | "member" | "stranger";

export interface Members {
  /** Owner in private, administrators elsewhere, also those who write as the chat itself. */
  mayManage(chat: Chat, userId: number | undefined, message: ChatMessage | undefined, signal: AbortSignal): Promise<boolean>;
  standingIn(chatId: number | string, userId: number, signal: AbortSignal): Promise<Standing>;
}

/** Who is what, remembered for a minute. */
export function createMembers(api: Api, now: () => Date): Members {
  const known = new Map<string, { readonly until: number; readonly standing: Standing }>();
  const standingIn = async (chatId: number | string, userId: number, signal: AbortSignal): Promise<Standing> => {
    const key = `${chatId} ${userId}`;
    const found = known.get(key);
    if (found && found.until > now().getTime()) return found.standing;
    const standing = await ask(api, chatId, userId, signal);
    known.delete(key);
    known.set(key, { until: now().getTime() + keptMs, standing });
    const [oldest] = known.keys();
    if (known.size > kept && oldest !== undefined) known.delete(oldest);
    return standing;
  };
  return {
    standingIn,
    async mayManage(chat, userId, message, signal) {
      if (chat.type === "private") return true;
      if (message?.sender_chat?.id === chat.id) return true;
      return userId !== undefined && (await standingIn(chat.id, userId, signal)) === "administrator";
    },
  };
}

async function ask(api: Api, chat_id: number | string, user_id: number, signal: AbortSignal): Promise<Standing> {
  try {
    return standingOf(await api.call<Member>("getChatMember", { chat_id, user_id }, signal));
  } catch (cause) {
    if (isUnknownMethod(cause)) return askAll(api, chat_id, user_id, signal);
    // Telegram does not know the person, or does not show members to us.
    if (codeOf(cause) === 400 || codeOf(cause) === 403) return "stranger";
    throw cause;
  }
}

/** Where the server answers for all administrators but for no single member. */
async function askAll(api: Api, chat_id: number | string, user_id: number, signal: AbortSignal): Promise<Standing> {
  try {
    const members = await api.call<readonly Member[]>("getChatAdministrators", { chat_id }, signal);
    const found = members.find(({ user }) => user?.id === user_id);
    return found ? standingOf(found) : "stranger";
  } catch (cause) {
    if (codeOf(cause) !== undefined) return "stranger";
    throw cause;
  }
}

interface Member {
  readonly status: string;
  readonly is_member?: boolean;
  readonly user?: { readonly id: number };
}

function standingOf({ status, is_member }: Member): Standing {
  if (status === "creator" || status === "administrator") return "administrator";
  return status === "member" || (status === "restricted" && is_member === true) ? "member" : "stranger";
}
