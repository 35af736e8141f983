import { readFile } from "node:fs/promises";
import { readInstallation } from "../app/installation.ts";
import { createLog } from "../app/log.ts";
import { withWorkbench } from "../app/once.ts";
import { buildOpml, type OpmlFeed } from "../ingest/opml-write.ts";
import { InputError } from "../model/errors.ts";
import { getWord, readArguments } from "./arguments.ts";
import { type ExitCode, findCommand, type Io } from "./commands.ts";

/** A digest's feeds as a reading list; a reading list's feeds as the `sources` of a digest file. Exit 3 when there are none. */
export async function run(words: readonly string[], io: Io): Promise<ExitCode> {
  const form = findCommand("opml")?.form ?? "";
  const args = readArguments(words, form);
  const word = getWord(args, form);
  const installation = readInstallation();
  const digest = installation.digests.find(({ id }) => id === word);
  if (digest) {
    const feeds = digest.sources
      .filter(({ kind }) => kind === "feed")
      .map(({ address, name }): OpmlFeed => ({ url: address, folders: [], ...(name !== undefined && { title: name }) }));
    io.output.write(args.json ? `${JSON.stringify(feeds)}\n` : buildOpml({ title: digest.name, at: new Date(), feeds }));
    return feeds.length > 0 ? 0 : 3;
  }
  const bytes = await readList(
    word,
    installation.digests.map(({ id }) => id),
  );
  const log = createLog("plain", io.errors, io.errors, installation.secrets, () => new Date());
  const { feeds } = await withWorkbench(installation, log, ({ reading }) => reading.jobs.opml(bytes));
  io.output.write(args.json ? `${JSON.stringify(feeds)}\n` : writeSources(feeds));
  return feeds.length > 0 ? 0 : 3;
}

async function readList(file: string, digests: readonly string[]): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch (cause) {
    throw new InputError(`${file} is neither a digest (${digests.join(", ")}) nor a file that can be read.`, { cause });
  }
}

/** Lines for digests/<id>.yaml. A JSON string is a quoted string of YAML as well. */
function writeSources(feeds: readonly OpmlFeed[]): string {
  const lines = feeds.map(
    ({ url, title }) => `  - feed: ${JSON.stringify(url)}\n${title === undefined ? "" : `    name: ${JSON.stringify(title)}\n`}`,
  );
  return feeds.length === 0 ? "The list names no feed.\n" : `sources:\n${lines.join("")}`;
}
