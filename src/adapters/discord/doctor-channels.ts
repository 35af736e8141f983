import {
  type APIChannel,
  type APIGuildMember,
  type APIOverwrite,
  type APIRole,
  DiscordAPIError,
  PermissionFlagsBits,
  type REST,
  Routes,
} from "discord.js";
import type { Channel } from "../../model/delivery.ts";
import type { Finding } from "../../model/platform.ts";
import { codes, isCode } from "./errors.ts";
import { missingFrom } from "./permissions.ts";

/** Whether editions can get to a channel, in one line. Never rejects: a channel that cannot be looked at is a finding. */
export async function examineChannel(channel: Channel, ownId: string, rest: REST, signal: AbortSignal): Promise<Finding> {
  const name = channel.name === undefined ? `channel ${channel.address}` : `#${channel.name.replace(/^#/, "")}`;
  const wrong = (words: string, fix: string): Finding => ({ ok: false, words: `Discord, ${name}: ${words}`, fix });
  const lacks = (permissions: readonly string[]): Finding =>
    wrong(
      `Quoth lacks ${permissions.join(" and ")}.`,
      `In Discord: the channel's settings → Permissions → add Quoth, allow ${permissions.join(" and ")}.`,
    );
  try {
    const found = (await rest.get(Routes.channel(channel.address), { signal })) as APIChannel;
    const permissions = await findPermissions(found, ownId, rest, signal);
    if (permissions === undefined) return { ok: true, words: `Discord, ${name}: can be reached.` };
    const missing = missingFrom(found.type, (bit) => (permissions & bit) === bit);
    return missing.length > 0 ? lacks(missing) : { ok: true, words: `Discord, ${name}: Quoth may write there.` };
  } catch (error) {
    if (isCode(error, codes.missingAccess)) return lacks(["View Channel"]);
    if (isCode(error, codes.unknownChannel)) return wrong("it is gone.", "Subscribe in another channel with /subscribe.");
    return wrong(`it could not be looked at (${error instanceof Error ? error.message : error}).`, "Run doctor again in a while.");
  }
}

/** What Quoth may do there; undefined in a direct message, and where something between does not tell. */
async function findPermissions(channel: APIChannel, ownId: string, rest: REST, signal: AbortSignal): Promise<bigint | undefined> {
  if (!("guild_id" in channel) || channel.guild_id === undefined) return undefined;
  const guildId = channel.guild_id;
  try {
    const roles = (await rest.get(Routes.guildRoles(guildId), { signal })) as readonly APIRole[];
    const member = (await rest.get(Routes.guildMember(guildId, ownId), { signal })) as APIGuildMember;
    // A thread has the overwrites of the channel it hangs on.
    const holder =
      "thread_metadata" in channel && channel.parent_id
        ? ((await rest.get(Routes.channel(channel.parent_id), { signal })) as APIChannel)
        : channel;
    const overwrites = "permission_overwrites" in holder ? (holder.permission_overwrites ?? []) : [];
    return permissionsOf({ guildId, ownId, roles, ownRoles: member.roles, overwrites });
  } catch (error) {
    if (error instanceof DiscordAPIError && error.status === 404) return undefined;
    throw error;
  }
}

interface Place {
  readonly guildId: string;
  readonly ownId: string;
  readonly roles: readonly Pick<APIRole, "id" | "permissions">[];
  readonly ownRoles: readonly string[];
  readonly overwrites: readonly Pick<APIOverwrite, "id" | "allow" | "deny">[];
}

const everything = ~0n;

/** Roles together, then the overwrites: everyone's, those of the roles together, one's own (topics/permissions: permission overwrites). */
export function permissionsOf({ guildId, ownId, roles, ownRoles, overwrites }: Place): bigint {
  const base = roles.filter(({ id }) => id === guildId || ownRoles.includes(id)).reduce((all, role) => all | BigInt(role.permissions), 0n);
  if ((base & PermissionFlagsBits.Administrator) !== 0n) return everything;
  const apply = (before: bigint, ids: readonly string[]): bigint => {
    const meant = overwrites.filter(({ id }) => ids.includes(id));
    const denied = meant.reduce((all, { deny }) => all | BigInt(deny), 0n);
    return (before & ~denied) | meant.reduce((all, { allow }) => all | BigInt(allow), 0n);
  };
  return [[guildId], ownRoles, [ownId]].reduce(apply, base);
}
