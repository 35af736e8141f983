import { texts } from "./limits.ts";
import { keep } from "./refusal.ts";
import { aRoom, bot, type Room, type World } from "./state.ts";

/** @throws Refusal */
export function roomOf(chatId: unknown, { rooms, rules }: World): Room {
  const room =
    typeof chatId === "string" && chatId.startsWith("@")
      ? [...rooms.values()].find(({ chat }) => chat.username === chatId.slice(1))
      : rooms.get(Number(chatId));
  keep(rules, "chat", room !== undefined, texts.chat);
  return room ?? aRoom({ id: Number(chatId), type: "private" });
}

/** May the bot write here? @throws Refusal */
export function checkMayWrite(room: Room, { rules }: World): void {
  const { upgradedTo, refusal, own, chat } = room;
  if (upgradedTo !== undefined) keep(rules, "upgraded", false, { words: texts.upgraded, parameters: { migrate_to_chat_id: upgradedTo } });
  if (refusal) keep(rules, "blocked", false, { code: 403, words: texts[refusal] });
  keep(rules, "member", own !== "left", { code: 403, words: texts.left });
  keep(rules, "rights", own !== "silenced", texts.silenced);
  keep(rules, "rights", chat.type !== "channel" || (own !== "mayNotPost" && own !== "member"), texts.mayNotPost);
}

export const chatOf = (room: Room) => ({ ...room.chat, ...chatDefaults });

const gifts = "unlimited_gifts limited_gifts unique_gifts premium_subscription gifts_from_channels".split(" ");

const each = <T>(names: readonly string[], value: T) => Object.fromEntries(names.map((name) => [name, value]));

/** ChatFullInfo wants these too. */
const chatDefaults = { accent_color_id: 0, max_reaction_count: 11, accepted_gift_types: each(gifts, false) };

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

export function memberOf(room: Room, id: number) {
  if (id === bot.id) return ownMember(room);
  const user = { id, is_bot: false, first_name: "Somebody" };
  if (room.administrators.has(id)) return { status: "administrator", user, ...each(rights, true) };
  return { status: room.strangers.has(id) ? "left" : "member", user };
}

function ownMember({ own, chat }: Room) {
  if (own === "silenced") return { status: "restricted", user: bot, is_member: true, until_date: 0, ...each(restrictions, false) };
  if (own === "member" || own === "left") return { status: own, user: bot };
  if (own !== "administrator" && chat.type !== "channel") return { status: "member", user: bot };
  return { status: "administrator", user: bot, ...each(rights, false), can_post_messages: own !== "mayNotPost" };
}

export const isAdministrator = ({ own, chat }: Room): boolean => own === "administrator" || (chat.type === "channel" && own === undefined);
