import { checkMayWrite, roomOf } from "./chats.ts";
import { checkEntities } from "./entities.ts";
import { checkEphemeral } from "./ephemeral.ts";
import { limits, texts } from "./limits.ts";
import { keep } from "./refusal.ts";
import type { Rules } from "./rules.ts";
import { bot, type FakeKey, type FakeMessage, type Room, type World } from "./state.ts";

export type Params = Readonly<Record<string, unknown>>;

/** Everything that holds for a message whatever is in it. @throws Refusal */
export function post(params: Params, content: Partial<FakeMessage>, world: World, nowMs: number): FakeMessage {
  const { rules } = world;
  const room = roomOf(params.chat_id, world);
  checkMayWrite(room, world);
  const thread = params.message_thread_id as number | undefined;
  keep(rules, "thread", thread === undefined || room.topics.has(thread), texts.thread);
  keep(rules, "topicClosed", thread === undefined || room.topics.get(thread) !== "closed", texts.topicClosed);
  checkReply(params.reply_parameters, room, rules);
  const receiver = checkEphemeral(params, room, world, nowMs);
  const keyboard = checkKeyboard(params.reply_markup, rules);
  countSend(room, world, nowMs);
  const inTopic = thread !== undefined && { message_thread_id: thread, is_topic_message: true };
  return store(room, { ...content, ...keyboard, ...inTopic, ...(receiver && { receiver_user: receiver }) }, nowMs);
}

/** The message has a place in the chat; one with a receiver stands beside it. */
export function store(room: Room, content: Partial<FakeMessage>, nowMs: number): FakeMessage {
  const isEphemeral = content.receiver_user !== undefined || content.ephemeral_message_id !== undefined;
  const message: FakeMessage = {
    from: bot,
    ...content,
    message_id: isEphemeral ? 0 : room.nextId++,
    ...(isEphemeral && { ephemeral_message_id: room.ephemeral.length + 1 }),
    date: Math.floor(nowMs / 1_000),
    chat: room.chat,
  };
  (isEphemeral ? room.ephemeral : room.messages).push(message);
  return message;
}

function checkReply(reply: unknown, { messages }: Room, rules: Rules): void {
  const { message_id, allow_sending_without_reply } = (reply ?? {}) as { message_id?: number; allow_sending_without_reply?: boolean };
  const isThere = message_id === undefined || messages.some((message) => message.message_id === message_id);
  keep(rules, "reply", isThere || allow_sending_without_reply === true, texts.noReply);
}

export function checkKeyboard(markup: unknown, rules: Rules): Pick<FakeMessage, "reply_markup"> {
  if (markup === undefined) return {};
  const reply_markup = markup as NonNullable<FakeMessage["reply_markup"]>;
  for (const key of reply_markup.inline_keyboard.flat() as readonly FakeKey[]) {
    const bytes = Buffer.byteLength(key.callback_data ?? "");
    const isOne = (key.callback_data === undefined) !== (key.url === undefined);
    const isRight = isOne && key.text !== "" && bytes <= limits.callbackData && (key.url !== undefined || bytes > 0);
    keep(rules, "button", isRight, texts.button);
    keep(rules, "buttonUrl", key.url === undefined || /^(https?|tg):\/\/\S+$/.test(key.url), texts.buttonUrl);
  }
  return { reply_markup };
}

/** Sliding windows; who breaks one waits until its oldest send has left it. */
export function countSend(room: Room, { sends, sent, rules }: World, nowMs: number): void {
  const check = (rule: "perSecond" | "burst" | "perGroup", times: readonly number[], count: number, windowMs: number): void => {
    const oldest = times.length < count ? undefined : times.at(-count);
    const wait = oldest === undefined ? 0 : Math.ceil((oldest + windowMs - nowMs) / 1_000);
    keep(rules, rule, wait <= 0, { code: 429, words: `Too Many Requests: retry after ${wait}`, parameters: { retry_after: wait } });
  };
  check("perSecond", sends, limits.perSecond, 1_000);
  check("burst", room.sends, limits.burst, 1_000);
  if (room.chat.type !== "private") check("perGroup", room.sends, limits.groupPerMinute, 60_000);
  sends.push(nowMs);
  room.sends.push(nowMs);
  sent.push({ chatId: room.chat.id, atMs: nowMs });
}

export const sendFile =
  (field: "photo" | "document") =>
  (params: Params, world: World, nowMs: number): FakeMessage => {
    const bytes = params[field] instanceof Uint8Array ? params[field] : new Uint8Array();
    keep(world.rules, "file", bytes.length > 0, `Bad Request: there is no ${field} in the request`);
    const most = field === "photo" ? limits.photoBytes : limits.documentBytes;
    keep(world.rules, "uploadSize", bytes.length <= most, { code: 413, words: texts.tooBig });
    const caption = String(params.caption ?? "");
    keep(world.rules, "caption", caption.length <= limits.caption, texts.caption);
    const file_id = `file${world.files.size + 1}`;
    world.files.set(file_id, bytes);
    const id = { file_id, file_unique_id: file_id };
    const file =
      field === "photo" ? { photo: [{ ...id, width: 1, height: 1 }] } : { document: { ...id, file_name: "file", file_size: bytes.length } };
    return post(params, { ...file, caption, entities: checkEntities(caption, params.caption_entities, world.rules) }, world, nowMs);
  };

export function readText(params: Params, rules: Rules): Pick<FakeMessage, "text" | "entities"> {
  const text = String(params.text ?? "").trim();
  keep(rules, "empty", text !== "", texts.empty);
  keep(rules, "text", text.length <= limits.text, texts.tooLong);
  return { text, entities: checkEntities(text, params.entities, rules) };
}
