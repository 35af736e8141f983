import { MessageFlags, type RawFile } from "discord.js";
import type { Message } from "../../model/message.ts";
import type { SendRequest } from "../../model/platform.ts";
import { renderMessage } from "./markup.ts";
import { mentionOf } from "./mention.ts";

/** Nobody is pinged but the one role or person that the manager chose. */
export function bodyOf(message: Message, mention: string, options: SendRequest["options"]) {
  const { components, files } = renderMessage(message);
  const ping = mentionOf(mention);
  const raw: RawFile[] = files.map(({ name, bytes }) => ({ name, data: Buffer.from(bytes) }));
  return {
    flags: MessageFlags.IsComponentsV2 | (options.silent === "on" ? MessageFlags.SuppressNotifications : 0),
    components: [...(ping ? [ping.component] : []), ...components],
    allowed_mentions: ping?.allowed ?? { parse: [] },
    files: raw,
  };
}
