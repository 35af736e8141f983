import { type Client, Events, GatewayDispatchEvents, type GatewayGuildDeleteDispatchData } from "discord.js";
import type { PlatformDeps } from "../../model/platform.ts";

/** Tells when channels go and when a server comes back. Never rejects: what could not be told is logged, and the next send finds out. */
export function followChannels(client: Client, { onChannel, log }: Pick<PlatformDeps, "onChannel" | "log">): void {
  const tell = (event: Parameters<PlatformDeps["onChannel"]>[0]): void => {
    onChannel(event).catch((cause: unknown) => log.error("discord: a change of a channel could not be kept", { cause }));
  };
  const gone = (id: string, why: string): void => tell({ kind: "gone", channelId: `discord:${id}`, why });
  client.on(Events.ChannelDelete, ({ id }) => gone(id, "The channel was deleted."));
  client.on(Events.ThreadDelete, ({ id }) => gone(id, "The thread was deleted."));
  // The library's own event comes when it has forgotten the channels. A server that is "unavailable" has an outage and comes back.
  client.ws.on(GatewayDispatchEvents.GuildDelete, ({ id: guildId, unavailable }: GatewayGuildDeleteDispatchData) => {
    if (unavailable) return;
    for (const id of client.guilds.cache.get(guildId)?.channels.cache.keys() ?? []) gone(id, "Quoth was removed from the server.");
  });
  client.on(Events.GuildCreate, (guild) => {
    for (const id of guild.channels.cache.keys()) tell({ kind: "back", channelId: `discord:${id}` });
  });
}
