import type { PlatformDeps } from "../../model/platform.ts";
import { isUnknownForm } from "./errors.ts";

export type RichSetting = "on" | "off" | "auto";

/** Whether editions go out as rich messages here. */
export interface RichForm {
  isUsed(): Promise<boolean>;
  /** A rich message was refused, for certain: where the server does not know the form none is tried for a day. */
  refused(cause: unknown): Promise<void>;
}

const key = "rich-refused-at";
/** A server learns a form when it is upgraded: asked again once a day. */
const rememberedMs = 86_400_000;

export function createRichForm(setting: RichSetting, { memory, log, now }: Pick<PlatformDeps, "memory" | "log" | "now">): RichForm {
  return {
    async isUsed() {
      if (setting === "off") return false;
      const refusedAt = Date.parse((await memory.get(key)) ?? "");
      return Number.isNaN(refusedAt) || now().getTime() - refusedAt >= rememberedMs;
    },
    async refused(cause) {
      if (!isUnknownForm(cause)) return;
      await memory.set(key, now().toISOString());
      const words = "telegram: this Bot API server knows no rich messages (Bot API 10.1): editions go out in the plain form";
      if (setting === "on") log.warn(`${words}. Upgrade the server, or set telegram.rich to off`);
      else log.info(words);
    },
  };
}

const mark = "rich:";

/** Id of a message as the outbox keeps it: it tells in which form it was sent. */
export const messageIdOf = (id: number, isRich: boolean): string => `${isRich ? mark : ""}${id}`;

export const readMessageId = (messageId: string): { readonly id: number; readonly isRich: boolean } =>
  messageId.startsWith(mark) ? { id: Number(messageId.slice(mark.length)), isRich: true } : { id: Number(messageId), isRich: false };
