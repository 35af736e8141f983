import type { Block, Message } from "../../model/message.ts";
import type { Target } from "./address.ts";
import type { Api, Params } from "./api.ts";
import { PartlySent } from "./errors.ts";
import { limits } from "./limits.ts";
import { formatMessage, keyboardOf } from "./markup.ts";

export interface Sent {
  readonly message_id: number;
}

const isFile = (block: Block): block is Extract<Block, { kind: "image" | "file" }> => block.kind === "image" || block.kind === "file";

export const placeOf = ({ chat_id, message_thread_id }: Target): Params => ({
  chat_id,
  ...(message_thread_id !== undefined && { message_thread_id }),
});

export const buttonsOf = ({ buttons }: Message, about?: string): Params => {
  const reply_markup = keyboardOf(buttons, about);
  return reply_markup ? { reply_markup } : {};
};

/** Text and entities; no preview of a link. */
export const textOf = (message: Message): Params => ({ ...formatMessage(message), link_preview_options: { is_disabled: true } });

/** One message in the plain form, with its files. @throws whatever the API throws; PartlySent when some of it is on screen */
export async function postOne(
  api: Api,
  target: Target,
  message: Message,
  more: Params,
  signal: AbortSignal,
  about?: string,
): Promise<Sent> {
  const { text, entities } = formatMessage(message);
  const common = { ...placeOf(target), ...more };
  const keyboard = buttonsOf(message, about);
  const files = message.blocks.filter(isFile);
  const isCaption = files.length > 0 && text.length <= limits.caption;
  let sent: Sent | undefined;
  if (!isCaption) sent = await api.call<Sent>("sendMessage", { ...common, ...textOf(message), ...keyboard }, signal);
  for (const file of files) {
    const isFirst = isCaption && !sent;
    const caption = isFirst && text !== "" ? { caption: text, caption_entities: entities } : {};
    const before = sent;
    sent = await upload(api, { ...common, ...caption, ...(isFirst && keyboard) }, file, signal).catch((cause: unknown) => {
      throw before ? new PartlySent(cause) : cause;
    });
  }
  if (!sent) throw new RangeError("a message without text or file");
  return sent;
}

function upload(api: Api, params: Params, file: Extract<Block, { kind: "image" | "file" }>, signal: AbortSignal): Promise<Sent> {
  return file.kind === "image"
    ? api.upload("sendPhoto", params, { field: "photo", bytes: file.png, name: file.name, mediaType: "image/png" }, signal)
    : api.upload("sendDocument", params, { field: "document", bytes: file.bytes, name: file.name, mediaType: file.mediaType }, signal);
}

export async function editOne(
  api: Api,
  { chat_id }: Target,
  message_id: number,
  message: Message,
  about: string | undefined,
  signal: AbortSignal,
): Promise<void> {
  await api.call("editMessageText", { chat_id, message_id, ...textOf(message), ...buttonsOf(message, about) }, signal);
}
