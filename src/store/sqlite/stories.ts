import type { StoryStore, Telling } from "../../model/stores.ts";
import type { StoryReason } from "../../model/story.ts";
import type { Connection } from "./connection.ts";

/** Which articles tell one story, what was told to whom, and why each article stands where it stands. */
export function createStoryStore(connection: Connection): StoryStore {
  return {
    async assignments(since) {
      const rows = connection.all<{ article_id: string; story_id: string }>(
        "SELECT article_id, story_id FROM story_articles WHERE at >= ?",
        [since],
      );
      return new Map(rows.map(({ article_id, story_id }) => [article_id, story_id]));
    },
    async assign(articleToStory, reasons, at) {
      connection.transaction(() => {
        for (const [articleId, storyId] of articleToStory) {
          connection.run(
            "INSERT INTO story_articles VALUES (?, ?, ?, ?) ON CONFLICT (article_id) DO UPDATE SET story_id = excluded.story_id, at = excluded.at, reasons = iif(excluded.reasons = '[]', reasons, excluded.reasons)",
            [articleId, storyId, JSON.stringify(reasons.get(articleId) ?? []), at],
          );
        }
      });
    },
    async reasons(articleId) {
      const row = connection.find<{ reasons: string }>("SELECT reasons FROM story_articles WHERE article_id = ?", [articleId]);
      return row ? (JSON.parse(row.reasons) as StoryReason[]) : [];
    },
    async told(digestId, subscriptions, storyIds) {
      const rows = connection.all<{ story_id: string; edition_id: string; article_ids: string }>(toldSql, {
        digestId,
        storyIds: JSON.stringify(storyIds),
        subscriptions: JSON.stringify(subscriptions.map(({ channelId, id }) => [channelId, id])),
      });
      const told = new Map<string, Telling>();
      for (const { story_id, edition_id, article_ids } of rows) {
        const before = told.get(story_id)?.articleIds ?? [];
        told.set(story_id, { editionId: edition_id, articleIds: [...new Set([...before, ...(JSON.parse(article_ids) as string[])])] });
      }
      return told;
    },
    async addTrace(articleId, at, words) {
      connection.run("INSERT INTO traces VALUES (?, ?, ?)", [articleId, at, words]);
    },
    async trace(articleId) {
      const rows = connection.all<{ at: number; words: string }>("SELECT at, words FROM traces WHERE article_id = ? ORDER BY at, rowid", [
        articleId,
      ]);
      return rows.map(({ at, words }) => ({ at: new Date(at), words }));
    },
  };
}

const toldSql = `
  SELECT s.story_id, s.edition_id, s.article_ids FROM edition_stories s JOIN editions e ON e.id = s.edition_id
  WHERE e.digest_id = :digestId AND s.story_id IN (SELECT value FROM json_each(:storyIds)) AND EXISTS (
    SELECT 1 FROM json_each(:subscriptions) AS asked JOIN deliveries d
      ON d.edition_id = e.id AND d.channel_id = asked.value ->> 0 AND d.subscription_id = asked.value ->> 1
    WHERE d.state NOT IN ('refused', 'dropped'))
  ORDER BY e.slot_at, e.made_at`;
