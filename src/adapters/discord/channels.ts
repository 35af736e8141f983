import { setImmediate } from "node:timers/promises";
import {
  type Client,
  Events,
  GatewayDispatchEvents,
  type GatewayGuildDeleteDispatchData,
  type Guild,
  type GuildBasedChannel,
} from "discord.js";
import type { PlatformDeps } from "../../model/platform.ts";
import { retell } from "../../text/retell.ts";
import type { LastManagers } from "./last-manager.ts";
import type { Notifier } from "./notify.ts";
import { missingFrom } from "./permissions.ts";
import { wordsFor } from "./words.ts";

export interface FollowDeps extends Pick<PlatformDeps, "onChannel" | "log"> {
  readonly managers: LastManagers;
  readonly notifier: Notifier;
}

/**
 * Tells when channels go or may not be written to any more, and when they are back; managers are told in person what stopped. Never rejects:
 * what could not be told is logged, and the next send finds out.
 */
export function followChannels(client: Client, deps: FollowDeps): void {
  const { log } = deps;
  /** Where Quoth was seen to be allowed to write: only there a permission can have been taken away. */
  const open = new Set<string>();
  const follow = (what: Promise<void>): void => {
    what.catch((cause: unknown) => log.error("discord: a change of a channel could not be kept", { cause }));
  };
  const drop = (places: readonly NamedPlace[], why: string): void => {
    for (const { id } of places) open.delete(id);
    follow(lose(places, why, deps));
  };
  client.on(Events.ChannelDelete, (channel) => drop([namedPlace(channel)], "The channel was deleted."));
  client.on(Events.ThreadDelete, (thread) => drop([namedPlace(thread)], "The thread was deleted."));
  // The library's own event comes when it has forgotten the channels. A server that is "unavailable" has an outage and comes back.
  client.ws.on(GatewayDispatchEvents.GuildDelete, ({ id: guildId, unavailable }: GatewayGuildDeleteDispatchData) => {
    const guild = client.guilds.cache.get(guildId);
    if (!unavailable && guild) drop([...guild.channels.cache.values()].map(namedPlace), "Quoth was removed from the server.");
  });
  const look = (guild: Guild): void => follow(lookAt([...guild.channels.cache.values()], open, deps));
  client.on(Events.GuildCreate, look);
  // At the start, and after an outage: what changed meanwhile nobody told.
  client.on(Events.GuildAvailable, look);
  client.on(Events.GuildRoleUpdate, ({ guild }) => look(guild));
  client.on(Events.GuildRoleDelete, ({ guild }) => look(guild));
  client.on(Events.GuildMemberUpdate, ({ id, guild }) => id === client.user?.id && look(guild));
  client.on(Events.ChannelUpdate, (_, channel) => {
    if (channel.isDMBased()) return;
    const threads = [...channel.guild.channels.cache.values()].filter(({ parentId }) => parentId === channel.id);
    follow(lookAt([channel, ...threads], open, deps));
  });
  client.on(Events.ThreadUpdate, (_, thread) => !thread.locked && !thread.archived && follow(lookAt([thread], open, deps)));
}

interface NamedPlace {
  readonly id: string;
  readonly name: string;
}

const namedPlace = (place: { readonly id: string; readonly name?: string | null }): NamedPlace => ({
  id: place.id,
  name: place.name ? `#${place.name}` : place.id,
});

const placesAtOnce = 50;

/** Places that may be written to are back; those that no longer may are lost. Either changes nothing where it was so before. */
async function lookAt(places: readonly GuildBasedChannel[], open: Set<string>, deps: FollowDeps): Promise<void> {
  const closed = new Map<string, NamedPlace[]>();
  for (const [at, place] of places.entries()) {
    // Thousands at the start: somebody may be asking meanwhile.
    if (at % placesAtOnce === placesAtOnce - 1) await setImmediate();
    const missing = missingIn(place);
    if (missing.length === 0) {
      open.add(place.id);
      await deps.onChannel({ kind: "back", channelId: `discord:${place.id}` });
    } else if (open.delete(place.id)) {
      const why = `Quoth lacks ${missing.join(", ")} there. Give it that permission.`;
      closed.set(why, [...(closed.get(why) ?? []), namedPlace(place)]);
    } else if (!isTold(place.guild)) await deps.onChannel({ kind: "back", channelId: `discord:${place.id}` });
  }
  for (const [why, those] of closed) await lose(those, why, deps);
}

/** Where it is not known what Quoth may do, a send has to find out. */
function missingIn(place: GuildBasedChannel): readonly string[] {
  const { me } = place.guild.members;
  const permissions = me && place.permissionsFor(me);
  return permissions ? missingFrom(place.type, (bit) => permissions.has(bit)) : [];
}

/** False where Quoth would be in a server without seeing any of it: its permissions are not told, then. */
const isTold = ({ channels }: Guild): boolean => channels.cache.some((place) => missingIn(place).length === 0);

/** Each manager is told once, however many of their channels stopped. */
async function lose(places: readonly NamedPlace[], why: string, deps: FollowDeps): Promise<void> {
  const told = new Map<string, { readonly lang: string; readonly names: string[] }>();
  for (const { id, name } of places) {
    const isNews = await deps.onChannel({ kind: "gone", channelId: `discord:${id}`, why });
    const manager = isNews ? await deps.managers.find(id) : undefined;
    if (!manager) continue;
    const known = told.get(manager.userId) ?? { lang: manager.lang, names: [] };
    known.names.push(name);
    told.set(manager.userId, known);
  }
  for (const [userId, { lang, names }] of told) await tell({ userId, lang }, names, why, deps);
}

const mostNames = 5;

async function tell(person: { userId: string; lang: string }, names: readonly string[], why: string, { notifier, log }: FollowDeps) {
  const words = wordsFor(person.lang);
  const shown = [...names.slice(0, mostNames), ...(names.length > mostNames ? ["…"] : [])].join(", ");
  const message = { blocks: [{ kind: "text" as const, text: words.stopped(shown, retell(why, person.lang)) }] };
  await notifier.toPerson(person, message).catch((cause: unknown) => log.info("discord: a manager could not be told of it", { cause }));
}
