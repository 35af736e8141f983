import { BotError, InputError, SettingsError } from "../model/errors.ts";
import type { ExitCode, Io } from "./commands.ts";

/** Says what failed in the operator's words. A stack is shown only for what nobody foresaw. */
export function reportFailure(error: unknown, io: Pick<Io, "errors">): ExitCode {
  if (error instanceof SettingsError) {
    const count = error.problems.length;
    io.errors.write(`${count === 1 ? "One setting is" : `${count} settings are`} wrong; nothing was started.\n`);
    for (const { file, key, words } of error.problems) io.errors.write(`  ${file}: ${key}: ${words}\n`);
    return 2;
  }
  if (error instanceof InputError) {
    io.errors.write(`${error.message}\n`);
    return 2;
  }
  if (error instanceof BotError) {
    io.errors.write(`${error.message}\n`);
    return 1;
  }
  if (error instanceof Error && error.name === "AbortError") return 1;
  io.errors.write(`Quoth failed in a way it did not foresee:\n${error instanceof Error ? error.stack : String(error)}\n`);
  return 1;
}
