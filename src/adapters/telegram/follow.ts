import type { Message } from "../../model/message.ts";
import { channelIdOf } from "./address.ts";
import { addressOf, channelOf, type ReceiveDeps } from "./calls.ts";
import type { ChatMessage, Update } from "./updates.ts";
import { wordsFor } from "./words.ts";

/** Added, removed, blocked, unblocked, silenced: settings are kept, and the manager is told. */
export async function followMembership(
  { chat, from, new_chat_member: now }: NonNullable<Update["my_chat_member"]>,
  deps: ReceiveDeps,
  signal: AbortSignal,
): Promise<void> {
  const isOut = now.status === "left" || now.status === "kicked" || (now.status === "restricted" && now.is_member === false);
  const isSilenced = now.can_send_messages === false || (chat.type === "channel" && now.can_post_messages === false);
  const words = wordsFor((await deps.managers.find(chat.id))?.lang ?? from?.language_code ?? "en");
  const why = isOut ? (chat.type === "private" ? words.blocked : words.removed) : words.silenced;
  let isNews = false;
  for (const address of await deps.topics.addressesOf(chat.id)) {
    const channelId = channelIdOf(address);
    const changed = await deps.onChannel(isOut || isSilenced ? { kind: "gone", channelId, why } : { kind: "back", channelId });
    isNews ||= changed;
  }
  if (isNews && (isOut || isSilenced) && chat.type !== "private") await tellManager(String(chat.id), chat, why, deps, signal);
}

/** A topic that was closed or opened again; false when the message tells of neither. */
export async function followTopic(message: ChatMessage, deps: ReceiveDeps, signal: AbortSignal): Promise<boolean> {
  const address = addressOf(message);
  const channelId = channelIdOf(address);
  if (message.forum_topic_reopened) await deps.onChannel({ kind: "back", channelId });
  if (!message.forum_topic_closed) return message.forum_topic_reopened !== undefined;
  const manager = await deps.managers.find(message.chat.id);
  const why = wordsFor(manager?.lang ?? message.from?.language_code ?? "en").topicClosed;
  if (await deps.onChannel({ kind: "gone", channelId, why })) await tellManager(address, message.chat, why, deps, signal);
  return true;
}

/** In private, for the chat can be written to no more. Whoever cannot be reached sees it in /status. */
async function tellManager(
  address: string,
  chat: ChatMessage["chat"],
  why: string,
  { sender, managers }: ReceiveDeps,
  signal: AbortSignal,
): Promise<void> {
  const manager = await managers.find(chat.id);
  if (!manager) return;
  const name = chat.title ?? String(chat.id);
  const message: Message = { blocks: [{ kind: "text", text: wordsFor(manager.lang).suspended(name, why) }] };
  await sender.notify(channelOf(address, chat, manager.lang), message, signal);
}
