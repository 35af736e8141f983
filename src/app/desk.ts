import { randomBytes } from "node:crypto";
import type { CommandDeps } from "../commands/deps.ts";
import { renderEdition } from "../deliver/render.ts";
import { findFeeds } from "../ingest/find.ts";
import { urlAlias } from "../ingest/identity.ts";
import type { Ingest } from "../ingest/open.ts";
import { buildOpml } from "../ingest/opml-write.ts";
import type { ReadInput } from "../ingest/read.ts";
import { readSources } from "../intake.ts";
import type { Log } from "../model/platform.ts";
import type { Stores } from "../model/stores.ts";
import { buildPreview, type PipelineDeps, publishNow } from "../pipeline.ts";
import { describeClockChange } from "../schedule/clock-change.ts";
import { nextSlot } from "../schedule/slots.ts";
import type { Installation } from "./installation.ts";
import type { Models } from "./models.ts";
import type { ownDigestsFrom } from "./own-digests.ts";
import { digestInput, version } from "./reading.ts";
import { revive } from "./revive.ts";

export interface DeskParts {
  readonly installation: Installation;
  readonly stores: Stores;
  readonly reading: Ingest;
  readonly pipeline: PipelineDeps;
  readonly models: Models;
  readonly own: ReturnType<typeof ownDigestsFrom>;
  readonly platforms: CommandDeps["platforms"];
  /** Something was put into the outbox. */
  readonly wake: () => void;
  readonly log: Log;
  readonly now: () => Date;
}

/** Hands the rooms' functions to the commands: nothing is decided here. */
export function commandDeps({ installation, stores, models, reading, pipeline, own, platforms, wake, log, now }: DeskParts): CommandDeps {
  const { settings, digests } = installation;
  return {
    ...stores,
    digests: () => digests,
    findDigest: pipeline.findDigest,
    ownDigestsChanged: own.readAgain,
    async buildPreview(digest, form, window, signal) {
      await readSources(digest, pipeline, signal);
      return buildPreview(digest, form, { ...window, to: now() }, pipeline, signal);
    },
    async publishNow(subscription, signal) {
      const edition = await publishNow(subscription, pipeline, signal);
      wake();
      return edition;
    },
    wake,
    revive: (channelId) => revive(channelId, { stores, wake, now }),
    renderEdition,
    digestArticle: (input, signal) => digestInput(readInputFrom(input), reading, signal),
    findFeeds: (url, signal) => findFeeds(url, reading, signal),
    readOpml: async (bytes) => (await reading.jobs.opml(bytes)).feeds,
    writeOpml: (feeds, title) => buildOpml({ title, at: now(), feeds: feeds.map((feed) => ({ ...feed, folders: [] })) }),
    async findArticle(url) {
      const alias = urlAlias(url);
      return alias === undefined ? undefined : stores.articles.findByAlias(alias);
    },
    nextSlot,
    describeClockChange,
    async drawCard(quoteId, theme) {
      const hit = await stores.quotes.find(quoteId);
      return hit && (await import("../quotes/card.ts")).drawCard(hit, theme);
    },
    settings: { version, zone: settings.zone, lang: settings.lang },
    platforms,
    modelUse: models.use,
    log,
    now,
    token: () => randomBytes(6).toString("hex"),
  };
}

function readInputFrom(input: Parameters<CommandDeps["digestArticle"]>[0]): ReadInput {
  if (input.kind === "link") return { url: input.url };
  if (input.kind === "text") return { text: input.text };
  return { bytes: input.bytes, name: input.name, mediaType: input.mediaType };
}
