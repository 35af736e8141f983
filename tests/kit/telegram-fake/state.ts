import type { Entity } from "./entities.ts";
import type { RichMessage } from "./rich.ts";
import { allRules, type Rules } from "./rules.ts";

export interface FakeUser {
  readonly id: number;
  readonly is_bot: boolean;
  readonly first_name: string;
  readonly username?: string;
  readonly language_code?: string;
}

export interface FakeChat {
  id: number;
  readonly type: "private" | "group" | "supergroup" | "channel";
  readonly title?: string;
  readonly username?: string;
  readonly first_name?: string;
}

export interface FakeKey {
  readonly text: string;
  readonly callback_data?: string;
  readonly url?: string;
}

export interface FakeMessage {
  readonly message_id: number;
  readonly date: number;
  readonly chat: FakeChat;
  readonly from?: FakeUser;
  text?: string;
  rich_message?: RichMessage;
  caption?: string;
  entities?: readonly Entity[];
  reply_markup?: { readonly inline_keyboard: readonly (readonly FakeKey[])[] };
  readonly message_thread_id?: number;
  readonly is_topic_message?: boolean;
  readonly document?: { readonly file_id: string; readonly file_unique_id: string; readonly file_name: string; readonly file_size: number };
  readonly photo?: readonly {
    readonly file_id: string;
    readonly file_unique_id: string;
    readonly width: number;
    readonly height: number;
  }[];
}

/** A chat as the server knows it. */
export interface Room {
  readonly chat: FakeChat;
  readonly messages: FakeMessage[];
  readonly administrators: Set<number>;
  /** Who is not in it; everybody else is. */
  readonly strangers: Set<number>;
  readonly topics: Map<number, "open" | "closed">;
  /** Why the bot may not write here. */
  refusal?: "blocked" | "kicked" | "notStarted";
  /** What the bot is here; absent: an administrator who may post in a channel, a member elsewhere. */
  own?: "member" | "silenced" | "left" | "mayNotPost";
  upgradedTo?: number;
  nextId: number;
  /** Instants of the sends, for the limits. */
  readonly sends: number[];
}

export interface World {
  readonly rooms: Map<number, Room>;
  readonly files: Map<string, Uint8Array>;
  readonly sends: number[];
  /** Every message the bot wrote, in order. */
  readonly sent: { readonly chatId: number; readonly atMs: number }[];
  /** Methods that met a limit. */
  readonly refusals: string[];
  readonly updates: { readonly update_id: number; readonly at: number; readonly body: Readonly<Record<string, unknown>> }[];
  readonly callbacks: Set<string>;
  readonly inline: Map<string, Readonly<Record<string, unknown>> | undefined>;
  readonly commands: Map<string, unknown>;
  webhook: string;
  readonly rules: Rules;
}

export const bot: FakeUser = { id: 4242, is_bot: true, first_name: "Quoth", username: "quoth_bot" };

export const createWorld = (rules: Partial<Rules> = {}): World => ({
  rules: { ...allRules, ...rules },
  rooms: new Map(),
  files: new Map(),
  sends: [],
  sent: [],
  refusals: [],
  updates: [],
  callbacks: new Set(),
  inline: new Map(),
  commands: new Map(),
  webhook: "",
});
