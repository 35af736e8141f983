import {
  AttachmentBuilder,
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  type MessageContextMenuCommandInteraction,
  MessageFlags,
  type ModalSubmitInteraction,
} from "discord.js";
import type { Reply } from "../../model/command.ts";
import type { Message } from "../../model/message.ts";
import { escapeLines } from "./escape.ts";
import { renderMessage } from "./markup.ts";
import { splitMessage } from "./split.ts";

type Deferred = ChatInputCommandInteraction | MessageContextMenuCommandInteraction | ModalSubmitInteraction;

/** More parts would be no answer but a flood; a person's own installation may follow up five times (docs: receiving-and-responding). */
const mostParts = 5;

/** Fills in the deferred answer. One that turned out private after a public deferral is told to the asker alone. */
export async function answerTo(interaction: Deferred, reply: Reply, wasPrivate: boolean): Promise<void> {
  const [first, ...more] = splitMessage(reply.message).slice(0, mostParts);
  if (!first) return;
  const isPrivate = reply.private || wasPrivate;
  if (isPrivate && !wasPrivate) {
    // The first follow-up would take the public answer's place, and be as public.
    await interaction.deleteReply();
    await interaction.followUp({ ...contentOf(first), flags: flagsFor(true) });
  } else await interaction.editReply({ ...contentOf(first), flags: MessageFlags.IsComponentsV2 });
  for (const part of more) await interaction.followUp({ ...contentOf(part), flags: flagsFor(isPrivate) });
}

/** A press replaces the message it was on only where the same people see both. */
export async function answerPress(interaction: ButtonInteraction, reply: Reply): Promise<void> {
  const parts = splitMessage(reply.message).slice(0, mostParts);
  const isHeldPrivate = interaction.message.flags.has(MessageFlags.Ephemeral);
  const [first, ...more] = parts;
  const replaces = reply.replace === true && isHeldPrivate === reply.private && first !== undefined;
  if (replaces) await interaction.editReply({ ...contentOf(first), flags: MessageFlags.IsComponentsV2 });
  for (const part of replaces ? more : parts) await interaction.followUp({ ...contentOf(part), flags: flagsFor(reply.private) });
}

const flagsFor = (isPrivate: boolean) =>
  isPrivate ? ([MessageFlags.IsComponentsV2, MessageFlags.Ephemeral] as const) : ([MessageFlags.IsComponentsV2] as const);

function contentOf(message: Message) {
  const { components, files } = renderMessage(message);
  return {
    components: [...components],
    files: files.map(({ name, bytes }) => new AttachmentBuilder(Buffer.from(bytes), { name })),
    allowedMentions: { parse: [] },
  };
}

export const privateText = (text: string) => ({
  content: escapeLines(text),
  flags: MessageFlags.Ephemeral as const,
  allowedMentions: { parse: [] },
});
