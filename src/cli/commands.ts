import type { Readable, Writable } from "node:stream";

export interface Io {
  readonly input: Readable;
  readonly output: Writable & { readonly isTTY?: boolean; readonly columns?: number };
  readonly errors: Writable & { readonly isTTY?: boolean };
  /** Aborted by SIGINT and SIGTERM. */
  readonly signal: AbortSignal;
}

/** 0 done · 1 failed · 2 wrong arguments or settings · 3 nothing found. */
export type ExitCode = 0 | 1 | 2 | 3;

export interface CliCommand {
  readonly name: string;
  readonly form: string;
  readonly about: string;
  /** Loaded when called: no command pays for another's imports. */
  readonly load: () => Promise<{ run(words: readonly string[], io: Io): Promise<ExitCode> }>;
}

export const commands: readonly CliCommand[] = [
  { name: "run", form: "run", about: "start Quoth: local channel, configured platforms, schedule", load: () => import("./run.ts") },
  {
    name: "digest",
    form: "digest FILE|URL|- [--explain] [--model NAME] [--json]",
    about: "an article as bullets",
    load: () => import("./digest.ts"),
  },
  {
    name: "quotes",
    form: "quotes FILE|URL|- [--explain] [--json]",
    about: "who said what in an article",
    load: () => import("./quotes.ts"),
  },
  { name: "quote", form: "quote WORDS… [--json]", about: "look quotes up", load: () => import("./quote.ts") },
  {
    name: "preview",
    form: "preview DIGEST [--json]",
    about: "an edition on the terminal; nothing is sent or kept",
    load: () => import("./preview.ts"),
  },
  { name: "feeds", form: "feeds URL [--json]", about: "the feeds a site offers", load: () => import("./feeds.ts") },
  {
    name: "opml",
    form: "opml DIGEST|FILE [--json]",
    about: "a digest's feeds as a reading list; a reading list as sources of a digest",
    load: () => import("./opml.ts"),
  },
  { name: "check", form: "check [--json]", about: "every wrong setting at once", load: () => import("./check.ts") },
  { name: "doctor", form: "doctor", about: "tokens, permissions, clock and folders on this machine", load: () => import("./doctor.ts") },
  { name: "deliveries", form: "deliveries [--json]", about: "what is queued, unknown or refused", load: () => import("./deliveries.ts") },
  { name: "backup", form: "backup FILE", about: "a copy of the database, also while Quoth runs", load: () => import("./backup.ts") },
  { name: "migrate", form: "migrate", about: "bring the database to this version", load: () => import("./migrate.ts") },
  { name: "batch", form: "batch TASK < questions.jsonl", about: "answer JSON lines", load: () => import("./batch.ts") },
];

export const findCommand = (name: string): CliCommand | undefined => commands.find((command) => command.name === name);

export function usage(list: readonly CliCommand[]): string {
  const width = Math.max(...list.map(({ form }) => form.length));
  const lines = list.map(({ form, about }) => `  ${form.padEnd(width)}  ${about}`);
  return [
    "Usage: npm run -s quoth -- COMMAND",
    "",
    ...lines,
    "",
    "Exit codes: 0 done, 1 failed, 2 wrong arguments or settings, 3 nothing found.",
  ].join("\n");
}
