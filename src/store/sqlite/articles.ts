import { setImmediate } from "node:timers/promises";
import type { Article } from "../../model/article.ts";
import type { ArticleStore } from "../../model/stores.ts";
import type { Connection } from "./connection.ts";

interface VersionRow {
  readonly body: string;
}

const newest = "SELECT v.body FROM articles a JOIN article_versions v ON v.article_id = a.id AND v.version = a.version";

/** Articles under all their names. The first one seen keeps its id; a changed text is a new version of it. */
export function createArticleStore(connection: Connection): ArticleStore {
  const find = (id: string, version?: number): Article | undefined => {
    const row =
      version === undefined
        ? connection.find<VersionRow>(`${newest} WHERE a.id = ?`, [id])
        : connection.find<VersionRow>("SELECT body FROM article_versions WHERE article_id = ? AND version = ?", [id, version]);
    return row && articleFrom(row.body);
  };
  const findIdByAlias = (aliases: readonly string[]): string | undefined => {
    for (const alias of aliases) {
      const row = connection.find<{ article_id: string }>("SELECT article_id FROM article_aliases WHERE alias = ?", [alias]);
      if (row) return row.article_id;
    }
    return undefined;
  };
  const addAliases = (id: string, aliases: readonly string[]): void => {
    for (const alias of aliases) connection.run("INSERT OR IGNORE INTO article_aliases VALUES (?, ?)", [alias, id]);
  };
  const addSource = (id: string, source: string, at: Date): void => {
    connection.run("INSERT OR IGNORE INTO article_sources VALUES (?, ?, ?)", [id, source, at]);
  };
  const addVersion = (article: Article): void => {
    connection.run("INSERT INTO article_versions VALUES (?, ?, ?, ?)", [
      article.id,
      article.version,
      article.hash,
      JSON.stringify(article),
    ]);
  };
  return {
    put: async (article, aliases) =>
      connection.transaction(() => {
        const id = findIdByAlias(aliases) ?? article.id;
        const known = find(id);
        if (!known) {
          const first = { ...article, id, version: 1 };
          connection.run("INSERT INTO articles VALUES (?, 1, ?, ?)", [id, article.source, article.fetchedAt]);
          if (article.source !== undefined) addSource(id, article.source, article.fetchedAt);
          addVersion(first);
          addAliases(id, aliases);
          return { article: first, change: "new" };
        }
        addAliases(id, aliases);
        if (article.source !== undefined) addSource(id, article.source, article.fetchedAt);
        if (article.source !== known.source) return { article: known, change: "same" };
        if (known.hash === article.hash) return { article: known, change: "same" };
        const changed = { ...article, id, version: known.version + 1 };
        addVersion(changed);
        connection.run("UPDATE articles SET version = ? WHERE id = ?", [changed.version, id]);
        return { article: changed, change: "changed" };
      }),
    find: async (id, version) => find(id, version),
    async findByAlias(alias) {
      const id = findIdByAlias([alias]);
      return id === undefined ? undefined : find(id);
    },
    versions: async (id) =>
      connection
        .all<VersionRow>("SELECT body FROM article_versions WHERE article_id = ? ORDER BY version", [id])
        .map(({ body }) => articleFrom(body)),
    async alsoFrom(id, source, at) {
      addSource(id, source, at);
    },
    async since(sources, from, to, limit) {
      const rows = connection.all<VersionRow>(sinceSql, { sources: JSON.stringify(sources), from, to, limit });
      return rows.map(({ body }) => articleFrom(body));
    },
    async openings(sources, from, to, limit) {
      const rows = connection.all<{ article_id: string }>(openingIdsSql, { sources: JSON.stringify(sources), from, to, limit });
      const ids = rows.map(({ article_id }) => article_id);
      const found: Article[] = [];
      for (let first = 0; first < ids.length; first += openingsAtOnce) {
        const some = JSON.stringify(ids.slice(first, first + openingsAtOnce));
        found.push(...connection.all<VersionRow>(openingsSql, { ids: some }).map(({ body }) => articleFrom(body)));
        await setImmediate();
      }
      return found;
    },
  };
}

const asked = "(SELECT value FROM json_each(:sources))";

/**
 * What one of the sources showed before `from` is not new when another one shows it too. The plus keeps the planner from a probe for each
 * asked source (1.8 s with 200 of them at 10,000 articles a day, measured): an article has few.
 */
const seenSql = `
  WITH seen AS (
    SELECT article_id, min(first_seen) AS at FROM article_sources AS s
    WHERE source IN ${asked} AND first_seen > :from AND first_seen <= :to AND NOT EXISTS (
      SELECT 1 FROM article_sources AS e WHERE e.article_id = s.article_id AND +e.source IN ${asked} AND e.first_seen <= :from)
    GROUP BY article_id ORDER BY at DESC, article_id LIMIT :limit)`;

const sinceSql = `${seenSql}
  SELECT v.body FROM seen JOIN articles a ON a.id = seen.article_id JOIN article_versions v ON v.article_id = a.id AND v.version = a.version
  ORDER BY seen.at DESC, a.id`;

const openingIdsSql = `${seenSql} SELECT article_id FROM seen ORDER BY at DESC, article_id`;

/** Rows of one step: some milliseconds, so that deliveries and commands go on in between. */
const openingsAtOnce = 200;
const openingCharacters = 1200;

const openingsSql = `
  SELECT json_set(v.body, '$.text', substr(v.body ->> '$.text', 1, ${openingCharacters})) AS body
  FROM json_each(:ids) AS asked JOIN articles a ON a.id = asked.value JOIN article_versions v ON v.article_id = a.id AND v.version = a.version
  ORDER BY asked.key`;

const dates = new Set(["publishedAt", "modifiedAt", "fetchedAt"]);

export const articleFrom = (body: string): Article =>
  JSON.parse(body, (key, value) => (dates.has(key) && typeof value === "string" ? new Date(value) : value)) as Article;
