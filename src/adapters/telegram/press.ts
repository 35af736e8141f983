import type { Reply } from "../../model/command.ts";
import { type Acknowledgement, createAcknowledgement } from "./acknowledge.ts";
import { targetOf } from "./address.ts";
import { addressOf, callerOf, callOf, channelOf, type ReceiveDeps, refusal } from "./calls.ts";
import { codeOf } from "./errors.ts";
import { linkTo } from "./link.ts";
import { readData } from "./markup.ts";
import { under } from "./titles.ts";
import type { ChatMessage, Update, User } from "./updates.ts";
import { isGroupChat, type Whisper } from "./whisper.ts";
import { wordsFor } from "./words.ts";

/** In a group the answer may have to be given by the acknowledgement; the button waits for it no longer than this. */
const patienceMs = 3_000;

/** A button: acknowledged soon, and a command call like any other. */
export async function press(query: NonNullable<Update["callback_query"]>, deps: ReceiveDeps, signal: AbortSignal): Promise<void> {
  const { message, from } = query;
  const read = readData(query.data ?? "");
  const acknowledgement = createAcknowledgement(query.id, deps, signal);
  if (!read || !message) {
    await acknowledgement.tell({ text: wordsFor(from.language_code ?? "en").oldButton });
    return;
  }
  const isPrivate = message.chat.type === "private";
  const told = isPrivate ? acknowledgement.tell() : undefined;
  const late = setTimeout(() => void acknowledgement.tell(), patienceMs);
  try {
    await answerPress(read, { message, id: query.id, from }, deps, acknowledgement, signal);
  } finally {
    clearTimeout(late);
    await (told ?? acknowledgement.tell());
  }
}

interface Pressed {
  readonly message: ChatMessage;
  readonly id: string;
  readonly from: User;
}

async function answerPress(
  { call: typed, about }: NonNullable<ReturnType<typeof readData>>,
  { message, id, from }: Pressed,
  deps: ReceiveDeps,
  acknowledgement: Acknowledgement,
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
  const title = other === undefined ? message.chat.title : await deps.titles.find(targetOf({ address: other }).chat_id, signal);
  const named = title === undefined ? undefined : { ...message.chat, title };
  const channel = other === undefined ? channelOf(addressOf(message), message.chat, lang) : channelOf(other, named, lang);
  const reply = await deps.answer({ ...callOf(command, line, channel, callerOf(from, mayManage), lang, deps), pressed: true });
  const shown = other === undefined ? reply : { ...reply, message: under(title, reply.message) };
  const open = async (): Promise<boolean> => {
    const url = linkTo(deps.botName(), addressOf(message), typed);
    return url !== undefined && (await acknowledgement.tell({ url }));
  };
  await show(
    shown,
    message,
    { whisper: { userId: from.id, pressId: id }, open, ...(other !== undefined && { about: other }) },
    deps,
    signal,
  );
}

interface Ways {
  readonly whisper: Whisper;
  /** The address of the chat that the button is about, where it stands in private. */
  readonly about?: string;
  /** Opens the private chat, where pressing Start brings the answer; false where that cannot be. */
  open(): Promise<boolean>;
}

async function show(
  reply: Reply,
  message: ChatMessage,
  { whisper, about, open }: Ways,
  deps: ReceiveDeps,
  signal: AbortSignal,
): Promise<void> {
  const { sender } = deps;
  const address = addressOf(message);
  const target = targetOf({ address });
  if (await showInPlace(reply, message, whisper, deps, signal)) return;
  const isHidden = message.ephemeral_message_id !== undefined;
  const hasFile = reply.message.blocks.some(({ kind }) => kind === "image" || kind === "file");
  if (reply.replace && !isHidden && !hasFile && message.text !== undefined)
    return sender.replace(target, message.message_id, reply.message, about, signal);
  if (reply.private && message.chat.type !== "private") {
    try {
      return await sender.answer({ chat_id: whisper.userId }, under(message.chat.title, reply.message), { about: address }, signal);
    } catch (cause) {
      if (codeOf(cause) !== 403 && codeOf(cause) !== 400) throw cause;
    }
    // The person never wrote to us in private. A channel has readers, not people who talk: there nothing is ever answered.
    if ((await open()) || message.chat.type === "channel") return;
  }
  const options = { ...(!isHidden && { replyTo: message.message_id }), ...(about !== undefined && { about }) };
  await sender.answer(target, reply.message, options, signal);
}

/** In the group, for whoever pressed alone; false where the server does not know that, or does not allow it now. */
async function showInPlace(
  { message: answer, private: isPrivate, replace }: Reply,
  message: ChatMessage,
  whisper: Whisper,
  { sender, whispers }: ReceiveDeps,
  signal: AbortSignal,
): Promise<boolean> {
  const target = targetOf({ address: addressOf(message) });
  const hidden = message.ephemeral_message_id;
  if (hidden !== undefined && replace && (await sender.replaceWhisper(target, hidden, answer, whisper.userId, signal))) return true;
  if (!isPrivate || !isGroupChat(message) || (hidden === undefined && (!whispers || replace))) return false;
  return sender.whisper(target, answer, whisper, signal);
}
