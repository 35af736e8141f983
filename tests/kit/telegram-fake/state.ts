import type { Entity } from "./entities.ts";
import type { RichMessage } from "./rich.ts";
import { allRules, type RuleName, type Rules } from "./rules.ts";

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
  readonly has_protected_content?: boolean;
}

export interface FakeKey {
  readonly text: string;
  readonly callback_data?: string;
  readonly url?: string;
}

export interface FakeMessage {
  /** 0 = ephemeral: one person alone sees it. */
  readonly message_id: number;
  readonly ephemeral_message_id?: number;
  readonly receiver_user?: FakeUser;
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
  own?: "administrator" | "member" | "silenced" | "left" | "mayNotPost";
  /** What one person alone sees, the bot's and the person's own. */
  readonly ephemeral: FakeMessage[];
  upgradedTo?: number;
  nextId: number;
  /** Instants of the sends, for the limits. */
  readonly sends: number[];
}

export interface Webhook {
  readonly url: string;
  readonly secret: string;
}

export interface World {
  readonly rooms: Map<number, Room>;
  readonly files: Map<string, Uint8Array>;
  readonly sends: number[];
  /** Every message the bot wrote, in order. */
  readonly sent: { readonly chatId: number; readonly atMs: number }[];
  /** Methods that met a limit. */
  readonly refusals: string[];
  /** By which rule each request was refused, in order. */
  readonly refusedBy: RuleName[];
  /** Methods that this server does not know, as an older one would not. */
  readonly absent: Set<string>;
  readonly updates: { readonly update_id: number; readonly at: number; readonly body: Readonly<Record<string, unknown>> }[];
  /** Kinds of update that the bot asked for; undefined = it never said. */
  allowed: readonly string[] | undefined;
  /** Presses that were not answered yet. */
  readonly callbacks: Set<string>;
  /** Every press: who, where, when. */
  readonly presses: Map<string, { readonly userId: number; readonly chatId: number; readonly atMs: number }>;
  /** Links that a press opened, in order. */
  readonly opened: string[];
  readonly inline: Map<string, Readonly<Record<string, unknown>> | undefined>;
  readonly commands: Map<string, unknown>;
  webhook: Webhook | undefined;
  /** Where a webhook is called in truth: "http://127.0.0.1:PORT". */
  webhookVia: string;
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
  refusedBy: [],
  absent: new Set(),
  updates: [],
  allowed: undefined,
  callbacks: new Set(),
  presses: new Map(),
  opened: [],
  inline: new Map(),
  commands: new Map(),
  webhook: undefined,
  webhookVia: "",
});

export const aRoom = (chat: FakeChat, nextId = 1): Room => ({
  chat,
  messages: [],
  ephemeral: [],
  administrators: new Set(),
  strangers: new Set(),
  topics: new Map(),
  nextId,
  sends: [],
});
