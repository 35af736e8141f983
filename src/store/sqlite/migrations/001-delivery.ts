import type { Migration } from "../../migrate.ts";

/** Who gets what when, and what became of it. Instants are milliseconds UTC; times, form, filters and options are JSON only this program reads. */
export const deliveryTables: Migration = {
  number: 1,
  name: "delivery",
  sql: `
    CREATE TABLE channels (
      id       TEXT PRIMARY KEY,
      platform TEXT NOT NULL,
      address  TEXT NOT NULL,
      name     TEXT,
      lang     TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE subscriptions (
      channel_id   TEXT NOT NULL REFERENCES channels (id) ON UPDATE CASCADE ON DELETE CASCADE,
      id           TEXT NOT NULL,
      digest_id    TEXT NOT NULL,
      mode         TEXT NOT NULL CHECK (mode IN ('schedule', 'instant')),
      schedule     TEXT NOT NULL,
      form         TEXT NOT NULL,
      filters      TEXT NOT NULL,
      send_empty   INTEGER NOT NULL,
      mention      TEXT NOT NULL,
      options      TEXT NOT NULL,
      state        TEXT NOT NULL CHECK (state IN ('active', 'paused', 'suspended')),
      state_reason TEXT,
      created_at   INTEGER NOT NULL,
      covered_to   INTEGER NOT NULL,
      next_at      INTEGER,
      PRIMARY KEY (channel_id, id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX subscriptions_due ON subscriptions (next_at) WHERE state = 'active' AND mode = 'schedule' AND next_at IS NOT NULL;
    CREATE INDEX subscriptions_digest ON subscriptions (digest_id) WHERE state = 'active';
    CREATE INDEX subscriptions_instant ON subscriptions (digest_id) WHERE state = 'active' AND mode = 'instant';

    CREATE TABLE settings (
      channel_id TEXT NOT NULL,
      key        TEXT NOT NULL,
      value      TEXT NOT NULL,
      PRIMARY KEY (channel_id, key)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX settings_key ON settings (key);

    CREATE TABLE editions (
      id        TEXT PRIMARY KEY,
      digest_id TEXT NOT NULL,
      audience  TEXT NOT NULL,
      slot_at   INTEGER NOT NULL,
      made_at   INTEGER NOT NULL,
      body      TEXT NOT NULL
    ) STRICT;
    CREATE INDEX editions_digest ON editions (digest_id, slot_at);
    CREATE INDEX editions_made ON editions (made_at);

    -- Which story was told to whom with which articles (JSON list of ids); filled with its edition.
    CREATE TABLE edition_stories (
      edition_id  TEXT NOT NULL REFERENCES editions (id) ON DELETE CASCADE,
      story_id    TEXT NOT NULL,
      article_ids TEXT NOT NULL,
      PRIMARY KEY (edition_id, story_id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX edition_stories_story ON edition_stories (story_id);

    CREATE TABLE deliveries (
      id              TEXT PRIMARY KEY,
      edition_id      TEXT NOT NULL REFERENCES editions (id),
      channel_id      TEXT NOT NULL,
      subscription_id TEXT NOT NULL,
      part            INTEGER NOT NULL,
      platform        TEXT NOT NULL,
      state           TEXT NOT NULL CHECK (state IN ('queued', 'sending', 'sent', 'refused', 'unknown', 'dropped')),
      attempts        INTEGER NOT NULL DEFAULT 0,
      due_at          INTEGER NOT NULL,
      slot_at         INTEGER NOT NULL,
      lease_until     INTEGER,
      first_tried_at  INTEGER,
      message_id      TEXT,
      sent_at         INTEGER,
      problem         TEXT,
      UNIQUE (edition_id, channel_id, subscription_id, part)
    ) STRICT;
    CREATE INDEX deliveries_queue ON deliveries (platform, slot_at, channel_id, subscription_id, edition_id, part) WHERE state = 'queued';
    CREATE INDEX deliveries_wait ON deliveries (platform, due_at) WHERE state = 'queued';
    CREATE INDEX deliveries_open ON deliveries (channel_id, slot_at, subscription_id, edition_id, part) WHERE state IN ('queued', 'sending');
    CREATE INDEX deliveries_sending ON deliveries (platform, lease_until) WHERE state = 'sending';
    CREATE INDEX deliveries_state ON deliveries (state, slot_at);
    CREATE INDEX deliveries_channel ON deliveries (channel_id, slot_at);

    CREATE TABLE ledger (
      key   TEXT PRIMARY KEY,
      value TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE counters (
      key   TEXT NOT NULL,
      day   TEXT NOT NULL,
      value INTEGER NOT NULL,
      PRIMARY KEY (key, day)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE seen_once (
      scope TEXT NOT NULL,
      id    TEXT NOT NULL,
      at    INTEGER NOT NULL,
      PRIMARY KEY (scope, id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX seen_once_at ON seen_once (at);
  `,
};
