import type { Reply } from "../../model/command.ts";
import { targetOf } from "./address.ts";
import { addressOf, callerOf, callOf, channelOf, type ReceiveDeps, refusal } from "./calls.ts";
import { codeOf } from "./errors.ts";
import { readData } from "./markup.ts";
import type { ChatMessage, Update, User } from "./updates.ts";
import { wordsFor } from "./words.ts";

/** A button: acknowledged at once, then a command call like any other. */
export async function press(query: NonNullable<Update["callback_query"]>, deps: ReceiveDeps, signal: AbortSignal): Promise<void> {
  const { message, from } = query;
  const read = readData(query.data ?? "");
  const told = acknowledge(query.id, read && message ? undefined : wordsFor(from.language_code ?? "en").oldButton, deps, signal);
  if (read && message) await answerPress(read, message, from, deps, signal);
  await told;
}

/** The button shows that it works until this comes. After a few minutes Telegram takes it no more, which does no harm. */
async function acknowledge(id: string, text: string | undefined, { api, log }: ReceiveDeps, signal: AbortSignal): Promise<void> {
  try {
    await api.call("answerCallbackQuery", { callback_query_id: id, ...(text !== undefined && { text }) }, signal);
  } catch (cause) {
    log.info(`telegram: a press could not be acknowledged: ${cause instanceof Error ? cause.message : "unknown fault"}`);
  }
}

async function answerPress(
  { call: typed, about }: NonNullable<ReturnType<typeof readData>>,
  message: ChatMessage,
  from: User,
  deps: ReceiveDeps,
  signal: AbortSignal,
): Promise<void> {
  const lang = from.language_code ?? "en";
  const target = targetOf({ address: addressOf(message) });
  const [, command = "", line = ""] = /^(\S+)\s*(.*)$/s.exec(typed) ?? [];
  // In private a button may be about a group or channel; there the person has to be in it.
  const other = about !== undefined && message.chat.type === "private" ? about : undefined;
  const standing = other === undefined ? undefined : await deps.members.standingIn(targetOf({ address: other }).chat_id, from.id, signal);
  if (standing === "stranger") return deps.sender.answer(target, refusal(wordsFor(lang).notMember).message, {}, signal);
  const mayManage =
    standing === undefined ? await deps.members.mayManage(message.chat, from.id, undefined, signal) : standing === "administrator";
  const channel = other === undefined ? channelOf(addressOf(message), message.chat, lang) : channelOf(other, undefined, lang);
  const reply = await deps.answer({ ...callOf(command, line, channel, callerOf(from, mayManage), lang, deps), pressed: true });
  await show(reply, message, from, other, deps, signal);
}

async function show(
  reply: Reply,
  message: ChatMessage,
  from: User,
  about: string | undefined,
  { sender }: ReceiveDeps,
  signal: AbortSignal,
): Promise<void> {
  const address = addressOf(message);
  const target = targetOf({ address });
  const hasFile = reply.message.blocks.some(({ kind }) => kind === "image" || kind === "file");
  if (reply.replace && !hasFile && message.text !== undefined)
    return sender.replace(target, message.message_id, reply.message, about, signal);
  if (reply.private && message.chat.type !== "private") {
    try {
      return await sender.answer({ chat_id: from.id }, reply.message, { about: address }, signal);
    } catch (cause) {
      // The person never wrote to us in private: the answer comes where the button was.
      if (codeOf(cause) !== 403 && codeOf(cause) !== 400) throw cause;
    }
  }
  await sender.answer(target, reply.message, { replyTo: message.message_id, ...(about !== undefined && { about }) }, signal);
}
