import {
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  InteractionResponseType,
  type MessageContextMenuCommandInteraction,
  MessageFlags,
  type ModalSubmitInteraction,
  type RawFile,
  type RepliableInteraction,
  Routes,
} from "discord.js";
import type { Reply } from "../../model/command.ts";
import type { Message } from "../../model/message.ts";
import { receiptFrom } from "./errors.ts";
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
  // The first follow-up would take the public answer's place, and be as public.
  if (isPrivate && !wasPrivate && (await removeOriginal(interaction))) await followUp(interaction, first, true);
  else await editOriginal(interaction, first);
  for (const part of more) await followUp(interaction, part, isPrivate);
}

/** A press replaces the message it was on only where the same people see both. */
export async function answerPress(interaction: ButtonInteraction, reply: Reply): Promise<void> {
  const parts = splitMessage(reply.message).slice(0, mostParts);
  const isHeldPrivate = interaction.message.flags.has(MessageFlags.Ephemeral);
  const [first, ...more] = parts;
  const replaces = reply.replace === true && isHeldPrivate === reply.private && first !== undefined;
  if (replaces) await editOriginal(interaction, first);
  for (const part of replaces ? more : parts) await followUp(interaction, part, reply.private);
}

/*
 * The requests go past the library's own methods, which build a message out of every answer to them: nobody needs it, and an
 * answer with a field missing would count as a failure of what has long been shown.
 */

type Answerable = Deferred | ButtonInteraction;

const originalOf = ({ applicationId, token }: Answerable) => Routes.webhookMessage(applicationId, token, "@original");

/** Once more where it is open whether it arrived: the same edit twice is one edit. */
async function editOriginal(interaction: Answerable, message: Message): Promise<void> {
  const { files, ...body } = contentOf(message, false);
  const edit = () => interaction.client.rest.patch(originalOf(interaction), { body, files, auth: false });
  await edit().catch((error: unknown) => {
    if (receiptFrom(error).status !== "unknown") throw error;
    return edit();
  });
}

async function followUp(interaction: Answerable, message: Message, isPrivate: boolean): Promise<void> {
  const { files, ...body } = contentOf(message, isPrivate);
  await interaction.client.rest.post(Routes.webhook(interaction.applicationId, interaction.token), { body, files, auth: false });
}

/** False where it could not be removed: then it has to be filled in. */
async function removeOriginal(interaction: Answerable): Promise<boolean> {
  return interaction.client.rest.delete(originalOf(interaction), { auth: false }).then(
    () => true,
    () => false,
  );
}

function contentOf(message: Message, isPrivate: boolean) {
  const { components, files } = renderMessage(message);
  const raw: RawFile[] = files.map(({ name, bytes }) => ({ name, data: Buffer.from(bytes) }));
  return {
    flags: MessageFlags.IsComponentsV2 | (isPrivate ? MessageFlags.Ephemeral : 0),
    components,
    files: raw,
    allowed_mentions: { parse: [] },
  };
}

/** A line for the asker alone, whether or not something was answered before. */
export async function tell(interaction: RepliableInteraction, text: string): Promise<void> {
  const { applicationId, id, token, client } = interaction;
  const data = { content: escapeLines(text), flags: MessageFlags.Ephemeral, allowed_mentions: { parse: [] } };
  if (interaction.deferred || interaction.replied)
    await client.rest.post(Routes.webhook(applicationId, token), { body: data, auth: false });
  else {
    const body = { type: InteractionResponseType.ChannelMessageWithSource, data };
    await client.rest.post(Routes.interactionCallback(id, token), { body, auth: false });
  }
}
