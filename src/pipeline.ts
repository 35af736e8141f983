import { watchArticles } from "./corrections.ts";
import { buildEdition, type EditionFrame, editionIdFrom } from "./digest/edition.ts";
import { type FoundStories, findEarlier, findStories, keepStories } from "./digest/find.ts";
import type { RankedStory } from "./digest/rank.ts";
import { type TellDeps, tellStories } from "./digest/tell.ts";
import type { IngestReport } from "./ingest/ingest.ts";
import { type IntakeDeps, readInTurn, readSources } from "./intake.ts";
import type { Filter, Subscription } from "./model/delivery.ts";
import type { Digest, Edition, Form } from "./model/digest.ts";
import type { Stores, Telling } from "./model/stores.ts";
import type { EditionStory } from "./model/story.ts";
import type { Summarizer } from "./model/summarizer.ts";
import { audienceOf, type DueEdition, dueNow, groupDue } from "./schedule/due.ts";
import { handOut, moveOn } from "./schedule/handout.ts";
import { slotNow } from "./schedule/slots.ts";

/*
 * READ FIRST. The journey of an article:
 *
 *   sources → articles → quotes (index on the side) → stories → order → bullets → edition → outbox
 *
 * Publishing ends at the outbox; deliver/deliver.ts takes it from there, in a loop of its own. Everything here may be run again after a
 * crash: articles are recognised, an edition's id follows from what was asked for, and a subscription moves on in the same transaction
 * that leaves its delivery in the outbox.
 */

export interface PipelineDeps extends IntakeDeps, Omit<TellDeps, "summarizer" | "articles"> {
  readonly stores: IntakeDeps["stores"] & Pick<Stores, "subscriptions">;
  readonly summarizerFor: (digest: Digest) => Summarizer;
}

/** What an edition is asked for, and by whom. */
export type Assignment = Omit<DueEdition, "digestId">;

/** Publishes whatever is due now: one edition for all who want the same. An edition that fails loses only itself and is tried again at the next tick. */
export async function publishDue(deps: PipelineDeps, signal: AbortSignal): Promise<readonly Edition[]> {
  const editions: Edition[] = [];
  const failed = new Set<Subscription["digestId"]>();
  // However many pages of subscriptions there are, each digest's sources are read once.
  const reports = new Map<Digest["id"], Promise<IngestReport>>();
  const ingestSources = (digest: Digest) => reports.getOrInsertComputed(digest.id, () => deps.ingestSources(digest, signal));
  let waiting = 0;
  for (let round = 0; round < mostRounds; round++) {
    const limit = dueAtOnce + waiting;
    const due = await deps.stores.subscriptions.due(deps.now(), limit);
    const { editions: wanted, idle } = groupDue(
      due.filter(({ digestId }) => !failed.has(digestId)),
      deps.now(),
    );
    await moveOn(idle, deps.now(), deps.stores);
    const published = await publishWanted(wanted, failed, { ...deps, ingestSources }, signal);
    editions.push(...published);
    waiting = due.filter(({ digestId }) => failed.has(digestId)).length;
    if (due.length < limit) break;
  }
  return editions;
}

/** The digests whose edition failed are added to `failed`. */
async function publishWanted(
  wanted: readonly DueEdition[],
  failed: Set<string>,
  deps: PipelineDeps,
  signal: AbortSignal,
): Promise<readonly Edition[]> {
  const editions: Edition[] = [];
  const byDigest = Map.groupBy(wanted, ({ digestId }) => digestId);
  const digests: Digest[] = [];
  for (const [id, assignments] of byDigest) {
    const digest = deps.findDigest(id);
    if (digest) digests.push(digest);
    else await letWait(id, assignments, deps);
  }
  const fail = ({ id }: Digest, what: string, cause: unknown): void => {
    failed.add(id);
    deps.log.error(`${id}: ${what}; it is tried again in a minute`, { cause });
  };
  const work = async (digest: Digest): Promise<void> => {
    for (const assignment of byDigest.get(digest.id) ?? []) {
      try {
        editions.push(await publishEdition(digest, assignment, deps, signal));
      } catch (cause) {
        signal.throwIfAborted();
        fail(digest, `the edition of ${assignment.slot.local} failed`, cause);
      }
    }
  };
  await readInTurn(digests, { work, failed: (digest, cause) => fail(digest, "reading its sources failed", cause) }, deps, signal);
  return editions;
}

async function letWait(digestId: string, assignments: readonly DueEdition[], deps: PipelineDeps): Promise<void> {
  const subscriptions = assignments.flatMap((assignment) => assignment.subscriptions);
  deps.log.warn(`${digestId}: no digest of this name in the catalogue; its ${subscriptions.length} subscriptions wait`);
  await moveOn(subscriptions, deps.now(), deps.stores);
}

/** Makes one edition and leaves it in the outbox for everybody who is due it. Running it twice for a slot changes nothing. */
async function publishEdition(digest: Digest, assignment: Assignment, deps: PipelineDeps, signal: AbortSignal): Promise<Edition> {
  const made = await deps.stores.outbox.findEdition(editionIdFrom(digest.id, assignment));
  const edition = made ?? (await makeEdition(digest, assignment, scheduled, deps, signal));
  await handOut(edition, assignment.subscriptions, deps.stores);
  return edition;
}

/** An edition of what is new, for one subscription, without waiting for its slot. */
export async function publishNow(subscription: Subscription, deps: PipelineDeps, signal: AbortSignal): Promise<Edition | undefined> {
  const digest = deps.findDigest(subscription.digestId);
  if (!digest) return undefined;
  await readSources(digest, deps, signal);
  return publishEdition(digest, dueNow([subscription], deps.now()), deps, signal);
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
    slot: slotNow(window.to, digest.schedule.zone),
    form,
    audience: audienceOf({ form, filters, mode: "schedule" }),
    coversFrom: window.from,
    coversTo: window.to,
    catchUp: false,
    instant: false,
  };
  const found = await findStories(frame, filters, deps.stores);
  const stories = await tell(found, new Map(), frame, deps, signal);
  return buildEdition(frame, stories, deps.now());
}

/** Subscriptions read at once: 17 ms of work, and commands are answered in between. */
const dueAtOnce = 2_000;
const mostRounds = 1_000;

/** Which of the stories that were found an edition is made of. */
export interface Choice {
  readonly instant: boolean;
  from(found: FoundStories, frame: EditionFrame): readonly RankedStory[];
}

const scheduled: Choice = { instant: false, from: ({ ranked }) => ranked };

/** One edition from the articles that are there: found, chosen, told, and watched from now on. */
export async function makeEdition(
  digest: Digest,
  assignment: Assignment,
  choice: Choice,
  deps: PipelineDeps,
  signal: AbortSignal,
): Promise<Edition> {
  const frame = frameOf(digest, assignment, deps.now(), choice.instant);
  const found = await findStories(frame, assignment.filters, deps.stores);
  const chosen = { ...found, ranked: choice.from(found, frame) };
  const earlier = await findEarlier(chosen.ranked, digest.id, assignment.subscriptions, deps.stores);
  const stories = await tell(chosen, earlier, frame, deps, signal);
  await keepStories(chosen, stories, frame, deps.stores);
  const edition = buildEdition(frame, stories, deps.now());
  await watchArticles(edition, deps);
  return edition;
}

const frameOf = (
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

function tell(
  { ranked, newArticleIds }: FoundStories,
  earlier: ReadonlyMap<string, Telling>,
  { digest, form }: EditionFrame,
  deps: PipelineDeps,
  signal: AbortSignal,
): Promise<readonly EditionStory[]> {
  const request = { ranked, newArticleIds, earlier, form, maxWords: digest.maxWords };
  return tellStories(request, { ...deps, articles: deps.stores.articles, summarizer: deps.summarizerFor(digest) }, signal);
}
