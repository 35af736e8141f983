import type { Migration } from "../../migrate.ts";

/**
 * Quotations in the order in which they were said, what carries the same utterance, and the terms a misspelt word may have meant.
 * The words that quotations are found by are made by the program: quote-index.ts fills them again after this step.
 */
export const lookupTables: Migration = {
  number: 5,
  name: "lookup",
  sql: `
    DROP TABLE quote_vocabulary;
    DROP TABLE quote_words;
    DROP TABLE speaker_names;
    DROP INDEX quotes_id;
    DROP INDEX quotes_article;
    DROP INDEX quotes_speaker;
    ALTER TABLE quotes RENAME TO earlier_quotes;

    -- row = second of publication × 2^20 + a number of its own: the index's own order is newest first, and dates are ranges of rows.
    CREATE TABLE quotes (
      row        INTEGER PRIMARY KEY,
      id         TEXT NOT NULL,
      article_id TEXT NOT NULL,
      version    INTEGER NOT NULL,
      current    INTEGER NOT NULL,
      speaker_id INTEGER REFERENCES speakers (id),
      utterance  INTEGER NOT NULL,
      words_key  INTEGER NOT NULL,
      indexed_at INTEGER NOT NULL,
      outlet     TEXT NOT NULL,
      lang       TEXT NOT NULL,
      kind       TEXT NOT NULL,
      text       TEXT NOT NULL,
      body       TEXT NOT NULL
    ) STRICT;
    INSERT OR IGNORE INTO quotes
      SELECT (max(0, said_at) / 1000) * 1048576 + row % 1048576, id, article_id, version, current, speaker_id, 0, 0, said_at, outlet, lang,
        json_extract(body, '$.quote.kind'), json_extract(body, '$.quote.text'), body
      FROM earlier_quotes;
    DROP TABLE earlier_quotes;
    CREATE INDEX quotes_id ON quotes (id);
    CREATE INDEX quotes_article ON quotes (article_id, version);
    CREATE INDEX quotes_speaker ON quotes (speaker_id) WHERE current = 1;
    CREATE INDEX quotes_fresh ON quotes (speaker_id, indexed_at);
    CREATE INDEX quotes_utterance ON quotes (utterance);
    CREATE INDEX quotes_wording ON quotes (words_key);

    CREATE TABLE speaker_names (
      name       TEXT NOT NULL,
      speaker_id INTEGER NOT NULL REFERENCES speakers (id) ON DELETE CASCADE,
      PRIMARY KEY (name, speaker_id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX speaker_names_speaker ON speaker_names (speaker_id);

    -- Every word of every name, and names as a whole: by sound for completion, by key across scripts.
    CREATE TABLE speaker_words (
      sound      TEXT NOT NULL,
      speaker_id INTEGER NOT NULL REFERENCES speakers (id) ON DELETE CASCADE,
      key        TEXT NOT NULL,
      PRIMARY KEY (sound, speaker_id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX speaker_words_key ON speaker_words (key);
    CREATE INDEX speaker_words_speaker ON speaker_words (speaker_id, sound);
    CREATE INDEX speakers_quotes ON speakers (quotes DESC);

    CREATE TABLE quote_terms (term TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;

    CREATE VIRTUAL TABLE quote_words USING fts5 (said, around, content='', contentless_delete=1, tokenize="unicode61 remove_diacritics 0 tokenchars '_'");
  `,
};
