import type { CommandCall, CommandList, Reply } from "./command.ts";
import type { Channel } from "./delivery.ts";
import type { Message } from "./message.ts";

/** What a platform said to one send. A "no" is a value, not an exception. */
export type Receipt =
  | { readonly status: "sent"; readonly messageId: string }
  /** Rate limit, platform down. `scope` tells what else has to wait. */
  | { readonly status: "later"; readonly retryAfterMs: number; readonly scope: "channel" | "platform"; readonly cause: unknown }
  | { readonly status: "refused"; readonly reason: "channel-gone" | "no-permission" | "content"; readonly cause: unknown }
  /** It may be on screen: never resend blindly. */
  | { readonly status: "unknown"; readonly cause: unknown };

export interface SendRequest {
  readonly deliveryId: string;
  readonly channel: Channel;
  readonly message: Message;
  /** The platform's own id of a role or user; "" = nobody. */
  readonly mention: string;
  readonly options: Readonly<Record<string, string>>;
  /** Forum and thread channels need a name for the post. */
  readonly title: string;
}

/** Limits the delivery loop paces by. Windows are sliding. */
export interface PaceLimits {
  /** Whole platform: `count` sends in any `windowMs`. */
  readonly platform: readonly { readonly count: number; readonly windowMs: number }[];
  readonly channel: (channel: Channel) => readonly { readonly count: number; readonly windowMs: number }[];
}

/** A connected platform. */
export interface Platform {
  readonly id: string;
  /** How long after the first try the platform recognises the same delivery id and answers with the first message; 0 = it never does. */
  readonly recognisesRepeatsForMs: number;
  readonly limits: PaceLimits;
  /** Cuts a message where the platform's limits ask for it, at story borders first. At least one part. */
  split(message: Message): readonly Message[];
  send(request: SendRequest, signal: AbortSignal): Promise<Receipt>;
  /** Replaces a sent message, for corrections. */
  edit(request: SendRequest & { readonly messageId: string }, signal: AbortSignal): Promise<Receipt>;
  /** Finds out whether an unknown delivery arrived; absent where the platform cannot tell. */
  findSent?(request: SendRequest, signal: AbortSignal): Promise<{ readonly messageId: string } | "absent" | "unknown">;
  /** Tells a person something outside an edition (a suspended subscription, a dead source). */
  notify(channel: Channel, message: Message, signal: AbortSignal): Promise<Receipt>;
  /** One line for /status and the log: connected, connecting, what is wrong and what to do. */
  health(): { readonly state: "connected" | "connecting" | "failed"; readonly words: string };
  close(): Promise<void>;
}

/** What an adapter is given when it connects. */
export interface PlatformDeps {
  readonly commands: CommandList;
  /** The same list in every language of the interface, by language code ("uk"), for platforms that show each person their own. */
  readonly commandsByLang?: Readonly<Record<string, CommandList>>;
  /** Runs a call; never rejects: every failure is already a reply. */
  readonly answer: (call: CommandCall) => Promise<Reply>;
  /** Completion for an argument: what could stand there, best first, at most 25. */
  readonly complete: (
    call: CommandCall,
    argument: string,
  ) => Promise<readonly { readonly value: string; readonly label: string; readonly about?: string }[]>;
  /** The channel was moved, closed, opened again, or the bot was removed. True when that changed a subscription. */
  readonly onChannel: (event: ChannelEvent) => Promise<boolean>;
  /** True once for each id; survives restarts. Updates are recorded before work. */
  readonly firstTime: (updateId: string) => Promise<boolean>;
  /** Small values an adapter keeps over restarts (hash of registered commands). A key that ends in ":" and a channel's address is forgotten with the channel. */
  readonly memory: { get(key: string): Promise<string | undefined>; set(key: string, value: string): Promise<void> };
  readonly log: Log;
  readonly now: () => Date;
  /** Ends the process with this reason, for a supervisor to start it again. */
  readonly fatal: (reason: string) => void;
}

export type ChannelEvent =
  | { readonly kind: "moved"; readonly from: string; readonly to: string }
  | { readonly kind: "gone"; readonly channelId: string; readonly why: string }
  | { readonly kind: "back"; readonly channelId: string };

export interface Log {
  info(words: string, fields?: Readonly<Record<string, unknown>>): void;
  warn(words: string, fields?: Readonly<Record<string, unknown>>): void;
  error(words: string, fields?: Readonly<Record<string, unknown>>): void;
}

/** What a new platform implements: `adapters/<id>/index.ts` exports one, `adapters/index.ts` lists it. */
export interface Adapter {
  readonly id: string;
  readonly name: string;
  /** Environment variables it reads, for .env.example and `check`. */
  readonly environment: readonly { readonly name: string; readonly required: boolean; readonly secret: boolean; readonly about: string }[];
  /** Checks its block of config/quoth.yaml and the environment. */
  settings(block: unknown, env: Readonly<Record<string, string | undefined>>): AdapterSettings;
  /** Tells what is right and wrong on the user's machine, and in these channels of the platform; one line each. Never rejects. */
  doctor?(settings: unknown, channels: readonly Channel[], signal: AbortSignal): Promise<readonly Finding[]>;
  connect(settings: unknown, deps: PlatformDeps, signal: AbortSignal): Promise<Platform>;
}

/** One line of the doctor; `fix` says what to do where it is not ok. */
export interface Finding {
  readonly ok: boolean;
  readonly words: string;
  readonly fix?: string;
}

export type AdapterSettings =
  | { readonly state: "ready"; readonly settings: unknown }
  /** Not configured: what is missing and where to get it. */
  | { readonly state: "off"; readonly missing: string }
  | { readonly state: "wrong"; readonly problems: readonly { readonly key: string; readonly words: string }[] };
