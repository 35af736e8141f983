import { type APIChannel, type APIMessage, Routes } from "discord.js";
import type { Message } from "../../model/message.ts";
import { bodyOf } from "./body.ts";
import type { LastManager } from "./last-manager.ts";
import type { Caller } from "./rest.ts";

/** Messages outside editions. They resolve with the message's id, and throw what a request threw. */
export interface Notifier {
  toChannel(channelId: string, message: Message, signal?: AbortSignal): Promise<string>;
  /** In a direct message, which a person may have closed. */
  toPerson(person: LastManager, message: Message, signal?: AbortSignal): Promise<string>;
}

export function createNotifier(call: Caller): Notifier {
  const toChannel: Notifier["toChannel"] = async (channelId, message, signal) => {
    const { files, ...body } = bodyOf(message, "", {});
    const request = { body, files, ...(signal && { signal }) };
    return (await call<APIMessage>((rest) => rest.post(Routes.channelMessages(channelId), request))).id;
  };
  return {
    toChannel,
    async toPerson({ userId }, message, signal) {
      const request = { body: { recipient_id: userId }, ...(signal && { signal }) };
      const { id } = await call<APIChannel>((rest) => rest.post(Routes.userChannels(), request));
      return toChannel(id, message, signal);
    },
  };
}
