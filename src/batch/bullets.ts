import { extractive } from "../digest/summarizers/extractive.ts";
import type { Article } from "../model/article.ts";
import { findMentions } from "../quotes/mentions.ts";
import { eachQuestion, findText, getText, type Question } from "./index.ts";

/** `{id, text, title?, lang?, max?, maxWords?}` → `{id, bullets, evidence}`: spans of `text` for each bullet. */
export const task = eachQuestion(async (question, signal) => {
  const article = articleFrom(question);
  const { bullets } = await extractive.summarize(
    {
      story: { id: "asked", articles: [article], voices: { [article.id]: 0 }, reasons: {} },
      form: { style: "bullets", stories: 1, bullets: numberOr(question.max, 4), quotes: false },
      maxWords: numberOr(question.maxWords, 30),
      mentions: findMentions,
    },
    signal,
  );
  return {
    id: question.id ?? null,
    bullets: bullets.map(({ text }) => text),
    evidence: bullets.map(({ evidence }) => evidence.flatMap(({ spans }) => spans)),
  };
});

export function articleFrom(question: Question): Article {
  const fetchedAt = new Date(0);
  return {
    id: "asked",
    version: 1,
    hash: "",
    title: findText(question, "title") ?? "",
    text: getText(question, "text"),
    lang: findText(question, "lang") ?? "en",
    outlet: findText(question, "source") ?? "",
    fetchedAt,
  };
}

const numberOr = (value: unknown, otherwise: number): number =>
  typeof value === "number" && Number.isFinite(value) && value > 0 ? Math.floor(value) : otherwise;
