import { batchTaskNames, getBatchTask } from "../batch/index.ts";
import { runBatch } from "../batch/run.ts";
import { InputError } from "../model/errors.ts";
import { useOf } from "./arguments.ts";
import type { ExitCode, Io } from "./commands.ts";

export async function run(words: readonly string[], io: Io): Promise<ExitCode> {
  const [task] = words;
  if (words.length !== 1 || task === undefined || !batchTaskNames.includes(task)) {
    throw new InputError(`${useOf("batch TASK < questions.jsonl")}, with one of: ${batchTaskNames.join(", ")}.`);
  }
  await runBatch(await getBatchTask(task), io.input, io.output, io.signal);
  return 0;
}
