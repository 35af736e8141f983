import { store } from "./posting.ts";
import { wordsOfRich } from "./rich.ts";
import type { TelegramFake } from "./server.ts";
import { aRoom, bot, type FakeChat, type FakeMessage, type FakeUser, type Room } from "./state.ts";

export interface Place {
  readonly room: Room;
  /** What the bot wrote there that everybody sees, oldest first. */
  seen(): readonly string[];
  /** What the bot wrote there that this person alone sees. */
  seenBy(person: Person): readonly string[];
  /** The bot's messages for all, oldest first. */
  own(): readonly FakeMessage[];
  /** Labels under the newest message of the bot. */
  buttons(): readonly string[];
}

const isOwn = ({ from }: FakeMessage): boolean => from?.id === bot.id;
const wordsOf = ({ text, caption, rich_message }: FakeMessage): string =>
  text ?? caption ?? (rich_message ? wordsOfRich(rich_message) : "");
const labelsOf = (message: FakeMessage | undefined) => (message?.reply_markup?.inline_keyboard ?? []).flat();

export function openPlace(fake: TelegramFake, chat: FakeChat, firstId = 1): Place {
  const room = aRoom(chat, firstId);
  fake.world.rooms.set(chat.id, room);
  const own = (): readonly FakeMessage[] => room.messages.filter(isOwn);
  return {
    room,
    own,
    seen: () => own().map(wordsOf),
    seenBy: ({ user }) => room.ephemeral.filter((message) => isOwn(message) && message.receiver_user?.id === user.id).map(wordsOf),
    buttons: () => labelsOf(own().at(-1)).map(({ text }) => text),
  };
}

export interface Person {
  readonly user: FakeUser;
  types(text: string, place: Place, thread?: number): void;
  /** A command that the chat does not see, as commands of settings are in the newest apps. */
  whispers(text: string, place: Place): void;
  presses(label: string, place: Place): void;
  sends(file: { readonly name: string; readonly bytes: Uint8Array; readonly caption?: string }, place: Place): void;
  /** Adds, removes, blocks or unblocks the bot. */
  makesBot(status: "member" | "left", place: Place): void;
  setsTopic(state: "open" | "closed", thread: number, place: Place): void;
  /** The group becomes a supergroup: another chat from now on. */
  upgrades(place: Place, to: Place): void;
  /** "@bot words" in any chat; the id of the question. */
  asksInline(query: string): string;
}

/** With privacy mode on a bot in a group is told commands alone (Bots FAQ), and what is written to it. */
const isForBot = (text: string): boolean => text.startsWith("/") || text.includes(`@${bot.username}`);

export function aPerson(fake: TelegramFake, id: number, first_name: string, language_code = "en"): Person {
  const user: FakeUser = { id, is_bot: false, first_name, language_code };
  let asked = 0;
  const write = (content: Partial<FakeMessage>, { room }: Place): void => {
    const message = store(room, { from: user, ...content }, fake.nowMs());
    const isHidden = room.chat.type !== "private" && content.text !== undefined && !isForBot(content.text);
    if (!(isHidden && fake.world.rules.privacy)) fake.push({ message: { ...message } });
  };
  const tell = (content: Readonly<Record<string, unknown>>, { room }: Place): void =>
    fake.push({ message: { ...store(room, { from: user }, fake.nowMs()), ...content } });
  return {
    user,
    types: (text, place, thread) =>
      write({ text, ...(thread !== undefined && { message_thread_id: thread, is_topic_message: true }) }, place),
    whispers: (text, place) => write({ text, ephemeral_message_id: 0 }, place),
    sends({ name, bytes, caption }, place) {
      const file_id = `file${fake.world.files.size + 1}`;
      fake.world.files.set(file_id, bytes);
      const document = { file_id, file_unique_id: file_id, file_name: name, file_size: bytes.length };
      write({ document, ...(caption !== undefined && { caption }) }, place);
    },
    presses(label, place) {
      const visible = [...place.room.ephemeral.filter(({ receiver_user }) => receiver_user?.id === id), ...place.own()];
      const held = visible.findLast((message) => labelsOf(message).some(({ text }) => text === label));
      const key = labelsOf(held).find(({ text }) => text === label);
      if (!held || key?.callback_data === undefined) throw new Error(`no button "${label}" among ${place.buttons().join(", ")}`);
      const query = `press${id}-${++asked}`;
      fake.world.callbacks.add(query);
      fake.world.presses.set(query, { userId: id, chatId: place.room.chat.id, atMs: fake.nowMs() });
      fake.push({ callback_query: { id: query, from: user, message: held, data: key.callback_data, chat_instance: "1" } });
    },
    makesBot(status, { room }) {
      const isPrivate = room.chat.type === "private";
      const out = isPrivate ? "kicked" : "left";
      if (status === "member") delete room.refusal;
      else room.refusal = isPrivate ? "blocked" : "kicked";
      const [was, now] = status === "member" ? [out, "member"] : ["member", out];
      const memberOf = (each: string) => ({ status: each, user: bot, ...(each === "kicked" && { until_date: 0 }) });
      const date = Math.floor(fake.nowMs() / 1_000);
      fake.push({ my_chat_member: { chat: room.chat, from: user, date, old_chat_member: memberOf(was), new_chat_member: memberOf(now) } });
    },
    setsTopic(state, thread, place) {
      place.room.topics.set(thread, state);
      const said = state === "closed" ? { forum_topic_closed: {} } : { forum_topic_reopened: {} };
      tell({ ...said, message_thread_id: thread, is_topic_message: true }, place);
    },
    upgrades(place, to) {
      place.room.upgradedTo = to.room.chat.id;
      tell({ migrate_to_chat_id: to.room.chat.id }, place);
    },
    asksInline(query) {
      const question = `inline${id}-${++asked}`;
      fake.world.inline.set(question, undefined);
      fake.push({ inline_query: { id: question, from: user, query, offset: "" } });
      return question;
    },
  };
}
