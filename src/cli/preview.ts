import { readInstallation } from "../app/installation.ts";
import { createLog } from "../app/log.ts";
import { withWorkbench } from "../app/once.ts";
import { renderEdition } from "../deliver/render.ts";
import { readSources } from "../intake.ts";
import { InputError } from "../model/errors.ts";
import { buildPreview } from "../pipeline.ts";
import { getWord, readArguments } from "./arguments.ts";
import { type ExitCode, findCommand, type Io } from "./commands.ts";
import { withProgress } from "./progress.ts";
import { renderTerminal } from "./terminal.ts";

const dayMs = 86_400_000;

/** An edition on the terminal. Nothing is sent or kept. Exit 3 when there is no news. */
export async function run(words: readonly string[], io: Io): Promise<ExitCode> {
  const form = findCommand("preview")?.form ?? "";
  const args = readArguments(words, form);
  const id = getWord(args, form);
  const installation = readInstallation();
  const digest = installation.digests.find((each) => each.id === id);
  if (!digest)
    throw new InputError(`There is no digest "${id}". Choose one of: ${installation.digests.map((each) => each.id).join(", ")}.`);
  const log = createLog("plain", io.errors, io.errors, installation.secrets, () => new Date());
  return withWorkbench(installation, log, async ({ pipeline, stores }) => {
    const all = digest.sources.length;
    io.errors.write(`Reading ${all} ${all === 1 ? "source" : "sources"} …\n`);
    const describe = async () => {
      const done = (await stores.sources.all()).filter(({ lastTriedAt }) => lastTriedAt !== undefined).length;
      return { words: `${done} of ${all} read`, share: done / all };
    };
    const { sources } = await withProgress(io, describe, () => readSources(digest, pipeline, io.signal));
    for (const { outcome, words: told } of sources) if (outcome === "failed") io.errors.write(`${told}\n`);
    const to = new Date();
    const edition = await buildPreview(digest, digest.form, { from: new Date(to.getTime() - dayMs), to }, pipeline, io.signal);
    if (args.json) io.output.write(`${JSON.stringify(edition)}\n`);
    else if (edition.stories.length === 0) io.output.write(`${digest.name} has no news of the last day.\n`);
    else io.output.write(renderTerminal(renderEdition(edition, installation.settings.lang), io.output.isTTY === true, io.output.columns));
    return edition.stories.length > 0 ? 0 : 3;
  });
}
