import type { Channel } from "../../model/delivery.ts";
import type { Finding } from "../../model/platform.ts";
import { targetOf } from "./address.ts";
import type { Api } from "./api.ts";
import { codeOf, isUnknownMethod } from "./errors.ts";
import { wordsOf } from "./poller.ts";

interface ChatInfo {
  readonly type: string;
  readonly permissions?: { readonly can_send_messages?: boolean };
}

interface OwnMember {
  readonly status: string;
  readonly is_member?: boolean;
  readonly can_post_messages?: boolean;
  readonly can_send_messages?: boolean;
}

/** Whether editions can get to a chat, in one line. Never rejects: a chat that cannot be looked at is a finding. */
export async function examineChat(channel: Channel, ownId: number, api: Api, signal: AbortSignal): Promise<Finding> {
  const { chat_id } = targetOf(channel);
  const name = `Telegram, ${channel.name ?? `chat ${chat_id}`}`;
  try {
    const chat = await api.call<ChatInfo>("getChat", { chat_id }, signal);
    if (chat.type === "private") return { ok: true, words: `${name}: can be reached.` };
    const own = await api.call<OwnMember>("getChatMember", { chat_id, user_id: ownId }, signal);
    const hindrance = hindranceOf(chat, own);
    return hindrance
      ? { ok: false, words: `${name}: ${hindrance.words}`, fix: hindrance.fix }
      : { ok: true, words: `${name}: Quoth may write there.` };
  } catch (cause) {
    if (isUnknownMethod(cause)) return { ok: true, words: `${name}: not looked at; this server does not tell of chats.` };
    if (codeOf(cause) === 400 || codeOf(cause) === 403)
      return {
        ok: false,
        words: `${name}: Quoth is not in it, or it is gone.`,
        fix: "Add Quoth there again; in a private chat write /start.",
      };
    return { ok: false, words: `${name}: could not be looked at (${wordsOf(cause)}).`, fix: "Run doctor again in a while." };
  }
}

/** What keeps Quoth from writing there (Bot API: ChatMember, ChatPermissions). */
function hindranceOf({ type, permissions }: ChatInfo, own: OwnMember): { readonly words: string; readonly fix: string } | undefined {
  const { status } = own;
  if (status === "left" || status === "kicked" || (status === "restricted" && own.is_member === false))
    return { words: "Quoth is not in it.", fix: "Add Quoth there; a channel asks for it as an administrator." };
  if (type === "channel")
    return status === "creator" || (status === "administrator" && own.can_post_messages === true)
      ? undefined
      : { words: "Quoth may not post.", fix: "The channel's settings → Administrators → Quoth → allow Post Messages." };
  if (status === "administrator" || status === "creator") return undefined;
  const isSilenced = status === "restricted" ? own.can_send_messages === false : permissions?.can_send_messages === false;
  return isSilenced
    ? { words: "Quoth may not write.", fix: "The group's settings → Permissions: allow Send Messages, or make Quoth an administrator." }
    : undefined;
}
