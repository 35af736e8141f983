import { readInstallation } from "../app/installation.ts";
import { databaseFile } from "../app.ts";
import { openStores } from "../store/open.ts";
import { readArguments, refuseWords } from "./arguments.ts";
import type { ExitCode, Io } from "./commands.ts";

/** Brings the database to this version; `run` does so by itself. */
export async function run(words: readonly string[], io: Io): Promise<ExitCode> {
  refuseWords(readArguments(words, "migrate"), "migrate");
  const file = databaseFile(readInstallation());
  await (await openStores(file)).close();
  io.output.write(`${file} is up to date.\n`);
  return 0;
}
