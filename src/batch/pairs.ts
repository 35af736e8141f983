import { comparePairs } from "../digest/pair.ts";
import type { PairText } from "../digest/pair-sides.ts";
import { type BatchTask, findText, type Question } from "./index.ts";

/** Reads every pair before it answers the first: which words are telling shows in the whole batch. */
export const task: BatchTask = async function* (questions, signal) {
  const asked: Question[] = [];
  for await (const question of questions) {
    signal.throwIfAborted();
    asked.push(question);
  }
  const readable = asked.filter(({ unreadable }) => typeof unreadable !== "string");
  const compared = comparePairs(readable.map((question) => [readText(question, "1"), readText(question, "2")]));
  const answers = new Map(readable.map((question, index) => [question, compared[index]]));
  for (const question of asked) {
    const id = question.id ?? null;
    const answer = answers.get(question);
    yield answer ? { id, same: answer.same ? 1 : 0, score: answer.score } : { id, error: String(question.unreadable) };
  }
};

const readText = (question: Question, side: "1" | "2"): PairText => ({
  title: findText(question, `title${side}`) ?? "",
  text: findText(question, `text${side}`) ?? "",
  lang: findText(question, `lang${side}`) ?? "und",
});
