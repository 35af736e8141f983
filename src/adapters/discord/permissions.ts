import { ChannelType, type Interaction, PermissionFlagsBits } from "discord.js";
import type { CommandCall } from "../../model/command.ts";

/** Manage Channels, or a role that the settings name; in a direct message everyone manages their own. */
export function mayManage(interaction: Interaction, managerRoles: readonly string[]): boolean {
  if (interaction.guildId === null) return true;
  if (interaction.memberPermissions?.has(PermissionFlagsBits.ManageChannels)) return true;
  return rolesOf(interaction).some((role) => managerRoles.includes(role));
}

function rolesOf({ member }: Interaction): readonly string[] {
  if (!member) return [];
  return Array.isArray(member.roles) ? member.roles : [...member.roles.cache.keys()];
}

const needed = [
  ["View Channel", PermissionFlagsBits.ViewChannel],
  ["Send Messages", PermissionFlagsBits.SendMessages],
] as const;
const neededInThread = [
  ["View Channel", PermissionFlagsBits.ViewChannel],
  ["Send Messages in Threads", PermissionFlagsBits.SendMessagesInThreads],
] as const;

const threadTypes: readonly (ChannelType | undefined)[] = [
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
  ChannelType.AnnouncementThread,
];

/** What Quoth may not do in the channel of a call and would have to, by the names that Discord's settings show. */
export function missingPermissions(interaction: Interaction): readonly string[] {
  const isInGuild = interaction.guildId !== null;
  if (!isInGuild) return [];
  return missingFrom(interaction.channel?.type, (bit) => interaction.appPermissions.has(bit));
}

/** The permissions to write in a channel of this type that are not there, by the names that Discord's settings show. */
export function missingFrom(type: ChannelType | undefined, has: (bit: bigint) => boolean): readonly string[] {
  const wanted = threadTypes.includes(type) ? neededInThread : needed;
  return wanted.filter(([, bit]) => !has(bit)).map(([name]) => name);
}

/** Calls after which messages will come to the channel. */
export const bringsMessages = ({ command, verb, line }: Pick<CommandCall, "command" | "verb" | "line">): boolean =>
  command === "subscribe" || (command === "schedule" && (verb || line?.split(/\s/)[0]) === "resume");
