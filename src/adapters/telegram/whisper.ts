import type { Params } from "./api.ts";
import type { ChatMessage } from "./updates.ts";

/**
 * A message in a group that one person alone sees (ephemeral messages, Bot API 10.2 and 10.3). Within 15 seconds of a press or of a command that was
 * whispered itself; an administrator may at any time. A server that does not know them ignores the parameter and shows the message to all.
 */
export interface Whisper {
  readonly userId: number;
  /** The press that asked. */
  readonly pressId?: string;
  /** The whispered command that asked. */
  readonly replyTo?: number;
}

export const isGroupChat = ({ chat }: Pick<ChatMessage, "chat">): boolean => chat.type === "group" || chat.type === "supergroup";

export const whisperParams = ({ userId, pressId, replyTo }: Whisper): Params => ({
  ephemeral_message_parameters: { receiver_user_id: userId, ...(pressId !== undefined && { callback_query_id: pressId }) },
  ...(replyTo !== undefined && { reply_parameters: { ephemeral_message_id: replyTo } }),
});
