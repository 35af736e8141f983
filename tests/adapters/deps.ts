import type { ChannelEvent, PlatformDeps } from "../../src/model/platform.ts";
import type { Room } from "../commands/room.ts";

/** What an adapter told the rest of the bot. */
export interface Told {
  readonly events: ChannelEvent[];
  /** Warnings, errors with their cause, and reasons to end the process. */
  readonly problems: string[];
}

/** What a connected adapter is given: a memory that lives as long as the map, and answers that say nothing. What it tells is kept. */
export function platformDeps({
  memory = new Map<string, string>(),
  ...more
}: Partial<Omit<PlatformDeps, "memory">> & { readonly memory?: Map<string, string> } = {}): PlatformDeps & { readonly told: Told } {
  const told: Told = { events: [], problems: [] };
  const known = new Set<string>();
  return {
    told,
    commands: [],
    answer: async () => ({ message: { blocks: [{ kind: "text", text: "Done." }] }, private: false, outcome: "done" }),
    complete: async () => [],
    onChannel: async (event) => told.events.push(event) > 0,
    firstTime: async (id) => !known.has(id) && known.add(id) !== undefined,
    memory: { get: async (key) => memory.get(key), set: async (key, value) => void memory.set(key, value) },
    log: {
      info: () => undefined,
      warn: (words) => void told.problems.push(words),
      error: (words, fields) => void told.problems.push(`${words} ${fields?.cause}`),
    },
    now: () => new Date(),
    fatal: (reason) => void told.problems.push(reason),
    ...more,
  };
}

/** Answers with the real commands over the room's stores, at the room's time. */
export const answersOf = ({ commands, now }: Room): Pick<PlatformDeps, "answer" | "complete" | "now"> => ({
  answer: commands.answer,
  complete: commands.complete,
  now,
});
