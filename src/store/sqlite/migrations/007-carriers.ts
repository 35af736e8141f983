import type { Migration } from "../../migrate.ts";

/** An article belongs to every source that carries it, seen there at its own time; until now only to the one that brought it. */
export const carryingSources: Migration = {
  number: 7,
  name: "carriers",
  sql: `
    CREATE TABLE article_sources (
      article_id TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
      source     TEXT NOT NULL,
      first_seen INTEGER NOT NULL,
      PRIMARY KEY (article_id, source)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX article_sources_seen ON article_sources (source, first_seen);
    INSERT INTO article_sources SELECT id, source, first_seen FROM articles WHERE source IS NOT NULL;
    DROP INDEX articles_source;
  `,
};
