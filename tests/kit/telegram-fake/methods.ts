import { checkEntities } from "./entities.ts";
import { limits, texts } from "./limits.ts";
import { Refusal } from "./refusal.ts";
import { readRich } from "./rich.ts";
import type { Rules } from "./rules.ts";
import { bot, type FakeChat, type FakeKey, type FakeMessage, type Room, type World } from "./state.ts";

export type Params = Readonly<Record<string, unknown>>;
type Method = { readonly fields: readonly string[]; readonly run: (params: Params, world: World, nowMs: number) => unknown };

const sending = ["chat_id", "message_thread_id", "disable_notification", "reply_parameters", "reply_markup"];

/** The methods this server knows, with every field it takes: any other is a violation. */
export const methods: Readonly<Record<string, Method>> = {
  getMe: { fields: [], run: () => ({ ...bot, can_join_groups: true, supports_inline_queries: true }) },
  getWebhookInfo: {
    fields: [],
    run: (_, { webhook, updates }) => ({ url: webhook, pending_update_count: updates.length, has_custom_certificate: false }),
  },
  deleteWebhook: {
    fields: ["drop_pending_updates"],
    run(_, world) {
      world.webhook = "";
      return true;
    },
  },
  setWebhook: {
    fields: ["url", "secret_token", "allowed_updates", "max_connections"],
    run(params, world) {
      world.webhook = String(params.url ?? "");
      return true;
    },
  },
  setMyCommands: { fields: ["commands", "scope", "language_code"], run: setCommands },
  sendMessage: {
    fields: [...sending, "text", "entities", "link_preview_options", "parse_mode"],
    run(params, world, nowMs) {
      return post(params, readText(params, world), world, nowMs);
    },
  },
  sendRichMessage: {
    fields: [...sending, "rich_message"],
    run: (params, world, nowMs) => post(params, { rich_message: readRich(params.rich_message, world.rules) }, world, nowMs),
  },
  sendPhoto: { fields: [...sending, "photo", "caption", "caption_entities"], run: sendFile("photo") },
  sendDocument: { fields: [...sending, "document", "caption", "caption_entities"], run: sendFile("document") },
  editMessageText: {
    fields: ["chat_id", "message_id", "text", "entities", "rich_message", "link_preview_options", "reply_markup"],
    run: edit,
  },
  forwardMessage: { fields: ["chat_id", "from_chat_id", "message_id", "disable_notification"], run: forward },
  deleteMessage: {
    fields: ["chat_id", "message_id"],
    run(params, world) {
      const { messages } = roomOf(params.chat_id, world);
      const place = messages.findIndex(({ message_id }) => message_id === params.message_id);
      if (place < 0) throw new Refusal(400, texts.noDelete);
      messages.splice(place, 1);
      return true;
    },
  },
  getChat: { fields: ["chat_id"], run: ({ chat_id }, world) => ({ ...roomOf(chat_id, world).chat, ...chatDefaults }) },
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
  getFile: {
    fields: ["file_id"],
    run({ file_id }, { files }) {
      if (!files.has(String(file_id))) throw new Refusal(400, "Bad Request: invalid file_id");
      return { file_id, file_unique_id: file_id, file_path: `documents/${file_id}` };
    },
  },
  answerCallbackQuery: {
    fields: ["callback_query_id", "text", "show_alert", "url", "cache_time"],
    run({ callback_query_id, text }, { callbacks, rules }) {
      if (!callbacks.delete(String(callback_query_id)) && rules.pressOnce) throw new Refusal(400, texts.query);
      if (rules.pressText && String(text ?? "").length > limits.callbackText) throw new Refusal(400, "Bad Request: MESSAGE_TOO_LONG");
      return true;
    },
  },
  answerInlineQuery: {
    fields: ["inline_query_id", "results", "cache_time", "is_personal", "next_offset", "button"],
    run(params, { inline, rules }) {
      const id = String(params.inline_query_id);
      if (!inline.has(id)) throw new Refusal(400, texts.query);
      const results = params.results as readonly { readonly id: string }[];
      if (rules.inlineCount && results.length > limits.inlineResults)
        throw new Refusal(400, "Bad Request: too many inline query results specified");
      if (rules.inlineIds && new Set(results.map((result) => result.id)).size < results.length)
        throw new Refusal(400, "Bad Request: RESULT_ID_DUPLICATE");
      inline.set(id, params);
      return true;
    },
  },
};

/** ChatFullInfo wants these too. */
const chatDefaults = { accent_color_id: 0, max_reaction_count: 11, accepted_gift_types: acceptsNoGifts() };

function acceptsNoGifts() {
  return {
    unlimited_gifts: false,
    limited_gifts: false,
    unique_gifts: false,
    premium_subscription: false,
    gifts_from_channels: false,
  };
}

const rights = [
  ..."can_be_edited is_anonymous can_manage_chat can_delete_messages can_manage_video_chats can_restrict_members".split(" "),
  ..."can_promote_members can_change_info can_invite_users can_post_stories can_edit_stories can_delete_stories".split(" "),
];

/** ChatMemberRestricted wants these. */
const restrictions = [
  ..."can_send_messages can_send_audios can_send_documents can_send_photos can_send_videos can_send_video_notes".split(" "),
  ..."can_send_voice_notes can_send_polls can_send_other_messages can_add_web_page_previews can_react_to_messages".split(" "),
  ..."can_edit_tag can_change_info can_invite_users can_pin_messages can_manage_topics".split(" "),
];

function ownMember({ own, chat }: Room) {
  const each = (names: readonly string[], value: boolean) => Object.fromEntries(names.map((name) => [name, value]));
  if (own === "silenced") return { status: "restricted", user: bot, is_member: true, until_date: 0, ...each(restrictions, false) };
  if (own === "member" || own === "left") return { status: own, user: bot };
  if (chat.type !== "channel") return { status: "member", user: bot };
  return { status: "administrator", user: bot, ...each(rights, false), can_post_messages: own !== "mayNotPost" };
}

function memberOf(room: Room, id: number) {
  if (id === bot.id) return ownMember(room);
  const { administrators, strangers } = room;
  const user = { id, is_bot: false, first_name: "Somebody" };
  if (administrators.has(id)) return { status: "administrator", user, ...Object.fromEntries(rights.map((name) => [name, true])) };
  return { status: strangers.has(id) ? "left" : "member", user };
}

export function roomOf(chatId: unknown, { rooms, rules }: World): Room {
  const room =
    typeof chatId === "string" && chatId.startsWith("@")
      ? [...rooms.values()].find(({ chat }) => chat.username === chatId.slice(1))
      : rooms.get(Number(chatId));
  if (room) return room;
  if (rules.chat) throw new Refusal(400, texts.chat);
  const chat: FakeChat = { id: Number(chatId), type: "private" };
  return { chat, messages: [], administrators: new Set(), strangers: new Set(), topics: new Map(), nextId: 1, sends: [] };
}

function post(params: Params, content: Partial<FakeMessage>, world: World, nowMs: number): FakeMessage {
  const room = roomOf(params.chat_id, world);
  if (world.rules.upgraded && room.upgradedTo !== undefined)
    throw new Refusal(400, texts.upgraded, { migrate_to_chat_id: room.upgradedTo });
  if (world.rules.blocked && room.refusal) throw new Refusal(403, texts[room.refusal]);
  const thread = params.message_thread_id as number | undefined;
  if (world.rules.thread && thread !== undefined && !room.topics.has(thread)) throw new Refusal(400, texts.thread);
  if (world.rules.topicClosed && thread !== undefined && room.topics.get(thread) === "closed") throw new Refusal(400, texts.topicClosed);
  const keyboard = checkKeyboard(params.reply_markup, world.rules);
  countSend(room, world, nowMs);
  return store(
    room,
    { ...content, ...keyboard, ...(thread !== undefined && { message_thread_id: thread, is_topic_message: true }) },
    nowMs,
  );
}

export function store(room: Room, content: Partial<FakeMessage>, nowMs: number): FakeMessage {
  const message: FakeMessage = {
    from: bot,
    ...content,
    message_id: room.nextId++,
    date: Math.floor(nowMs / 1_000),
    chat: room.chat as FakeChat,
  };
  room.messages.push(message);
  return message;
}

function checkKeyboard(markup: unknown, rules: Rules): Pick<FakeMessage, "reply_markup"> {
  if (markup === undefined) return {};
  const reply_markup = markup as NonNullable<FakeMessage["reply_markup"]>;
  for (const key of reply_markup.inline_keyboard.flat() as readonly FakeKey[]) {
    const bytes = Buffer.byteLength(key.callback_data ?? "");
    const isOne = (key.callback_data === undefined) !== (key.url === undefined);
    const isRight = isOne && key.text !== "" && bytes <= limits.callbackData && (key.url !== undefined || bytes > 0);
    if (rules.button && !isRight) throw new Refusal(400, texts.button);
  }
  return { reply_markup };
}

/** Sliding windows; who breaks one waits until its oldest send has left it. */
function countSend(room: Room, { sends, sent, rules }: World, nowMs: number): void {
  const check = (times: readonly number[], count: number, windowMs: number): void => {
    const oldest = times.at(-count);
    if (times.length < count || oldest === undefined || nowMs - oldest >= windowMs) return;
    const wait = Math.ceil((oldest + windowMs - nowMs) / 1_000);
    throw new Refusal(429, `Too Many Requests: retry after ${wait}`, { retry_after: wait });
  };
  if (rules.perSecond) check(sends, limits.perSecond, 1_000);
  if (rules.burst) check(room.sends, limits.burst, 1_000);
  if (rules.perGroup && room.chat.type !== "private") check(room.sends, limits.groupPerMinute, 60_000);
  sends.push(nowMs);
  room.sends.push(nowMs);
  sent.push({ chatId: room.chat.id, atMs: nowMs });
}

function sendFile(field: "photo" | "document"): Method["run"] {
  return (params, world, nowMs) => {
    const bytes = params[field];
    if (world.rules.file && (!(bytes instanceof Uint8Array) || bytes.length === 0))
      throw new Refusal(400, `Bad Request: there is no ${field} in the request`);
    const caption = String(params.caption ?? "");
    if (world.rules.caption && caption.length > limits.caption) throw new Refusal(400, texts.caption);
    const file_id = `file${world.files.size + 1}`;
    if (bytes instanceof Uint8Array) world.files.set(file_id, bytes);
    const size = bytes instanceof Uint8Array ? bytes.length : 0;
    const file =
      field === "photo"
        ? { photo: [{ file_id, file_unique_id: file_id, width: 1, height: 1 }] }
        : { document: { file_id, file_unique_id: file_id, file_name: "file", file_size: size } };
    return post(params, { ...file, caption, entities: checkEntities(caption, params.caption_entities, world.rules) }, world, nowMs);
  };
}

function readText(params: Params, { rules }: World): Pick<FakeMessage, "text" | "entities"> {
  const text = String(params.text ?? "").trim();
  if (rules.empty && text === "") throw new Refusal(400, texts.empty);
  if (rules.text && text.length > limits.text) throw new Refusal(400, texts.tooLong);
  return { text, entities: checkEntities(text, params.entities, rules) };
}

function edit(params: Params, world: World): FakeMessage {
  const room = roomOf(params.chat_id, world);
  const message = room.messages.find(({ message_id }) => message_id === params.message_id);
  if (!message || (world.rules.editOwn && message.from?.id !== bot.id)) throw new Refusal(400, texts.noEdit);
  const content =
    params.rich_message === undefined ? readText(params, world) : { rich_message: readRich(params.rich_message, world.rules) };
  const { reply_markup } = checkKeyboard(params.reply_markup, world.rules);
  const shown = (one: Partial<FakeMessage>) => JSON.stringify([one.text, one.entities, one.rich_message, one.reply_markup]);
  const next = { ...content, ...(reply_markup && { reply_markup }) };
  if (world.rules.editChanges && shown(next) === shown(message)) throw new Refusal(400, texts.same);
  for (const field of ["text", "entities", "rich_message", "reply_markup"] as const) delete message[field];
  return Object.assign(message, next);
}

function forward(params: Params, world: World, nowMs: number): FakeMessage {
  const from = roomOf(params.from_chat_id, world);
  const original = from.messages.find(({ message_id }) => message_id === params.message_id);
  if (!original && world.rules.forwarded) throw new Refusal(400, texts.noForward);
  const { text, caption, rich_message } = original ?? {};
  const copy = {
    ...(rich_message !== undefined && { rich_message }),
    ...(text !== undefined && { text }),
    ...(caption !== undefined && { caption }),
  };
  const room = roomOf(params.chat_id, world);
  countSend(room, world, nowMs);
  return store(room, copy, nowMs);
}

function setCommands(params: Params, { commands, rules }: World): true {
  for (const { command, description } of params.commands as readonly { readonly command: string; readonly description: string }[]) {
    const isRight = /^[a-z0-9_]{1,32}$/.test(command) && description.length >= 1 && description.length <= limits.commandAbout;
    if (rules.commands && !isRight) throw new Refusal(400, "Bad Request: BOT_COMMAND_INVALID");
  }
  const { language_code = "", scope = { type: "default" } } = params;
  if (!/^([a-z]{2})?$/.test(String(language_code))) throw new Refusal(400, "Bad Request: invalid language code specified");
  commands.set(`${(scope as { readonly type: string }).type} ${language_code}`.trim(), params.commands);
  return true;
}
