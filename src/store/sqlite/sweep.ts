import type { Connection } from "./connection.ts";

/** Rows of one step: a few milliseconds, so that deliveries and commands go on in between. */
const articlesAtOnce = 50;
const editionsAtOnce = 50;
const rowsAtOnce = 2_000;
const day = 86_400_000;
/** An entry is forgotten only when its feed has long shown newer ones: forgotten too early it would be news again. */
const seenLeastMs = 60 * day;
/** An edition outlives no article that it rests on: articles of the same days go later. */
const articleGraceMs = 7 * day;

/**
 * One bounded step of letting go what is older than `keepFrom`: editions whose deliveries are all settled, articles with their versions,
 * quotations and traces, keys of entries that their feeds no longer show. True when there may be more.
 */
export function sweepOld(connection: Connection, keepFrom: Date, now: Date): boolean {
  const articlesFrom = new Date(keepFrom.getTime() - articleGraceMs);
  const seenFrom = new Date(Math.min(keepFrom.getTime(), now.getTime() - seenLeastMs));
  const steps = [
    () => sweepEditions(connection, keepFrom),
    () => sweepArticles(connection, articlesFrom),
    () => connection.run(sweepSeenSql, { seenFrom, limit: rowsAtOnce }) > 0,
    () => connection.run("DELETE FROM counters WHERE day < ?", [keepFrom.toISOString().slice(0, 10)]) > 0,
  ];
  return steps.some((step) => connection.transaction(step));
}

function sweepEditions(connection: Connection, keepFrom: Date): boolean {
  const ids = JSON.stringify(connection.all<{ id: string }>(oldEditionsSql, { keepFrom, limit: editionsAtOnce }).map(({ id }) => id));
  connection.run(`DELETE FROM deliveries WHERE edition_id IN ${listed}`, { ids });
  return connection.run(`DELETE FROM editions WHERE id IN ${listed}`, { ids }) > 0;
}

function sweepArticles(connection: Connection, keepFrom: Date): boolean {
  const ids = JSON.stringify(
    connection
      .all<{ id: string }>("SELECT id FROM articles WHERE first_seen < :keepFrom ORDER BY first_seen LIMIT :limit", {
        keepFrom,
        limit: articlesAtOnce,
      })
      .map(({ id }) => id),
  );
  connection.run(`DELETE FROM quote_words WHERE rowid IN (SELECT row FROM quotes WHERE article_id IN ${listed})`, { ids });
  connection.run(countDownSql, { ids });
  for (const table of ["quotes", "traces", "story_articles"]) connection.run(`DELETE FROM ${table} WHERE article_id IN ${listed}`, { ids });
  return connection.run(`DELETE FROM articles WHERE id IN ${listed}`, { ids }) > 0;
}

/** Speakers are counted by the quotes that are found. */
const countDownSql = `
  UPDATE speakers SET quotes = quotes - counted.n
  FROM (SELECT speaker_id, count(*) AS n FROM quotes WHERE current = 1 AND article_id IN (SELECT value FROM json_each(:ids)) GROUP BY speaker_id) AS counted
  WHERE speakers.id = counted.speaker_id`;

const listed = "(SELECT value FROM json_each(:ids))";

const oldEditionsSql = `
  SELECT id FROM editions AS e WHERE made_at < :keepFrom
    AND NOT EXISTS (SELECT 1 FROM deliveries WHERE edition_id = e.id AND state IN ('queued', 'sending', 'unknown'))
  ORDER BY made_at LIMIT :limit`;

/** Keys that were not seen lately, of feeds that have shown others since. */
const sweepSeenSql = `
  DELETE FROM seen_entries WHERE (address, key) IN (
    SELECT address, key FROM seen_entries AS s WHERE at < :seenFrom
      AND EXISTS (SELECT 1 FROM seen_entries WHERE address = s.address AND at >= :seenFrom)
    LIMIT :limit)`;
