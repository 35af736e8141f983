import type { Subscription } from "../model/delivery.ts";
import { InputError } from "../model/errors.ts";
import { type Asked, type Command, done, type RoomDeps, text } from "./command.ts";
import { describe, scheduled } from "./here.ts";
import { rich } from "./rich.ts";

const undoMs = 10 * 60_000;

interface Kept {
  readonly channelId: string;
  readonly at: number;
  /** As it was before; null = there was none. */
  readonly before: unknown;
  readonly id: string;
}

/** Remembers how a subscription was for ten minutes, also over a restart; returns the name of the way back. */
export async function keepUndo(asked: Asked, id: string, before: Subscription | undefined, deps: RoomDeps): Promise<string> {
  const name = deps.token();
  const kept: Kept = { channelId: asked.call.channel.id, at: deps.now().getTime(), before: before ?? null, id };
  await deps.ledger.set(keyOf(name), JSON.stringify(kept));
  return name;
}

/** The button behind every change. It works once, for ten minutes, in its own channel. */
export const undo: Command = {
  name: "undo",
  aliases: [],
  hidden: true,
  example: "",
  verbs: [
    {
      name: "",
      who: "manager",
      private: false,
      arguments: [{ name: "name", kind: "word", required: true }],
      async run(asked, deps) {
        const kept = await takeKept(asked, deps);
        const { words, call } = asked;
        if (kept.before === null) {
          await deps.subscriptions.remove(call.channel.id, kept.id);
          return { ...done([text(rich(words.undo.removed(kept.id)))]), private: false, replace: true };
        }
        const before = scheduled(subscriptionFrom(kept.before), deps);
        await deps.subscriptions.put(before);
        return { ...done([text(words.undo.back), ...describe(before, words, deps)]), private: false, replace: true };
      },
    },
  ],
};

async function takeKept({ args, call, words }: Asked, deps: RoomDeps): Promise<Kept> {
  const key = keyOf(args.name ?? "");
  const row = await deps.ledger.get(key);
  const kept = row === undefined ? undefined : (JSON.parse(row) as Kept);
  if (kept?.channelId !== call.channel.id) throw new InputError(words.undo.gone);
  await deps.ledger.set(key, undefined);
  if (deps.now().getTime() - kept.at > undoMs) throw new InputError(words.undo.gone);
  return kept;
}

const keyOf = (name: string): string => `undo:${name}`;

/** Dates come back as text. */
function subscriptionFrom(row: unknown): Subscription {
  const value = row as Subscription;
  const { nextAt: _, ...rest } = value;
  return { ...rest, createdAt: new Date(value.createdAt), coveredTo: new Date(value.coveredTo) };
}
