import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { WebSocketServer } from "ws";
import { createFaults, type Faults } from "../faults.ts";
import { type Actor, createActor } from "./actors.ts";
import { createGateway, type Gateway, guildJson, roleJson } from "./gateway.ts";
import { createInteractions } from "./interactions.ts";
import { createRates, type Rates } from "./rates.ts";
import { createReferee } from "./referee.ts";
import { answerRest, type Moment } from "./rest.ts";
import { allRules, type Rules } from "./rules.ts";
import { channelJson, createState, type FakeChannel, type FakeMessage, type Person, type State } from "./state.ts";

export interface DiscordFake {
  /** As discord.js' `rest.api`. */
  readonly apiUrl: string;
  readonly token: string;
  readonly state: State;
  readonly gateway: Gateway;
  readonly faults: Faults;
  readonly rates: Rates;
  /** Every request, in order. */
  readonly seen: readonly string[];
  /** What a careful client never does; a test that leaves one has failed. */
  readonly violations: readonly string[];
  /** May be replaced: sees every request as it passes. at "received", what throws is lost. */
  onMoment: (moment: Moment, name: string) => void;
  guild(name?: string): string;
  channel(guildId: string | undefined, given?: Partial<Pick<FakeChannel, "type" | "name" | "permissions" | "isForeign">>): FakeChannel;
  person(name: string, channel: FakeChannel, manages?: Person["manages"], roles?: readonly string[]): Actor;
  /** The same person in another channel. */
  as(actor: Actor, channel: FakeChannel): Actor;
  messagesIn(channel: FakeChannel): readonly FakeMessage[];
  /** What a person was told by the bot in private. */
  toldInPerson(actor: Actor): readonly FakeMessage[];
  /** The bot is removed from a server, or invited again. */
  kick(guildId: string): void;
  invite(guildId: string): void;
  remove(channel: FakeChannel): void;
  /** From now on the bot may do this in the channel, and nothing else. */
  permit(channel: FakeChannel, permissions: bigint): void;
  close(): Promise<void>;
}

/** The file server, which asks for no token. */
function giveFile(path: string, { attached }: State, response: ServerResponse): void {
  const file = attached.get(path.split("/")[2] ?? "");
  response.statusCode = file && !file.isGone ? 200 : 404;
  response.end(file && !file.isGone ? file.bytes : "This content is no longer available.");
}

/** Discord on loopback: REST and gateway on one port. `nowMs` drives windows and expiry. */
export async function startDiscord({
  nowMs = Date.now,
  rules: given = {},
  port = 0,
  isSparse = false,
}: {
  nowMs?: () => number;
  rules?: Partial<Rules>;
  port?: number;
  /** Interactions carry no field that a client can do without. */
  isSparse?: boolean;
} = {}): Promise<DiscordFake> {
  const rules: Rules = { ...allRules, ...given };
  const state = createState(nowMs, rules);
  const interactions = createInteractions(nowMs, rules);
  const rates = createRates(nowMs, rules);
  const faults = createFaults();
  const violations: string[] = [];
  const seen: string[] = [];
  const violation = (words: string): void => void violations.push(words);
  const http = createServer((request, response) => {
    if (request.url?.startsWith("/attachments/")) return giveFile(request.url, state, response);
    answerRest(request, response, { world, rates, faults, violation, seen, onMoment: (moment, name) => fake.onMoment(moment, name) }).catch(
      (error: unknown) => {
        violation(`the stand-in failed: ${error instanceof Error ? error.stack : error}`);
        response.destroy();
      },
    );
  });
  await new Promise<void>((resolve) => http.listen(port, "127.0.0.1", resolve));
  const bound = (http.address() as AddressInfo).port;
  const gatewayUrl = (): string => `ws://127.0.0.1:${bound}`;
  const world = { state, interactions, referee: createReferee(rules), nowMs, gatewayUrl };
  const sockets = new WebSocketServer({ server: http });
  const gateway = createGateway(sockets, state, rules, nowMs, gatewayUrl, violation);

  const filesUrl = `http://127.0.0.1:${bound}/attachments`;
  const stage = { state, interactions, gateway, nowMs, isSparse, filesUrl };

  const fake: DiscordFake = {
    onMoment: () => undefined,
    apiUrl: `http://127.0.0.1:${bound}/api`,
    token: state.bot.token,
    state,
    gateway,
    faults,
    rates,
    seen,
    violations,
    guild(name = "Harbour") {
      const id = state.nextId();
      state.guilds.set(id, { id, name, isLeft: false });
      if (gateway.connected() > 0) gateway.dispatch("GUILD_CREATE", guildJson(id, name, state));
      return id;
    },
    channel(guildId, given = {}) {
      const channel = state.addChannel({ type: guildId ? 0 : 1, name: "news", ...given, ...(guildId && { guildId }) });
      if (guildId && gateway.connected() > 0) gateway.dispatch("CHANNEL_CREATE", channelJson(channel));
      return channel;
    },
    person(name, channel, manages = false, roles = []) {
      const person: Person = { id: state.nextId(), name, manages, roles };
      state.people.set(person.id, person);
      for (const id of roles) gateway.dispatch("GUILD_ROLE_CREATE", { guild_id: channel.guildId, role: roleJson(id, "Editors") });
      return createActor(stage, person, channel);
    },
    as: ({ person }, channel) => createActor(stage, person, channel),
    messagesIn: ({ id }) => state.messagesIn(id),
    toldInPerson: ({ person }) => state.messagesIn(state.directWith(person.id).id),
    kick(guildId) {
      state.guilds.get(guildId)!.isLeft = true;
      gateway.dispatch("GUILD_DELETE", { id: guildId });
    },
    invite(guildId) {
      const guild = state.guilds.get(guildId)!;
      guild.isLeft = false;
      gateway.dispatch("GUILD_CREATE", guildJson(guildId, guild.name, state));
    },
    remove(channel) {
      channel.gone = true;
      gateway.dispatch("CHANNEL_DELETE", channelJson(channel));
    },
    permit(channel, permissions) {
      channel.permissions = permissions;
      gateway.dispatch("CHANNEL_UPDATE", channelJson(channel));
    },
    async close() {
      for (const client of sockets.clients) client.terminate();
      sockets.close();
      http.closeAllConnections();
      await new Promise((resolve) => http.close(resolve));
    },
  };
  return fake;
}
