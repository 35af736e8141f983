import {
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  Locale,
  type RESTPutAPIApplicationCommandsJSONBody,
} from "discord.js";
import type { Argument, CommandList, CommandShape, Verb } from "../../model/command.ts";
import { limits } from "./limits.ts";
import { managersBody } from "./managers.ts";
import { wordsFor } from "./words.ts";

type Body = RESTPutAPIApplicationCommandsJSONBody[number];

/** The command in the menu of a message. */
export const findQuotes = "Find quotes";

/** Usable in servers, in direct messages, and anywhere by a person who installed Quoth. */
const everywhere = {
  contexts: [InteractionContextType.Guild, InteractionContextType.BotDM, InteractionContextType.PrivateChannel],
  integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
};

/** Languages of Discord's clients (docs: reference, locales) by language of the interface. */
const localesOf: Readonly<Record<string, readonly Locale[]>> = { en: [Locale.EnglishUS, Locale.EnglishGB], uk: [Locale.Ukrainian] };

/** The same thing as it is said in another language. Names stay: answers and documents call the commands by them. */
interface Spoken<Shape> {
  readonly locale: Locale;
  readonly shape: Shape | undefined;
}

/** Commands as Discord registers them: verbs become subcommands, arguments options; each described in every language. */
export function commandBodies(commands: CommandList, byLang: Readonly<Record<string, CommandList>> = {}): readonly Body[] {
  const lists = Object.entries(byLang).flatMap(([lang, list]) => (localesOf[lang] ?? []).map((locale) => ({ locale, shape: list })));
  const bodies = commands.map((command) =>
    commandBody(
      command,
      within(lists, (list) => list.find(({ name }) => name === command.name)),
    ),
  );
  return commands.some(({ name }) => name === "quote") ? [...bodies, managersBody(), menuBody(lists.map(({ locale }) => locale))] : bodies;
}

function menuBody(locales: readonly Locale[]): Body {
  const name_localizations = Object.fromEntries(locales.map((locale) => [locale, wordsFor(locale).findQuotes]));
  return { type: ApplicationCommandType.Message, name: findQuotes, name_localizations, ...everywhere };
}

function commandBody({ name, about, verbs }: CommandShape, spoken: readonly Spoken<CommandShape>[]): Body {
  const base = { type: ApplicationCommandType.ChatInput as const, name, ...described(about, spoken), ...everywhere };
  const [only] = verbs;
  if (only?.name === "" && verbs.length === 1) return { ...base, options: optionBodies(only, verbIn(spoken, only)) };
  return { ...base, options: verbs.map((verb) => subcommandBody(verb, verbIn(spoken, verb))) };
}

const verbIn = (spoken: readonly Spoken<CommandShape>[], { name }: Verb) =>
  within(spoken, ({ verbs }) => verbs.find((verb) => verb.name === name));

const within = <Whole, Part>(spoken: readonly Spoken<Whole>[], pick: (whole: Whole) => Part | undefined): readonly Spoken<Part>[] =>
  spoken.map(({ locale, shape }) => ({ locale, shape: shape && pick(shape) }));

function described(about: string, spoken: readonly Spoken<{ readonly about: string }>[]) {
  const others = spoken.flatMap(({ locale, shape }) => (shape && shape.about !== about ? [[locale, describe(shape.about)]] : []));
  return { description: describe(about), ...(others.length > 0 && { description_localizations: Object.fromEntries(others) }) };
}

/** A nameless verb among others needs a name here. */
export const namelessVerb = "show";

function subcommandBody(verb: Verb, spoken: readonly Spoken<Verb>[]): APIApplicationCommandOption {
  return {
    type: ApplicationCommandOptionType.Subcommand,
    name: verb.name || namelessVerb,
    ...described(verb.about, spoken),
    options: optionBodies(verb, spoken),
  };
}

function optionBodies({ arguments: args }: Verb, spoken: readonly Spoken<Verb>[]): APIApplicationCommandBasicOption[] {
  return args.toSorted(requiredFirst).map((argument) =>
    optionBody(
      argument,
      within(spoken, (verb) => verb.arguments.find(({ name }) => name === argument.name)),
    ),
  );
}

const requiredFirst = (a: Argument, b: Argument): number => Number(b.required) - Number(a.required) || rank(a) - rank(b);
/** What a person names first stands first. */
const rank = ({ name }: Argument): number => (name === "digest" || name === "subscription" ? 0 : 1);

function optionBody(
  { name, about, required, kind, choices, completes }: Argument,
  spoken: readonly Spoken<Argument>[],
): APIApplicationCommandBasicOption {
  const base = { name, ...described(about, spoken), required };
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
