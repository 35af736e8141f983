import { type APIMessage, type RESTPostAPIChannelMessageJSONBody, type RESTPostAPIGuildForumThreadsJSONBody, Routes } from "discord.js";
import type { Platform, Receipt, SendRequest } from "../../model/platform.ts";
import { bodyOf } from "./body.ts";
import type { Breaker } from "./breaker.ts";
import { receiptFrom } from "./errors.ts";
import { cleanText } from "./escape.ts";
import { fingerprintOf, fingerprintOfSent } from "./fingerprint.ts";
import type { LastManagers } from "./last-manager.ts";
import { limits, paceLimits, recognisesRepeatsForMs } from "./limits.ts";
import { renderMessage } from "./markup.ts";
import type { Notifier } from "./notify.ts";
import type { Publisher } from "./publish.ts";
import type { Caller } from "./rest.ts";
import { splitMessage } from "./split.ts";
import type { Target, Targets } from "./targets.ts";
import type { Threads } from "./threads.ts";

export interface SendDeps {
  readonly call: Caller;
  readonly breaker: Breaker;
  readonly targets: Targets;
  readonly publisher: Publisher;
  readonly threads: Threads;
  readonly notifier: Notifier;
  readonly managers: LastManagers;
  readonly ownId: () => Promise<string>;
}

export type DiscordSending = Pick<Platform, "recognisesRepeatsForMs" | "limits" | "split" | "send" | "edit" | "findSent" | "notify">;

/**
 * A message goes out with its delivery's id as nonce: Discord answers a repeat with the first message. A forum post has no nonce, so
 * before one is opened its forum is asked whether it is there. The id of a sent message names its channel where that is not the
 * subscribed one: "thread/message".
 */
export function createSending(deps: SendDeps): DiscordSending {
  const { targets } = deps;
  const attempt = async (address: string, work: () => Promise<string>): Promise<Receipt> => {
    const waitMs = deps.breaker.waitMs();
    if (waitMs > 0) return { status: "later", retryAfterMs: waitMs, scope: "platform", cause: deps.breaker.words() };
    try {
      return { status: "sent", messageId: await work() };
    } catch (error) {
      const receipt = receiptFrom(error);
      if (receipt.status === "refused") targets.forget(address);
      return receipt;
    }
  };
  return {
    recognisesRepeatsForMs,
    limits: paceLimits,
    split: splitMessage,
    send: (request, signal) =>
      attempt(request.channel.address, async () => {
        const target = await targets.find(request.channel.address);
        return target.kind === "forum" ? sendToForum(target, request, deps, signal) : sendToChannel(target, request, deps, signal);
      }),
    edit: (request, signal) =>
      attempt(request.channel.address, async () => {
        const { channelId, messageId } = placeOf(request.channel.address, request.messageId);
        const { files, ...body } = bodyOf(request.message, "", {});
        await deps.call((rest) => rest.patch(Routes.channelMessage(channelId, messageId), { body, files, signal }));
        return request.messageId;
      }),
    async notify({ address }, message, signal) {
      const told = await attempt(address, () => deps.notifier.toChannel(address, message, signal));
      const manager = told.status === "refused" && told.reason !== "content" ? await deps.managers.find(address) : undefined;
      // Where the channel takes nothing, whoever managed it last is told in person. The buttons work in the channel alone.
      const { buttons: _, ...plain } = message;
      return manager ? attempt(address, () => deps.notifier.toPerson(manager, plain, signal)) : told;
    },
    async findSent(request, signal) {
      const target = await targets.find(request.channel.address);
      const post = target.kind === "forum" ? await targets.findPost(target, nameOf(request.title)) : undefined;
      if (target.kind === "forum" && post === undefined) return "absent";
      const found = await findIn(post ?? target.id, request, deps, signal);
      if (typeof found !== "string") await publish(target, request, found.messageId, deps);
      return typeof found === "string" ? found : { messageId: post === undefined ? found.messageId : `${post}/${found.messageId}` };
    },
  };
}

async function sendToChannel(target: Target, request: SendRequest, deps: SendDeps, signal: AbortSignal): Promise<string> {
  const thread = await deps.threads.find(request);
  if (thread !== undefined) return `${thread}/${(await post(thread, request, deps, signal)).id}`;
  const sent = await post(target.id, request, deps, signal);
  await publish(target, request, sent.id, deps);
  if (request.options.thread === "on") await deps.threads.open(request, sent.id, nameOf(request.title), signal);
  return sent.id;
}

/** Before the message counts as sent: then it is not forgotten. */
async function publish(target: Target, { options }: SendRequest, messageId: string, { publisher }: SendDeps): Promise<void> {
  if (target.kind === "announcement" && options.publish === "on") await publisher.publish(target.id, messageId);
}

async function sendToForum(target: Target, request: SendRequest, deps: SendDeps, signal: AbortSignal): Promise<string> {
  const name = nameOf(request.title);
  const open = await deps.targets.findPost(target, name);
  if (open !== undefined) {
    const there = await findIn(open, request, deps, signal);
    if (typeof there !== "string") return `${open}/${there.messageId}`;
    return `${open}/${(await post(open, request, deps, signal)).id}`;
  }
  const { files, ...message } = bodyOf(request.message, request.mention, request.options);
  const body: RESTPostAPIGuildForumThreadsJSONBody = { name, message };
  const thread = await deps.call<{ readonly id: string }>((rest) => rest.post(Routes.threads(target.id), { body, files, signal }));
  // The first message of a post has the id of its thread.
  return `${thread.id}/${thread.id}`;
}

function post(channelId: string, request: SendRequest, { call }: SendDeps, signal: AbortSignal): Promise<APIMessage> {
  const { files, ...rendered } = bodyOf(request.message, request.mention, request.options);
  const body: RESTPostAPIChannelMessageJSONBody = { ...rendered, nonce: request.deliveryId, enforce_nonce: true };
  return call((rest) => rest.post(Routes.channelMessages(channelId), { body, files, signal }));
}

/** As many messages as one request brings. */
const lookedAt = 100;

async function findIn(
  channelId: string,
  { message }: SendRequest,
  { call, ownId }: SendDeps,
  signal: AbortSignal,
): Promise<{ readonly messageId: string } | "absent" | "unknown"> {
  const query = new URLSearchParams({ limit: `${lookedAt}` });
  const newest = await call<readonly APIMessage[]>((rest) => rest.get(Routes.channelMessages(channelId), { query, signal }));
  const wanted = fingerprintOf(renderMessage(message).components);
  const own = await ownId();
  const found = newest.find((each) => each.author.id === own && fingerprintOfSent(each) === wanted);
  return found ? { messageId: found.id } : newest.length < lookedAt ? "absent" : "unknown";
}

const nameOf = (title: string): string => cleanText(title).slice(0, limits.threadName).toWellFormed().trim() || "Quoth";

function placeOf(address: string, id: string): { readonly channelId: string; readonly messageId: string } {
  const [channelId, messageId] = id.split("/");
  return messageId === undefined ? { channelId: address, messageId: id } : { channelId: channelId ?? address, messageId };
}
