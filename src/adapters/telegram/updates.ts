/** What we read of the Bot API's Update; fields that we do not use are left out. */
export interface User {
  readonly id: number;
  readonly is_bot?: boolean;
  readonly first_name?: string;
  readonly username?: string;
  readonly language_code?: string;
}

export interface Chat {
  readonly id: number;
  readonly type: "private" | "group" | "supergroup" | "channel";
  readonly title?: string;
  readonly username?: string;
}

export interface ChatMessage {
  /** 0 for an ephemeral message. */
  readonly message_id: number;
  readonly ephemeral_message_id?: number;
  readonly chat: Chat;
  readonly from?: User;
  readonly sender_chat?: Chat;
  readonly message_thread_id?: number;
  readonly is_topic_message?: boolean;
  readonly text?: string;
  readonly caption?: string;
  readonly document?: { readonly file_id: string; readonly file_name?: string; readonly mime_type?: string; readonly file_size?: number };
  readonly migrate_to_chat_id?: number;
  readonly forum_topic_closed?: unknown;
  readonly forum_topic_reopened?: unknown;
}

/** What we are in a chat, and what we may do there. */
export interface OwnMembership {
  readonly status: string;
  readonly is_member?: boolean;
  readonly can_send_messages?: boolean;
  readonly can_post_messages?: boolean;
}

export interface Update {
  readonly update_id: number;
  readonly message?: ChatMessage;
  readonly channel_post?: ChatMessage;
  readonly callback_query?: { readonly id: string; readonly from: User; readonly data?: string; readonly message?: ChatMessage };
  readonly inline_query?: { readonly id: string; readonly from: User; readonly query: string };
  readonly my_chat_member?: { readonly chat: Chat; readonly from?: User; readonly new_chat_member: OwnMembership };
}

export const allowedUpdates = ["message", "channel_post", "callback_query", "inline_query", "my_chat_member"] as const;
