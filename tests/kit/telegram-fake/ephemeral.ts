import { isAdministrator, roomOf } from "./chats.ts";
import { limits, texts } from "./limits.ts";
import { keep } from "./refusal.ts";
import type { FakeMessage, FakeUser, Room, World } from "./state.ts";

/** Bot API 10.2 and 10.3, after the types of the newest client libraries; a server without them ignores the parameters, as Telegram ignores all it does not know. */
export const ephemeralMethods = ["editEphemeralMessageText", "deleteEphemeralMessage"] as const;

type Params = Readonly<Record<string, unknown>>;

/** Whom alone the message is for. An administrator may write so at any time, others within 15 seconds of a press or of an ephemeral command. @throws Refusal */
export function checkEphemeral(params: Params, room: Room, world: World, nowMs: number): FakeUser | undefined {
  const { rules, absent } = world;
  if (ephemeralMethods.some((method) => absent.has(method))) return undefined;
  const given = params.ephemeral_message_parameters as { receiver_user_id: number; callback_query_id?: string } | undefined;
  const replyTo = (params.reply_parameters as { ephemeral_message_id?: number } | undefined)?.ephemeral_message_id;
  keep(rules, "ephemeralReply", replyTo === undefined || given !== undefined, texts.ephemeralReply);
  if (!given) return undefined;
  keep(rules, "ephemeralGroup", room.chat.type === "group" || room.chat.type === "supergroup", texts.ephemeralGroup);
  const id = given.receiver_user_id;
  const atMs = causeOf(given.callback_query_id, replyTo, id, room, world);
  const isFree = isAdministrator(room);
  keep(rules, "ephemeralCause", isFree || atMs !== undefined, texts.ephemeralCause);
  keep(rules, "ephemeralFresh", isFree || atMs === undefined || nowMs - atMs <= limits.ephemeralMs, texts.ephemeralOld);
  return { id, is_bot: false, first_name: "Somebody" };
}

/** When the person did what allows an answer. */
function causeOf(
  press: string | undefined,
  replyTo: number | undefined,
  userId: number,
  room: Room,
  { presses }: World,
): number | undefined {
  const pressed = press === undefined ? undefined : presses.get(press);
  if (pressed?.userId === userId && pressed.chatId === room.chat.id) return pressed.atMs;
  const typed = room.ephemeral.find(({ ephemeral_message_id, from }) => ephemeral_message_id === replyTo && from?.id === userId);
  return typed && typed.date * 1_000;
}

/** The bot's own ephemeral message. @throws Refusal */
export function findEphemeral(params: Params, world: World): FakeMessage {
  const { ephemeral } = roomOf(params.chat_id, world);
  const found = ephemeral.find(
    ({ ephemeral_message_id, receiver_user }) =>
      ephemeral_message_id === params.ephemeral_message_id && receiver_user?.id === params.receiver_user_id,
  );
  keep(world.rules, "editKnown", found !== undefined, texts.noEdit);
  return found as FakeMessage;
}
