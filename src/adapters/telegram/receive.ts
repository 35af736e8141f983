import type { Caller, CommandCall, CommandList, Reply } from "../../model/command.ts";
import type { Channel } from "../../model/delivery.ts";
import type { PlatformDeps } from "../../model/platform.ts";
import { channelIdOf, targetOf } from "./address.ts";
import type { Api } from "./api.ts";
import { codeOf } from "./errors.ts";
import { answerInline } from "./inline.ts";
import { limits } from "./limits.ts";
import { readData } from "./markup.ts";
import type { Members } from "./members.ts";
import { readTyped, type Typed, takeChat } from "./parse.ts";
import type { Sender } from "./send.ts";
import type { Topics } from "./topics.ts";
import type { Chat, ChatMessage, Update, User } from "./updates.ts";
import { wordsFor } from "./words.ts";

export interface ReceiveDeps extends Pick<PlatformDeps, "answer" | "onChannel" | "commands" | "log" | "now"> {
  readonly api: Api;
  readonly sender: Sender;
  readonly members: Members;
  readonly topics: Topics;
  readonly botName: () => string;
}

/** One update → one answer, or none. Never rejects. */
export async function receive(update: Update, deps: ReceiveDeps, signal: AbortSignal): Promise<void> {
  try {
    const message = update.message ?? update.channel_post;
    if (update.callback_query) await press(update.callback_query, deps, signal);
    else if (update.inline_query) await answerInline(update.inline_query, deps, signal);
    else if (update.my_chat_member) await follow(update.my_chat_member, deps);
    else if (message) await read(message, deps, signal);
  } catch (cause) {
    if (!signal.aborted) deps.log.error(`telegram: update ${update.update_id} failed`, { cause });
  }
}

async function read(message: ChatMessage, deps: ReceiveDeps, signal: AbortSignal): Promise<void> {
  const address = addressOf(message);
  if (message.migrate_to_chat_id !== undefined) {
    const to = channelIdOf(String(message.migrate_to_chat_id));
    return deps.onChannel({ kind: "moved", from: channelIdOf(String(message.chat.id)), to });
  }
  if (message.forum_topic_closed) return deps.onChannel({ kind: "gone", channelId: channelIdOf(address), why: "The topic was closed." });
  if (message.forum_topic_reopened) return deps.onChannel({ kind: "back", channelId: channelIdOf(address) });
  if (message.from?.is_bot && message.sender_chat?.id !== message.chat.id) return;
  const typed = readTyped(message, deps.botName(), deps.commands);
  if (!typed) return;
  if (message.is_topic_message && message.message_thread_id !== undefined)
    await deps.topics.note(message.chat.id, message.message_thread_id);
  const asked = await askOf(message, typed, deps, signal);
  const options = { replyTo: message.message_id, ...(asked.about !== undefined && { about: asked.about }) };
  const reply = "refused" in asked ? refusal(asked.refused) : await deps.answer(asked.call);
  await deps.sender.answer(targetOf({ address }), reply.message, options, signal);
}

type Asked = ({ readonly call: CommandCall } | { readonly refused: string }) & { readonly about?: string };

async function askOf(message: ChatMessage, typed: Typed, deps: ReceiveDeps, signal: AbortSignal): Promise<Asked> {
  const lang = message.from?.language_code ?? "en";
  const named = message.chat.type === "private" && isManaging(typed.command, deps.commands) ? takeChat(typed.line) : undefined;
  if (named && message.from) {
    const found = await findManaged(named.chat, message.from, deps, signal);
    if (!found) return { refused: wordsFor(lang).notAdministrator(named.chat) };
    const call = callOf(typed.command, named.line, channelOf(String(found.id), found, lang), callerOf(message.from, true), lang, deps);
    return { call, about: String(found.id) };
  }
  const size = message.document?.file_size ?? 0;
  if (message.document && size > limits.download) return { refused: wordsFor(lang).tooLarge };
  const mayManage = await deps.members.mayManage(message.chat, message.from?.id, message, signal);
  const caller = message.from
    ? callerOf(message.from, mayManage)
    : { id: channelIdOf(String(message.chat.id)), name: message.chat.title ?? "", mayManage, isOperator: false };
  const call = callOf(typed.command, typed.line, channelOf(addressOf(message), message.chat, lang), caller, lang, deps);
  const attachment = message.document && (await download(message.document, deps, signal));
  return { call: { ...call, ...(attachment && { attachment }) } };
}

async function download(
  document: NonNullable<ChatMessage["document"]>,
  { api }: ReceiveDeps,
  signal: AbortSignal,
): Promise<NonNullable<CommandCall["attachment"]>> {
  const { file_path } = await api.call<{ readonly file_path: string }>("getFile", { file_id: document.file_id }, signal);
  const bytes = await api.download(file_path, limits.download, signal);
  return { name: document.file_name ?? "file", mediaType: document.mime_type ?? "application/octet-stream", bytes };
}

/** A chat that the person administers and that we are in; undefined for any other, and nothing is told of it. */
async function findManaged(name: string, user: User, { api, members }: ReceiveDeps, signal: AbortSignal): Promise<Chat | undefined> {
  try {
    const chat = await api.call<Chat>("getChat", { chat_id: name }, signal);
    return chat.type !== "private" && (await members.isAdministrator(chat.id, user.id, signal)) ? chat : undefined;
  } catch (cause) {
    if (codeOf(cause) === 400 || codeOf(cause) === 403) return undefined;
    throw cause;
  }
}

async function press(query: NonNullable<Update["callback_query"]>, deps: ReceiveDeps, signal: AbortSignal): Promise<void> {
  const { message, from } = query;
  const lang = from.language_code ?? "en";
  const read = readData(query.data ?? "");
  const text = read && message ? undefined : wordsFor(lang).oldButton;
  // At once: the button shows that it works until this comes. After a few minutes Telegram takes it no more, which does no harm.
  const told = deps.api
    .call("answerCallbackQuery", { callback_query_id: query.id, ...(text !== undefined && { text }) }, signal)
    .catch((cause: unknown) => {
      deps.log.info(`telegram: a press could not be acknowledged: ${cause instanceof Error ? cause.message : "unknown fault"}`);
    });
  if (!read || !message) return void (await told);
  const [, command = "", line = ""] = /^(\S+)\s*(.*)$/s.exec(read.call) ?? [];
  const isOther = read.about !== undefined && message.chat.type === "private";
  const mayManage = isOther
    ? await deps.members.isAdministrator(Number(read.about), from.id, signal)
    : await deps.members.mayManage(message.chat, from.id, undefined, signal);
  if (isOther && !mayManage)
    return deps.sender.answer(
      targetOf({ address: addressOf(message) }),
      refusal(wordsFor(lang).notAdministrator(read.about ?? "")).message,
      {},
      signal,
    );
  const channel = isOther ? channelOf(read.about ?? "", undefined, lang) : channelOf(addressOf(message), message.chat, lang);
  const reply = await deps.answer({ ...callOf(command, line, channel, callerOf(from, mayManage), lang, deps), pressed: true });
  await told;
  await showPressed(reply, message, from, isOther ? read.about : undefined, deps, signal);
}

async function showPressed(
  reply: Reply,
  message: ChatMessage,
  from: User,
  about: string | undefined,
  deps: ReceiveDeps,
  signal: AbortSignal,
): Promise<void> {
  const target = targetOf({ address: addressOf(message) });
  const hasFile = reply.message.blocks.some(({ kind }) => kind === "image" || kind === "file");
  if (reply.replace && !hasFile && message.text !== undefined)
    return deps.sender.replace(target, message.message_id, reply.message, about, signal);
  if (reply.private && message.chat.type !== "private") {
    try {
      return await deps.sender.answer({ chat_id: from.id }, reply.message, { about: String(message.chat.id) }, signal);
    } catch (cause) {
      // The person never wrote to us in private: the answer comes where the button was.
      if (codeOf(cause) !== 403 && codeOf(cause) !== 400) throw cause;
    }
  }
  await deps.sender.answer(target, reply.message, { replyTo: message.message_id, ...(about !== undefined && { about }) }, signal);
}

/** Added, removed, blocked, unblocked. */
async function follow(
  { chat, new_chat_member: { status, is_member } }: NonNullable<Update["my_chat_member"]>,
  { onChannel, topics }: ReceiveDeps,
): Promise<void> {
  const isOut = status === "left" || status === "kicked" || (status === "restricted" && is_member === false);
  const why = chat.type === "private" ? "Quoth was blocked." : "Quoth was removed from the chat.";
  for (const address of await topics.addressesOf(chat.id)) {
    const channelId = channelIdOf(address);
    await onChannel(isOut ? { kind: "gone", channelId, why } : { kind: "back", channelId });
  }
}

const addressOf = ({ chat, is_topic_message, message_thread_id }: ChatMessage): string =>
  is_topic_message && message_thread_id !== undefined ? `${chat.id}/${message_thread_id}` : String(chat.id);

export function channelOf(address: string, chat: Chat | undefined, lang: string): Channel {
  const name = chat?.title ?? (chat?.username === undefined ? undefined : `@${chat.username}`);
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
): CommandCall => ({
  command,
  verb: "",
  args: {},
  line,
  channel,
  caller,
  lang,
  at: now(),
  pressed: false,
});

const isManaging = (name: string, commands: CommandList): boolean =>
  commands.some(
    (command) =>
      (command.name === name || command.aliases.includes(name)) &&
      (command.verbs.some(({ who }) => who === "manager") || command.name === "subscriptions" || command.name === "status"),
  );

const refusal = (words: string): Reply => ({ message: { blocks: [{ kind: "text", text: words }] }, private: true, outcome: "refused" });
