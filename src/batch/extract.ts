import { openPool } from "../ingest/pool.ts";
import { bodyOf, headersOf } from "./feed.ts";
import { type BatchTask, eachQuestion, findText } from "./index.ts";

/** `{id, url?, headers?, body_b64}` → `{id, text, title?, author?, date?, site?, lang?, url?}`. */
export const task: BatchTask = async function* (questions, signal) {
  const pool = openPool();
  const answer = eachQuestion(async (question) => {
    const headers = headersOf(question);
    const page = await pool.jobs.page(await bodyOf(question, headers, signal), { url: findText(question, "url"), headers });
    const { text, title, author, publishedAt, publishedOn, site, lang, canonical } = page;
    return { id: question.id, text, title, author, date: publishedOn, publishedAt: publishedAt?.toISOString(), site, lang, url: canonical };
  });
  try {
    yield* answer(questions, signal);
  } finally {
    await pool.close();
  }
};
