import type { ChatInputCommandInteraction } from "discord.js";
import type { CommandCall } from "../../model/command.ts";

export type Attachment = NonNullable<CommandCall["attachment"]>;

/** Largest file a person may hand in. */
const mostBytes = 5_000_000;
const patienceMs = 20_000;

/** What a person attached, from Discord's own file server; or why it is not to be had. Undefined where nothing is attached. */
export async function fetchAttachment(interaction: ChatInputCommandInteraction): Promise<Attachment | "too-large" | "gone" | undefined> {
  const given = interaction.options.data
    .flatMap((option) => [option, ...(option.options ?? [])])
    .find(({ attachment }) => attachment)?.attachment;
  if (!given) return undefined;
  if (given.size > mostBytes) return "too-large";
  const bytes = await fetchBytes(given.url);
  return typeof bytes === "string" ? bytes : { name: given.name, mediaType: given.contentType ?? "application/octet-stream", bytes };
}

/** Reads no further than is taken, whatever size was announced. */
async function fetchBytes(url: string): Promise<Uint8Array | "too-large" | "gone"> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(patienceMs), redirect: "error" });
    if (!answer.ok) return "gone";
    for await (const chunk of answer.body ?? []) {
      length += chunk.length;
      if (length > mostBytes) return "too-large";
      chunks.push(chunk);
    }
  } catch {
    // Discord's file server is not ours: whatever happened there, attaching the file again is the way.
    return "gone";
  }
  return Buffer.concat(chunks);
}
