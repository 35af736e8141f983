import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";
import { StoreError } from "../../src/model/errors.ts";
import { backUp } from "../../src/store/backup.ts";
import { checkVersion, type Migration, migrate } from "../../src/store/migrate.ts";
import { openConnection } from "../../src/store/sqlite/connection.ts";
import { migrations } from "../../src/store/sqlite/migrations/list.ts";

let folder: string;
let file: string;
let children: ChildProcess[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "quoth-store-"));
  file = join(folder, "quoth.db");
  children = [];
});

afterEach(async () => {
  for (const child of children) {
    if (child.exitCode !== null || child.signalCode !== null) continue;
    const gone = once(child, "exit");
    child.kill("SIGKILL");
    await gone;
  }
  chmodSync(folder, 0o700);
  rmSync(folder, { recursive: true, force: true });
});

/** Starts another process on the file; its first line: "open", or why not. */
async function openElsewhere(how = "as we are"): Promise<{ readonly words: string; readonly child: ChildProcess }> {
  const script = fileURLToPath(new URL("hold-child.ts", import.meta.url));
  const child = spawn(process.execPath, [script, file, how], { stdio: ["ignore", "pipe", "inherit"] });
  children.push(child);
  const [chunk] = await once(child.stdout!, "data");
  return { words: String(chunk).trim(), child };
}

function createDatabase(steps: readonly Migration[] = migrations): void {
  const connection = openConnection(file);
  try {
    migrate(connection, steps);
  } finally {
    connection.close();
  }
}

const aMigration = (number: number, sql: string): Migration => ({ number, name: `step ${number}`, sql });

test("a second process on one database is refused in clear words, and the first one keeps working", async () => {
  expect((await openElsewhere()).words).toBe("open");
  expect(() => openConnection(file)).toThrow(StoreError);
  expect(() => openConnection(file)).toThrow(/another process is using it/);
  expect(await openElsewhere()).toMatchObject({ words: expect.stringContaining("another process is using it") });
});

test("a killed process leaves no lock behind", async () => {
  const { child } = await openElsewhere();
  child.kill("SIGKILL");
  await once(child, "exit");
  openConnection(file).close();
});

test("a reader looks at the database beside a running process, and changes nothing", async () => {
  createDatabase();
  await openElsewhere();
  const reader = openConnection(file, { readOnly: true });
  expect(reader.all("SELECT * FROM channels")).toEqual([]);
  expect(() => reader.run("DELETE FROM channels")).toThrow(/may not be written/);
  reader.close();
});

test("a read-only file is refused at the door, before anything is lost", async () => {
  createDatabase();
  for (const path of [file, `${file}.lock`]) chmodSync(path, 0o444);
  chmodSync(folder, 0o555);
  expect(await openElsewhere("unprivileged")).toMatchObject({ words: expect.stringMatching(/may not be written|cannot be opened/) });
});

test("a folder that does not exist is named, with what to do", () => {
  expect(() => openConnection(join(folder, "none", "quoth.db"))).toThrow(/see that the folder exists/);
});

test("a file that is no database is refused and left as it is", () => {
  writeFileSync(file, "not a database at all ".repeat(500));
  const before = readFileSync(file);
  expect(() => openConnection(file)).toThrow(/is no database/);
  expect(readFileSync(file)).toEqual(before);
});

test("a damaged database says so", () => {
  createDatabase();
  const bytes = readFileSync(file);
  bytes.fill(0xff, 100, 4_096); // the first page's list of tables
  writeFileSync(file, bytes);
  expect(() => createDatabase()).toThrow(/damaged/);
});

test("a full disk is told as such, and the transaction leaves nothing behind", () => {
  const connection = openConnection(file);
  connection.script("CREATE TABLE texts (text TEXT); PRAGMA max_page_count = 4");
  const fill = (): void =>
    connection.transaction(() => {
      for (let row = 0; row < 100; row++) connection.run("INSERT INTO texts VALUES (?)", ["x".repeat(1_000)]);
    });
  expect(fill).toThrow(/the disk is full/);
  expect(connection.find("SELECT count(*) AS count FROM texts")).toMatchObject({ count: 0 });
  connection.close();
});

test("the database of a newer version is refused and keeps its schema", () => {
  const newer = [...migrations, aMigration(migrations.length + 1, "CREATE TABLE later (id TEXT)")];
  createDatabase(newer);
  expect(() => createDatabase()).toThrow(/written by a newer Quoth/);
  const connection = openConnection(file);
  expect(checkVersion(connection, newer)).toBe(newer.length);
  connection.close();
});

test("another program's database is refused", () => {
  const connection = openConnection(file);
  connection.script("CREATE TABLE bookmarks (url TEXT)");
  expect(() => migrate(connection, migrations)).toThrow(/database of another program/);
  connection.close();
});

test("each migration is applied once, in order", () => {
  const connection = openConnection(":memory:");
  const steps = [aMigration(1, "CREATE TABLE a (x TEXT)"), aMigration(2, "ALTER TABLE a ADD COLUMN y TEXT")];
  expect(migrate(connection, steps.slice(0, 1))).toEqual([1]);
  expect(migrate(connection, steps)).toEqual([2]);
  expect(migrate(connection, steps)).toEqual([]);
});

test("a migration that fails leaves the schema at the step before", () => {
  const connection = openConnection(":memory:");
  const steps = [aMigration(1, "CREATE TABLE a (x TEXT)"), aMigration(2, "CREATE TABLE b (x TEXT); CREATE TABLE a (x TEXT)")];
  expect(() => migrate(connection, steps)).toThrow(/already exists/);
  expect(checkVersion(connection, steps)).toBe(1);
  expect(connection.find("SELECT name FROM sqlite_schema WHERE name = 'b'")).toBeUndefined();
});

test("the released migrations are numbered without gaps", () => {
  expect(migrations.map(({ number }) => number)).toEqual(migrations.map((_, place) => place + 1));
});

test("a transaction inside another one stands or falls with it", () => {
  const connection = openConnection(":memory:");
  connection.script("CREATE TABLE a (x INTEGER)");
  expect(() =>
    connection.transaction(() => {
      connection.transaction(() => connection.run("INSERT INTO a VALUES (1)"));
      throw new Error("no");
    }),
  ).toThrow("no");
  expect(connection.all("SELECT * FROM a")).toEqual([]);
});

test("acknowledged writes survive a power cut: WAL with a sync at every commit", () => {
  const connection = openConnection(file);
  const pragma = (name: string) => Object.values(connection.find<Record<string, unknown>>(`PRAGMA ${name}`) ?? {})[0];
  expect([pragma("journal_mode"), pragma("synchronous"), pragma("foreign_keys"), pragma("mmap_size")]).toEqual(["wal", 2, 1, 0]);
  connection.close();
});

test("a copy made while running holds what the database held", async () => {
  const connection = openConnection(file);
  migrate(connection, migrations);
  connection.run("INSERT INTO ledger VALUES ('a', 'b')");
  await backUp(connection, join(folder, "copy.db"), new AbortController().signal);
  connection.close();
  const copy = openConnection(join(folder, "copy.db"));
  expect(copy.all("SELECT * FROM ledger")).toMatchObject([{ key: "a", value: "b" }]);
  copy.close();
});

test("a copy that is stopped half-way leaves the earlier one as it was", async () => {
  const connection = openConnection(file);
  migrate(connection, migrations);
  const copy = join(folder, "copy.db");
  writeFileSync(copy, "yesterday's");
  await expect(backUp(connection, copy, AbortSignal.abort())).rejects.toThrow();
  expect(readFileSync(copy, "utf8")).toBe("yesterday's");
  expect(existsSync(`${copy}.partial`)).toBe(false);
  connection.close();
});

test("a copy onto the database itself, or into no folder, is refused", async () => {
  const connection = openConnection(file);
  const { signal } = new AbortController();
  await expect(backUp(connection, file, signal)).rejects.toThrow(/the database itself/);
  await expect(backUp(connection, join(folder, "none", "copy.db"), signal)).rejects.toThrow(/see that the folder exists/);
  connection.close();
});

test("rows of a full-text index can be deleted after it was written out", () => {
  const connection = openConnection(":memory:");
  connection.script("CREATE VIRTUAL TABLE words USING fts5 (said, content='', contentless_delete=1)");
  for (let row = 1; row <= 500; row++) connection.run("INSERT INTO words (rowid, said) VALUES (?, ?)", [row, "lights harbour winter"]);
  connection.run("DELETE FROM words WHERE rowid IN (SELECT value FROM json_each(?))", [JSON.stringify([...Array(200).keys()])]);
  expect(connection.all("SELECT rowid FROM words WHERE words MATCH 'harbour'")).toHaveLength(301);
  connection.close();
});
