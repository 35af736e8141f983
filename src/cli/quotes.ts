import { readInstallation } from "../app/installation.ts";
import { createLog } from "../app/log.ts";
import { withWorkbench } from "../app/once.ts";
import { digestInput } from "../app/reading.ts";
import type { Quote } from "../model/quote.ts";
import { getWord, readArguments } from "./arguments.ts";
import { type ExitCode, findCommand, type Io } from "./commands.ts";
import { inputFrom } from "./input.ts";
import { wrap } from "./terminal.ts";

/** Who said what; `--explain` prints how each speaker was found. Exit 3 when nothing is quoted. */
export async function run(words: readonly string[], io: Io): Promise<ExitCode> {
  const form = findCommand("quotes")?.form ?? "";
  const args = readArguments(words, form);
  const input = await inputFrom(getWord(args, form), io);
  const installation = readInstallation();
  const log = createLog("plain", io.errors, io.errors, installation.secrets, () => new Date());
  const { quotes } = await withWorkbench(installation, log, ({ reading }) => digestInput(input, reading, io.signal));
  if (args.json) io.output.write(`${JSON.stringify(quotes)}\n`);
  else if (quotes.length === 0) io.output.write("Nothing is quoted in this text.\n");
  else io.output.write(`${quotes.map((quote) => asText(quote, args.explain, io.output.columns ?? 100)).join("\n\n")}\n`);
  return quotes.length > 0 ? 0 : 3;
}

function asText({ text, speaker, relayedVia, reportedBy, why, start, end }: Quote, explain: boolean, columns: number): string {
  const who = [speaker.name ?? speaker.description ?? "unnamed", speaker.role].filter(Boolean).join(", ");
  const via = [relayedVia && `to ${relayedVia}`, reportedBy].filter(Boolean).join(" · ");
  const chain = explain ? [`    ${start}–${end}: ${why.join("; ")}`] : [];
  return [wrap(`“${text}”`, columns, ""), `  — ${who}${via ? ` · ${via}` : ""}`, ...chain].join("\n");
}
