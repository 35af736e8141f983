import type { Migration } from "../../migrate.ts";

/** Quotations, who said them, and the words they are found by. The index keeps stems made by the program, no text of its own. */
export const quoteTables: Migration = {
  number: 3,
  name: "quotes",
  sql: `
    CREATE TABLE speakers (
      id       INTEGER PRIMARY KEY,
      name     TEXT NOT NULL,
      name_key TEXT NOT NULL UNIQUE,
      surname  TEXT NOT NULL,
      kind     TEXT NOT NULL,
      quotes   INTEGER NOT NULL DEFAULT 0,
      first_at INTEGER,
      last_at  INTEGER
    ) STRICT;
    CREATE INDEX speakers_surname ON speakers (surname);

    CREATE TABLE speaker_names (
      name       TEXT NOT NULL,
      latin      TEXT NOT NULL,
      speaker_id INTEGER NOT NULL REFERENCES speakers (id) ON DELETE CASCADE,
      PRIMARY KEY (latin, speaker_id, name)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE speaker_roles (
      speaker_id INTEGER NOT NULL REFERENCES speakers (id) ON DELETE CASCADE,
      role       TEXT NOT NULL,
      from_at    INTEGER NOT NULL,
      to_at      INTEGER NOT NULL,
      PRIMARY KEY (speaker_id, role)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE quotes (
      row        INTEGER PRIMARY KEY,
      id         TEXT NOT NULL,
      article_id TEXT NOT NULL,
      version    INTEGER NOT NULL,
      current    INTEGER NOT NULL,
      speaker_id INTEGER REFERENCES speakers (id),
      outlet     TEXT NOT NULL,
      lang       TEXT NOT NULL,
      said_at    INTEGER NOT NULL,
      body       TEXT NOT NULL
    ) STRICT;
    CREATE INDEX quotes_id ON quotes (id, current);
    CREATE INDEX quotes_article ON quotes (article_id, version);
    CREATE INDEX quotes_speaker ON quotes (speaker_id, current, said_at);

    CREATE VIRTUAL TABLE quote_words USING fts5 (said, around, content='', contentless_delete=1, tokenize="unicode61 remove_diacritics 0");
    CREATE VIRTUAL TABLE quote_vocabulary USING fts5vocab ('quote_words', 'row');
  `,
};
