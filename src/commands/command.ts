import type { Argument, CommandCall, Reply, Verb } from "../model/command.ts";
import type { Block, Button, Message, Text } from "../model/message.ts";
import type { CommandDeps } from "./deps.ts";
import type { Desk } from "./desk.ts";
import type { Words } from "./words/index.ts";

/** An argument as a command declares it; its words stand in the catalogue of words. */
export interface ArgumentDef extends Omit<Argument, "about" | "required"> {
  readonly required?: boolean;
  /** True for a bare word that can only be this argument: a time, a zone, days. */
  readonly fits?: (word: string) => boolean;
  /** Takes what no other argument claimed. */
  readonly takesRest?: boolean;
}

export interface VerbDef extends Omit<Verb, "about" | "arguments"> {
  readonly arguments: readonly ArgumentDef[];
  /** Counts against the caller's lookups a minute. */
  readonly isLookup?: boolean;
  readonly run: (asked: Asked, deps: RoomDeps) => Promise<Reply>;
  /** What could stand for an argument, best first. */
  readonly complete?: (typed: Typed, deps: RoomDeps) => Promise<readonly Completion[]>;
}

/** One command: a file each. */
export interface Command {
  readonly name: string;
  readonly aliases: readonly string[];
  /** An alias that stands for a verb: today → "now". */
  readonly verbOf?: Readonly<Record<string, string>>;
  /** The verb of a line that names none: `/speaker carpenter` shows. */
  readonly usualVerb?: string;
  readonly verbs: readonly VerbDef[];
  readonly example: string;
  /** Reached by buttons; in no list. */
  readonly hidden?: boolean;
}

/** A call, read: the arguments by name, the words of the language it is answered in. */
export interface Asked {
  readonly call: CommandCall;
  /** The verb that was found. */
  readonly verb: string;
  readonly args: Readonly<Record<string, string>>;
  readonly words: Words;
  readonly lang: string;
}

export interface Typed {
  readonly argument: string;
  readonly prefix: string;
  readonly channelId: string;
  readonly args: Readonly<Record<string, string>>;
}

export interface Completion {
  readonly value: string;
  readonly label: string;
  /** What it does, for a command or a verb. */
  readonly about?: string;
}

export interface RoomDeps extends CommandDeps {
  readonly desk: Desk;
}

/** Longest work for one call; platforms wait up to 15 minutes, people do not. */
export const callTimeoutMs = 60_000;

export const done = (blocks: readonly Block[], buttons: readonly (readonly Button[])[] = []): Omit<Reply, "private"> => ({
  message: messageOf(blocks, buttons),
  outcome: "done",
});

export function messageOf(blocks: readonly Block[], buttons: readonly (readonly Button[])[] = []): Message {
  const rows = buttons.filter((row) => row.length > 0);
  return { blocks, ...(rows.length > 0 && { buttons: rows }) };
}

export const text = (words: Text): Block => ({ kind: "text", text: words });
export const note = (words: Text): Block => ({ kind: "note", text: words });
