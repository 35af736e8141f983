import type { Ledger } from "../../model/stores.ts";

/** What a day's editions owe to models. */
export interface ModelDay {
  /** Bullets a model worded that passed every check, and bullets the sources' own words stood in for. */
  readonly worded: number;
  readonly replaced: number;
  /** Stories for which no model answered. */
  readonly failed: number;
  /** Why bullets were replaced last, newest first, each reason once. */
  readonly reasons: readonly string[];
}

export interface Tally {
  add(what: "worded" | "replaced" | "failed", by: number): Promise<void>;
  tellReasons(reasons: readonly string[]): Promise<void>;
  /** Today, in UTC as the budget counts. */
  today(): Promise<ModelDay>;
}

const reasonsKey = "model-reasons";
const reasonsKept = 5;

/** Counts kept in the store, so that /status tells of the whole day through restarts. */
export function createTally(ledger: Ledger, now: () => Date): Tally {
  const day = (): string => now().toISOString().slice(0, 10);
  const count = (what: string, by = 0): Promise<number> => ledger.count(`model-${what}`, day(), by);
  const readReasons = async (): Promise<readonly string[]> => {
    const kept = JSON.parse((await ledger.get(reasonsKey)) ?? "{}") as { readonly day?: string; readonly reasons?: readonly string[] };
    return kept.day === day() ? (kept.reasons ?? []) : [];
  };
  return {
    async add(what, by) {
      if (by > 0) await count(what, by);
    },
    async tellReasons(reasons) {
      if (reasons.length === 0) return;
      const newest = [...new Set([...reasons, ...(await readReasons())])].slice(0, reasonsKept);
      await ledger.set(reasonsKey, JSON.stringify({ day: day(), reasons: newest }));
    },
    today: async () => ({
      worded: await count("worded"),
      replaced: await count("replaced"),
      failed: await count("failed"),
      reasons: await readReasons(),
    }),
  };
}
