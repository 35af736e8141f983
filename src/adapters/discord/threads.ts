import { Routes, ThreadAutoArchiveDuration } from "discord.js";
import type { Log, PlatformDeps, SendRequest } from "../../model/platform.ts";
import { codes, isCode } from "./errors.ts";
import type { Caller } from "./rest.ts";

/** The thread under an edition's first message: the parts that follow go there. */
export interface Threads {
  find(request: SendRequest): Promise<string | undefined>;
  /** Never rejects: the edition itself is out. */
  open(request: SendRequest, messageId: string, name: string, signal: AbortSignal): Promise<void>;
}

const partsFollowMs = 3_600_000;

export function createThreads(call: Caller, memory: PlatformDeps["memory"], now: () => Date, log: Log): Threads {
  const keyOf = ({ channel }: SendRequest): string => `thread:${channel.address}`;
  return {
    async find(request) {
      if (request.options.thread !== "on" || request.message.blocks[0]?.kind === "heading") return undefined;
      const kept = await memory.get(keyOf(request));
      const [id, atMs, ...title] = kept?.split(" ") ?? [];
      return title.join(" ") === request.title && now().getTime() - Number(atMs) < partsFollowMs ? id : undefined;
    },
    async open(request, messageId, name, signal) {
      const body = { name, auto_archive_duration: ThreadAutoArchiveDuration.OneDay };
      try {
        await call((rest) => rest.post(Routes.threads(request.channel.address, messageId), { body, signal }));
      } catch (error) {
        if (!isCode(error, codes.alreadyHasThread)) {
          log.warn(`discord: no thread under the edition in ${request.channel.id}`, { cause: error });
          return;
        }
      }
      // A thread that begins at a message has the message's id.
      await memory.set(keyOf(request), `${messageId} ${now().getTime()} ${request.title}`);
    },
  };
}
