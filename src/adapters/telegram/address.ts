import type { Channel } from "../../model/delivery.ts";

/** Where a message goes: `chatId` or `chatId/threadId`. */
export interface Target {
  readonly chat_id: number | string;
  readonly message_thread_id?: number;
}

export function targetOf({ address }: Pick<Channel, "address">): Target {
  const [chat = "", thread] = address.split("/");
  const chat_id = /^-?\d+$/.test(chat) ? Number(chat) : chat;
  return thread === undefined ? { chat_id } : { chat_id, message_thread_id: Number(thread) };
}

export const channelIdOf = (address: string): string => `telegram:${address}`;

/** Groups and channels have negative ids. */
export const isGroup = ({ address }: Pick<Channel, "address">): boolean => address.startsWith("-");
