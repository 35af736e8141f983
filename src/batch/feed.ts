import { type FeedDocument, type FeedEntry, feedName } from "../ingest/document.ts";
import { parseFeed } from "../ingest/feed.ts";
import { type Answer, eachQuestion, findText, getText, type Question } from "./index.ts";

/** `{id, base?, headers?, body_b64}` → `{id, ok, error?, encoding?, feed, entries}`. */
export const task = eachQuestion((question) => {
  const bytes = Buffer.from(getText(question, "body_b64"), "base64");
  try {
    const { document, encoding } = parseFeed(bytes, { url: findText(question, "base"), headers: headersOf(question) });
    return { id: question.id, ok: true, encoding, feed: feedFields(document), entries: document.entries.map(entryFields) };
  } catch (error) {
    return { id: question.id, ok: false, error: error instanceof Error ? error.message : String(error) };
  }
});

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
