import type { Migration } from "../../migrate.ts";

/** Reasons name articles now, where they were sentences before: the old ones, which nobody was shown, go. */
export const reasonedStories: Migration = {
  number: 6,
  name: "reasons",
  sql: "UPDATE story_articles SET reasons = '[]';",
};
