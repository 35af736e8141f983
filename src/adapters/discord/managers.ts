import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  type ChatInputCommandInteraction,
  InteractionContextType,
  Locale,
  PermissionFlagsBits,
  type RESTPutAPIApplicationCommandsJSONBody,
} from "discord.js";
import type { PlatformDeps } from "../../model/platform.ts";
import { tell } from "./reply.ts";
import { wordsFor } from "./words.ts";

/** The command by which a server chooses who manages Quoth there. It stands here, for roles are Discord's own. */
export const managersCommand = "managers";

const roleOption = "role";

/** Which role manages Quoth in a server, besides those who may manage channels. */
export interface Managers {
  roleIn(guildId: string): Promise<string | undefined>;
  choose(guildId: string, roleId: string | undefined): Promise<void>;
}

export function createManagers(memory: PlatformDeps["memory"]): Managers {
  const keyOf = (guildId: string): string => `managers:${guildId}`;
  return {
    roleIn: async (guildId) => (await memory.get(keyOf(guildId))) || undefined,
    choose: (guildId, roleId) => memory.set(keyOf(guildId), roleId ?? ""),
  };
}

/** Shown to those who may manage the server; Discord lets the server widen or narrow that. */
export function managersBody(): RESTPutAPIApplicationCommandsJSONBody[number] {
  const { managers: en } = wordsFor("en");
  const { managers: uk } = wordsFor("uk");
  return {
    type: ApplicationCommandType.ChatInput,
    name: managersCommand,
    description: en.about,
    description_localizations: { [Locale.Ukrainian]: uk.about },
    contexts: [InteractionContextType.Guild],
    default_member_permissions: `${PermissionFlagsBits.ManageGuild}`,
    options: [
      {
        type: ApplicationCommandOptionType.Role,
        name: roleOption,
        description: en.role,
        description_localizations: { [Locale.Ukrainian]: uk.role },
      },
    ],
  };
}

/** Without a role: nobody besides those who may manage channels. */
export async function answerManagers(interaction: ChatInputCommandInteraction, managers: Managers): Promise<void> {
  const { guildId, memberPermissions, locale } = interaction;
  const words = wordsFor(locale).managers;
  if (guildId === null) return tell(interaction, words.onlyServer);
  if (!memberPermissions?.has(PermissionFlagsBits.ManageGuild)) return tell(interaction, words.refused);
  const value = interaction.options.data.find(({ name }) => name === roleOption)?.value;
  const roleId = typeof value === "string" ? value : undefined;
  await managers.choose(guildId, roleId);
  const name = roleId === undefined ? undefined : (interaction.guild?.roles.cache.get(roleId)?.name ?? roleId);
  await tell(interaction, name === undefined ? words.none : words.chosen(name));
}
