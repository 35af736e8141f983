import { correctEditions, watchArticles } from "./corrections.ts";
import { buildEdition, type EditionFrame, editionIdFrom } from "./digest/edition.ts";
import { findEarlier, findStories, keepStories } from "./digest/find.ts";
import { tellHealth } from "./digest/health.ts";
import { indexQuotes } from "./digest/quote-index.ts";
import type { RankedStory } from "./digest/rank.ts";
import { type TellDeps, tellStories } from "./digest/tell.ts";
import type { IngestReport } from "./ingest/ingest.ts";
import type { Filter, Subscription } from "./model/delivery.ts";
import type { Digest, Edition, Form, Slot } from "./model/digest.ts";
import type { Log } from "./model/platform.ts";
import type { Stores, Telling } from "./model/stores.ts";
import type { EditionStory } from "./model/story.ts";
import type { Summarizer } from "./model/summarizer.ts";
import { audienceOf, type DueEdition, groupDue } from "./schedule/due.ts";
import { handOut, moveOn } from "./schedule/handout.ts";

/*
 * READ FIRST. The journey of an article:
 *
 *   sources → articles → quotes (index on the side) → stories → order → bullets → edition → outbox
 *
 * Publishing ends at the outbox; deliver/deliver.ts takes it from there, in a loop of its own. Everything here may be run again after a
 * crash: articles are recognised, an edition's id follows from what was asked for, and a subscription moves on in the same transaction
 * that leaves its delivery in the outbox.
 */

export interface PipelineDeps extends Omit<TellDeps, "summarizer"> {
  readonly stores: Pick<Stores, "articles" | "quotes" | "stories" | "subscriptions" | "outbox" | "ledger" | "watches">;
  readonly findDigest: (id: string) => Digest | undefined;
  /** One polite round over a digest's sources: what is not due stays unasked. */
  readonly ingestSources: (digest: Digest, signal: AbortSignal) => Promise<IngestReport>;
  readonly summarizerFor: (digest: Digest) => Summarizer;
  readonly now: () => Date;
  readonly log: Log;
}

/** What an edition is asked for, and by whom. */
export type Assignment = Omit<DueEdition, "digestId">;

/** Makes one edition and leaves it in the outbox for everybody who is due it. Running it twice for a slot changes nothing. */
export async function publishEdition(digest: Digest, assignment: Assignment, deps: PipelineDeps, signal: AbortSignal): Promise<Edition> {
  const made = await deps.stores.outbox.findEdition(editionIdFrom(digest.id, assignment));
  const edition = made ?? (await makeEdition(digest, assignment, deps, signal));
  await handOut(edition, assignment.subscriptions, deps.stores);
  return edition;
}

/** Publishes whatever is due now: one edition for all who want the same. An edition that fails loses only itself and is tried again at the next tick. */
export async function publishDue(deps: PipelineDeps, signal: AbortSignal): Promise<readonly Edition[]> {
  const editions: Edition[] = [];
  const failed = new Set<Subscription["digestId"]>();
  let waiting = 0;
  for (let round = 0; round < mostRounds; round++) {
    const limit = dueAtOnce + waiting;
    const due = await deps.stores.subscriptions.due(deps.now(), limit);
    const { editions: wanted, idle } = groupDue(
      due.filter(({ digestId }) => !failed.has(digestId)),
      deps.now(),
    );
    await moveOn(idle, deps.now(), deps.stores);
    for (const { digestId, ...assignment } of wanted) {
      const edition = await publishOrTell(digestId, assignment, deps, signal);
      if (edition === "failed") failed.add(digestId);
      else if (edition) editions.push(edition);
    }
    waiting = due.filter(({ digestId }) => failed.has(digestId)).length;
    if (due.length < limit) break;
  }
  return editions;
}

async function publishOrTell(
  digestId: string,
  assignment: Assignment,
  deps: PipelineDeps,
  signal: AbortSignal,
): Promise<Edition | "failed" | undefined> {
  const digest = deps.findDigest(digestId);
  if (!digest) {
    deps.log.warn(`${digestId}: no digest of this name in the catalogue; its ${assignment.subscriptions.length} subscriptions wait`);
    await moveOn(assignment.subscriptions, deps.now(), deps.stores);
    return undefined;
  }
  try {
    return await publishEdition(digest, assignment, deps, signal);
  } catch (cause) {
    signal.throwIfAborted();
    deps.log.error(`${digestId}: the edition of ${assignment.slot.local} failed; it is tried again in a minute`, { cause });
    return "failed";
  }
}

/** An edition of what is new, for one subscription, without waiting for its slot. */
export async function publishNow(subscription: Subscription, deps: PipelineDeps, signal: AbortSignal): Promise<Edition | undefined> {
  const digest = deps.findDigest(subscription.digestId);
  return digest && publishEdition(digest, assignmentNow(subscription, [subscription], deps.now()), deps, signal);
}

/** Reads a digest's sources and indexes their quotes; sources that are not due are left alone. Tells the log when none can be read. */
export async function readSources(digest: Digest, deps: PipelineDeps, signal: AbortSignal): Promise<IngestReport> {
  const report = await deps.ingestSources(digest, signal);
  await indexQuotes(digest, report.articles, deps);
  await correctEditions(
    report.articles.filter(({ version }) => version > 1),
    [],
    deps,
  );
  await tellHealth(digest, report, deps.stores.ledger, deps.log);
  return report;
}

/** What an edition would hold, from the articles that are there. Writes nothing. */
export async function buildPreview(
  digest: Digest,
  form: Form,
  window: { readonly from: Date; readonly to: Date; readonly filters?: readonly Filter[] },
  deps: PipelineDeps,
  signal: AbortSignal,
): Promise<Edition> {
  const { filters = [] } = window;
  const frame: EditionFrame = {
    digest,
    slot: slotAt(window.to, digest.schedule.zone),
    form,
    audience: audienceOf({ form, filters, mode: "schedule" }),
    coversFrom: window.from,
    coversTo: window.to,
    catchUp: false,
    instant: false,
  };
  const { ranked, newArticleIds } = await findStories(frame, filters, deps.stores);
  const stories = await tell(ranked, newArticleIds, new Map(), frame, deps, signal);
  return buildEdition(frame, stories, deps.now());
}

/** Subscriptions read at once: 17 ms of work, and commands are answered in between. */
const dueAtOnce = 2_000;
const mostRounds = 1_000;

async function makeEdition(digest: Digest, assignment: Assignment, deps: PipelineDeps, signal: AbortSignal): Promise<Edition> {
  await readSources(digest, deps, signal);
  const frame = frameOf(digest, assignment, deps.now(), false);
  const { ranked, newArticleIds } = await findStories(frame, assignment.filters, deps.stores);
  const earlier = await findEarlier(ranked, digest.id, assignment.subscriptions, deps.stores);
  const stories = await tell(ranked, newArticleIds, earlier, frame, deps, signal);
  await keepStories(ranked, stories, frame, deps.stores);
  return buildAndWatch(frame, stories, deps);
}

/** The edition, its articles looked at again for two days. */
export async function buildAndWatch(frame: EditionFrame, stories: readonly EditionStory[], deps: PipelineDeps): Promise<Edition> {
  const edition = buildEdition(frame, stories, deps.now());
  await watchArticles(edition, deps);
  return edition;
}

export const frameOf = (
  digest: Digest,
  { slot, form, audience, coversFrom, catchUp }: Assignment,
  coversTo: Date,
  instant: boolean,
): EditionFrame => ({
  digest,
  slot,
  form,
  audience,
  coversFrom,
  coversTo,
  catchUp,
  instant,
});

/** Ranked stories with their bullets and quotes, as many as the form asks for. */
export function tell(
  ranked: readonly RankedStory[],
  newArticleIds: ReadonlySet<string>,
  earlier: ReadonlyMap<string, Telling>,
  { digest, form }: EditionFrame,
  deps: PipelineDeps,
  signal: AbortSignal,
): Promise<readonly EditionStory[]> {
  const request = { ranked, newArticleIds, earlier, form, maxWords: digest.maxWords };
  return tellStories(request, { ...deps, summarizer: deps.summarizerFor(digest) }, signal);
}

/** What a subscription is due at this moment, shared by all that are due the same. */
export function assignmentNow(first: Subscription, subscriptions: readonly Subscription[], now: Date): Assignment {
  const { form, filters, coveredTo, schedule } = first;
  return {
    slot: slotAt(now, schedule.zone),
    form,
    filters,
    audience: audienceOf(first),
    coversFrom: coveredTo,
    catchUp: false,
    subscriptions,
  };
}

function slotAt(at: Date, zone: string): Slot {
  const local = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone).toPlainDateTime();
  return { at, local: local.toString({ smallestUnit: "minute" }), zone };
}
