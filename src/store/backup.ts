import { renameSync, rmSync } from "node:fs";
import { resolve } from "node:path";
import { StoreError } from "../model/errors.ts";
import type { Connection } from "./sqlite/connection.ts";

/** Online copy of a database. `file` appears, or replaces an earlier copy, only when it is whole. Throws StoreError; rejects when aborted. */
export async function backUp(
  connection: Connection,
  file: string,
  signal: AbortSignal,
  onProgress?: (share: number) => void,
): Promise<void> {
  if (resolve(file) === resolve(connection.file)) throw new StoreError(`${file}: that is the database itself; name another file`);
  const partial = `${file}.partial`;
  try {
    rmSync(partial, { force: true });
    await connection.backup(partial, signal, onProgress);
    renameSync(partial, file);
  } catch (error) {
    rmSync(partial, { force: true });
    throw error;
  }
}
