import { createHash } from "node:crypto";
import type { CommandList } from "../../model/command.ts";
import type { PlatformDeps } from "../../model/platform.ts";
import { cutText } from "../../text/fit.ts";
import type { Api } from "./api.ts";
import { limits } from "./limits.ts";

/** Tells Telegram the commands: to all what anybody may ask, to administrators and in private the rest too. Only when they changed. */
export async function registerCommands(
  api: Api,
  commands: CommandList,
  memory: PlatformDeps["memory"],
  signal: AbortSignal,
): Promise<void> {
  const all = listOf(commands);
  const open = listOf(commands.filter(({ verbs }) => verbs.some(({ who }) => who === "anyone")));
  const scopes = [
    { scope: { type: "default" }, commands: open },
    { scope: { type: "all_private_chats" }, commands: all },
    { scope: { type: "all_chat_administrators" }, commands: all },
  ];
  const hash = createHash("sha256").update(JSON.stringify(scopes)).digest("hex");
  if ((await memory.get("commands")) === hash) return;
  for (const scope of scopes) await api.call("setMyCommands", scope, signal);
  await memory.set("commands", hash);
}

const listOf = (commands: CommandList) =>
  commands
    .filter(({ name }) => /^[a-z0-9_]{1,32}$/.test(name))
    .slice(0, limits.commands)
    .map(({ name, about }) => ({ command: name, description: cutText(about, limits.commandAbout) }));
