import type { Channel, Delivery } from "../model/delivery.ts";
import type { Edition } from "../model/digest.ts";
import type { Message } from "../model/message.ts";
import { momentIn, wordsFor } from "./words.ts";

/** One line to whoever manages the channel: a send in doubt, and the two ways to settle it (the command behind them: commands/status.ts). */
export function doubtNotice({ id }: Delivery, channel: Channel, { digestName, slot }: Pick<Edition, "digestName" | "slot">): Message {
  const words = wordsFor(channel.lang, "en");
  const { notices } = words;
  return {
    lang: channel.lang,
    blocks: [{ kind: "text", text: notices.inDoubt(digestName, momentIn(slot.zone, slot.at, words), channel.name) }],
    buttons: [
      [
        { label: notices.arrived, call: `delivery ${id} arrived` },
        { label: notices.again, call: `delivery ${id} again` },
      ],
    ],
  };
}

/** Why a channel gets nothing more. */
export function suspensionNotice(why: string, channel: Channel): Message {
  const { notices } = wordsFor(channel.lang, "en");
  return { lang: channel.lang, blocks: [{ kind: "text", text: notices.suspended(channel.name, why) }] };
}
