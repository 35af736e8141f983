import { existsSync } from "node:fs";
import type { Installation } from "../app/installation.ts";
import { databaseFile } from "../app.ts";
import { StoreError } from "../model/errors.ts";
import type { Stores } from "../model/stores.ts";
import { openStores } from "../store/open.ts";

/** The stores of an installation, to be read beside a running Quoth. @throws StoreError when there is nothing to read yet. */
export async function openToRead(installation: Installation): Promise<Stores> {
  const file = databaseFile(installation);
  if (!existsSync(file)) throw new StoreError(`There is no database ${file} yet: npm start makes it. QUOTH_DATA names another folder.`);
  return openStores(file, { readOnly: true });
}
