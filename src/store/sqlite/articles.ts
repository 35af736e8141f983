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
          addVersion(first);
          addAliases(id, aliases);
          return { article: first, change: "new" };
        }
        addAliases(id, aliases);
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
    async since(sources, from, to, limit) {
      if (sources.length === 0) return [];
      const rows = connection.all<VersionRow>(
        `${newest} WHERE a.source IN (SELECT value FROM json_each(?)) AND a.first_seen > ? AND a.first_seen <= ? ORDER BY a.first_seen DESC, a.id LIMIT ?`,
        [JSON.stringify(sources), from, to, limit],
      );
      return rows.map(({ body }) => articleFrom(body));
    },
  };
}

const dates = new Set(["publishedAt", "modifiedAt", "fetchedAt"]);

export const articleFrom = (body: string): Article =>
  JSON.parse(body, (key, value) => (dates.has(key) && typeof value === "string" ? new Date(value) : value)) as Article;
