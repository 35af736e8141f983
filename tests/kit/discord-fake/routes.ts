import { callback, deleteOriginal, editOriginal, followUp } from "./answers.ts";
import { checkCommands } from "./check-commands.ts";
import { crosspost, editMessage, findVisible, getMessages, postMessage } from "./messages.ts";
import { hold, invalidForm } from "./refusal.ts";
import { applicationJson, channelJson, everyoneJson, ownMemberJson, ownUserJson } from "./state.ts";
import { forumPost, getThreads, threadOnMessage } from "./threads.ts";
import { type Answer, type Asked, type Handler, ok, type World } from "./world.ts";

export interface Route {
  readonly method: string;
  readonly path: RegExp;
  /** Interaction endpoints carry their own token and stand outside the global limit. */
  readonly isInteraction?: boolean;
  readonly handle: Handler;
}

export const routes: readonly Route[] = [
  { method: "GET", path: /^\/gateway\/bot$/, handle: getGateway },
  { method: "GET", path: /^\/users\/@me$/, handle: ({ state }) => ok(ownUserJson(state)) },
  {
    method: "GET",
    path: /^\/users\/@me\/guilds$/,
    handle: ({ state }) => ok(state.joined().map(ownGuildJson)),
  },
  { method: "POST", path: /^\/users\/@me\/channels$/, handle: openDirect },
  { method: "GET", path: /^\/applications\/@me$/, handle: ({ state }) => ok(applicationJson(state)) },
  { method: "PUT", path: /^\/applications\/(\d+)\/commands$/, handle: putCommands },
  { method: "GET", path: /^\/channels\/(\d+)$/, handle: (world, [id = ""]) => ok(channelJson(findVisible(world, id))) },
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

/** resources/user: create DM. */
function openDirect({ state, referee }: World, _ids: readonly string[], { body }: Asked): Answer {
  const person = state.people.get(`${body.recipient_id}`);
  hold(referee.rules, "recipient", person !== undefined, () => invalidForm("recipient_id", "Value is not a user"));
  return ok(channelJson(state.directWith(`${body.recipient_id}`)));
}

function putCommands({ state, referee }: World, _ids: readonly string[], { body }: Asked): Answer {
  state.commands = checkCommands(body, referee);
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
