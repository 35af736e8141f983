import type { Writable } from "node:stream";
import type { Log } from "../model/platform.ts";

/** Lines a person can act on, or one JSON object a line. Whatever stands in `secrets` never appears. */
export function createLog(form: "plain" | "json", output: Writable, errors: Writable, secrets: readonly string[], now: () => Date): Log {
  const hide = (text: string): string =>
    secrets.reduce((shown, secret) => (secret.length >= 6 ? shown.replaceAll(secret, "…") : shown), text);
  const write = (level: "info" | "warn" | "error", words: string, fields: Readonly<Record<string, unknown>> = {}): void => {
    const line =
      form === "json" ? JSON.stringify({ at: now().toISOString(), level, words, ...plainFields(fields) }) : plainLine(level, words, fields);
    (level === "info" ? output : errors).write(`${hide(line)}\n`);
  };
  return {
    info: (words, fields) => write("info", words, fields),
    warn: (words, fields) => write("warn", words, fields),
    error: (words, fields) => write("error", words, fields),
  };
}

function plainLine(level: string, words: string, { cause }: Readonly<Record<string, unknown>>): string {
  const why = cause === undefined ? "" : ` (${describeCause(cause)})`;
  return level === "info" ? words : `${level === "warn" ? "Note" : "Problem"}: ${words}${why}`;
}

const plainFields = (fields: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, value instanceof Error ? describeCause(value) : value]));

/** The chain of causes in one line: "the send failed: socket hang up". */
function describeCause(cause: unknown): string {
  const words: string[] = [];
  let error: unknown = cause;
  while (error !== undefined && words.length < 4) {
    words.push(error instanceof Error ? error.message : String(error));
    error = error instanceof Error ? error.cause : undefined;
  }
  return [...new Set(words)].join(": ");
}
