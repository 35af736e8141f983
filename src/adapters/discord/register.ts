import { createHash } from "node:crypto";
import { Routes } from "discord.js";
import type { PlatformDeps } from "../../model/platform.ts";
import type { Caller } from "./rest.ts";
import { commandBodies } from "./shapes.ts";

/** Registers the commands when they are others than last time; Discord counts registrations (200 a day). */
export async function registerCommands(
  applicationId: string,
  call: Caller,
  { commands, commandsByLang, memory, log }: Pick<PlatformDeps, "commands" | "commandsByLang" | "memory" | "log">,
): Promise<void> {
  const body = commandBodies(commands, commandsByLang);
  const hash = createHash("sha256")
    .update(JSON.stringify([applicationId, body]))
    .digest("hex");
  if ((await memory.get("commands")) === hash) return;
  await call((rest) => rest.put(Routes.applicationCommands(applicationId), { body }));
  await memory.set("commands", hash);
  log.info(`discord: ${body.length} commands registered`);
}
