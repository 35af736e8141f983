import { setImmediate } from "node:timers/promises";
import type { Stores } from "../model/stores.ts";

const sweptKey = "swept";

/** Once a day (UTC) lets go of what is older than the settings keep, in small steps between which everything else goes on. */
export async function letGoOld(
  stores: Pick<Stores, "sweep" | "ledger">,
  keepDays: number,
  now: () => Date,
  signal: AbortSignal,
): Promise<void> {
  const today = now().toISOString().slice(0, 10);
  if ((await stores.ledger.get(sweptKey)) === today) return;
  const keepFrom = new Date(now().getTime() - keepDays * 86_400_000);
  while (await stores.sweep(keepFrom, now())) {
    signal.throwIfAborted();
    await setImmediate();
  }
  await stores.ledger.set(sweptKey, today);
}
