/**
 * The one error of the project. `message` is for the operator: what failed, on what, what to do next.
 * `reply` is for the person in the channel: short, no address, no stack, never a token.
 */
export class BotError extends Error {
  override name = "BotError";
  readonly reply: string | undefined;
  constructor(message: string, options: { reply?: string; cause?: unknown } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.reply = options.reply;
  }
}

/** The person's input was wrong: `reply` says what and shows an example that works. */
export class InputError extends BotError {
  override name = "InputError";
  constructor(reply: string, options: { cause?: unknown } = {}) {
    super(reply, { ...options, reply });
  }
}

/** The installation is set up wrongly: every fault at once; the process exits with 2. */
export class SettingsError extends BotError {
  override name = "SettingsError";
  readonly problems: readonly SettingsProblem[];
  constructor(problems: readonly SettingsProblem[]) {
    super(problems.map((p) => `${p.file}: ${p.key}: ${p.words}`).join("\n"));
    this.problems = problems;
  }
}

export interface SettingsProblem {
  readonly file: string;
  /** Path of the key inside the file ("schedule.zone"), or the environment variable. */
  readonly key: string;
  /** What is wrong and what to do. */
  readonly words: string;
}

/** The store cannot be used: disk full or read-only, newer version, another process holds it. Nothing was changed. */
export class StoreError extends BotError {
  override name = "StoreError";
}

/** Another process holds the database: a running Quoth, most often. */
export class StoreInUse extends StoreError {
  override name = "StoreInUse";
}

/** A source could not be read. `kind` decides what health tells and when to try again. */
export class SourceError extends BotError {
  override name = "SourceError";
  readonly kind: SourceFailure;
  readonly retryAfterMs: number | undefined;
  /** What the server answered, where it answered. */
  readonly status: number | undefined;
  constructor(
    kind: SourceFailure,
    message: string,
    options: { reply?: string; cause?: unknown; retryAfterMs?: number | undefined; status?: number } = {},
  ) {
    super(message, options);
    this.kind = kind;
    this.retryAfterMs = options.retryAfterMs;
    this.status = options.status;
  }
}

export type SourceFailure =
  | "unreachable"
  | "timeout"
  | "too-large"
  | "refused-address"
  | "http"
  | "gone"
  | "rate-limited"
  | "blocked"
  | "not-a-feed"
  | "not-an-article"
  | "unreadable"
  | "robots";
