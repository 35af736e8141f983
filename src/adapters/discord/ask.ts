import { ApplicationCommandOptionType, type AutocompleteInteraction, type ChatInputCommandInteraction, type Interaction } from "discord.js";
import type { CommandCall, CommandList, Verb } from "../../model/command.ts";
import { mayManage } from "./permissions.ts";
import { namelessVerb } from "./shapes.ts";

export interface AskDeps {
  readonly commands: CommandList;
  readonly now: () => Date;
  readonly managerRoles: readonly string[];
}

/** What every call from this interaction says about place and person. */
export function callFrom(
  interaction: Interaction,
  what: Partial<CommandCall> & Pick<CommandCall, "command">,
  { now, managerRoles }: AskDeps,
): CommandCall {
  const address = interaction.channelId ?? interaction.user.id;
  const name = interaction.channel && "name" in interaction.channel ? interaction.channel.name : undefined;
  return {
    verb: "",
    args: {},
    pressed: false,
    channel: { id: `discord:${address}`, platform: "discord", address, lang: langOf(interaction), ...(name && { name: `#${name}` }) },
    caller: {
      id: `discord:${interaction.user.id}`,
      name: interaction.user.globalName ?? interaction.user.username,
      mayManage: mayManage(interaction, managerRoles),
      isOperator: false,
    },
    lang: interaction.locale,
    at: now(),
    ...what,
  };
}

/** A channel speaks its server's language until a manager says otherwise. */
const langOf = ({ guildLocale, locale }: Interaction): string => guildLocale ?? locale;

export function callFromOptions(interaction: ChatInputCommandInteraction | AutocompleteInteraction, deps: AskDeps): CommandCall {
  const group = interaction.options.getSubcommand(false) ?? "";
  const shape = deps.commands.find(({ name }) => name === interaction.commandName);
  const verb = group === namelessVerb && !shape?.verbs.some(({ name }) => name === namelessVerb) ? "" : group;
  const options = interaction.options.data.flatMap((option) =>
    option.type === ApplicationCommandOptionType.Subcommand ? (option.options ?? []) : [option],
  );
  const args = options.flatMap(({ name, value, type }) =>
    value === undefined || type === ApplicationCommandOptionType.Attachment ? [] : [[name, `${value}`] as const],
  );
  return callFrom(interaction, { command: interaction.commandName, verb, args: Object.fromEntries(args) }, deps);
}

export function verbOf({ command, verb }: Pick<CommandCall, "command" | "verb">, commands: CommandList): Verb | undefined {
  const shape = commands.find(({ name }) => name === command);
  return shape?.verbs.find(({ name }) => name === verb) ?? (verb === "" ? shape?.verbs[0] : undefined);
}
