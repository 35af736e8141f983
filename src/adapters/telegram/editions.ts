import type { SendRequest } from "../../model/platform.ts";
import { type Target, targetOf } from "./address.ts";
import type { Api, Params } from "./api.ts";
import { isNotModified, isRefusedAsContent, PartlySent } from "./errors.ts";
import { patient } from "./patient.ts";
import { buttonsOf, editOne, placeOf, postOne, type Sent } from "./posting.ts";
import { formatRich } from "./rich.ts";
import { type Kept, type RichForm, readMessageId } from "./rich-form.ts";
import { splitMessage } from "./split.ts";

/** Rich where the server takes it; the plain form in the same attempt only when the refusal is certain: nothing is then on screen. */
export async function postEdition(api: Api, form: RichForm, request: SendRequest, target: Target, signal: AbortSignal): Promise<Kept> {
  const rich = form.isUsed() ? formatRich(request.message) : undefined;
  if (rich === undefined) return postPlain(api, request, target, signal);
  const params = { ...placeOf(target), ...silenceOf(request), ...richParams(rich.html), ...buttonsOf(request.message) };
  try {
    const { message_id } = await api.call<Sent>("sendRichMessage", params, signal);
    return { ids: [message_id], isRich: true };
  } catch (cause) {
    if (!isRefusedAsContent(cause)) throw cause;
    await form.refused(cause);
    return postPlain(api, request, target, signal);
  }
}

/** What was cut for the rich form may need several plain messages. */
async function postPlain(api: Api, request: SendRequest, target: Target, signal: AbortSignal): Promise<Kept> {
  const ids: number[] = [];
  for (const part of splitMessage(request.message)) {
    const isFirst = ids.length === 0;
    const { message_id } = await postOne(isFirst ? api : patient(api), target, part, silenceOf(request), signal).catch((cause: unknown) => {
      throw isFirst ? cause : new PartlySent(cause);
    });
    ids.push(message_id);
  }
  return { ids, isRich: false };
}

/** In the form it was sent in; an edit made twice is one, so any refusal of the rich form leads to the plain one. */
export async function editEdition(api: Api, request: SendRequest & { readonly messageId: string }, signal: AbortSignal): Promise<void> {
  const { message } = request;
  const { ids, isRich } = readMessageId(request.messageId);
  const target = targetOf(request.channel);
  const rich = isRich ? formatRich(message) : undefined;
  if (rich === undefined) return editPlain(api, target, ids, request, signal);
  const params = { chat_id: target.chat_id, message_id: ids[0], ...richParams(rich.html), ...buttonsOf(message) };
  try {
    await api.call("editMessageText", params, signal);
  } catch (cause) {
    if (isNotModified(cause)) return;
    if (!isRefusedAsContent(cause)) throw cause;
    await editPlain(api, target, ids, request, signal);
  }
}

/** Part by part; where a correction needs more messages than there are, the last is too long and the server says so. */
async function editPlain(api: Api, target: Target, ids: readonly number[], { message }: SendRequest, signal: AbortSignal): Promise<void> {
  const parts = ids.length > 1 ? splitMessage(message) : [message];
  const rest = parts.slice(ids.length - 1).flatMap(({ blocks }) => blocks);
  for (const [place, id] of ids.entries()) {
    const isLast = place === ids.length - 1 && rest.length > 0;
    const part = isLast ? { ...message, blocks: rest } : (parts[place] ?? { blocks: [{ kind: "text", text: "…" }] });
    try {
      await editOne(api, target, id, part, undefined, signal);
    } catch (cause) {
      if (!isNotModified(cause)) throw cause;
    }
  }
}

/** No mention, link or command is made of words by itself. */
const richParams = (html: string): Params => ({ rich_message: { html, skip_entity_detection: true } });

const silenceOf = ({ options }: SendRequest): Params =>
  options.silent === "true" || options.silent === "on" ? { disable_notification: true } : {};
