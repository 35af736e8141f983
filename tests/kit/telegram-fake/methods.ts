import { answerInline, answerPress, getFile, setCommands, setWebhook } from "./answering.ts";
import { edit, editEphemeral, forward, remove } from "./changing.ts";
import { chatOf, memberOf, roomOf } from "./chats.ts";
import { findEphemeral } from "./ephemeral.ts";
import { type Params, post, readText, sendFile } from "./posting.ts";
import { readRich } from "./rich.ts";
import { bot, type World } from "./state.ts";

type Method = { readonly fields: readonly string[]; readonly run: (params: Params, world: World, nowMs: number) => unknown };

const sending = "chat_id message_thread_id disable_notification reply_parameters reply_markup ephemeral_message_parameters".split(" ");
const captioned = [...sending, "caption", "caption_entities"];
const written = "text entities rich_message link_preview_options reply_markup".split(" ");
const ephemeral = ["chat_id", "receiver_user_id", "ephemeral_message_id"];

/** The methods this server knows, with every field it takes: any other is a violation. */
export const methods: Readonly<Record<string, Method>> = {
  getMe: { fields: [], run: () => ({ ...bot, can_join_groups: true, supports_inline_queries: true }) },
  getWebhookInfo: {
    fields: [],
    run: (_, { webhook, updates }) => ({
      url: webhook?.url ?? "",
      pending_update_count: updates.length,
      has_custom_certificate: false,
    }),
  },
  setWebhook: { fields: ["url", "secret_token", "allowed_updates", "max_connections"], run: setWebhook },
  deleteWebhook: { fields: ["drop_pending_updates"], run: (_, world) => setWebhook({}, world) },
  setMyCommands: { fields: ["commands", "scope", "language_code"], run: setCommands },
  sendMessage: {
    fields: [...sending, "text", "entities", "link_preview_options"],
    run: (params, world, nowMs) => post(params, readText(params, world.rules), world, nowMs),
  },
  sendRichMessage: {
    fields: [...sending, "rich_message"],
    run: (params, world, nowMs) => post(params, { rich_message: readRich(params.rich_message, world.rules) }, world, nowMs),
  },
  sendPhoto: { fields: [...captioned, "photo"], run: sendFile("photo") },
  sendDocument: { fields: [...captioned, "document"], run: sendFile("document") },
  editMessageText: { fields: ["chat_id", "message_id", ...written], run: edit },
  editEphemeralMessageText: { fields: [...ephemeral, ...written], run: editEphemeral },
  deleteEphemeralMessage: {
    fields: ephemeral,
    run(params, world) {
      const { ephemeral: kept } = roomOf(params.chat_id, world);
      kept.splice(kept.indexOf(findEphemeral(params, world)), 1);
      return true;
    },
  },
  forwardMessage: { fields: ["chat_id", "from_chat_id", "message_id", "disable_notification"], run: forward },
  deleteMessage: { fields: ["chat_id", "message_id"], run: remove },
  getChat: { fields: ["chat_id"], run: ({ chat_id }, world) => chatOf(roomOf(chat_id, world)) },
  getChatMember: {
    fields: ["chat_id", "user_id"],
    run: ({ chat_id, user_id }, world) => memberOf(roomOf(chat_id, world), Number(user_id)),
  },
  getChatAdministrators: {
    fields: ["chat_id"],
    run({ chat_id }, world) {
      const room = roomOf(chat_id, world);
      return [...room.administrators].map((id) => memberOf(room, id));
    },
  },
  getFile: { fields: ["file_id"], run: getFile },
  answerCallbackQuery: { fields: ["callback_query_id", "text", "show_alert", "url", "cache_time"], run: answerPress },
  answerInlineQuery: {
    fields: ["inline_query_id", "results", "cache_time", "is_personal", "next_offset", "button"],
    run: answerInline,
  },
};
