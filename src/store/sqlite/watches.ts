import type { Watch, WatchStore } from "../../model/stores.ts";
import type { Connection } from "./connection.ts";
import { dateFrom } from "./subscription-rows.ts";

interface WatchRow {
  readonly article_id: string;
  readonly since: number;
  readonly looks: number;
  readonly next_at: number;
  readonly gone_since: number | null;
}

/** Articles that are looked at again. One that the store does not hold cannot be watched and is passed over. */
export function createWatchStore(connection: Connection): WatchStore {
  return {
    async add(articleIds, at, nextAt) {
      connection.transaction(() => {
        for (const id of articleIds) connection.run(addSql, { id, at, nextAt });
      });
    },
    due: async (now, limit) =>
      connection
        .all<WatchRow>("SELECT * FROM watches WHERE next_at <= ? ORDER BY next_at, article_id LIMIT ?", [now, limit])
        .map(watchFrom),
    async put({ articleId, since, looks, nextAt, goneSince }) {
      connection.run(
        "UPDATE watches SET since = :since, looks = :looks, next_at = :nextAt, gone_since = :goneSince WHERE article_id = :articleId",
        { articleId, since, looks, nextAt, goneSince },
      );
    },
    async remove(articleId) {
      connection.run("DELETE FROM watches WHERE article_id = ?", [articleId]);
    },
  };
}

const addSql = `
  INSERT INTO watches (article_id, since, looks, next_at) SELECT id, :at, 0, :nextAt FROM articles WHERE id = :id
  ON CONFLICT DO UPDATE SET since = :at, looks = 0, next_at = :nextAt`;

function watchFrom({ article_id, since, looks, next_at, gone_since }: WatchRow): Watch {
  const goneSince = dateFrom(gone_since);
  return { articleId: article_id, since: new Date(since), looks, nextAt: new Date(next_at), ...(goneSince && { goneSince }) };
}
