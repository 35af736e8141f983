import type { Migration } from "../../migrate.ts";
import { deliveryTables } from "./001-delivery.ts";
import { articleTables } from "./002-articles.ts";
import { quoteTables } from "./003-quotes.ts";
import { correctionTables } from "./004-corrections.ts";
import { lookupTables } from "./005-lookup.ts";
import { reasonedStories } from "./006-reasons.ts";
import { carryingSources } from "./007-carriers.ts";

/** In order. A released migration is never edited: what it got wrong, the next one mends. */
export const migrations: readonly Migration[] = [
  deliveryTables,
  articleTables,
  quoteTables,
  correctionTables,
  lookupTables,
  reasonedStories,
  carryingSources,
];
