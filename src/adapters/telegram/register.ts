import { createHash } from "node:crypto";
import type { CommandList } from "../../model/command.ts";
import type { PlatformDeps } from "../../model/platform.ts";
import { cutText } from "../../text/fit.ts";
import type { Api } from "./api.ts";
import { limits } from "./limits.ts";

/**
 * Tells Telegram the commands, to each person in their own language: to all what anybody may ask, to administrators and in private the rest too.
 * Only when they changed.
 */
export async function registerCommands(
  api: Api,
  {
    commands,
    commandsByLang = {},
    memory,
    whispers,
  }: Pick<PlatformDeps, "commands" | "commandsByLang" | "memory"> & { readonly whispers: boolean },
  signal: AbortSignal,
): Promise<void> {
  const listed = { "": commands, ...commandsByLang };
  const lists = Object.entries(listed).flatMap(([lang, list]) => scopesOf(list, whispers, lang));
  const hash = createHash("sha256").update(JSON.stringify(lists)).digest("hex");
  if ((await memory.get("commands")) === hash) return;
  for (const list of lists) await api.call("setMyCommands", list, signal);
  await memory.set("commands", hash);
}

/** Without a language: for everybody whose own has no list. */
function scopesOf(commands: CommandList, whispers: boolean, language_code: string) {
  const all = listOf(commands, whispers);
  const open = listOf(
    commands.filter(({ verbs }) => verbs.some(({ who }) => who === "anyone")),
    whispers,
  );
  const spoken = language_code === "" ? {} : { language_code };
  return [
    { scope: { type: "default" }, commands: open, ...spoken },
    { scope: { type: "all_private_chats" }, commands: all, ...spoken },
    { scope: { type: "all_chat_administrators" }, commands: all, ...spoken },
  ];
}

/** A command whose every answer is private is whispered: in a group nobody but the asker sees it, nor the answer. */
const listOf = (commands: CommandList, whispers: boolean) =>
  commands
    .filter(({ name }) => /^[a-z0-9_]{1,32}$/.test(name))
    .slice(0, limits.commands)
    .map(({ name, about, verbs }) => ({
      command: name,
      description: cutText(about, limits.commandAbout),
      ...(whispers && verbs.every((verb) => verb.private) && { is_ephemeral: true }),
    }));
