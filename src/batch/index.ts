import { BotError } from "../model/errors.ts";

/** One JSON object a line. `id` is handed back untouched. */
export type Question = Readonly<Record<string, unknown>>;
export type Answer = Readonly<Record<string, unknown>>;

/** A task reads the stream of questions in order and yields one answer a question, in that order. */
export type BatchTask = (questions: AsyncIterable<Question>, signal: AbortSignal) => AsyncIterable<Answer>;

/** Loaded when asked for: a task never pays for another's imports. */
const tasks: Readonly<Record<string, () => Promise<{ readonly task: BatchTask }>>> = {
  quotes: () => import("./quotes.ts"),
  bullets: () => import("./bullets.ts"),
  stories: () => import("./stories.ts"),
  pairs: () => import("./pairs.ts"),
  check: () => import("./check.ts"),
  extract: () => import("./extract.ts"),
  feed: () => import("./feed.ts"),
  date: () => import("./date.ts"),
};

export const batchTaskNames: readonly string[] = Object.keys(tasks);

/** @throws BotError when there is no such task. */
export async function getBatchTask(name: string): Promise<BatchTask> {
  const load = Object.hasOwn(tasks, name) ? tasks[name] : undefined;
  if (!load) throw new BotError(`There is no batch task "${name}". Choose one of: ${batchTaskNames.join(", ")}.`);
  return (await load()).task;
}

/** A task that answers each question by itself; a question that cannot be answered gets `{id, error}` and the run goes on. */
export function eachQuestion(answer: (question: Question, signal: AbortSignal) => Promise<Answer> | Answer): BatchTask {
  return async function* (questions, signal) {
    for await (const question of questions) {
      signal.throwIfAborted();
      yield await answerOrError(question, () => answer(question, signal));
    }
  };
}

/** `{id, error}` instead of an exception, so that one bad line costs one answer. */
async function answerOrError(question: Question, answer: () => Promise<Answer> | Answer): Promise<Answer> {
  const id = question.id ?? null;
  if (typeof question.unreadable === "string") return { id, error: question.unreadable };
  try {
    return await answer();
  } catch (error) {
    return { id, error: error instanceof Error ? error.message : String(error) };
  }
}

/** The named field as a string. @throws BotError naming the field when it is missing or no string. */
export function getText(question: Question, field: string): string {
  const value = question[field];
  if (typeof value !== "string") throw new BotError(`The question has no text in "${field}".`);
  return value;
}

/** The named field where it is a string, else undefined. */
export function findText(question: Question, field: string): string | undefined {
  const value = question[field];
  return typeof value === "string" ? value : undefined;
}
