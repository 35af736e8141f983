import { commands, findCommand, type Io, usage } from "./cli/commands.ts";
import { reportFailure } from "./cli/failure.ts";

const [name = "help", ...words] = process.argv.slice(2);
const stop = new AbortController();
const io: Io = { input: process.stdin, output: process.stdout, errors: process.stderr, signal: stop.signal };
const command = findCommand(name);

const asksHelp = ["help", "--help", "-h"].includes(name) || words.includes("--help");
const topic = findCommand(name) ?? findCommand(words[0] ?? "");

if (asksHelp) {
  io.output.write(`${usage(topic ? [topic] : commands)}\n`);
} else if (!command) {
  io.errors.write(`There is no command "${name}".\n\n${usage(commands)}\n`);
  process.exitCode = 2;
} else {
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => stop.abort());
  process.exitCode = await (await command.load()).run(words, io).catch((error: unknown) => reportFailure(error, io));
}
