import type { Environment } from "../config/env.ts";
import type { Settings } from "../config/settings.ts";
import { ground } from "../digest/ground.ts";
import { createBudget } from "../digest/summarizers/budget.ts";
import { extractive } from "../digest/summarizers/extractive.ts";
import { createModelSummarizer } from "../digest/summarizers/llm.ts";
import { connectModel, type ModelProvider } from "../digest/summarizers/provider.ts";
import type { Digest } from "../model/digest.ts";
import type { Log } from "../model/platform.ts";
import type { Ledger } from "../model/stores.ts";
import type { Summarizer } from "../model/summarizer.ts";
import { splitSentences } from "../text/sentences.ts";

/** Which summarizer a digest is told by: the model it names, else the sources' own words. A provider is loaded when first used. */
export function openSummarizers(
  settings: Settings,
  env: Environment,
  ledger: Ledger,
  log: Log,
  now: () => Date,
): (digest: Digest) => Summarizer {
  const budget = createBudget(ledger, settings.modelBudget);
  const byName = new Map(
    Object.entries(settings.models).map(([name, model]) => {
      let provider: Promise<ModelProvider> | undefined;
      const summarizer = createModelSummarizer({
        id: name,
        provider: () => (provider ??= connectModel(model, model.keyFrom === undefined ? undefined : env[model.keyFrom])),
        extractive,
        gate: ground,
        split: splitSentences,
        budget,
        price: model.price,
        now,
        log,
        async count(what, by) {
          await ledger.count(what, now().toISOString().slice(0, 10), by);
        },
      });
      return [name, summarizer] as const;
    }),
  );
  return ({ model }) => (model === undefined ? extractive : (byName.get(model) ?? extractive));
}
