import { setImmediate } from "node:timers/promises";
import type { Article, Source } from "../model/article.ts";
import { trustedDate } from "./articles.ts";
import type { IngestDeps, PageBudget, SourceResult } from "./deps.ts";
import type { FeedDocument, FeedEntry } from "./document.ts";
import { type EntryReading, type ReadPage, readEntry, wantsPage } from "./entry.ts";
import { entryAliases, entryRevision, type FeedIdentity } from "./identity.ts";

export interface EntryRound {
  readonly source: Source;
  readonly document: FeedDocument;
  readonly identity: FeedIdentity;
  /** True when this source never brought anything. */
  readonly firstPoll: boolean;
  readonly budget: PageBudget;
  /** Reads the page behind an entry; undefined = it cannot be had. */
  readonly readPage: (url: string, signal: AbortSignal) => Promise<ReadPage | undefined>;
  /** Local files have no age: all that is in them counts. */
  readonly ageless: boolean;
}

export interface EntryRoundResult {
  readonly articles: SourceResult["articles"];
  readonly tooOld: number;
}

/** Entries looked at in one poll, newest first; on the very first only a handful, so that a new source floods nobody. */
const perPoll = { usual: 500, first: 20 };
/** Older entries are the publisher's archive, not news. */
const maxAgeMs = 7 * 24 * 3_600_000;

/** Entries gone through before others get a turn: a store that answers at once would hold up everything else. */
const atOnce = 25;
/** Marking costs less than keeping, and each lot is one transaction. */
const oldAtOnce = 200;

/** Entries → articles in the store, one after the other: what a crash leaves out comes with the next poll. */
export async function keepEntries(round: EntryRound, deps: IngestDeps, signal: AbortSignal): Promise<EntryRoundResult> {
  const now = deps.now();
  const kept: { id: string; change: "new" | "changed" }[] = [];
  const { recent, old } = splitByAge(round, now);
  for (let at = 0; at < old.length; at += oldAtOnce) {
    const names = old.slice(at, at + oldAtOnce).flatMap((entry) => entryAliases(entry, round.identity));
    await deps.sources.addSeen(round.source.address, names, now);
    await setImmediate();
  }
  const candidates = await findCandidates(recent, round, deps);
  // Oldest first, so that "first seen" runs with the order of publication.
  for (const [index, candidate] of [...candidates].reverse().entries()) {
    signal.throwIfAborted();
    if (index % atOnce === 0) await setImmediate();
    const change = await keepEntry(candidate, round, deps, signal);
    if (change) kept.push(change);
  }
  return { articles: kept, tooOld: old.length };
}

function splitByAge({ document, firstPoll, ageless }: EntryRound, now: Date): { recent: readonly FeedEntry[]; old: readonly FeedEntry[] } {
  if (ageless) return { recent: document.entries, old: [] };
  const dated = document.entries.map((entry, index) => ({
    entry,
    index,
    at: trustedDate(entry.publishedAt ?? entry.updatedAt, now)?.getTime(),
  }));
  const isOld = (at: number | undefined): boolean => at !== undefined && now.getTime() - at > maxAgeMs;
  const recent = dated
    .filter(({ at }) => !isOld(at))
    .sort((a, b) => (b.at ?? now.getTime()) - (a.at ?? now.getTime()) || a.index - b.index);
  const limit = firstPoll ? perPoll.first : perPoll.usual;
  return {
    recent: recent.slice(0, limit).map(({ entry }) => entry),
    old: [...recent.slice(limit), ...dated.filter(({ at }) => isOld(at))].map(({ entry }) => entry),
  };
}

interface Candidate extends EntryReading {
  readonly entry: FeedEntry;
}

/** Entries that may be news, newest first; the newest of the unknown ones get the pages that this round may fetch. */
async function findCandidates(recent: readonly FeedEntry[], { source, document, identity, budget }: EntryRound, deps: IngestDeps) {
  const candidates: Candidate[] = [];
  for (const [index, entry] of recent.entries()) {
    if (index % atOnce === 0) await setImmediate();
    const aliases = entryAliases(entry, identity);
    const earlier = await findEarlier(aliases, deps);
    if (aliases.length === 0) continue;
    if (earlier && earlier.source !== source.address) {
      // Another source brought it: its words are that source's to change, but readers of this one shall have it too.
      await deps.articles.alsoFrom(earlier.id, source.address, deps.now());
      continue;
    }
    const isUnknown = !earlier && (await deps.sources.findSeen(source.address, aliases)).size === 0;
    candidates.push({ entry, aliases, earlier, mayFetch: isUnknown && wantsPage(entry, document.link) && budget.take() });
  }
  return candidates;
}

type Kept = EntryRoundResult["articles"][number] | undefined;

/** Kept first and marked as seen afterwards: what a crash left out comes again. */
async function keepEntry(candidate: Candidate, round: EntryRound, deps: IngestDeps, signal: AbortSignal): Promise<Kept> {
  const { entry, aliases, earlier } = candidate;
  const { address } = round.source;
  const revision = `revision:${aliases[0]} ${entryRevision(entry)}`;
  const seen = await deps.sources.findSeen(address, [...aliases, revision]);
  const isKnown = aliases.some((alias) => seen.has(alias));
  const isSettled = isKnown && (!earlier || seen.has(revision));
  const kept = isSettled ? undefined : await keepArticle(candidate, round, deps, signal);
  await deps.sources.addSeen(address, [...aliases, revision], deps.now());
  return kept;
}

async function keepArticle({ entry, ...reading }: Candidate, round: EntryRound, deps: IngestDeps, signal: AbortSignal): Promise<Kept> {
  const { source, budget } = round;
  const { earlier } = reading;
  const mayFetch = reading.mayFetch || (earlier !== undefined && budget.take());
  const { article, names } = await readEntry(entry, { ...reading, mayFetch }, round, deps, signal);
  if (article.text === "") return undefined;
  const { article: stored, change } = await deps.articles.put(article, names);
  if (change === "changed")
    await deps.trace?.(stored.id, deps.now(), `${article.outlet || source.address} changed it: kept as a new version.`);
  return change === "same" ? undefined : { id: stored.id, change };
}

async function findEarlier(aliases: readonly string[], deps: IngestDeps): Promise<Article | undefined> {
  for (const alias of aliases) {
    const found = await deps.articles.findByAlias(alias);
    if (found) return found;
  }
  return undefined;
}
