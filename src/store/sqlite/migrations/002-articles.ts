import type { Migration } from "../../migrate.ts";

/** What was read: articles with their versions, the state of sources, stories and their traces. Instants are milliseconds UTC. */
export const articleTables: Migration = {
  number: 2,
  name: "articles",
  sql: `
    CREATE TABLE articles (
      id         TEXT PRIMARY KEY,
      version    INTEGER NOT NULL,
      source     TEXT,
      first_seen INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX articles_source ON articles (source, first_seen);

    CREATE TABLE article_versions (
      article_id TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
      version    INTEGER NOT NULL,
      hash       TEXT NOT NULL,
      body       TEXT NOT NULL,
      PRIMARY KEY (article_id, version)
    ) STRICT;

    CREATE TABLE article_aliases (
      alias      TEXT PRIMARY KEY,
      article_id TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX article_aliases_article ON article_aliases (article_id);

    CREATE TABLE sources (
      address TEXT PRIMARY KEY,
      state   TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE seen_entries (
      address TEXT NOT NULL,
      key     TEXT NOT NULL,
      at      INTEGER NOT NULL,
      PRIMARY KEY (address, key)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE story_articles (
      article_id TEXT PRIMARY KEY,
      story_id   TEXT NOT NULL,
      reasons    TEXT NOT NULL,
      at         INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX story_articles_at ON story_articles (at);

    CREATE TABLE traces (
      article_id TEXT NOT NULL,
      at         INTEGER NOT NULL,
      words      TEXT NOT NULL
    ) STRICT;
    CREATE INDEX traces_article ON traces (article_id, at);
  `,
};
