import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { StoreError } from "../model/errors.ts";
import type { Stores } from "../model/stores.ts";
import { backUp } from "./backup.ts";
import { checkVersion, migrate } from "./migrate.ts";
import { createArticleStore } from "./sqlite/articles.ts";
import { type Connection, type ConnectionOptions, openConnection } from "./sqlite/connection.ts";
import { createLedger } from "./sqlite/ledger.ts";
import { migrations } from "./sqlite/migrations/list.ts";
import { createOutbox } from "./sqlite/outbox.ts";
import { createQuoteStore } from "./sqlite/quotes.ts";
import { createSourceStore } from "./sqlite/sources.ts";
import { createStoryStore } from "./sqlite/stories.ts";
import { createSubscriptionStore } from "./sqlite/subscriptions.ts";
import { sweepOld } from "./sqlite/sweep.ts";
import { createWatchStore } from "./sqlite/watches.ts";

/**
 * Opens every store of an installation in one file and brings its schema up to date. ":memory:" gives the same stores without a file,
 * for tests and previews. With `readOnly` it works beside a running process and takes the schema as it is.
 * The file's folder is made where it is missing. Throws StoreError in words for the operator when the file cannot be used; nothing is changed then.
 */
export async function openStores(file: string, options: ConnectionOptions = {}): Promise<Stores> {
  if (file !== ":memory:" && !options.readOnly) makeFolder(dirname(file));
  const connection = openConnection(file, options);
  try {
    prepare(connection, options);
    return storesOn(connection, options);
  } catch (error) {
    connection.close();
    throw error;
  }
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (cause) {
    throw new StoreError(`${folder}: this folder cannot be made; give this user the right to, or name another one (QUOTH_DATA)`, { cause });
  }
}

function prepare(connection: Connection, { readOnly = false }: ConnectionOptions): void {
  if (!readOnly) {
    migrate(connection, migrations);
    return;
  }
  if (checkVersion(connection, migrations) < migrations.length) {
    throw new StoreError(`${connection.file}: written by an older Quoth; start Quoth once to bring it up to date`);
  }
}

const storesOn = (connection: Connection, { readOnly = false }: ConnectionOptions): Stores => ({
  articles: createArticleStore(connection),
  sources: createSourceStore(connection),
  stories: createStoryStore(connection),
  quotes: createQuoteStore(connection, { refill: !readOnly }),
  subscriptions: createSubscriptionStore(connection),
  outbox: createOutbox(connection),
  ledger: createLedger(connection),
  watches: createWatchStore(connection),
  sweep: async (keepFrom, now) => sweepOld(connection, keepFrom, now),
  backup: (target, signal, onProgress) => backUp(connection, target, signal, onProgress),
  close: async () => connection.close(),
});
