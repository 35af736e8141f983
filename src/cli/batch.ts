import { batchTaskNames, getBatchTask } from "../batch/index.ts";
import { runBatch } from "../batch/run.ts";
import { InputError } from "../model/errors.ts";
import { useOf } from "./arguments.ts";
import type { ExitCode, Io } from "./commands.ts";
import { withProgress } from "./progress.ts";

export async function run(words: readonly string[], io: Io): Promise<ExitCode> {
  const [task] = words;
  if (words.length !== 1 || task === undefined || !batchTaskNames.includes(task)) {
    throw new InputError(`${useOf("batch TASK < questions.jsonl")}, with one of: ${batchTaskNames.join(", ")}.`);
  }
  const answering = await getBatchTask(task);
  let answered = 0;
  const count = (): void => {
    answered++;
  };
  await withProgress(
    io,
    () => ({ words: `${answered.toLocaleString("en-GB")} answered` }),
    () => runBatch(answering, io.input, io.output, io.signal, count),
  );
  return 0;
}
