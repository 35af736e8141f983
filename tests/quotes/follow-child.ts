import { DatabaseSync, StatementSync } from "node:sqlite";
import { alertFollowers } from "../../src/quotes/follow.ts";
import { openStores } from "../../src/store/open.ts";

/*
 * node follow-child.ts FILE MINUTE STEP: looks for alerts as the running bot does, and kills itself right before the STEP-th step that it takes
 * in the database, as a power cut would.
 */
const [file = "", now = "", step = ""] = process.argv.slice(2);
let taken = 0;
let isOpen = false;

function countSteps(prototype: Record<string, unknown>, name: string): void {
  const original = prototype[name] as (...params: unknown[]) => unknown;
  prototype[name] = function (this: unknown, ...params: unknown[]): unknown {
    if (isOpen && ++taken === Number(step)) process.kill(process.pid, "SIGKILL");
    return original.apply(this, params);
  };
}
for (const name of ["run", "get", "all"]) countSteps(StatementSync.prototype as unknown as Record<string, unknown>, name);
countSteps(DatabaseSync.prototype as unknown as Record<string, unknown>, "exec");

const stores = await openStores(file);
isOpen = true;
await alertFollowers(stores, new Date(now), new AbortController().signal);
await stores.close();
