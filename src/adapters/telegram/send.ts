import type { Block, Message } from "../../model/message.ts";
import type { Platform, PlatformDeps, Receipt, SendRequest } from "../../model/platform.ts";
import { channelIdOf, isGroup, type Target, targetOf } from "./address.ts";
import type { Api, Params } from "./api.ts";
import type { Budget } from "./budget.ts";
import { codeOf, isNotModified, isRefusedAsContent, isUnknownMethod, movedTo, PartlySent, receiptFrom } from "./errors.ts";
import { limits } from "./limits.ts";
import { createManagers } from "./managers.ts";
import { formatMessage, keyboardOf } from "./markup.ts";
import { patient } from "./patient.ts";
import { formatRich } from "./rich.ts";
import { messageIdOf, type RichForm, readMessageId } from "./rich-form.ts";
import { splitMessage } from "./split.ts";

export interface Sent {
  readonly message_id: number;
}

export interface Sender extends Pick<Platform, "send" | "edit" | "notify"> {
  /** Sends all of a message, in parts where it is long; the answer to a person. */
  answer(target: Target, message: Message, more: AnswerOptions, signal: AbortSignal): Promise<void>;
  /** Puts another message in the place of one. */
  replace(target: Target, messageId: number, message: Message, about: string | undefined, signal: AbortSignal): Promise<void>;
}

export interface AnswerOptions {
  /** The message it answers. */
  readonly replyTo?: number;
  /** The address of the chat its buttons are about, where it is another. */
  readonly about?: string;
}

/** Digests, corrections and answers, out of one hand. */
export function createSender(
  given: Api,
  deps: Pick<PlatformDeps, "onChannel" | "memory" | "log">,
  budget: Budget,
  richForm: RichForm,
): Sender {
  const api = budget.spend(given, "editions");
  const patientApi = patient(budget.spend(given, "answers"));
  const managers = createManagers(deps.memory);
  /** Rich where the server takes it; the plain form in the same attempt only when the refusal is certain: nothing is then on screen. */
  const sendEdition = async (request: SendRequest, target: Target, signal: AbortSignal): Promise<Sent & { readonly isRich: boolean }> => {
    const rich = (await richForm.isUsed()) ? formatRich(request.message) : undefined;
    if (rich !== undefined) {
      const reply_markup = keyboardOf(request.message.buttons);
      const params = { ...place(target), ...silence(request), ...richParams(rich.html), ...(reply_markup && { reply_markup }) };
      try {
        return { ...(await api.call<Sent>("sendRichMessage", params, signal)), isRich: true };
      } catch (cause) {
        if (!isRefusedAsContent(cause)) throw cause;
        await richForm.refused(cause);
      }
    }
    return { ...(await sendOne(api, target, request.message, silence(request), signal)), isRich: false };
  };

  const receive = async (request: SendRequest, target: Target, signal: AbortSignal): Promise<Receipt> => {
    try {
      const { message_id, isRich } = await sendEdition(request, target, signal);
      if (!Number.isInteger(message_id)) return { status: "unknown", cause: "Telegram told no message id" };
      await deps.memory.set(lastIdKey(target), String(message_id));
      return { status: "sent", messageId: messageIdOf(message_id, isRich) };
    } catch (cause) {
      const to = movedTo(cause);
      if (to === undefined || target.chat_id === to) return receiptFrom(cause);
      await deps.onChannel({ kind: "moved", from: request.channel.id, to: channelIdOf(String(to)) });
      deps.log.info(`telegram: ${request.channel.id} is a supergroup now: ${to}`);
      return receive(request, { chat_id: to }, AbortSignal.timeout(20_000));
    }
  };

  const send = (request: SendRequest, signal: AbortSignal): Promise<Receipt> => receive(request, targetOf(request.channel), signal);

  /** In the form it was sent in; an edit made twice is one, so any refusal of the rich form leads to the plain one. */
  const editEdition = async ({ channel, message, messageId }: SendRequest & { readonly messageId: string }, signal: AbortSignal) => {
    const { id, isRich } = readMessageId(messageId);
    const target = targetOf(channel);
    const rich = isRich ? formatRich(message) : undefined;
    if (rich === undefined) return editText(api, target, id, message, undefined, signal);
    const reply_markup = keyboardOf(message.buttons);
    const params = { chat_id: target.chat_id, message_id: id, ...richParams(rich.html), ...(reply_markup && { reply_markup }) };
    try {
      await api.call("editMessageText", params, signal);
    } catch (cause) {
      if (isNotModified(cause) || !isRefusedAsContent(cause)) throw cause;
      await editText(api, target, id, message, undefined, signal);
    }
  };

  const answerParts = async (target: Target, parts: readonly Message[], { replyTo, about }: AnswerOptions, signal: AbortSignal) => {
    for (const [at, part] of parts.entries()) {
      const reply = at === 0 && replyTo !== undefined && { reply_parameters: { message_id: replyTo, allow_sending_without_reply: true } };
      const { message_id } = await sendOne(patientApi, target, part, { ...reply }, signal, about);
      await deps.memory.set(lastIdKey(target), String(message_id));
    }
  };

  return {
    send,
    async edit(request, signal) {
      try {
        await editEdition(request, signal);
      } catch (cause) {
        if (!isNotModified(cause)) return receiptFrom(cause);
      }
      return { status: "sent", messageId: request.messageId };
    },
    /** To whoever manages the chat, in private: a group or channel is read by many. */
    async notify(channel, message, signal) {
      if (!isGroup(channel)) return send({ deliveryId: "", channel, message, mention: "", options: {}, title: "" }, signal);
      const manager = await managers.find(targetOf(channel).chat_id);
      if (!manager) return { status: "refused", reason: "no-permission", cause: "nobody is known who manages this chat" };
      try {
        await answerParts({ chat_id: manager.userId }, splitMessage(message), { about: channel.address }, signal);
        return { status: "sent", messageId: "" };
      } catch (cause) {
        return receiptFrom(cause);
      }
    },
    answer: (target, message, options, signal) => answerParts(target, splitMessage(message), options, signal),
    async replace(target, messageId, message, about, signal) {
      const [first = message, ...more] = splitMessage(message);
      try {
        await editText(patientApi, target, messageId, first, about, signal);
      } catch (cause) {
        if (isNotModified(cause)) return;
        // The message is gone or can be edited no more: the answer stands below.
        if (codeOf(cause) !== 400 && !isUnknownMethod(cause)) throw cause;
        return answerParts(target, [first, ...more], { ...(about !== undefined && { about }) }, signal);
      }
      await answerParts(target, more, { ...(about !== undefined && { about }) }, signal);
    },
  };
}

/** The newest message of ours in a chat that we know of. */
export const lastIdKey = ({ chat_id }: Target): string => `last:${chat_id}`;

/** No mention, link or command is made of words by itself. */
const richParams = (html: string): Params => ({ rich_message: { html, skip_entity_detection: true } });

const silence = ({ options }: SendRequest): Params =>
  options.silent === "true" || options.silent === "on" ? { disable_notification: true } : {};

const isFile = (block: Block): block is Extract<Block, { kind: "image" | "file" }> => block.kind === "image" || block.kind === "file";

const place = ({ chat_id, message_thread_id }: Target): Params => ({
  chat_id,
  ...(message_thread_id !== undefined && { message_thread_id }),
});

async function sendOne(api: Api, target: Target, message: Message, more: Params, signal: AbortSignal, about?: string): Promise<Sent> {
  const { text, entities } = formatMessage(message);
  const keyboard = keyboardOf(message.buttons, about);
  const common = { ...place(target), ...more };
  const reply_markup = keyboard && { reply_markup: keyboard };
  const files = message.blocks.filter(isFile);
  const isCaption = files.length > 0 && text.length <= limits.caption;
  let sent: Sent | undefined;
  if (!isCaption)
    sent = await api.call<Sent>(
      "sendMessage",
      { ...common, text, entities, link_preview_options: { is_disabled: true }, ...reply_markup },
      signal,
    );
  for (const file of files) {
    const caption = isCaption && !sent && text !== "" ? { caption: text, caption_entities: entities } : {};
    const markup = isCaption && !sent ? reply_markup : {};
    const before = sent;
    sent = await sendFile(api, { ...common, ...caption, ...markup }, file, signal).catch((cause: unknown) => {
      throw before ? new PartlySent(cause) : cause;
    });
  }
  if (!sent) throw new RangeError("a message without text or file");
  return sent;
}

function sendFile(api: Api, params: Params, file: Extract<Block, { kind: "image" | "file" }>, signal: AbortSignal): Promise<Sent> {
  return file.kind === "image"
    ? api.upload("sendPhoto", params, { field: "photo", bytes: file.png, name: file.name, mediaType: "image/png" }, signal)
    : api.upload("sendDocument", params, { field: "document", bytes: file.bytes, name: file.name, mediaType: file.mediaType }, signal);
}

async function editText(
  api: Api,
  { chat_id }: Target,
  message_id: number,
  message: Message,
  about: string | undefined,
  signal: AbortSignal,
): Promise<void> {
  const { text, entities } = formatMessage(message);
  const keyboard = keyboardOf(message.buttons, about);
  const params = {
    chat_id,
    message_id,
    text,
    entities,
    link_preview_options: { is_disabled: true },
    ...(keyboard && { reply_markup: keyboard }),
  };
  await api.call("editMessageText", params, signal);
}

/**
 * Bots FAQ: 30 messages a second over all chats, one a second in a chat, 20 a minute in a group. Two at a time, and a little below
 * what the budget allows: editions wait here, in the order of the outbox, and in the budget only for answers to people.
 */
export const paceLimits: Platform["limits"] = {
  platform: [{ count: 2, windowMs: 70 }],
  channel: (channel) => [{ count: 1, windowMs: 1_034 }, ...(isGroup(channel) ? [{ count: 20, windowMs: 60_034 }] : [])],
};
