import { readDate } from "../ingest/date.ts";
import { eachQuestion, getText } from "./index.ts";

/** `{id, input}` → `{id, iso}`: the instant in UTC, null when it is no date that can be trusted. */
export const task = eachQuestion((question) => ({
  id: question.id,
  iso: readDate(getText(question, "input"))?.toISOString() ?? null,
}));
