import type { QuoteAnswer, QuoteHit, QuoteQuery } from "../../model/quote.ts";
import type { QuoteStore } from "../../model/stores.ts";
import { wordsOf } from "../../quotes/merge.ts";
import { createScorer, type Demand, hasPhrase, nameForms } from "../../quotes/search.ts";
import { findTopics } from "../../quotes/topics.ts";
import { createCarriers } from "./carriers.ts";
import type { Connection } from "./connection.ts";
import { countMonths } from "./months.ts";
import { findNear } from "./near.ts";
import { createQuoteIndex, refillQuoteIndex } from "./quote-index.ts";
import { createMatcher, newestMatches } from "./quote-match.ts";
import { type HitRow, hitColumns, hitFrom, type MatchRow, matchColumns, saidAt } from "./quote-rows.ts";
import { refreshSpeakerKeys } from "./speaker-keys.ts";
import { createSpeakerTable, type NamedSpeaker } from "./speakers.ts";
import { correctSpelling } from "./vocabulary.ts";

const topicsShown = 6;
const keptNames = 5_000;
const nameless: ReadonlySet<string> = new Set();

/** Quotations, who said them, and what answers a question about them. */
export function createQuoteStore(connection: Connection, { refill = true } = {}): QuoteStore {
  const speakers = createSpeakerTable(connection);
  const index = createQuoteIndex(connection, speakers);
  const carriers = createCarriers(connection);
  const match = createMatcher(connection);
  if (refill) {
    refreshSpeakerKeys(connection);
    refillQuoteIndex(connection, speakers, index);
  }

  const names = new Map<number, ReadonlySet<string>>();
  /** A speaker's name never changes, and making its forms costs more than all else about a match. */
  const formsOf = (speakerId: number): ReadonlySet<string> => {
    if (names.size >= keptNames) names.clear();
    return names.getOrInsertComputed(speakerId, (id) => nameForms(speakers.nameOf(id) ?? ""));
  };

  /** Best first, one entry an utterance. */
  const rank = (rows: readonly MatchRow[], query: QuoteQuery, now: Date): readonly (MatchRow & { readonly score: number })[] => {
    const score = createScorer(query, now);
    const phrases = query.phrases.map((phrase) => wordsOf(phrase).join(" "));
    const scored = rows
      .filter(({ text }) => phrases.every((phrase) => hasPhrase(text, phrase)))
      .map((row) => {
        const name = row.speaker_id === null ? nameless : formsOf(row.speaker_id);
        return { ...row, score: score({ text: row.text, lang: row.lang, kind: row.kind, saidAt: saidAt(row.row), name }) };
      });
    return carriers.group(scored);
  };

  const ask = (
    query: QuoteQuery,
    demand: Demand,
    now: Date,
  ): { readonly people: readonly NamedSpeaker[]; readonly ranked: readonly (MatchRow & { readonly score: number })[] } => {
    const people = query.speaker ? speakers.named(query.speaker) : [];
    if (query.speaker && people.length === 0) return { people, ranked: [] };
    const ids = people.map(({ id }) => id);
    return { people, ranked: rank(match(query, ids, demand), query, now) };
  };

  /** As it was asked; else with its spelling mended; else with one word of several left out. */
  const askKindly = (query: QuoteQuery, now: Date) => {
    const first = ask(query, "each", now);
    if (first.ranked.length > 0) return { ...first, query };
    const corrected = correctSpelling(query, connection, speakers);
    const second = corrected && ask(corrected, "each", now);
    if (corrected && second && second.ranked.length > 0) return { ...second, query: corrected, readAs: wordsToShow(corrected) };
    const last = corrected ?? query;
    const third = query.words.length >= 3 ? ask(last, "most", now) : undefined;
    if (third && third.ranked.length > 0)
      return { ...third, query: last, isPartial: true, ...(corrected ? { readAs: wordsToShow(corrected) } : {}) };
    return { ...first, query };
  };

  const show = (row: MatchRow & { readonly score: number }): QuoteHit => {
    const full = connection.find<HitRow>(`SELECT ${hitColumns} FROM quotes WHERE row = ?`, [row.row])!;
    return { ...hitFrom(full), alsoIn: carriers.of(full), score: row.score, ...outdatedOf(full) };
  };

  const outdatedOf = ({ current, article_id }: HitRow): { outdated?: { newestVersion: number } } => {
    if (current === 1) return {};
    const newest = connection.find<{ version: number | null }>(
      "SELECT max(version) AS version FROM (SELECT version FROM articles WHERE id = :id UNION ALL SELECT version FROM quotes WHERE article_id = :id)",
      { id: article_id },
    );
    return { outdated: { newestVersion: newest?.version ?? 1 } };
  };

  /** By id or the head of one, those that still stand first. */
  const findById = (id: string, limit: number): readonly QuoteHit[] => {
    const head = id.startsWith("q") ? id : `q${id}`;
    const rows = connection.all<HitRow>(
      `SELECT ${hitColumns} FROM quotes WHERE id >= ? AND id < ? ORDER BY current DESC, version DESC, row DESC LIMIT ${limit}`,
      [head, `${head}~`],
    );
    const newest = [...new Map(rows.toReversed().map((row) => [row.id, row])).values()].toReversed();
    return newest.map((row) => show({ ...row, score: 1 }));
  };

  const nobodyNear = { speakers: [], words: [] };

  /** A name that fits several of those who answer is a choice. A surname alone, as some articles give it, is no person of its own. */
  const choose = (query: QuoteQuery, people: readonly NamedSpeaker[], ranked: readonly MatchRow[]): readonly NamedSpeaker[] => {
    const answering = new Set(ranked.map(({ speaker_id }) => speaker_id));
    const groups = query.speaker ? [people] : query.words.map((word) => speakers.named(word).filter(({ id }) => answering.has(id)));
    const full = groups.map((group) => group.filter(({ name }) => /\s/.test(name.trim())));
    return full.find((group) => group.length > 1)?.slice(0, 8) ?? [];
  };

  return {
    async add(article, quotes, at = article.fetchedAt) {
      connection.transaction(() => {
        index.retire(article.id);
        connection.run("DELETE FROM quotes WHERE article_id = ? AND version = ?", [article.id, article.version]);
        for (const quote of quotes) index.insert(article, quote, at);
      });
    },
    async find(id) {
      return findById(id, 2)[0];
    },
    async ofArticle(articleId, version) {
      const which = version === undefined ? "current = 1" : "version = :version";
      const rows = connection.all<HitRow>(`SELECT ${hitColumns} FROM quotes WHERE article_id = :articleId AND ${which} ORDER BY row`, {
        articleId,
        ...(version === undefined ? {} : { version }),
      });
      return rows.map((row) => hitFrom(row).quote);
    },
    async search(query, { offset, limit }, now): Promise<QuoteAnswer> {
      if (query.id) {
        const hits = findById(query.id, 5);
        if (hits.length > 0 || query.words.length === 0)
          return { hits: hits.slice(offset, offset + limit), total: hits.length, near: nobodyNear, ambiguous: [] };
      }
      const { ranked, people, query: asked, ...how } = askKindly(query, now);
      const ambiguous = choose(asked, people, ranked);
      return {
        hits: ranked.slice(offset, offset + limit).map(show),
        total: ranked.length,
        ...how,
        near: ranked.length > 0 ? nobodyNear : findNear(query, people, (each, ids) => match(each, ids, "each"), speakers, connection),
        ambiguous: ambiguous.map(publicFrom),
      };
    },
    speakers: async (prefix, limit) => speakers.complete(prefix.trim(), limit).map(publicFrom),
    speakersNamed: async (name) => speakers.named(name).map(publicFrom),
    async speaker(id) {
      const profile = speakers.profile(Number(id));
      if (!profile) return undefined;
      const newest = match({ words: [], phrases: [] }, [Number(id)], "each");
      const months = profile.lastAt ? countMonths(Number(id), profile.lastAt, connection) : [];
      return { ...profile, topics: findTopics(newest, topicsShown, profile.name), months };
    },
    async ofSpeaker(id, limit) {
      const newest = match({ words: [], phrases: [] }, [Number(id)], "each");
      return carriers
        .group(newest.map((row) => ({ ...row, score: 0 })))
        .slice(0, limit)
        .map(show);
    },
    async freshOf(speakerIds, from, to, limit) {
      const rows = connection.all<MatchRow>(
        `SELECT ${matchColumns} FROM quotes AS q
         WHERE speaker_id IN (SELECT value FROM json_each(:ids)) AND indexed_at > :from AND indexed_at <= :to AND current = 1
           AND NOT EXISTS (SELECT 1 FROM quotes AS e WHERE e.utterance = q.utterance AND e.indexed_at <= :from)
         ORDER BY row LIMIT ${newestMatches}`,
        { ids: JSON.stringify(speakerIds.map(Number)), from, to },
      );
      return carriers
        .group(rows.map((row) => ({ ...row, score: 0 })))
        .toSorted((a, b) => a.row - b.row)
        .slice(0, limit)
        .map(show);
    },
    count: async () => connection.find<{ n: number }>("SELECT count(*) AS n FROM quotes WHERE current = 1")!.n,
  };
}

const publicFrom = ({ id, ...rest }: NamedSpeaker) => ({ ...rest, id: String(id) });

const wordsToShow = ({ words, phrases, speaker }: QuoteQuery): string =>
  [...words, ...phrases.map((phrase) => `"${phrase}"`), ...(speaker ? [speaker] : [])].join(" ");
