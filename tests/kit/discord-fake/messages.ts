import { checkMessage } from "./check-message.ts";
import type { Json } from "./json.ts";
import { limits, permissions } from "./limits.ts";
import {
  alreadyCrossposted,
  cannotMessage,
  emptyMessage,
  hold,
  invalidForm,
  missingAccess,
  missingPermissions,
  notText,
  unknownMessage,
} from "./refusal.ts";
import { type FakeChannel, type FakeMessage, messageJson } from "./state.ts";
import { type Answer, type Asked, ok, type World } from "./world.ts";

export function findVisible({ state, referee }: World, id: string): FakeChannel {
  const channel = state.channel(id);
  const isIn = !state.guilds.get(channel.guildId ?? "")?.isLeft && !channel.isForeign;
  hold(referee.rules, "access", isIn && (channel.permissions & permissions.viewChannel) !== 0n, missingAccess);
  return channel;
}

export function findWritable(world: World, id: string): FakeChannel {
  const channel = findVisible(world, id);
  const needed = channel.type === 11 ? permissions.sendInThreads : permissions.sendMessages;
  hold(world.referee.rules, "permission", (channel.permissions & needed) !== 0n, missingPermissions);
  return channel;
}

export function postMessage(world: World, [id = ""]: readonly string[], { body, files }: Asked): Answer {
  const { state, referee } = world;
  const channel = findWritable(world, id);
  hold(referee.rules, "textChannel", channel.type !== 15, notText);
  hold(referee.rules, "openDirect", channel.type !== 1 || !state.people.get(channel.ownerId ?? "")?.isClosed, cannotMessage);
  checkMessage(body, files, referee);
  const nonce = body.nonce === undefined ? undefined : `${body.nonce}`;
  const known = nonce !== undefined && body.enforce_nonce === true ? findRepeated(world, id, nonce) : undefined;
  if (known) return ok(messageJson(known, state));
  return ok(messageJson(store(world, id, body, files, { ...(nonce !== undefined && { nonce }) }), state));
}

/** resources/message, create message: with enforce_nonce the message of the same nonce is given back. */
function findRepeated({ state, referee, nowMs }: World, channelId: string, nonce: string): FakeMessage | undefined {
  if (!referee.rules.nonceRepeat) return undefined;
  return state.messagesIn(channelId).find((each) => each.nonce === nonce && nowMs() - each.atMs < limits.nonceMs);
}

export function store(
  { state, nowMs, referee }: World,
  channelId: string,
  body: Json,
  files: readonly string[],
  more: Partial<FakeMessage> = {},
): FakeMessage {
  const hasComponents = Array.isArray(body.components) && body.components.length > 0;
  hold(referee.rules, "empty", Boolean(body.content) || hasComponents || files.length > 0, emptyMessage);
  const message: FakeMessage = {
    id: state.nextId(),
    channelId,
    authorId: state.bot.id,
    atMs: nowMs(),
    body,
    files,
    edits: 0,
    crossposted: false,
    ...more,
  };
  state.messages.push(message);
  return message;
}

export function getMessages(world: World, [id = ""]: readonly string[], { query }: Asked): Answer {
  findVisible(world, id);
  const { state, referee } = world;
  const limit = Number(query.get("limit") ?? 50);
  const isPage = limit >= 1 && limit <= limits.page;
  hold(referee.rules, "page", isPage, () => invalidForm("limit", "int value should be between 1 and 100."));
  const seen = state.messagesIn(id).filter(({ onlyFor }) => onlyFor === undefined);
  return ok(
    seen
      .toReversed()
      .slice(0, limit)
      .map((message) => messageJson(message, state)),
  );
}

/** Where the rule is off, one that nobody has seen. */
export function findMessage(world: World, channelId: string, id: string): FakeMessage {
  const { state, referee } = world;
  const found = state.messagesIn(channelId).find((message) => message.id === id && message.onlyFor === undefined);
  hold(referee.rules, "message", found !== undefined, unknownMessage);
  return found ?? store(world, channelId, { content: "…" }, []);
}

export function editMessage(world: World, [channelId = "", id = ""]: readonly string[], { body, files }: Asked): Answer {
  findWritable(world, channelId);
  const message = findMessage(world, channelId, id);
  return ok(messageJson(change(message, body, files, world), world.state));
}

export function change(message: FakeMessage, body: Json, files: readonly string[], { referee }: World): FakeMessage {
  const { attachments: _, ...rest } = body;
  const merged = { ...message.body, ...rest };
  checkMessage(merged, [...message.files, ...files], referee);
  message.body = merged;
  message.files = [...message.files, ...files];
  message.edits++;
  return message;
}

export function crosspost(world: World, [channelId = "", id = ""]: readonly string[]): Answer {
  const { rules } = world.referee;
  hold(rules, "announcement", findWritable(world, channelId).type === 5, notText);
  const message = findMessage(world, channelId, id);
  hold(rules, "publishedOnce", !message.crossposted, alreadyCrossposted);
  message.crossposted = true;
  return ok(messageJson(message, world.state));
}
