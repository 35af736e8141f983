import { readInstallation } from "../app/installation.ts";
import { createLog } from "../app/log.ts";
import { version } from "../app/reading.ts";
import { startApp } from "../app.ts";
import { readArguments, refuseWords } from "./arguments.ts";
import type { ExitCode, Io } from "./commands.ts";

/** Runs until told to stop. Exit 1 when a platform says that only a restart helps: a supervisor starts it again. */
export async function run(words: readonly string[], io: Io): Promise<ExitCode> {
  refuseWords(readArguments(words, "run"), "run");
  const installation = readInstallation();
  const log = createLog(installation.settings.log, io.output, io.errors, installation.secrets, () => new Date());
  log.info(`Quoth ${version}`);
  const app = await startApp(installation, log);
  for (const { adapter, missing } of installation.off) log.info(`${adapter.name}: off. ${missing}`);
  log.info(`Digests: ${installation.digests.map(({ id }) => id).join(", ")}`);
  log.info(await describeNext(app.stores.subscriptions.nextDueAt()));
  const stopped = new Promise<undefined>((resolve) => {
    if (io.signal.aborted) resolve(undefined);
    io.signal.addEventListener("abort", () => resolve(undefined), { once: true });
  });
  const reason = await Promise.race([stopped, app.fatal]);
  if (reason !== undefined) log.error(`${reason} Quoth ends now, so that it can be started afresh.`);
  await app.close();
  return reason === undefined ? 0 : 1;
}

async function describeNext(next: Promise<Date | undefined>): Promise<string> {
  const at = await next;
  if (at && at <= new Date()) return "Next edition: within a minute, with what was missed while Quoth was away";
  return at
    ? `Next edition: ${at.toISOString().slice(0, 16).replace("T", " ")} UTC`
    : "No subscription yet: type /subscribe in the local channel.";
}
