import { ApplicationCommandType, ApplicationIntegrationType, ChannelType, GatewayDispatchEvents } from "discord.js";

/** What the gateway sent, before the library reads it. */
export interface Packet {
  t?: string | null;
  d?: unknown;
}

type Fields = Record<string, unknown>;

/** Every permission. What Quoth may not do after all, the first send finds out. */
const unknownPermissions = "8";

/**
 * Fills in what an interaction may lack where a proxy or an older server stands in for Discord: the library reads these fields
 * unasked, and an exception there ends the process. One that nobody could answer is left out.
 */
export function completePacket(packet: Packet): void {
  if (packet.t !== GatewayDispatchEvents.InteractionCreate) return;
  const found = packet.d;
  if (!isObject(found) || !isObject(found.data) || typeof found.id !== "string" || typeof found.token !== "string") {
    packet.t = null;
    return;
  }
  const member = isObject(found.member) ? found.member : undefined;
  found.user ??= member?.user;
  if (!isObject(found.user)) {
    packet.t = null;
    return;
  }
  found.guild_id ??= isObject(found.guild) ? found.guild.id : undefined;
  const place = placeOf(found, found.user);
  const channel = isObject(found.channel) ? found.channel : undefined;
  found.channel = { type: found.guild_id === undefined ? ChannelType.DM : ChannelType.GuildText, ...channel, id: channel?.id ?? place };
  found.locale ??= "en-US";
  found.entitlements ??= [];
  found.app_permissions ??= unknownPermissions;
  found.authorizing_integration_owners ??= ownersOf(found, found.user);
  found.data.type ??= ApplicationCommandType.ChatInput;
  if ("custom_id" in found.data && "component_type" in found.data) found.message ??= { id: found.id, channel_id: place };
}

const placeOf = (found: Fields, user: Fields): unknown => found.channel_id ?? user.id;

const ownersOf = (found: Fields, user: Fields): Fields =>
  found.guild_id === undefined
    ? { [ApplicationIntegrationType.UserInstall]: user.id }
    : { [ApplicationIntegrationType.GuildInstall]: found.guild_id };

const isObject = (value: unknown): value is Fields => typeof value === "object" && value !== null && !Array.isArray(value);
