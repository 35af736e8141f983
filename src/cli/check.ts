import { readInstallation } from "../app/installation.ts";
import { SettingsError } from "../model/errors.ts";
import { readArguments, refuseWords } from "./arguments.ts";
import { type ExitCode, findCommand, type Io } from "./commands.ts";
import { reportFailure } from "./failure.ts";

/** Every wrong setting at once; nothing is started. */
export async function run(words: readonly string[], io: Io): Promise<ExitCode> {
  const form = findCommand("check")?.form ?? "";
  const args = readArguments(words, form);
  refuseWords(args, form);
  const { json } = args;
  try {
    const { settings, digests, ready, off } = readInstallation();
    const told = {
      ok: true,
      digests: digests.map(({ id }) => id),
      platforms: ready.map(({ adapter }) => adapter.id),
      off: off.map(({ adapter, missing }) => ({ platform: adapter.id, missing })),
      data: settings.dataFolder,
    };
    if (json) io.output.write(`${JSON.stringify(told)}\n`);
    else {
      io.output.write(`All settings are right: ${digests.length} digests, ${ready.map(({ adapter }) => adapter.name).join(", ")}.\n`);
      for (const { adapter, missing } of off) io.output.write(`${adapter.name}: off. ${missing}\n`);
    }
    return 0;
  } catch (error) {
    if (!(error instanceof SettingsError) || !json) return reportFailure(error, io);
    io.output.write(`${JSON.stringify({ ok: false, problems: error.problems })}\n`);
    return 2;
  }
}
