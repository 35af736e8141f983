import type { Channel } from "./delivery.ts";
import type { Message } from "./message.ts";

export type Who = "anyone" | "manager" | "operator";

export interface Argument {
  readonly name: string;
  readonly about: string;
  readonly required: boolean;
  readonly kind: "word" | "words" | "number" | "flag" | "attachment";
  /** Fixed choices, where there are at most 25. */
  readonly choices?: readonly string[];
  /** True when `complete` answers for it. */
  readonly completes?: boolean;
}

/** One shape of a command: `/digest now`, `/speaker show`. A command without verbs has one with the name "". */
export interface Verb {
  readonly name: string;
  readonly about: string;
  readonly who: Who;
  readonly arguments: readonly Argument[];
  /** The answer is for the asker alone, where the platform can. */
  readonly private: boolean;
}

export interface CommandShape {
  readonly name: string;
  readonly about: string;
  /** Other names people type ("sub", "list", "today"). `today` may stand for a verb: "digest now". */
  readonly aliases: readonly string[];
  readonly verbs: readonly Verb[];
  /** A line that works, shown with an error. */
  readonly example: string;
}

export type CommandList = readonly CommandShape[];

export interface Caller {
  /** `platform:id` of the person. */
  readonly id: string;
  readonly name: string;
  readonly mayManage: boolean;
  readonly isOperator: boolean;
}

/** What a person asked, whatever the platform. */
export interface CommandCall {
  readonly command: string;
  /** "" for the command's only or default verb. */
  readonly verb: string;
  /** Named arguments (Discord options). */
  readonly args: Readonly<Record<string, string>>;
  /** What was typed after the command, when it came as one line; the command parses it by its own grammar. */
  readonly line?: string;
  readonly attachment?: { readonly name: string; readonly mediaType: string; readonly bytes: Uint8Array };
  readonly channel: Channel;
  readonly caller: Caller;
  /** BCP 47 of the person's client or chat. */
  readonly lang: string;
  readonly at: Date;
  /** True when a button was pressed: the reply may replace the message that held it. */
  readonly pressed: boolean;
}

export interface Reply {
  readonly message: Message;
  readonly private: boolean;
  /** Replace the message whose button was pressed, where the platform can. */
  readonly replace?: boolean;
  /** How it went, for tests and the log. */
  readonly outcome: "done" | "refused" | "not-found" | "bad-input" | "failed";
}
