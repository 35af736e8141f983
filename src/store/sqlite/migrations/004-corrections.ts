import type { Migration } from "../../migrate.ts";

/** Articles that are looked at again, and sent messages that are to be edited. Instants are milliseconds UTC. */
export const correctionTables: Migration = {
  number: 4,
  name: "corrections",
  sql: `
    CREATE TABLE watches (
      article_id TEXT PRIMARY KEY REFERENCES articles (id) ON DELETE CASCADE,
      since      INTEGER NOT NULL,
      looks      INTEGER NOT NULL,
      next_at    INTEGER NOT NULL,
      gone_since INTEGER
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX watches_next ON watches (next_at);

    CREATE TABLE edits (
      delivery_id TEXT PRIMARY KEY REFERENCES deliveries (id) ON DELETE CASCADE,
      amended_at  INTEGER NOT NULL,
      due_at      INTEGER NOT NULL,
      attempts    INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX edits_due ON edits (due_at);
  `,
};
