import { checkMayWrite, roomOf } from "./chats.ts";
import { findEphemeral } from "./ephemeral.ts";
import { limits, texts } from "./limits.ts";
import { checkKeyboard, countSend, type Params, readText, store } from "./posting.ts";
import { keep } from "./refusal.ts";
import { readRich } from "./rich.ts";
import type { Rules } from "./rules.ts";
import { bot, type FakeMessage, type Room, type World } from "./state.ts";

const find = ({ messages }: Room, id: unknown): FakeMessage | undefined => messages.find(({ message_id }) => message_id === id);

export function edit(params: Params, world: World): FakeMessage {
  const { rules } = world;
  const room = roomOf(params.chat_id, world);
  checkMayWrite(room, world);
  const message = find(room, params.message_id);
  keep(rules, "editKnown", message !== undefined, texts.noEdit);
  if (!message) return store(room, {}, 0);
  keep(rules, "editOwn", message.from?.id === bot.id, texts.cannotEdit);
  keep(rules, "editText", message.photo === undefined && message.document === undefined, texts.noText);
  return change(message, params, rules);
}

export function editEphemeral(params: Params, world: World): true {
  change(findEphemeral(params, world), params, world.rules);
  return true;
}

/** Everything is replaced, buttons too. */
function change(message: FakeMessage, params: Params, rules: Rules): FakeMessage {
  const content = params.rich_message === undefined ? readText(params, rules) : { rich_message: readRich(params.rich_message, rules) };
  const { reply_markup } = checkKeyboard(params.reply_markup, rules);
  const shown = (one: Partial<FakeMessage>) => JSON.stringify([one.text, one.entities, one.rich_message, one.reply_markup]);
  const next = { ...content, ...(reply_markup && { reply_markup }) };
  keep(rules, "editChanges", shown(next) !== shown(message), texts.same);
  for (const field of ["text", "entities", "rich_message", "reply_markup"] as const) delete message[field];
  return Object.assign(message, next);
}

export function forward(params: Params, world: World, nowMs: number): FakeMessage {
  const from = roomOf(params.from_chat_id, world);
  const original = find(from, params.message_id);
  keep(world.rules, "forwarded", original !== undefined, texts.noForward);
  keep(world.rules, "protected", from.chat.has_protected_content !== true, texts.cannotForward);
  const { text, caption, rich_message } = original ?? {};
  const room = roomOf(params.chat_id, world);
  checkMayWrite(room, world);
  countSend(room, world, nowMs);
  const copy = {
    ...(rich_message !== undefined && { rich_message }),
    ...(text !== undefined && { text }),
    ...(caption !== undefined && { caption }),
  };
  return store(room, copy, nowMs);
}

export function remove(params: Params, world: World, nowMs: number): true {
  const { rules } = world;
  const room = roomOf(params.chat_id, world);
  const message = find(room, params.message_id);
  keep(rules, "deleteKnown", message !== undefined, texts.noDelete);
  if (!message) return true;
  keep(rules, "deleteOwn", message.from?.id === bot.id || room.chat.type === "private", texts.cannotDelete);
  keep(rules, "deleteAge", nowMs - message.date * 1_000 < limits.deletableMs, texts.cannotDelete);
  room.messages.splice(room.messages.indexOf(message), 1);
  return true;
}
