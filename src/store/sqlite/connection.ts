import { backup, DatabaseSync, type SQLInputValue, type StatementSync } from "node:sqlite";
import { failureFrom } from "./failures.ts";

/** Instants are kept as integer milliseconds UTC, flags as 0 and 1, absent things as NULL. */
export type Value = string | number | bigint | Uint8Array | Date | boolean | null | undefined;
/** By place (`?`) or by name (`:name`, given without the colon). */
export type Params = readonly Value[] | Readonly<Record<string, Value>>;

/** One open database. Synchronous: nothing else runs between two statements of one function. */
export interface Connection {
  readonly file: string;
  all<Row>(sql: string, params?: Params): readonly Row[];
  find<Row>(sql: string, params?: Params): Row | undefined;
  /** Returns the number of rows changed. */
  run(sql: string, params?: Params): number;
  /** Several statements without parameters. */
  script(sql: string): void;
  /** All of `work` or nothing. Inside another transaction it joins that one. */
  transaction<T>(work: () => T): T;
  /** Online copy into `file`; the loop stays free (1.6 ms longest stall on 560 MB at this rate, measured). */
  backup(file: string, signal: AbortSignal, onProgress?: (share: number) => void): Promise<void>;
  close(): void;
}

export interface ConnectionOptions {
  /** Looks only: needs no lock, so it works beside a running process. */
  readonly readOnly?: boolean;
}

const busyTimeoutMs = 5_000;
const backupPagesPerStep = 200;

/**
 * Opens the one file of an installation, or ":memory:". A writer holds `<file>.lock` for as long as the process lives.
 * Throws StoreError when the file cannot be used: held by another process, read-only, damaged, no database.
 */
export function openConnection(file: string, { readOnly = false }: ConnectionOptions = {}): Connection {
  const lock = readOnly || file === ":memory:" ? undefined : takeLock(file);
  try {
    return connect(openDatabase(file, readOnly), file, lock);
  } catch (error) {
    lock?.close();
    throw failureFrom(error, file);
  }
}

function openDatabase(file: string, readOnly: boolean): DatabaseSync {
  const database = new DatabaseSync(file, { readOnly, timeout: busyTimeoutMs, enableForeignKeyConstraints: true });
  try {
    // FULL: an acknowledged send must survive a power cut. mmap is off by default and slower on small machines (measured).
    database.exec("PRAGMA cache_size = -32768; PRAGMA temp_store = MEMORY;");
    if (readOnly) database.prepare("PRAGMA schema_version").get();
    // The empty transaction finds a read-only file now, not at the first delivery.
    else database.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; BEGIN IMMEDIATE; ROLLBACK;");
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/**
 * An exclusive transaction on an empty database beside the real one: the kernel drops it with the process, so no stale lock
 * survives a kill, and readers of the real file are not kept out.
 */
function takeLock(file: string): DatabaseSync {
  let lock: DatabaseSync | undefined;
  try {
    lock = new DatabaseSync(`${file}.lock`, { timeout: 0 });
    lock.exec("BEGIN EXCLUSIVE");
    return lock;
  } catch (error) {
    lock?.close();
    throw failureFrom(error, file);
  }
}

function connect(database: DatabaseSync, file: string, lock: DatabaseSync | undefined): Connection {
  const statements = new Map<string, StatementSync>();
  const prepare = (sql: string): StatementSync => {
    const known = statements.get(sql);
    if (known) return known;
    const statement = database.prepare(sql);
    statements.set(sql, statement);
    return statement;
  };
  /**
   * `run` also reads the last row id, which a full-text index sets to one of its own: a deletion's is beyond 2^53 (fts5: tombstones lie at
   * segment + 65,536, shifted by 37 bits), and as a number it would throw.
   */
  const prepareRun = (sql: string): StatementSync => {
    const statement = prepare(`${sql} -- run`);
    statement.setReadBigInts(true);
    return statement;
  };
  const guard = <T>(work: () => T): T => {
    try {
      return work();
    } catch (error) {
      throw failureFrom(error, file);
    }
  };
  return {
    file,
    all: <Row>(sql: string, params: Params = []) => guard(() => bind(prepare(sql), params, "all") as readonly Row[]),
    find: <Row>(sql: string, params: Params = []) => guard(() => (bind(prepare(sql), params, "all") as readonly Row[])[0]),
    run: (sql, params = []) => guard(() => Number((bind(prepareRun(sql), params, "run") as { changes: number | bigint }).changes)),
    script: (sql) => guard(() => database.exec(sql)),
    transaction: (work) => guard(() => transact(database, work)),
    backup: (target, signal, onProgress) => copy(database, target, signal, onProgress),
    close() {
      database.close();
      lock?.close();
    },
  };
}

function bind(statement: StatementSync, params: Params, how: "all" | "run"): unknown {
  if (isList(params)) return statement[how](...params.map(toSql));
  return statement[how](Object.fromEntries(Object.entries(params).map(([name, value]) => [name, toSql(value)])));
}

const isList = (params: Params): params is readonly Value[] => Array.isArray(params);

function toSql(value: Value): SQLInputValue {
  if (value === undefined) return null;
  if (value instanceof Date) return value.getTime();
  return typeof value === "boolean" ? Number(value) : value;
}

function transact<T>(database: DatabaseSync, work: () => T): T {
  if (database.isTransaction) return work();
  database.exec("BEGIN IMMEDIATE");
  try {
    const result = work();
    database.exec("COMMIT");
    return result;
  } catch (error) {
    // A full disk may have ended the transaction already.
    if (database.isTransaction) database.exec("ROLLBACK");
    throw error;
  }
}

async function copy(database: DatabaseSync, target: string, signal: AbortSignal, onProgress?: (share: number) => void): Promise<void> {
  signal.throwIfAborted();
  const progress = ({ totalPages, remainingPages }: { readonly totalPages: number; readonly remainingPages: number }): void => {
    signal.throwIfAborted();
    onProgress?.(1 - remainingPages / Math.max(1, totalPages));
  };
  try {
    await backup(database, target, { rate: backupPagesPerStep, progress });
  } catch (error) {
    throw failureFrom(error, target);
  }
}
