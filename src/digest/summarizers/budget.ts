import type { Ledger } from "../../model/stores.ts";

export interface ModelPrice {
  /** Money per million tokens. */
  readonly input: number;
  readonly output: number;
}

export interface ModelUsage {
  readonly inputTokens: number;
  readonly outputTokens: number;
}

export interface Budget {
  /** False when today's tokens or money are spent. */
  allows(now: Date): Promise<boolean>;
  record(usage: ModelUsage, price: ModelPrice, now: Date): Promise<void>;
  /** Today's use, for /status. Money in the currency of the settings. */
  used(now: Date): Promise<{ readonly tokens: number; readonly money: number }>;
}

/** Money is counted in millionths so that the store's counters stay whole numbers. */
const micro = 1_000_000;

/** A daily budget (UTC days) over all models, kept in the store: a restart does not refill it. */
export function createBudget(ledger: Ledger, limits: { readonly tokensPerDay: number; readonly moneyPerDay: number }): Budget {
  const used = async (now: Date): Promise<{ tokens: number; money: number }> => {
    const day = now.toISOString().slice(0, 10);
    return { tokens: await ledger.count("model-tokens", day, 0), money: (await ledger.count("model-money", day, 0)) / micro };
  };
  return {
    used,
    async allows(now) {
      const { tokens, money } = await used(now);
      return tokens < limits.tokensPerDay && (money < limits.moneyPerDay || money === 0);
    },
    async record({ inputTokens, outputTokens }, price, now) {
      const day = now.toISOString().slice(0, 10);
      await ledger.count("model-tokens", day, inputTokens + outputTokens);
      // price per million tokens × tokens = millionths of money
      await ledger.count("model-money", day, Math.ceil(inputTokens * price.input + outputTokens * price.output));
    },
  };
}
