import { ingestSources } from "../ingest/ingest.ts";
import type { Ingest } from "../ingest/open.ts";
import type { Digest } from "../model/digest.ts";
import type { Log } from "../model/platform.ts";
import type { Stores } from "../model/stores.ts";
import type { PipelineDeps } from "../pipeline.ts";
import { extractQuotes } from "../quotes/extract.ts";
import { findMentions } from "../quotes/mentions.ts";
import type { Models } from "./models.ts";

export interface PipelineParts {
  readonly stores: Stores;
  readonly reading: Ingest;
  readonly models: Models;
  readonly findDigest: (id: string) => Digest | undefined;
  readonly now: () => Date;
  readonly log: Log;
}

/** Hands the other rooms' functions to the pipeline: nothing is decided here. */
export function pipelineDeps({ stores, models, reading, findDigest, now, log }: PipelineParts): PipelineDeps {
  return {
    stores,
    findDigest,
    ingestSources: (digest, signal) => ingestSources(digest.sources, { folder: digest.folder }, reading, signal),
    summarizerFor: models.summarizerFor,
    mentions: findMentions,
    extractQuotes,
    now,
    log,
  };
}
