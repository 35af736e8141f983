import { readInstallation } from "../app/installation.ts";
import { createLog } from "../app/log.ts";
import { withWorkbench } from "../app/once.ts";
import { findFeeds } from "../ingest/find.ts";
import { getWord, readArguments } from "./arguments.ts";
import { type ExitCode, findCommand, type Io } from "./commands.ts";

/** The feeds a site offers, each read once. Exit 3 when there is none. */
export async function run(words: readonly string[], io: Io): Promise<ExitCode> {
  const form = findCommand("feeds")?.form ?? "";
  const args = readArguments(words, form);
  const url = getWord(args, form);
  const installation = readInstallation();
  const log = createLog("plain", io.errors, io.errors, installation.secrets, () => new Date());
  const feeds = await withWorkbench(installation, log, ({ reading }) => findFeeds(url, reading, io.signal));
  if (args.json) io.output.write(`${JSON.stringify(feeds)}\n`);
  else if (feeds.length === 0) io.output.write(`${url} offers no feed that can be read.\n`);
  else io.output.write(`${feeds.map(({ url: address, title, entries }) => `${address}  ${title ?? ""} (${entries})`).join("\n")}\n`);
  return feeds.length > 0 ? 0 : 3;
}
