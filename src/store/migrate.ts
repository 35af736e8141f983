import { StoreError } from "../model/errors.ts";
import type { Connection } from "./sqlite/connection.ts";

/** One step of the schema. The SQL stands in a module, not in a .sql file: it is found the same way from src/ and from inside a bundle. */
export interface Migration {
  /** 1, 2, 3 … without gaps. */
  readonly number: number;
  readonly name: string;
  readonly sql: string;
}

/** "Qoth" in ASCII: marks a database as ours (PRAGMA application_id). */
const applicationId = 0x516f_7468;

/**
 * Brings the schema up to the newest migration, each applied once in a transaction of its own; returns the numbers applied.
 * Throws StoreError when the file belongs to another program or to a newer Quoth; nothing is changed then.
 */
export function migrate(connection: Connection, migrations: readonly Migration[]): readonly number[] {
  const applied = checkVersion(connection, migrations);
  const missing = migrations.slice(applied);
  for (const migration of missing) {
    connection.transaction(() => {
      connection.script(migration.sql);
      // PRAGMA takes no parameters; both are numbers of ours.
      connection.script(`PRAGMA user_version = ${migration.number}; PRAGMA application_id = ${applicationId};`);
    });
  }
  return missing.map(({ number }) => number);
}

/** The number of migrations already applied. Throws StoreError when the schema is not one this version can use. */
export function checkVersion(connection: Connection, migrations: readonly Migration[]): number {
  const version = connection.find<{ user_version: number }>("PRAGMA user_version")!.user_version;
  const owner = connection.find<{ application_id: number }>("PRAGMA application_id")!.application_id;
  const tables = connection.find<{ count: number }>("SELECT count(*) AS count FROM sqlite_schema")!.count;
  if (owner !== applicationId && tables > 0) {
    throw new StoreError(`${connection.file}: the database of another program; give Quoth a data folder of its own (QUOTH_DATA)`);
  }
  if (version > migrations.length) {
    throw new StoreError(
      `${connection.file}: written by a newer Quoth (schema ${version}, this one knows ${migrations.length}); start the newer version, or restore a backup made before it`,
    );
  }
  return version;
}
