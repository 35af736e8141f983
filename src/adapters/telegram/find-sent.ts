import type { Platform, PlatformDeps } from "../../model/platform.ts";
import { isGroup, targetOf } from "./address.ts";
import type { Api } from "./api.ts";
import { codeOf } from "./errors.ts";
import { formatMessage } from "./markup.ts";
import { patient } from "./patient.ts";
import { formatRich, lettersOf } from "./rich.ts";
import { messageIdOf } from "./rich-form.ts";
import { lastIdKey } from "./send.ts";
import { splitMessage } from "./split.ts";

/** Ids looked at after the last known one; so many in a row that hold nothing are the end of the chat: fewer may be deleted messages, or notes that somebody joined. */
const reach = 20;
const gap = 10;
/** And before it: the message may itself be the last known, noted but never settled. */
const back = 4;

interface Forwarded {
  readonly message_id: number;
  readonly text?: string;
  readonly caption?: string;
  readonly rich_message?: unknown;
}

/**
 * Telegram has no key to recognise a repeat by. Whether a message arrived is seen by forwarding the ids after the last known one to the operator's chat, silently,
 * comparing the words, and deleting the copies. "absent" is said only of a supergroup or channel, whose ids follow one another, when the chat was seen to its
 * end; elsewhere one counter serves all chats of the bot.
 */
export function createFindSent(given: Api, operatorChat: string, memory: PlatformDeps["memory"]): NonNullable<Platform["findSent"]> {
  // Forwards count as messages: the operator's chat takes one a second.
  const api = patient(given);
  const look = async (from: number | string, message_id: number, signal: AbortSignal): Promise<Forwarded | undefined> => {
    try {
      const params = { chat_id: operatorChat, from_chat_id: from, message_id, disable_notification: true };
      const copy = await api.call<Forwarded>("forwardMessage", params, signal);
      await api.call("deleteMessage", { chat_id: operatorChat, message_id: copy.message_id }, signal);
      return copy;
    } catch (cause) {
      if (codeOf(cause) === 400) return undefined;
      throw cause;
    }
  };
  return async ({ channel, message }, signal) => {
    const target = targetOf(channel);
    const plain = splitMessage(message);
    const { text } = formatMessage(plain[0] ?? message);
    // A picture without words looks like any other.
    if (text === "") return "unknown";
    const last = Number(await memory.get(lastIdKey(target)));
    if (!Number.isInteger(last) || last <= 0) return "unknown";
    const rich = formatRich(message)?.letters;
    /** Something after the last known message that may be a part of it, or it in words that we do not know again. */
    let isLike = false;
    /** The id it is kept by; false where something else stands there, undefined where nothing does. */
    const isIt = async (id: number): Promise<string | false | undefined> => {
      const found = await look(target.chat_id, id, signal);
      if (found === undefined) return undefined;
      const isSame =
        found.rich_message === undefined ? (found.text ?? found.caption ?? "") === text : lettersOf(found.rich_message) === rich;
      const isRich = found.rich_message !== undefined;
      // Several plain messages that stand for it are not looked for one by one.
      const isWhole = isRich || plain.length === 1;
      if (isSame && isWhole) return messageIdOf({ ids: [id], isRich });
      if (isSame || (isRich && id > last)) isLike = true;
      return false;
    };
    const lastIsIt = await isIt(last);
    // A chat that forbids forwarding tells nothing.
    if (lastIsIt === undefined) return "unknown";
    if (lastIsIt) return { messageId: lastIsIt };
    let empty = 0;
    for (let id = last + 1; id <= last + reach && empty < gap; id++) {
      const holds = await isIt(id);
      if (holds) return { messageId: holds };
      empty = holds === undefined ? empty + 1 : 0;
    }
    for (let id = last - 1; id >= Math.max(1, last - back); id--) {
      const holds = await isIt(id);
      if (holds) return { messageId: holds };
    }
    // How Telegram gives a rich message back is its own affair: one that is not known again is not said to be another.
    const isSeenToItsEnd = empty === gap && isGroup(channel) && channel.address.startsWith("-100");
    return isSeenToItsEnd && !isLike ? "absent" : "unknown";
  };
}
