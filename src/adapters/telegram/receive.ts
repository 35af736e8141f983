import type { CommandCall, Reply } from "../../model/command.ts";
import { channelIdOf, targetOf } from "./address.ts";
import { addressOf, callerOf, callOf, channelOf, isManaging, type ReceiveDeps, refusal } from "./calls.ts";
import { codeOf, isTooLate } from "./errors.ts";
import { followMembership, followTopic } from "./follow.ts";
import { answerInline } from "./inline.ts";
import { limits } from "./limits.ts";
import { readTyped, type Typed, takeChat } from "./parse.ts";
import { press } from "./press.ts";
import { under } from "./titles.ts";
import type { Chat, ChatMessage, Update, User } from "./updates.ts";
import { isGroupChat } from "./whisper.ts";
import { wordsFor } from "./words.ts";

/** One update → one answer, or none. Never rejects. */
export async function receive(update: Update, deps: ReceiveDeps, signal: AbortSignal): Promise<void> {
  try {
    const message = update.message ?? update.channel_post;
    if (update.callback_query) await press(update.callback_query, deps, signal);
    else if (update.inline_query) await answerInline(update.inline_query, deps, signal);
    else if (update.my_chat_member) await followMembership(update.my_chat_member, deps, signal);
    else if (message) await read(message, deps, signal);
  } catch (cause) {
    if (signal.aborted) return;
    if (isTooLate(cause)) deps.log.info(`telegram: update ${update.update_id} could not be answered`, { cause });
    else deps.log.error(`telegram: update ${update.update_id} failed`, { cause });
  }
}

async function read(message: ChatMessage, deps: ReceiveDeps, signal: AbortSignal): Promise<void> {
  if (message.migrate_to_chat_id !== undefined) {
    const to = channelIdOf(String(message.migrate_to_chat_id));
    await deps.managers.move(message.chat.id, message.migrate_to_chat_id);
    await deps.onChannel({ kind: "moved", from: channelIdOf(String(message.chat.id)), to });
    return;
  }
  if (await followTopic(message, deps, signal)) return;
  if (message.from?.is_bot && message.sender_chat?.id !== message.chat.id) return;
  const typed = readTyped(message, deps.botName(), deps.commands);
  if (!typed) return;
  if (message.is_topic_message && message.message_thread_id !== undefined)
    await deps.topics.note(message.chat.id, message.message_thread_id);
  const asked = await askOf(message, typed, deps, signal);
  if ("call" in asked && message.from) await noteManager(asked.call, message.from, deps);
  const reply = "refused" in asked ? refusal(asked.refused) : await deps.answer(asked.call);
  const title = "call" in asked && asked.about !== undefined ? asked.call.channel.name : undefined;
  await answerTyped({ ...reply, message: under(title, reply.message) }, message, asked.about, deps, signal);
}

/** Below the command; where that is possible so that nobody but the asker sees what is private. */
async function answerTyped(
  { private: isPrivate, message: answer }: Reply,
  message: ChatMessage,
  about: string | undefined,
  { sender, whispers }: ReceiveDeps,
  signal: AbortSignal,
): Promise<void> {
  const target = targetOf({ address: addressOf(message) });
  const { message_id, ephemeral_message_id: hidden, from } = message;
  const mayWhisper = hidden !== undefined || (whispers && isGroupChat(message));
  const whisper = from && { userId: from.id, ...(hidden !== undefined && { replyTo: hidden }) };
  if (isPrivate && mayWhisper && whisper && (await sender.whisper(target, answer, whisper, signal))) return;
  const options = { ...(hidden === undefined && { replyTo: message_id }), ...(about !== undefined && { about }) };
  await sender.answer(target, answer, options, signal);
}

type Asked = ({ readonly call: CommandCall } | { readonly refused: string }) & { readonly about?: string };

/** Whoever manages a group or channel hears what happens to it. */
async function noteManager(
  { command, caller, channel, lang }: CommandCall,
  from: User,
  { managers, commands }: ReceiveDeps,
): Promise<void> {
  const { chat_id } = targetOf(channel);
  if (caller.mayManage && !from.is_bot && isManaging(command, commands) && typeof chat_id === "number" && chat_id < 0)
    await managers.note(chat_id, { userId: from.id, lang });
}

async function askOf(message: ChatMessage, typed: Typed, deps: ReceiveDeps, signal: AbortSignal): Promise<Asked> {
  const lang = message.from?.language_code ?? "en";
  const named = message.chat.type === "private" && isManaging(typed.command, deps.commands) ? takeChat(typed.line) : undefined;
  if (named && message.from) {
    const found = await findManaged(named.chat, message.from, deps, signal);
    if (!found) return { refused: wordsFor(lang).notAdministrator(named.chat) };
    const call = callOf(typed.command, named.line, channelOf(String(found.id), found, lang), callerOf(message.from, true), lang, deps);
    return { call, about: String(found.id) };
  }
  if (typed.about !== undefined && message.chat.type === "private" && message.from)
    return linkedCall(typed.about, typed, message.from, deps, signal);
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

/** A link changes nothing: whoever follows it is a reader, also of a chat that they manage, and of none that they are not in. */
async function linkedCall(about: string, { command, line }: Typed, from: User, deps: ReceiveDeps, signal: AbortSignal): Promise<Asked> {
  const lang = from.language_code ?? "en";
  const { chat_id } = targetOf({ address: about });
  if ((await deps.members.standingIn(chat_id, from.id, signal)) === "stranger") return { refused: wordsFor(lang).notMember };
  const title = await deps.titles.find(chat_id, signal);
  const channel = channelOf(about, title === undefined ? undefined : { id: Number(chat_id), type: "channel", title }, lang);
  return { call: callOf(command, line, channel, callerOf(from, false), lang, deps), about };
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
    return chat.type !== "private" && (await members.standingIn(chat.id, user.id, signal)) === "administrator" ? chat : undefined;
  } catch (cause) {
    if (codeOf(cause) === 400 || codeOf(cause) === 403) return undefined;
    throw cause;
  }
}
