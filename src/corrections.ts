import { correctEdition } from "./digest/correct.ts";
import type { SecondLook } from "./ingest/recheck.ts";
import type { Article } from "./model/article.ts";
import type { Digest, Edition } from "./model/digest.ts";
import type { Log } from "./model/platform.ts";
import type { Mention, Quote } from "./model/quote.ts";
import type { Stores, Watch } from "./model/stores.ts";

/*
 * After publishing. An edition's articles are looked at again for two days; a change that its sources' feeds tell of is followed at once.
 *
 *   watch → look again → new version, or gone → edition corrected → every delivery of it put down for an edit
 *
 * The edition and its edits are written in one transaction; the delivery loop edits the sent messages (deliver/editing.ts). A look that
 * finds nothing new changes nothing, so everything here may be run again after a crash.
 */

export interface CorrectionDeps {
  readonly stores: Pick<Stores, "articles" | "quotes" | "outbox" | "stories" | "watches">;
  readonly findDigest: (id: string) => Digest | undefined;
  readonly lookAgain: (article: Article, signal: AbortSignal) => Promise<SecondLook>;
  readonly mentions: (article: Article) => readonly Mention[];
  readonly extractQuotes: (article: Article) => readonly Quote[];
  readonly now: () => Date;
  readonly log: Log;
}

const minute = 60_000;
const hour = 60 * minute;
/** After the edition: corrections come early or not at all, and six looks are no burden to a publisher. */
const lookAfter = [30 * minute, 2 * hour, 6 * hour, 14 * hour, 26 * hour, 48 * hour] as const;
/** A page that is gone once may be a fault of its server. */
const believeGoneAfterMs = hour;
const looksAtOnce = 20;
const mostEditions = 500;
const watchedMs = 48 * hour;

/** From now on these articles are looked at again. */
export async function watchArticles(edition: Edition, { stores, now }: Pick<CorrectionDeps, "stores" | "now">): Promise<void> {
  const ids = new Set(
    edition.stories.flatMap(({ bullets }) => bullets.flatMap(({ evidence }) => evidence.map(({ articleId }) => articleId))),
  );
  await stores.watches.add([...ids], now(), new Date(now().getTime() + lookAfter[0]));
}

/** Looks at the articles whose time has come, and corrects the editions they stand in. Returns those that were amended. */
export async function lookAtWatched(deps: CorrectionDeps, signal: AbortSignal): Promise<readonly Edition[]> {
  const amended: Edition[] = [];
  for (const watch of await deps.stores.watches.due(deps.now(), looksAtOnce)) {
    signal.throwIfAborted();
    amended.push(...(await lookOrTell(watch, deps, signal)));
  }
  return amended;
}

/** One article that cannot be looked at keeps nobody else waiting: its next look is planned all the same. */
async function lookOrTell(watch: Watch, deps: CorrectionDeps, signal: AbortSignal): Promise<readonly Edition[]> {
  try {
    return await lookAt(watch, deps, signal);
  } catch (cause) {
    signal.throwIfAborted();
    deps.log.error(`${watch.articleId}: looking at it again failed`, { cause });
    await planNext(watch, { kind: "unclear", words: "Looking at it failed." }, deps);
    return [];
  }
}

async function lookAt(watch: Watch, deps: CorrectionDeps, signal: AbortSignal): Promise<readonly Edition[]> {
  const { watches, articles, stories } = deps.stores;
  const article = await articles.find(watch.articleId);
  if (!article) return [];
  const look = await deps.lookAgain(article, signal);
  if (look.kind === "gone" && isBelieved(watch, deps.now())) {
    const amended = await correctEditions([], [article.id], deps);
    await stories.addTrace(article.id, deps.now(), "Its outlet took it back.");
    await watches.remove(article.id);
    return amended;
  }
  const newest = look.kind === "changed" ? look.article : article;
  if (look.kind === "changed") await deps.stores.quotes.add(newest, deps.extractQuotes(newest));
  const amended = newest.version > 1 ? await correctEditions([newest], [], deps) : [];
  await planNext(watch, look, deps);
  return amended;
}

const isBelieved = ({ goneSince }: Watch, now: Date): boolean =>
  goneSince !== undefined && now.getTime() - goneSince.getTime() >= believeGoneAfterMs;

async function planNext(watch: Watch, look: SecondLook, { stores, now }: CorrectionDeps): Promise<void> {
  const looks = watch.looks + 1;
  const { goneSince: before, ...rest } = watch;
  const goneSince = look.kind === "gone" ? (before ?? now()) : undefined;
  const after = lookAfter[looks];
  if (goneSince) await stores.watches.put({ ...rest, looks, goneSince, nextAt: new Date(goneSince.getTime() + believeGoneAfterMs) });
  else if (after === undefined) await stores.watches.remove(watch.articleId);
  else await stores.watches.put({ ...rest, looks, nextAt: new Date(Math.max(watch.since.getTime() + after, now().getTime() + minute)) });
}

/** Corrects the editions of the last two days that rest on these articles. `changed` are newest versions. */
export async function correctEditions(
  changed: readonly Article[],
  withdrawn: readonly Article["id"][],
  deps: Omit<CorrectionDeps, "lookAgain" | "extractQuotes">,
): Promise<readonly Edition[]> {
  const ids = new Set([...changed.map(({ id }) => id), ...withdrawn]);
  if (ids.size === 0) return [];
  const { outbox } = deps.stores;
  const recent = await outbox.editionsSince(new Date(deps.now().getTime() - watchedMs), mostEditions);
  const amended: Edition[] = [];
  for (const edition of recent.filter(({ stories }) => stories.some(({ articles }) => articles.some(({ id }) => ids.has(id))))) {
    const corrected = await correct(edition, changed, withdrawn, deps);
    if (!corrected) continue;
    await outbox.amend(corrected, deps.now());
    deps.log.info(`${edition.digestName}: the edition of ${edition.slot.local.replace("T", " ")} was corrected`);
    amended.push(corrected);
  }
  return amended;
}

async function correct(
  edition: Edition,
  changed: readonly Article[],
  withdrawn: readonly Article["id"][],
  { stores, findDigest, mentions, now }: Omit<CorrectionDeps, "lookAgain" | "extractQuotes">,
): Promise<Edition | undefined> {
  const wanted = edition.stories.flatMap(({ bullets }) => bullets.flatMap(({ evidence }) => evidence));
  const versions = new Map<string, Article>();
  for (const { articleId, version } of wanted.filter(({ articleId }) => changed.some(({ id }) => id === articleId))) {
    const found = await stores.articles.find(articleId, version);
    if (found) versions.set(`${articleId} ${version}`, found);
  }
  return correctEdition(edition, {
    find: (articleId, version) => versions.get(`${articleId} ${version}`),
    changed: new Map(changed.map((article) => [article.id, article])),
    withdrawn: new Set(withdrawn),
    mentions,
    maxWords: findDigest(edition.digestId)?.maxWords ?? defaultMaxWords,
    at: now(),
  });
}

/** For an edition whose digest has left the catalogue. */
const defaultMaxWords = 30;
