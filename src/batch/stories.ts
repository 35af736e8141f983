import { storySettings } from "../digest/cluster.ts";
import { createClusterer } from "../digest/clusterer.ts";
import { readNameTerms, readTerms } from "../digest/terms.ts";
import { type BatchTask, findText, type Question } from "./index.ts";

/** Stories may merge on the way, before an edition: here after this many documents. */
const mergeEvery = 200;

/** A stream in order, decided document by document; answers are written when it ends. */
export const task: BatchTask = async function* (questions, signal) {
  const asked: { readonly question: Question; readonly document: number }[] = [];
  const clusterer = createClusterer(storySettings);
  for await (const question of questions) {
    signal.throwIfAborted();
    const text = { title: findText(question, "title") ?? "", text: findText(question, "text") ?? "" };
    asked.push({ question, document: clusterer.add(readTerms(text), readNameTerms(text)) });
    if (asked.length % mergeEvery === 0) finish(clusterer.merge());
  }
  finish(clusterer.settle());
  const storyOf = clusterer.assignments();
  for (const { question, document } of asked) {
    const id = question.id ?? null;
    yield typeof question.unreadable === "string" ? { id, error: question.unreadable } : { id, cluster: String(storyOf.get(document)) };
  }
};

/** Nobody waits in between: all steps at once. */
const finish = (steps: Iterable<void>): void => void [...steps];
