import { extractArticle } from "../ingest/extract.ts";
import { headersOf } from "./feed.ts";
import { eachQuestion, findText, getText } from "./index.ts";

/** `{id, url?, headers?, body_b64}` → `{id, text, title?, author?, date?, site?, lang?, url?}`. */
export const task = eachQuestion((question) => {
  const bytes = Buffer.from(getText(question, "body_b64"), "base64");
  const page = extractArticle(bytes, { url: findText(question, "url"), headers: headersOf(question) });
  const { text, title, author, publishedAt, site, lang, canonical } = page;
  return { id: question.id, text, title, author, date: publishedAt?.toISOString(), site, lang, url: canonical };
});
