import { asObject, checkChoices, checkCommands, checkMessage, checkModal, type Json } from "./check.ts";
import type { Interaction, Interactions } from "./interactions.ts";
import { limits, permissions } from "./limits.ts";
import {
  alreadyCrossposted,
  emptyMessage,
  hasThread,
  invalidForm,
  missingAccess,
  missingPermissions,
  notText,
  unknownMessage,
} from "./refusal.ts";
import type { Rules } from "./rules.ts";
import {
  applicationJson,
  channelJson,
  everyoneJson,
  type FakeChannel,
  type FakeMessage,
  messageJson,
  ownMemberJson,
  ownUserJson,
  type State,
} from "./state.ts";

export interface Asked {
  readonly body: Json;
  readonly files: readonly string[];
  readonly query: URLSearchParams;
}

export interface World {
  readonly state: State;
  readonly interactions: Interactions;
  readonly rules: Rules;
  readonly nowMs: () => number;
  readonly gatewayUrl: () => string;
}

export interface Answer {
  readonly status: number;
  readonly body?: unknown;
}

type Handler = (world: World, ids: readonly string[], asked: Asked) => Answer;

export interface Route {
  readonly method: string;
  readonly path: RegExp;
  /** Interaction endpoints carry their own token and stand outside the global limit. */
  readonly isInteraction?: boolean;
  readonly handle: Handler;
}

const ok = (body: unknown): Answer => ({ status: 200, body });
const done: Answer = { status: 204 };

export const routes: readonly Route[] = [
  { method: "GET", path: /^\/gateway\/bot$/, handle: getGateway },
  { method: "GET", path: /^\/users\/@me$/, handle: ({ state }) => ok(ownUserJson(state)) },
  {
    method: "GET",
    path: /^\/users\/@me\/guilds$/,
    handle: ({ state }) => ok([...state.guilds.values()].map(ownGuildJson)),
  },
  { method: "GET", path: /^\/applications\/@me$/, handle: ({ state }) => ok(applicationJson(state)) },
  { method: "PUT", path: /^\/applications\/(\d+)\/commands$/, handle: putCommands },
  { method: "GET", path: /^\/channels\/(\d+)$/, handle: ({ state }, [id = ""]) => ok(channelJson(visible(state, id))) },
  { method: "GET", path: /^\/guilds\/(\d+)\/roles$/, handle: (_world, [id = ""]) => ok([everyoneJson(id)]) },
  { method: "GET", path: /^\/guilds\/(\d+)\/members\/(\d+)$/, handle: ({ state }) => ok(ownMemberJson(state)) },
  { method: "GET", path: /^\/guilds\/(\d+)\/threads\/active$/, handle: getThreads },
  { method: "POST", path: /^\/channels\/(\d+)\/messages$/, handle: postMessage },
  { method: "GET", path: /^\/channels\/(\d+)\/messages$/, handle: getMessages },
  { method: "PATCH", path: /^\/channels\/(\d+)\/messages\/(\d+)$/, handle: editMessage },
  { method: "POST", path: /^\/channels\/(\d+)\/messages\/(\d+)\/crosspost$/, handle: crosspost },
  { method: "POST", path: /^\/channels\/(\d+)\/messages\/(\d+)\/threads$/, handle: threadOnMessage },
  { method: "POST", path: /^\/channels\/(\d+)\/threads$/, handle: forumPost },
  { method: "POST", path: /^\/interactions\/(\d+)\/([^/]+)\/callback$/, isInteraction: true, handle: callback },
  { method: "PATCH", path: /^\/webhooks\/(\d+)\/([^/]+)\/messages\/@original$/, isInteraction: true, handle: editOriginal },
  { method: "DELETE", path: /^\/webhooks\/(\d+)\/([^/]+)\/messages\/@original$/, isInteraction: true, handle: deleteOriginal },
  { method: "POST", path: /^\/webhooks\/(\d+)\/([^/]+)$/, isInteraction: true, handle: followUp },
];

const ownGuildJson = ({ id, name }: { readonly id: string; readonly name: string }) => ({
  id,
  name,
  icon: null,
  banner: null,
  owner: false,
  permissions: "0",
  features: [],
});

function getGateway({ gatewayUrl }: World): Answer {
  return ok({
    url: gatewayUrl(),
    shards: 1,
    session_start_limit: { total: 1_000, remaining: 999, reset_after: 86_400_000, max_concurrency: 1 },
  });
}

function putCommands({ state, rules }: World, _ids: readonly string[], { body }: Asked): Answer {
  state.commands = checkCommands(body, rules);
  state.registrations++;
  return ok(
    state.commands.map((command) => ({
      default_member_permissions: null,
      type: 1,
      description: "",
      ...command,
      id: state.nextId(),
      application_id: state.bot.applicationId,
      version: state.nextId(),
    })),
  );
}

function visible(state: State, id: string): FakeChannel {
  const channel = state.channel(id);
  if ((channel.permissions & permissions.viewChannel) === 0n) throw missingAccess();
  return channel;
}

function writable({ state, rules }: World, id: string): FakeChannel {
  const channel = rules.permissions ? visible(state, id) : state.channel(id);
  const needed = channel.type === 11 ? permissions.sendInThreads : permissions.sendMessages;
  if (rules.permissions && (channel.permissions & needed) === 0n) throw missingPermissions();
  return channel;
}

function postMessage(world: World, [id = ""]: readonly string[], { body, files }: Asked): Answer {
  const { state, rules, nowMs } = world;
  const channel = writable(world, id);
  if (channel.type === 15) throw notText();
  checkMessage(body, files, rules);
  const nonce = body.nonce === undefined ? undefined : `${body.nonce}`;
  const known =
    nonce !== undefined &&
    body.enforce_nonce === true &&
    state.messagesIn(id).find((each) => each.nonce === nonce && nowMs() - each.atMs < limits.nonceMs);
  if (known) return ok(messageJson(known, state));
  return ok(messageJson(store(world, id, body, files, { ...(nonce !== undefined && { nonce }) }), state));
}

function store(
  { state, nowMs }: World,
  channelId: string,
  body: Json,
  files: readonly string[],
  more: Partial<FakeMessage> = {},
): FakeMessage {
  const isEmpty = !body.content && !(Array.isArray(body.components) && body.components.length > 0) && !body.embeds && files.length === 0;
  if (isEmpty) throw emptyMessage();
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

function getMessages({ state }: World, [id = ""]: readonly string[], { query }: Asked): Answer {
  visible(state, id);
  const limit = Number(query.get("limit") ?? 50);
  if (!(limit >= 1 && limit <= 100)) throw invalidForm("limit", "int value should be between 1 and 100.");
  const seen = state.messagesIn(id).filter(({ onlyFor }) => onlyFor === undefined);
  return ok(
    seen
      .toReversed()
      .slice(0, limit)
      .map((message) => messageJson(message, state)),
  );
}

function findMessage({ state }: World, channelId: string, id: string): FakeMessage {
  const found = state.messagesIn(channelId).find((message) => message.id === id && message.onlyFor === undefined);
  if (!found) throw unknownMessage();
  return found;
}

function editMessage(world: World, [channelId = "", id = ""]: readonly string[], { body, files }: Asked): Answer {
  writable(world, channelId);
  const message = findMessage(world, channelId, id);
  return ok(messageJson(change(message, body, files, world.rules), world.state));
}

function change(message: FakeMessage, body: Json, files: readonly string[], rules: Rules): FakeMessage {
  const { attachments: _, ...rest } = body;
  const merged = { ...message.body, ...rest };
  checkMessage(merged, [...message.files, ...files], rules);
  message.body = merged;
  message.files = [...message.files, ...files];
  message.edits++;
  return message;
}

function crosspost(world: World, [channelId = "", id = ""]: readonly string[]): Answer {
  if (world.state.channel(channelId).type !== 5) throw notText();
  const message = findMessage(world, channelId, id);
  if (message.crossposted) throw alreadyCrossposted();
  message.crossposted = true;
  return ok(messageJson(message, world.state));
}

function nameOf(body: Json): string {
  if (typeof body.name !== "string" || body.name === "" || body.name.length > limits.threadName)
    throw invalidForm("name", "Must be between 1 and 100 in length.");
  return body.name;
}

function threadOnMessage(world: World, [channelId = "", id = ""]: readonly string[], { body }: Asked): Answer {
  const parent = writable(world, channelId);
  findMessage(world, channelId, id);
  if (world.state.channels.has(id)) throw hasThread();
  const thread = world.state.addChannel({
    id,
    type: 11,
    name: nameOf(body),
    parentId: channelId,
    ownerId: world.state.bot.id,
    ...(parent.guildId && { guildId: parent.guildId }),
  });
  return { status: 201, body: channelJson(thread) };
}

function forumPost(world: World, [channelId = ""]: readonly string[], { body, files }: Asked): Answer {
  const forum = writable(world, channelId);
  if (forum.type !== 15) throw notText();
  const name = nameOf(body);
  const message = asObject(body.message, "message");
  checkMessage(message, files, world.rules);
  const id = world.state.nextId();
  const thread = world.state.addChannel({
    id,
    type: 11,
    name,
    parentId: channelId,
    ownerId: world.state.bot.id,
    ...(forum.guildId && { guildId: forum.guildId }),
  });
  store(world, id, message, files, { id });
  return { status: 201, body: channelJson(thread) };
}

function getThreads({ state }: World, [guildId = ""]: readonly string[]): Answer {
  const threads = [...state.channels.values()].filter((channel) => channel.type === 11 && channel.guildId === guildId && !channel.gone);
  return ok({ threads: threads.map(channelJson), members: [], has_more: false });
}

const ephemeral = 64;

function callback(world: World, [id = "", token = ""]: readonly string[], { body, files, query }: Asked): Answer {
  const interaction = world.interactions.forCallback(id, token);
  const type = Number(body.type);
  const data = body.data === undefined ? {} : asObject(body.data, "data");
  if (type === 8) {
    checkChoices(data.choices);
    interaction.choices = data.choices as readonly Json[];
  } else if (type === 9) {
    checkModal(data, world.rules);
    interaction.modal = data;
  } else if (type === 4) {
    show(world, interaction, data, files, (Number(data.flags ?? 0) & ephemeral) !== 0, true);
  } else if (type === 5) interaction.isPrivate = (Number(data.flags ?? 0) & ephemeral) !== 0;
  else if (!((type === 6 || type === 7) && interaction.on)) throw invalidForm("type", "This type does not fit the interaction");
  interaction.answered = type;
  interaction.answeredAtMs = world.nowMs();
  interaction.onChange();
  if (query.get("with_response") !== "true") return done;
  return ok({
    interaction: { id, type: 2 },
    resource: { type, ...(interaction.original && { message: messageJson(interaction.original, world.state) }) },
  });
}

function show(
  world: World,
  interaction: Interaction,
  body: Json,
  files: readonly string[],
  isPrivate: boolean,
  isOriginal: boolean,
): FakeMessage {
  const { flags, ...rest } = body;
  const own = { ...rest, flags: Number(flags ?? 0) & ~ephemeral };
  checkMessage(own, files, world.rules);
  const message = store(world, interaction.channelId, own, files, isPrivate ? { onlyFor: interaction.personId } : {});
  if (isOriginal) interaction.original = message;
  interaction.shown.push(message);
  return message;
}

function editOriginal(world: World, [, token = ""]: readonly string[], { body, files }: Asked): Answer {
  const interaction = world.interactions.forToken(token);
  const held = interaction.answered === 6 ? interaction.on : interaction.original;
  if (!held && interaction.answered !== 5) throw unknownMessage();
  const message = held ? change(held, body, files, world.rules) : show(world, interaction, body, files, interaction.isPrivate, true);
  if (held && !interaction.shown.includes(held)) interaction.shown.push(held);
  interaction.onChange();
  return ok(messageJson(message, world.state));
}

function deleteOriginal(world: World, [, token = ""]: readonly string[]): Answer {
  const interaction = world.interactions.forToken(token);
  interaction.originalDeleted = true;
  return done;
}

function followUp(world: World, [, token = ""]: readonly string[], { body, files }: Asked): Answer {
  const interaction = world.interactions.forToken(token);
  // The first follow-up of a deferred answer takes its place and its visibility: receiving-and-responding.
  const takesPlace = interaction.answered === 5 && !interaction.original && !interaction.originalDeleted;
  const isPrivate = takesPlace ? interaction.isPrivate : (Number(body.flags ?? 0) & ephemeral) !== 0;
  const message = show(world, interaction, body, files, isPrivate, takesPlace);
  interaction.onChange();
  return ok(messageJson(message, world.state));
}
