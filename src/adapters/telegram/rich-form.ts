import type { PlatformDeps } from "../../model/platform.ts";
import type { Api } from "./api.ts";
import { codeOf, isUnknownForm } from "./errors.ts";

export type RichSetting = "on" | "off" | "auto";

/** Whether editions go out as rich messages here. */
export interface RichForm {
  isUsed(): boolean;
  /** Asks the server, once a connection. Rejects where the network or the token is at fault. */
  probe(api: Api, signal: AbortSignal): Promise<void>;
  /** A rich message was refused, for certain: where the server does not know the form after all, none is tried any more. */
  refused(cause: unknown): Promise<void>;
}

/** "plain": the server knew no rich messages; "refused": it said so of one that was sent; an instant: known since then, and not before. */
const key = "rich-form";
/** Parts of an edition that was cut for the plain form go out in it, all of them: they are queued no longer than this. */
const plainForMs = 3_600_000;

/** The server is asked by a message to nobody: one that knows the method refuses the chat. */
export function createRichForm(setting: RichSetting, { memory, log, now }: Pick<PlatformDeps, "memory" | "log" | "now">): RichForm {
  let usedFrom = Number.POSITIVE_INFINITY;

  async function giveUp(value: "plain" | "refused"): Promise<void> {
    usedFrom = Number.POSITIVE_INFINITY;
    if ((await memory.get(key)) === value) return;
    await memory.set(key, value);
    const words = "telegram: this Bot API server knows no rich messages (Bot API 10.1): editions go out in the plain form";
    if (setting === "on") log.warn(`${words}. Upgrade the server, or set telegram.rich to off`);
    else log.info(words);
  }

  async function begin(): Promise<void> {
    const known = (await memory.get(key)) ?? "";
    if (known === "plain") await memory.set(key, now().toISOString());
    const since = known === "plain" ? now().getTime() : Date.parse(known);
    usedFrom = Number.isNaN(since) ? Number.NEGATIVE_INFINITY : since + plainForMs;
  }

  return {
    isUsed: () => now().getTime() >= usedFrom,
    async probe(api, signal) {
      if (setting === "off") return;
      // "on" is how whoever runs the server asks for another try.
      if (setting === "auto" && (await memory.get(key)) === "refused") return;
      const knows = await knowsRich(api, signal);
      if (knows === true) await begin();
      else if (knows === false) await giveUp("plain");
    },
    async refused(cause) {
      if (isUnknownForm(cause)) await giveUp("refused");
    },
  };
}

/** Undefined where the server cannot tell now: it stays as it was. */
async function knowsRich(api: Api, signal: AbortSignal): Promise<boolean | undefined> {
  try {
    await api.call("sendRichMessage", { chat_id: 0, rich_message: { html: "<p>.</p>" } }, signal);
    // A server that takes a message to nobody is not to be trusted with one to somebody.
    return false;
  } catch (cause) {
    const code = codeOf(cause);
    if (code === undefined || code === 401) throw cause;
    if (code === 429 || code >= 500) return undefined;
    return (code === 400 || code === 403) && !isUnknownForm(cause);
  }
}

const mark = "rich:";

/** Ids of what one send put on screen, as the outbox keeps them: they tell in which form it was sent. A plain form of several messages has several. */
export interface Kept {
  readonly ids: readonly number[];
  readonly isRich: boolean;
}

export const messageIdOf = ({ ids, isRich }: Kept): string => `${isRich ? mark : ""}${ids.join("+")}`;

export function readMessageId(messageId: string): Kept {
  const isRich = messageId.startsWith(mark);
  return {
    ids: messageId
      .slice(isRich ? mark.length : 0)
      .split("+")
      .map(Number),
    isRich,
  };
}
