import { testStores } from "../contracts/store.ts";
import { openDeliveryStores } from "./open.ts";

testStores("SQLite", async () => openDeliveryStores());
