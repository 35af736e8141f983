import type { Message } from "../../model/message.ts";
import type { Platform, PlatformDeps, Receipt, SendRequest } from "../../model/platform.ts";
import { channelIdOf, isGroup, type Target, targetOf } from "./address.ts";
import type { Api } from "./api.ts";
import type { Budget } from "./budget.ts";
import { editEdition, postEdition } from "./editions.ts";
import { codeOf, isNotModified, isUnknownMethod, movedTo, receiptFrom } from "./errors.ts";
import { createManagers } from "./managers.ts";
import { patient } from "./patient.ts";
import { buttonsOf, editOne, postOne, textOf } from "./posting.ts";
import { messageIdOf, type RichForm } from "./rich-form.ts";
import { splitMessage } from "./split.ts";
import { type Whisper, whisperParams } from "./whisper.ts";

export interface Sender extends Pick<Platform, "send" | "edit" | "notify"> {
  /** Sends all of a message, in parts where it is long; the answer to a person. */
  answer(target: Target, message: Message, more: AnswerOptions, signal: AbortSignal): Promise<void>;
  /** Puts another message in the place of one. */
  replace(target: Target, messageId: number, message: Message, about: string | undefined, signal: AbortSignal): Promise<void>;
  /** Answers so that one person of the group alone sees it; false where Telegram does not allow that now, and nothing was sent. */
  whisper(target: Target, message: Message, whisper: Whisper, signal: AbortSignal): Promise<boolean>;
  /** Puts another message in the place of one that was whispered; false where it is gone. */
  replaceWhisper(target: Target, ephemeralId: number, message: Message, userId: number, signal: AbortSignal): Promise<boolean>;
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
  const receive = async (request: SendRequest, target: Target, signal: AbortSignal): Promise<Receipt> => {
    try {
      const kept = await postEdition(api, richForm, request, target, signal);
      const newest = kept.ids.at(-1);
      if (!Number.isInteger(newest)) return { status: "unknown", cause: "Telegram told no message id" };
      await deps.memory.set(lastIdKey(target), String(newest));
      return { status: "sent", messageId: messageIdOf(kept) };
    } catch (cause) {
      const to = movedTo(cause);
      if (to === undefined || target.chat_id === to) return receiptFrom(cause);
      await managers.move(target.chat_id, to);
      await deps.onChannel({ kind: "moved", from: request.channel.id, to: channelIdOf(String(to)) });
      deps.log.info(`telegram: ${request.channel.id} is a supergroup now: ${to}`);
      return receive(request, { chat_id: to }, AbortSignal.timeout(20_000));
    }
  };

  const send = (request: SendRequest, signal: AbortSignal): Promise<Receipt> => receive(request, targetOf(request.channel), signal);

  const answerParts = async (target: Target, parts: readonly Message[], { replyTo, about }: AnswerOptions, signal: AbortSignal) => {
    for (const [at, part] of parts.entries()) {
      const reply = at === 0 && replyTo !== undefined && { reply_parameters: { message_id: replyTo, allow_sending_without_reply: true } };
      const { message_id } = await postOne(patientApi, target, part, { ...reply }, signal, about);
      await deps.memory.set(lastIdKey(target), String(message_id));
    }
  };

  return {
    send,
    async edit(request, signal) {
      try {
        await editEdition(api, request, signal);
      } catch (cause) {
        return receiptFrom(cause);
      }
      return { status: "sent", messageId: request.messageId };
    },
    /** To whoever manages the chat, in private: a group or channel is read by many. In the plain form: an answer may take its place. */
    async notify(channel, message, signal) {
      const target = targetOf(channel);
      const chat_id = isGroup(channel) ? (await managers.find(target.chat_id))?.userId : target.chat_id;
      if (chat_id === undefined) return { status: "refused", reason: "no-permission", cause: "nobody is known who manages this chat" };
      try {
        const about = isGroup(channel) ? { about: channel.address } : {};
        await answerParts(isGroup(channel) ? { chat_id } : target, splitMessage(message), about, signal);
        return { status: "sent", messageId: "" };
      } catch (cause) {
        return receiptFrom(cause);
      }
    },
    async answer(target, message, options, signal) {
      try {
        await answerParts(target, splitMessage(message), options, signal);
      } catch (cause) {
        const to = movedTo(cause);
        if (to === undefined || to === target.chat_id) throw cause;
        await answerParts({ chat_id: to }, splitMessage(message), {}, signal);
      }
    },
    async whisper(target, message, whisper, signal) {
      const [only = message, ...more] = splitMessage(message);
      // Leave may run out between two parts, and the rest would stand elsewhere.
      if (more.length > 0) return false;
      try {
        await postOne(patientApi, target, only, whisperParams(whisper), signal);
        return true;
      } catch (cause) {
        if (codeOf(cause) !== 400) throw cause;
        return false;
      }
    },
    async replaceWhisper(target, ephemeral_message_id, message, receiver_user_id, signal) {
      if (splitMessage(message).length > 1) return false;
      const params = { chat_id: target.chat_id, receiver_user_id, ephemeral_message_id, ...textOf(message), ...buttonsOf(message) };
      try {
        await patientApi.call("editEphemeralMessageText", params, signal);
        return true;
      } catch (cause) {
        if (isNotModified(cause)) return true;
        if (codeOf(cause) !== 400 && !isUnknownMethod(cause)) throw cause;
        return false;
      }
    },
    async replace(target, messageId, message, about, signal) {
      const [first = message, ...more] = splitMessage(message);
      try {
        await editOne(patientApi, target, messageId, first, about, signal);
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

/**
 * Bots FAQ: 30 messages a second over all chats, one a second in a chat, 20 a minute in a group. Two at a time, and a little below
 * what the budget allows: editions wait here, in the order of the outbox, and in the budget only for answers to people.
 */
export const paceLimits: Platform["limits"] = {
  platform: [{ count: 2, windowMs: 70 }],
  channel: (channel) => [{ count: 1, windowMs: 1_034 }, ...(isGroup(channel) ? [{ count: 20, windowMs: 60_034 }] : [])],
};
