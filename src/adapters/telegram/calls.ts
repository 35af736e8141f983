import type { Caller, CommandCall, CommandList, Reply } from "../../model/command.ts";
import type { Channel } from "../../model/delivery.ts";
import type { PlatformDeps } from "../../model/platform.ts";
import { channelIdOf } from "./address.ts";
import type { Api } from "./api.ts";
import type { Managers } from "./managers.ts";
import type { Members } from "./members.ts";
import type { Sender } from "./send.ts";
import type { Titles } from "./titles.ts";
import type { Topics } from "./topics.ts";
import type { Chat, ChatMessage, User } from "./updates.ts";

export interface ReceiveDeps extends Pick<PlatformDeps, "answer" | "onChannel" | "commands" | "log" | "now"> {
  readonly api: Api;
  readonly sender: Sender;
  readonly members: Members;
  readonly managers: Managers;
  readonly topics: Topics;
  readonly titles: Titles;
  readonly botName: () => string;
  /** The server knows messages that one person alone sees. */
  readonly whispers: boolean;
}

/** `chatId`, or `chatId/threadId` in a topic. */
export const addressOf = ({ chat, is_topic_message, message_thread_id }: ChatMessage): string =>
  is_topic_message && message_thread_id !== undefined ? `${chat.id}/${message_thread_id}` : String(chat.id);

export function channelOf(address: string, chat: Chat | undefined, lang: string): Channel {
  const isNamed = chat?.username !== undefined && chat.type !== "private";
  const name = chat?.title ?? (isNamed ? `@${chat.username}` : undefined);
  return { id: channelIdOf(address), platform: "telegram", address, lang, ...(name !== undefined && { name }) };
}

export const callerOf = (user: User, mayManage: boolean): Caller => ({
  id: channelIdOf(String(user.id)),
  name: user.first_name ?? user.username ?? "",
  mayManage,
  isOperator: false,
});

export const callOf = (
  command: string,
  line: string,
  channel: Channel,
  caller: Caller,
  lang: string,
  { now }: Pick<ReceiveDeps, "now">,
): CommandCall => ({ command, verb: "", args: {}, line, channel, caller, lang, at: now(), pressed: false });

/** A command that is about a chat's subscriptions, so that it may be meant for another chat than the one it was typed in. */
export const isManaging = (name: string, commands: CommandList): boolean =>
  commands.some(
    (command) =>
      (command.name === name || command.aliases.includes(name)) &&
      (command.verbs.some(({ who }) => who === "manager") || command.name === "subscriptions" || command.name === "status"),
  );

export const refusal = (words: string): Reply => ({
  message: { blocks: [{ kind: "text", text: words }] },
  private: true,
  outcome: "refused",
});
