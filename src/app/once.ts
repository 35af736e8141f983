import type { Ingest } from "../ingest/open.ts";
import type { Log } from "../model/platform.ts";
import type { Stores } from "../model/stores.ts";
import type { PipelineDeps } from "../pipeline.ts";
import { openStores } from "../store/open.ts";
import type { Installation } from "./installation.ts";
import { type Models, openModels } from "./models.ts";
import { pipelineDeps } from "./pipeline-deps.ts";
import { openReading } from "./reading.ts";

export interface Workbench {
  readonly stores: Stores;
  readonly reading: Ingest;
  readonly pipeline: PipelineDeps;
  readonly models: Models;
}

/** For one command: everything over a database in memory that is gone afterwards. Nothing is kept, sent or started. */
export async function withWorkbench<T>(installation: Installation, log: Log, work: (bench: Workbench) => Promise<T>): Promise<T> {
  const stores = await openStores(":memory:");
  const reading = openReading(installation.settings, installation.digests, stores);
  const now = (): Date => new Date();
  try {
    const findDigest = (id: string) => installation.digests.find((digest) => digest.id === id);
    const models = openModels(installation.settings, installation.env, stores.ledger, log, now);
    const pipeline = pipelineDeps({
      stores,
      models,
      reading,
      findDigest,
      now,
      log,
    });
    return await work({ stores, reading, pipeline, models });
  } finally {
    await reading.close();
    await stores.close();
  }
}
