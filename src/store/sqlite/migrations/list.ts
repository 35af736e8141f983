import type { Migration } from "../../migrate.ts";
import { deliveryTables } from "./001-delivery.ts";

/** In order. A released migration is never edited: what it got wrong, the next one mends. */
export const migrations: readonly Migration[] = [deliveryTables];
