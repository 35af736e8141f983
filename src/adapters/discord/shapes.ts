import {
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  type RESTPutAPIApplicationCommandsJSONBody,
} from "discord.js";
import type { Argument, CommandList, CommandShape, Verb } from "../../model/command.ts";
import { limits } from "./limits.ts";

type Body = RESTPutAPIApplicationCommandsJSONBody[number];

/** The command in the menu of a message. */
export const findQuotes = "Find quotes";

/** Usable in servers, in direct messages, and anywhere by a person who installed Quoth. */
const everywhere = {
  contexts: [InteractionContextType.Guild, InteractionContextType.BotDM, InteractionContextType.PrivateChannel],
  integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
};

/** Commands as Discord registers them: verbs become subcommands, arguments options. */
export function commandBodies(commands: CommandList): readonly Body[] {
  const menu: Body = { type: ApplicationCommandType.Message, name: findQuotes, ...everywhere };
  return [...commands.map(commandBody), ...(commands.some(({ name }) => name === "quote") ? [menu] : [])];
}

function commandBody({ name, about, verbs }: CommandShape): Body {
  const base = { type: ApplicationCommandType.ChatInput as const, name, description: describe(about), ...everywhere };
  const [only] = verbs;
  if (only?.name === "" && verbs.length === 1) return { ...base, options: only.arguments.toSorted(requiredFirst).map(optionBody) };
  return { ...base, options: verbs.map(subcommandBody) };
}

/** A nameless verb among others needs a name here. */
export const namelessVerb = "show";

function subcommandBody({ name, about, arguments: args }: Verb): APIApplicationCommandOption {
  return {
    type: ApplicationCommandOptionType.Subcommand,
    name: name || namelessVerb,
    description: describe(about),
    options: args.toSorted(requiredFirst).map(optionBody),
  };
}

const requiredFirst = (a: Argument, b: Argument): number => Number(b.required) - Number(a.required) || rank(a) - rank(b);
/** What a person names first stands first. */
const rank = ({ name }: Argument): number => (name === "digest" || name === "subscription" ? 0 : 1);

function optionBody({ name, about, required, kind, choices, completes }: Argument): APIApplicationCommandBasicOption {
  const base = { name, description: describe(about), required };
  if (kind === "attachment") return { ...base, type: ApplicationCommandOptionType.Attachment };
  if (choices && choices.length > 0) {
    const fixed = choices.slice(0, limits.choices).map((value) => ({ name: value, value }));
    return { ...base, type: ApplicationCommandOptionType.String, choices: fixed };
  }
  if (kind === "flag") {
    const fixed = ["on", "off"].map((value) => ({ name: value, value }));
    return { ...base, type: ApplicationCommandOptionType.String, choices: fixed };
  }
  return { ...base, type: ApplicationCommandOptionType.String, ...(completes && { autocomplete: true }) };
}

const describe = (about: string): string => about.slice(0, limits.commandDescription) || "…";
