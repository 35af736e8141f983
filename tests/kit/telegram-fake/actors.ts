import { store } from "./methods.ts";
import type { TelegramFake } from "./server.ts";
import { bot, type FakeChat, type FakeMessage, type FakeUser, type Room } from "./state.ts";

export interface Place {
  readonly room: Room;
  /** What the bot wrote there that a person can see, oldest first. */
  seen(): readonly string[];
  /** The bot's messages, oldest first. */
  own(): readonly FakeMessage[];
  /** Labels under the newest message of the bot. */
  buttons(): readonly string[];
}

export function openPlace(fake: TelegramFake, chat: FakeChat, firstId = 1): Place {
  const room: Room = { chat, messages: [], administrators: new Set(), strangers: new Set(), topics: new Map(), nextId: firstId, sends: [] };
  fake.world.rooms.set(chat.id, room);
  const own = (): readonly FakeMessage[] => room.messages.filter(({ from }) => from?.id === bot.id);
  return {
    room,
    own,
    seen: () => own().map(({ text, caption }) => text ?? caption ?? ""),
    buttons: () => (own().at(-1)?.reply_markup?.inline_keyboard ?? []).flat().map(({ text }) => text),
  };
}

export interface Person {
  readonly user: FakeUser;
  types(text: string, place: Place, thread?: number): void;
  presses(label: string, place: Place): void;
  sends(file: { readonly name: string; readonly bytes: Uint8Array; readonly caption?: string }, place: Place): void;
  /** Adds or removes the bot. */
  makesBot(status: "member" | "left", place: Place): void;
  /** "@bot words" in any chat; the id of the question. */
  asksInline(query: string): string;
}

export function aPerson(fake: TelegramFake, id: number, first_name: string, language_code = "en"): Person {
  const user: FakeUser = { id, is_bot: false, first_name, language_code };
  let asked = 0;
  const write = (content: Partial<FakeMessage>, { room }: Place): void =>
    fake.push({ message: { ...store(room, { from: user, ...content }, fake.nowMs()) } });
  return {
    user,
    types: (text, place, thread) =>
      write({ text, ...(thread !== undefined && { message_thread_id: thread, is_topic_message: true }) }, place),
    sends({ name, bytes, caption }, place) {
      const file_id = `file${fake.world.files.size + 1}`;
      fake.world.files.set(file_id, bytes);
      write(
        {
          document: { file_id, file_unique_id: file_id, file_name: name, file_size: bytes.length },
          ...(caption !== undefined && { caption }),
        },
        place,
      );
    },
    presses(label, place) {
      const held = place.own().findLast((message) => message.reply_markup?.inline_keyboard.flat().some(({ text }) => text === label));
      const key = held?.reply_markup?.inline_keyboard.flat().find(({ text }) => text === label);
      if (!held || key?.callback_data === undefined) throw new Error(`no button "${label}" among ${place.buttons().join(", ")}`);
      const query = `press${id}-${++asked}`;
      fake.world.callbacks.add(query);
      fake.push({ callback_query: { id: query, from: user, message: held, data: key.callback_data, chat_instance: "1" } });
    },
    makesBot(status, { room }) {
      const was = { status: status === "left" ? "member" : "left", user: bot };
      const date = Math.floor(fake.nowMs() / 1_000);
      fake.push({ my_chat_member: { chat: room.chat, from: user, date, old_chat_member: was, new_chat_member: { status, user: bot } } });
    },
    asksInline(query) {
      const question = `inline${id}-${++asked}`;
      fake.world.inline.set(question, undefined);
      fake.push({ inline_query: { id: question, from: user, query, offset: "" } });
      return question;
    },
  };
}
