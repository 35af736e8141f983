import { StoreError, StoreInUse } from "../../model/errors.ts";

/** SQLITE_BUSY. */
const busy = 5;

/** Primary result codes of SQLite that an operator can act on (sqlite.org/rescode.html); extended codes carry them in the low byte. */
const wordsByCode: Readonly<Record<number, string>> = {
  [busy]: "another process is using it; stop that one, or give this one a data folder of its own (QUOTH_DATA)",
  8: "it may not be written; give this user the right to write the file and its folder",
  10: "the disk failed while reading or writing; look at the system's log, then restore a backup if it is damaged",
  11: "the file is damaged; stop Quoth and restore a backup",
  13: "the disk is full; free some space, then it goes on by itself",
  14: "it cannot be opened; see that the folder exists and that this user may write in it",
  26: "the file is no database; move it away, or restore a backup",
};

/** What SQLite threw, as a StoreError that says what to do. Other errors (a broken constraint, our own mistakes) come back as they are. */
export function failureFrom(error: unknown, file: string): unknown {
  const code = resultCode(error) & 0xff;
  const words = wordsByCode[code];
  if (words === undefined) return error;
  const Failure = code === busy ? StoreInUse : StoreError;
  return new Failure(`${file}: ${words}`, { reply: "Quoth cannot reach its memory just now.", cause: error });
}

function resultCode(error: unknown): number {
  return error instanceof Error && "errcode" in error && typeof error.errcode === "number" ? error.errcode : 0;
}
