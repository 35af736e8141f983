import { articleClusters, headlineClusters } from "../digest/cluster.ts";
import { createClusterer } from "../digest/clusterer.ts";
import { readTerms } from "../digest/terms.ts";
import { type Answer, type BatchTask, findText, type Question } from "./index.ts";

/** Stories may merge on the way, before an edition: here after this many documents. */
const mergeEvery = 200;

/** A stream in order, decided document by document; answers are written when it ends. */
export const task: BatchTask = async function* (questions, signal) {
  const asked: { readonly question: Question; readonly story: number }[] = [];
  const moved = new Map<number, number>();
  let clusterer: ReturnType<typeof createClusterer> | undefined;
  for await (const question of questions) {
    signal.throwIfAborted();
    const text = findText(question, "text") ?? "";
    clusterer ??= createClusterer(text ? articleClusters : headlineClusters);
    const vector = readTerms({ title: findText(question, "title") ?? "", text });
    asked.push({ question, story: clusterer.add(vector, asked.length).story });
    if (asked.length % mergeEvery === 0) for (const [gone, kept] of clusterer.merge()) moved.set(gone, kept);
  }
  for (const [gone, kept] of clusterer?.merge() ?? []) moved.set(gone, kept);
  for (const { question, story } of asked) yield buildAnswer(question, story, moved);
};

function buildAnswer(question: Question, story: number, moved: ReadonlyMap<number, number>): Answer {
  if (typeof question.unreadable === "string") return { id: null, error: question.unreadable };
  let kept = story;
  while (moved.has(kept)) kept = moved.get(kept)!;
  return { id: question.id ?? null, cluster: String(kept) };
}
