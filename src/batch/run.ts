import { createInterface } from "node:readline";
import type { Readable, Writable } from "node:stream";
import type { BatchTask, Question } from "./index.ts";

/** Runs a task over JSON lines. Nothing but answers goes to `output`; a line that is no JSON object is answered with an error in its place. */
export async function runBatch(
  task: BatchTask,
  input: Readable,
  output: Writable,
  signal: AbortSignal,
  onAnswer?: () => void,
): Promise<void> {
  for await (const answer of task(readQuestions(input), signal)) {
    onAnswer?.();
    if (!output.write(`${JSON.stringify(answer)}\n`)) await new Promise<void>((resolve) => output.once("drain", resolve));
  }
}

async function* readQuestions(input: Readable): AsyncIterable<Question> {
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line.trim() === "") continue;
    yield parseQuestion(line);
  }
}

function parseQuestion(line: string): Question {
  try {
    const value: unknown = JSON.parse(line);
    if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as Question;
    return { id: null, unreadable: "The line is no JSON object." };
  } catch (error) {
    return { id: null, unreadable: `The line is no JSON: ${(error as Error).message}` };
  }
}
