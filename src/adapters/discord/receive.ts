import {
  type AutocompleteInteraction,
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  type Interaction,
  type MessageContextMenuCommandInteraction,
  MessageFlags,
  type ModalSubmitInteraction,
} from "discord.js";
import type { CommandCall, Reply } from "../../model/command.ts";
import type { PlatformDeps } from "../../model/platform.ts";
import { type AskDeps, callFrom, callFromOptions, verbOf } from "./ask.ts";
import { fetchAttachment } from "./attachment.ts";
import { codes, isCode } from "./errors.ts";
import { formId, readForm, subscribeForm, wantsForm } from "./form.ts";
import type { LastManagers } from "./last-manager.ts";
import { limits } from "./limits.ts";
import { answerManagers, type Managers, managersCommand } from "./managers.ts";
import { callOf } from "./markup.ts";
import { bringsMessages, missingPermissions } from "./permissions.ts";
import { answerPress, answerTo, tell } from "./reply.ts";
import { findQuotes } from "./shapes.ts";
import { wordsFor } from "./words.ts";

export type ReceiveDeps = AskDeps & {
  /** Roles that servers chose. */
  readonly managers: Managers;
  readonly lastManagers: LastManagers;
  /** True the first time: an interaction that comes again was answered, and Discord takes no second answer. */
  readonly isNew: (id: string) => boolean;
} & Pick<PlatformDeps, "answer" | "complete" | "firstTime" | "log">;

type Command = ChatInputCommandInteraction | MessageContextMenuCommandInteraction | ModalSubmitInteraction;

/** One interaction → one answer. Never rejects: an interaction that is gone or answered is of no use to anybody. */
export async function receive(interaction: Interaction, deps: ReceiveDeps): Promise<void> {
  if (!deps.isNew(interaction.id)) return;
  try {
    await route(interaction, deps);
  } catch (error) {
    if (isCode(error, codes.unknownInteraction, codes.alreadyAnswered)) {
      deps.log.info(`discord: interaction ${interaction.id} was gone before it could be answered`);
      return;
    }
    deps.log.error(`discord: interaction ${interaction.id} failed`, { cause: error });
    await sayFailed(interaction, deps);
  }
}

async function route(interaction: Interaction, all: ReceiveDeps): Promise<void> {
  const chosen = interaction.guildId === null ? undefined : await all.managers.roleIn(interaction.guildId);
  const deps = chosen === undefined ? all : { ...all, managerRoles: [...all.managerRoles, chosen] };
  if (interaction.isAutocomplete()) return complete(interaction, deps);
  // Recorded while Discord is told that an answer is coming: it waits three seconds.
  const isFirst = deps.firstTime(`discord:${interaction.id}`);
  if (interaction.isChatInputCommand() && interaction.commandName === managersCommand) {
    if (await isFirst) await answerManagers(interaction, deps.managers);
    return;
  }
  if (interaction.isChatInputCommand()) return answerSlash(interaction, isFirst, deps);
  if (interaction.isMessageContextMenuCommand()) return answerMenu(interaction, isFirst, deps);
  if (interaction.isButton()) return press(interaction, isFirst, deps);
  if (interaction.isModalSubmit() && interaction.customId === formId) {
    return answerCommand(interaction, callFrom(interaction, { command: "subscribe", args: readForm(interaction) }, deps), isFirst, deps);
  }
  await isFirst;
  if (interaction.isRepliable()) await tell(interaction, wordsFor(interaction.locale).oldButton);
}

async function answerSlash(interaction: ChatInputCommandInteraction, isFirst: Promise<boolean>, deps: ReceiveDeps): Promise<void> {
  const call = callFromOptions(interaction, deps);
  if (wantsForm(call)) {
    const form = await subscribeForm(call, deps.commands, deps.complete);
    if (await isFirst) await interaction.showModal(form);
    return;
  }
  return answerCommand(interaction, call, isFirst, deps);
}

async function answerMenu(interaction: MessageContextMenuCommandInteraction, isFirst: Promise<boolean>, deps: ReceiveDeps): Promise<void> {
  const text = interaction.targetMessage.content.trim();
  if (interaction.commandName !== findQuotes || text === "") {
    if (await isFirst) await tell(interaction, wordsFor(interaction.locale).noText);
    return;
  }
  // What fits into a question is looked up; a link or a long text is read for the quotes in it.
  const link = /https?:\/\/\S+/.exec(text)?.[0];
  const isQuestion = link === undefined && text.length <= 280;
  const what = isQuestion ? { command: "quote", args: { query: text } } : { command: "article", args: { text: link ?? text } };
  return answerCommand(interaction, callFrom(interaction, what, deps), isFirst, deps, true);
}

async function answerCommand(
  interaction: Command,
  call: CommandCall,
  isFirst: Promise<boolean>,
  deps: ReceiveDeps,
  asPrivate = verbOf(call, deps.commands)?.private ?? false,
): Promise<void> {
  await interaction.deferReply(asPrivate ? { flags: MessageFlags.Ephemeral } : {});
  if (!(await isFirst)) return;
  const refused = refusePosting(interaction, call);
  if (refused) return answerTo(interaction, refused, asPrivate);
  await noteManager(interaction, call, deps);
  const attachment = interaction.isChatInputCommand() ? await fetchAttachment(interaction) : undefined;
  if (typeof attachment === "string") return answerTo(interaction, refusal(wordsFor(call.lang).attachment[attachment]), asPrivate);
  const reply = await deps.answer({ ...call, ...(attachment && { attachment }) });
  await answerTo(interaction, asPrivate ? { ...reply, private: true } : reply, asPrivate);
}

/** Who managed a channel last is told what happens to it. */
async function noteManager({ channelId, guildId, locale, user }: Command, call: CommandCall, deps: ReceiveDeps): Promise<void> {
  if (channelId === null || guildId === null || !call.caller.mayManage || verbOf(call, deps.commands)?.who !== "manager") return;
  await deps.lastManagers.note(channelId, { userId: user.id, lang: locale });
}

async function press(interaction: ButtonInteraction, isFirst: Promise<boolean>, deps: ReceiveDeps): Promise<void> {
  const line = callOf(interaction.customId);
  if (line === undefined) {
    if (await isFirst) await tell(interaction, wordsFor(interaction.locale).oldButton);
    return;
  }
  await interaction.deferUpdate();
  if (!(await isFirst)) return;
  const [, command = "", rest = ""] = /^(\S+)\s*(.*)$/s.exec(line) ?? [];
  const call = callFrom(interaction, { command, line: rest, pressed: true }, deps);
  const refused = refusePosting(interaction, call);
  await answerPress(interaction, refused ?? (await deps.answer(call)));
}

/** Messages that could not be sent later are better refused now, with the permission that is missing. */
function refusePosting(interaction: Interaction, call: CommandCall): Reply | undefined {
  if (!bringsMessages(call) || !call.caller.mayManage) return undefined;
  const words = wordsFor(call.lang);
  const isMember = interaction.guildId === null || "0" in interaction.authorizingIntegrationOwners;
  const missing = isMember ? missingPermissions(interaction) : [];
  if (isMember && missing.length === 0) return undefined;
  return refusal(isMember ? words.missing(call.channel.name ?? words.here, missing) : words.notInstalled);
}

const refusal = (text: string): Reply => ({ message: { blocks: [{ kind: "text", text }] }, private: true, outcome: "refused" });

async function complete(interaction: AutocompleteInteraction, deps: ReceiveDeps): Promise<void> {
  const { name } = interaction.options.getFocused(true);
  const found = await deps.complete(callFromOptions(interaction, deps), name);
  const choices = found
    .filter(({ value }) => value.length > 0 && value.length <= limits.choice)
    .slice(0, limits.choices)
    .map(({ value, label }) => ({ value, name: label.slice(0, limits.choice).toWellFormed() || value }));
  await interaction.respond(choices);
}

async function sayFailed(interaction: Interaction, { log }: ReceiveDeps): Promise<void> {
  if (!interaction.isRepliable()) return;
  try {
    await tell(interaction, wordsFor(interaction.locale).failed);
  } catch (error) {
    log.warn(`discord: interaction ${interaction.id} could not even be told that it failed`, { cause: error });
  }
}
