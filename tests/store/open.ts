import type { Outbox, SubscriptionStore } from "../../src/model/outbox.ts";
import type { ArticleStore, Ledger, StoryStore } from "../../src/model/stores.ts";
import { migrate } from "../../src/store/migrate.ts";
import { createArticleStore } from "../../src/store/sqlite/articles.ts";
import { type Connection, openConnection } from "../../src/store/sqlite/connection.ts";
import { createLedger } from "../../src/store/sqlite/ledger.ts";
import { migrations } from "../../src/store/sqlite/migrations/list.ts";
import { createOutbox } from "../../src/store/sqlite/outbox.ts";
import { createStoryStore } from "../../src/store/sqlite/stories.ts";
import { createSubscriptionStore } from "../../src/store/sqlite/subscriptions.ts";

export interface DeliveryStores {
  readonly connection: Connection;
  readonly articles: ArticleStore;
  readonly subscriptions: SubscriptionStore;
  readonly outbox: Outbox;
  readonly ledger: Ledger;
  readonly stories: StoryStore;
}

/** The stores of articles and deliveries, in memory unless a file is named. */
export function openDeliveryStores(file = ":memory:"): DeliveryStores {
  const connection = openConnection(file);
  migrate(connection, migrations);
  return {
    connection,
    articles: createArticleStore(connection),
    subscriptions: createSubscriptionStore(connection),
    outbox: createOutbox(connection),
    ledger: createLedger(connection),
    stories: createStoryStore(connection),
  };
}
