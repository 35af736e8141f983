import { readBody } from "../ingest/body.ts";
import { type FeedDocument, type FeedEntry, feedName } from "../ingest/document.ts";
import { usualLimits } from "../ingest/fetch.ts";
import type { Jobs } from "../ingest/jobs.ts";
import { openPool } from "../ingest/pool.ts";
import { type Answer, type BatchTask, eachQuestion, findText, getText, type Question } from "./index.ts";

/** `{id, base?, headers?, body_b64}` → `{id, ok, error?, encoding?, feed, entries}`. Read where the bot reads: in a thread that can be killed. */
export const task: BatchTask = async function* (questions, signal) {
  const pool = openPool();
  try {
    yield* eachQuestion((question) => readFeed(question, pool.jobs, signal))(questions, signal);
  } finally {
    await pool.close();
  }
};

async function readFeed(question: Question, jobs: Jobs, signal: AbortSignal): Promise<Answer> {
  const headers = headersOf(question);
  try {
    const bytes = await bodyOf(question, headers, signal);
    const { document, encoding } = await jobs.feed(bytes, { url: findText(question, "base"), headers });
    return { id: question.id, ok: true, encoding, feed: feedFields(document), entries: document.entries.map(entryFields) };
  } catch (error) {
    return { id: question.id, ok: false, error: error instanceof Error ? error.message : String(error) };
  }
}

/** The question's bytes, inflated under the limits of the fetcher. */
export async function bodyOf(question: Question, headers: Readonly<Record<string, string>>, signal: AbortSignal): Promise<Uint8Array> {
  const bytes = Buffer.from(getText(question, "body_b64"), "base64");
  const limits = { maxWireBytes: Number.POSITIVE_INFINITY, maxBytes: usualLimits.maxFeedBytes };
  return readBody(onePiece(bytes), headers["content-encoding"], limits, signal);
}

async function* onePiece(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes;
}

/** The question's response headers, names in lower case. */
export function headersOf(question: Question): Record<string, string> {
  const headers = question.headers;
  if (typeof headers !== "object" || headers === null) return {};
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]));
}

function feedFields(document: FeedDocument): Answer {
  const { link, description, lang, author, id, updatedAt } = document;
  return { title: feedName(document), link, description, language: lang, author, id, updated: updatedAt };
}

function entryFields(entry: FeedEntry): Answer {
  const { title, url, guid, publishedAt, updatedAt, summary, content, author, categories, enclosures, comments } = entry;
  return {
    title,
    link: url,
    id: guid,
    published: publishedAt,
    updated: updatedAt,
    summary,
    content,
    author,
    categories,
    enclosures,
    comments,
  };
}
