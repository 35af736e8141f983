import { readInstallation } from "../app/installation.ts";
import { getWord, readArguments } from "./arguments.ts";
import { type ExitCode, findCommand, type Io } from "./commands.ts";
import { openToRead } from "./open.ts";
import { withProgress } from "./progress.ts";

/** A whole copy, also while Quoth runs: the file appears only when it is complete. */
export async function run(words: readonly string[], io: Io): Promise<ExitCode> {
  const form = findCommand("backup")?.form ?? "";
  const file = getWord(readArguments(words, form), form);
  const stores = await openToRead(readInstallation());
  try {
    let share = 0;
    const note = (done: number): void => {
      share = done;
    };
    await withProgress(
      io,
      () => ({ words: `${Math.floor(share * 100)} % copied`, share }),
      () => stores.backup(file, io.signal, note),
    );
    io.output.write(`The database was copied to ${file}.\n`);
    return 0;
  } finally {
    await stores.close();
  }
}
