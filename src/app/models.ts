import type { Environment } from "../config/env.ts";
import type { Settings } from "../config/settings.ts";
import { findObjections } from "../digest/check.ts";
import { createBudget } from "../digest/summarizers/budget.ts";
import { extractive } from "../digest/summarizers/extractive.ts";
import { createModelSummarizer } from "../digest/summarizers/llm.ts";
import { connectModel, type ModelProvider } from "../digest/summarizers/provider.ts";
import { createTally, type ModelDay } from "../digest/summarizers/tally.ts";
import type { Digest } from "../model/digest.ts";
import type { Log } from "../model/platform.ts";
import type { Ledger } from "../model/stores.ts";
import type { Summarizer } from "../model/summarizer.ts";
import { splitSentences } from "../text/sentences.ts";

/** What models were used for today, beside what they may use. */
export interface ModelUse extends ModelDay {
  readonly tokens: number;
  readonly money: number;
  readonly limits: Settings["modelBudget"];
}

export interface Models {
  /** The model that a digest names, else the sources' own words. */
  readonly summarizerFor: (digest: Pick<Digest, "model">) => Summarizer;
  /** Undefined where no model is configured. */
  readonly use: () => Promise<ModelUse | undefined>;
}

/** The configured models under one budget. A provider is loaded when first used. */
export function openModels(
  settings: Pick<Settings, "models" | "modelBudget">,
  env: Environment,
  ledger: Ledger,
  log: Log,
  now: () => Date,
): Models {
  const budget = createBudget(ledger, settings.modelBudget);
  const tally = createTally(ledger, now);
  const byName = new Map(
    Object.entries(settings.models).map(([name, model]) => {
      let provider: Promise<ModelProvider> | undefined;
      const summarizer = createModelSummarizer({
        id: name,
        provider: () => (provider ??= connectModel(model, model.keyFrom === undefined ? undefined : env[model.keyFrom])),
        extractive,
        gate: findObjections,
        split: splitSentences,
        budget,
        price: model.price,
        now,
        log,
        tally,
      });
      return [name, summarizer] as const;
    }),
  );
  return {
    summarizerFor: ({ model }) => (model === undefined ? extractive : (byName.get(model) ?? extractive)),
    use: async () =>
      byName.size === 0 ? undefined : { ...(await tally.today()), ...(await budget.used(now())), limits: settings.modelBudget },
  };
}
