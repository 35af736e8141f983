import type { Article } from "../../model/article.ts";
import type { Quote, QuoteAnswer, QuoteHit, QuoteQuery } from "../../model/quote.ts";
import type { QuoteStore } from "../../model/stores.ts";
import { compareWording, differsInSubstance, wordsOf } from "../../quotes/merge.ts";
import { indexWords, matchExpression, scoreHit } from "../../quotes/search.ts";
import type { Connection } from "./connection.ts";
import { type HitRow, hitFrom, writeBody } from "./quote-rows.ts";
import { createSpeakerTable } from "./speakers.ts";
import { correctSpelling, findNearWords } from "./vocabulary.ts";

/** Work is bounded: the newest matches are ranked, never all of them. 3.3 s became 31 ms for the commonest words at 1M quotes. */
const newestMatches = 200;

const columns = "row, id, article_id, version, speaker_id, outlet, lang, said_at, body";

/** Quotations and the words they are found by. Instants in milliseconds UTC. */
export function createQuoteStore(connection: Connection): QuoteStore {
  const speakers = createSpeakerTable(connection);

  const remove = (articleId: string): void => {
    const rows = connection.all<{ row: number; speaker_id: number | null }>(
      "SELECT row, speaker_id FROM quotes WHERE article_id = ? AND current = 1",
      [articleId],
    );
    for (const { row, speaker_id } of rows) {
      connection.run("DELETE FROM quote_words WHERE rowid = ?", [row]);
      if (speaker_id !== null) speakers.forgetOne(speaker_id);
    }
    connection.run("UPDATE quotes SET current = 0 WHERE article_id = ? AND current = 1", [articleId]);
  };

  const insert = (article: Article, quote: Quote): void => {
    const at = (article.publishedAt ?? article.fetchedAt).getTime();
    const speakerId = speakers.record(quote.speaker, at);
    const outlet = quote.reportedBy ?? article.outlet;
    const row = connection.find<{ row: number }>(
      "INSERT INTO quotes (id, article_id, version, current, speaker_id, outlet, lang, said_at, body) VALUES (?, ?, ?, 1, ?, ?, ?, ?, ?) RETURNING row",
      [quote.id, article.id, article.version, speakerId, outlet, quote.lang, at, writeBody(article, quote)],
    )!.row;
    const { name, role } = quote.speaker;
    const words = indexWords({
      said: quote.text,
      context: article.text.slice(quote.context.start, quote.context.end),
      lang: quote.lang,
      outlet,
      ...(name === undefined ? {} : { speaker: name }),
      ...(role === undefined ? {} : { role }),
      ...(speakerId === undefined ? {} : { speakerToken: `spk${speakerId}` }),
    });
    connection.run("INSERT INTO quote_words (rowid, said, around) VALUES (?, ?, ?)", [row, words.said, words.around]);
  };

  /** Newest first, at most `newestMatches`. */
  const match = (expression: string | undefined, query: QuoteQuery): readonly HitRow[] => {
    const limits = `AND said_at >= :since AND said_at < :until AND (:lang IS NULL OR lang = :lang)`;
    const params = {
      since: query.since?.getTime() ?? 0,
      until: query.until?.getTime() ?? Number.MAX_SAFE_INTEGER,
      lang: query.lang ?? null,
    };
    if (expression === undefined) {
      return connection.all<HitRow>(
        `SELECT ${columns} FROM quotes WHERE current = 1 ${limits} ORDER BY row DESC LIMIT ${newestMatches}`,
        params,
      );
    }
    return connection.all<HitRow>(
      `SELECT ${columns} FROM quotes WHERE row IN (SELECT rowid FROM quote_words WHERE quote_words MATCH :match ORDER BY rowid DESC LIMIT ${newestMatches * 4}) ${limits} ORDER BY row DESC LIMIT ${newestMatches}`,
      { ...params, match: expression },
    );
  };

  const answer = (
    rows: readonly HitRow[],
    query: QuoteQuery,
    page: { readonly offset: number; readonly limit: number },
    now: Date,
  ): { hits: readonly QuoteHit[]; total: number } => {
    const found = rows
      .map((row) => hitFrom(row))
      .filter(({ quote }) => query.phrases.every((phrase) => wordsOf(quote.text).join(" ").includes(wordsOf(phrase).join(" "))))
      .map((hit) => ({ ...hit, alsoIn: [], score: scoreHit(hit, query, now) }))
      .toSorted((a, b) => b.score - a.score);
    const merged = mergeCarriers(found);
    return { hits: merged.slice(page.offset, page.offset + page.limit), total: merged.length };
  };

  const findById = (id: string): readonly HitRow[] => {
    const pattern = id.startsWith("q") ? id : `q${id}`;
    return connection.all<HitRow>(`SELECT ${columns} FROM quotes WHERE id >= ? AND id < ? AND current = 1 ORDER BY row DESC LIMIT 5`, [
      pattern,
      `${pattern}~`,
    ]);
  };

  return {
    async add(article, quotes) {
      connection.transaction(() => {
        remove(article.id);
        connection.run("DELETE FROM quotes WHERE article_id = ? AND version = ?", [article.id, article.version]);
        for (const quote of quotes) insert(article, quote);
      });
    },
    async find(id) {
      const [row] = connection.all<HitRow>(`SELECT ${columns} FROM quotes WHERE id = ? AND current = 1 ORDER BY row DESC LIMIT 1`, [id]);
      if (!row) return undefined;
      const hit = hitFrom(row);
      const others =
        row.speaker_id === null
          ? []
          : connection.all<HitRow>(
              `SELECT ${columns} FROM quotes WHERE speaker_id = ? AND current = 1 AND row <> ? ORDER BY said_at DESC LIMIT ${newestMatches}`,
              [row.speaker_id, row.row],
            );
      return mergeCarriers([{ ...hit, alsoIn: [], score: 1 }, ...others.map((other) => ({ ...hitFrom(other), alsoIn: [], score: 0 }))])[0];
    },
    async ofArticle(articleId, version) {
      const rows =
        version === undefined
          ? connection.all<HitRow>(`SELECT ${columns} FROM quotes WHERE article_id = ? AND current = 1 ORDER BY row`, [articleId])
          : connection.all<HitRow>(`SELECT ${columns} FROM quotes WHERE article_id = ? AND version = ? ORDER BY row`, [articleId, version]);
      return rows.map((row) => hitFrom(row).quote);
    },
    async search(query, page, now): Promise<QuoteAnswer> {
      if (query.id)
        return {
          ...answer(findById(query.id), { ...query, words: [], phrases: [] }, page, now),
          near: { speakers: [], words: [] },
          ambiguous: [],
        };
      const people = query.speaker ? speakers.named(query.speaker) : [];
      const unknown = query.speaker !== undefined && people.length === 0;
      const tokens = people.map(({ id }) => `spk${id}`);
      let found = unknown ? { hits: [], total: 0 } : answer(match(matchExpression(query, tokens, true), query), query, page, now);
      if (found.total === 0) {
        const corrected = correctSpelling(query, connection, speakers);
        if (corrected) {
          const named = corrected.speaker ? speakers.named(corrected.speaker).map(({ id }) => `spk${id}`) : [];
          if (!corrected.speaker || named.length > 0)
            found = answer(match(matchExpression(corrected, named, true), corrected), corrected, page, now);
        }
      }
      const asked = query.speaker ? people : query.words.flatMap((word) => speakers.named(word));
      const ambiguous = distinct(asked).length > 1 && found.total > 0 ? distinct(asked) : [];
      const near =
        found.total > 0 ? { speakers: [], words: [] } : { speakers: speakers.near(query), words: findNearWords(query, tokens, connection) };
      return {
        ...found,
        near,
        ambiguous: ambiguous
          .slice(0, 8)
          .map(({ id, name, role, quotes }) => ({ id: String(id), name, quotes, ...(role === undefined ? {} : { role }) })),
      };
    },
    speakers: async (prefix, limit) => speakers.complete(prefix, limit),
    speaker: async (id) => speakers.profile(Number(id)),
    async ofSpeaker(id, limit) {
      const rows = connection.all<HitRow>(
        `SELECT ${columns} FROM quotes WHERE speaker_id = ? AND current = 1 ORDER BY said_at DESC, row DESC LIMIT ?`,
        [Number(id), limit * 3],
      );
      return mergeCarriers(rows.map((row) => ({ ...hitFrom(row), alsoIn: [], score: 0 }))).slice(0, limit);
    },
    count: async () => connection.find<{ n: number }>("SELECT count(*) AS n FROM quotes WHERE current = 1")!.n,
  };
}

const distinct = <T extends { readonly id: number }>(people: readonly T[]): readonly T[] => [
  ...new Map(people.map((person) => [person.id, person])).values(),
];

/** One utterance carried by several outlets is one entry, the best-ranked wording first; another wording is shown, never merged away. */
function mergeCarriers(hits: readonly QuoteHit[]): readonly QuoteHit[] {
  const kept: QuoteHit[] = [];
  for (const hit of hits) {
    const index = kept.findIndex(
      (other) =>
        other.speakerId !== undefined &&
        other.speakerId === hit.speakerId &&
        other.quote.articleId !== hit.quote.articleId &&
        compareWording(other.quote.text, hit.quote.text) !== "other",
    );
    const other = kept[index];
    if (!other) {
      kept.push(hit);
      continue;
    }
    const { outlet, url, publishedAt } = hit.article;
    const same = compareWording(other.quote.text, hit.quote.text) === "same";
    const carrier = {
      outlet,
      ...(url === undefined ? {} : { url }),
      ...(publishedAt === undefined ? {} : { publishedAt }),
      ...(same && !differsInSubstance(other.quote.text, hit.quote.text) ? {} : { differs: hit.quote.text }),
    };
    kept[index] = { ...other, alsoIn: [...other.alsoIn, carrier] };
  }
  return kept;
}
