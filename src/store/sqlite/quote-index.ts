import type { Article } from "../../model/article.ts";
import type { Quote } from "../../model/quote.ts";
import { createComparer, wordingKey, wordsOf } from "../../quotes/merge.ts";
import { indexWords } from "../../quotes/search.ts";
import type { Connection } from "./connection.ts";
import { type HitRow, hitColumns, hitFrom, rowAt, writeBody } from "./quote-rows.ts";
import type { SpeakerTable } from "./speakers.ts";

export interface QuoteIndex {
  /** Takes the article's quotes out of what is found; as history they stay. */
  retire(articleId: string): void;
  insert(article: Article, quote: Quote, at: Date): void;
}

/** One utterance is carried within a week, and a speaker's newest quotations in that week are looked at. */
const carriedWithinMs = 7 * 86_400_000;
const mostCompared = 200;
/** Below this many words the same wording by somebody unnamed may be anybody's. */
const fewestWordsUnnamed = 6;

interface Known {
  readonly row: number;
  readonly id: string;
  readonly utterance: number;
  readonly indexed_at: number;
  readonly text: string;
  readonly article_id: string;
  readonly name: string | null;
}

/** Writes quotations and the words they are found by, and joins what carries the same utterance. */
export function createQuoteIndex(connection: Connection, speakers: SpeakerTable): QuoteIndex {
  const knownTerms = new Set<string>();

  const keepTerms = (words: readonly string[]): void => {
    for (const word of words) {
      if (word.length < 3 || knownTerms.has(word)) continue;
      if (knownTerms.size >= mostKnownTerms) knownTerms.clear();
      knownTerms.add(word);
      connection.run("INSERT OR IGNORE INTO quote_terms VALUES (?)", [word]);
    }
  };

  /** Quotations that may carry the same: the speaker's own of that week, the same words by somebody unnamed, the article's own earlier versions. */
  const candidates = (article: Article, speakerId: number | undefined, key: number, at: number): readonly Known[] => {
    const columns = "q.row, q.id, q.utterance, q.indexed_at, q.text, q.article_id, s.name";
    const within = "q.row >= :from AND q.row < :to";
    const range = { from: rowAt(at - carriedWithinMs), to: rowAt(at + carriedWithinMs) };
    const from = "FROM quotes q LEFT JOIN speakers s ON s.id = q.speaker_id WHERE";
    return [
      ...connection.all<Known>(`SELECT ${columns} ${from} q.article_id = :article AND q.current = 0`, { article: article.id }),
      ...connection.all<Known>(`SELECT ${columns} ${from} q.words_key = :key AND ${within} LIMIT 20`, { ...range, key }),
      ...(speakerId === undefined
        ? []
        : connection.all<Known>(
            `SELECT ${columns} ${from} q.speaker_id = :speaker AND q.current = 1 AND ${within} ORDER BY q.row DESC LIMIT ${mostCompared}`,
            { ...range, speaker: speakerId },
          )),
    ];
  };

  /** Other than by its own wording, a quotation is known by its article's earlier version, by its speaker, or word for word where one is unnamed. */
  const createSameness = (quote: Quote, words: readonly string[], speakerName: string | undefined) => {
    const compare = createComparer(quote.text);
    return (other: Known): boolean => {
      const isOwn = other.article_id === quote.articleId;
      if (isOwn && other.id === quote.id) return true;
      const likeness = compare(other.text);
      if (isOwn || (speakerName !== undefined && speakerName === other.name)) return likeness !== "other";
      return likeness === "same" && words.length >= fewestWordsUnnamed && mayBeOne(quote.speaker.name, other.name);
    };
  };

  return {
    retire(articleId) {
      const rows = connection.all<{ row: number; speaker_id: number | null }>(
        "SELECT row, speaker_id FROM quotes WHERE article_id = ? AND current = 1",
        [articleId],
      );
      for (const { row, speaker_id } of rows) {
        connection.run("DELETE FROM quote_words WHERE rowid = ?", [row]);
        if (speaker_id !== null) speakers.forgetOne(speaker_id);
      }
      connection.run("UPDATE quotes SET current = 0 WHERE article_id = ? AND current = 1", [articleId]);
    },
    insert(article, quote, at) {
      const published = Math.min((article.publishedAt ?? article.fetchedAt).getTime(), article.fetchedAt.getTime());
      const speakerId = speakers.record(quote.speaker, published);
      const words = wordsOf(quote.text);
      const key = wordingKey(words);
      const speakerName = speakerId === undefined ? undefined : speakers.nameOf(speakerId);
      const near = candidates(article, speakerId, key, published).filter(createSameness(quote, words, speakerName));
      const row = freeRow(connection, published);
      const utterances = [...new Set(near.map(({ utterance }) => utterance))];
      const utterance = utterances.length > 0 ? Math.min(...utterances) : row;
      for (const other of utterances) {
        if (other !== utterance) connection.run("UPDATE quotes SET utterance = ? WHERE utterance = ?", [utterance, other]);
      }
      const earlier = near.find(({ id, article_id }) => article_id === article.id && id === quote.id);
      const outlet = quote.reportedBy ?? article.outlet;
      connection.run(insertSql, {
        row,
        id: quote.id,
        articleId: article.id,
        version: article.version,
        speakerId,
        utterance,
        key,
        indexedAt: earlier?.indexed_at ?? at,
        outlet,
        lang: quote.lang,
        kind: quote.kind,
        text: quote.text,
        body: writeBody(article, quote),
      });
      const { name, role } = quote.speaker;
      const { said, around, marks } = indexWords({
        said: quote.text,
        before: article.text.slice(quote.context.start, quote.start),
        after: article.text.slice(quote.end, quote.context.end),
        title: article.title,
        lang: quote.lang,
        outlet,
        ...(name === undefined ? {} : { speaker: name }),
        ...(role === undefined ? {} : { role }),
        ...(speakerId === undefined ? {} : { speakerId }),
      });
      connection.run("INSERT INTO quote_words (rowid, said, around) VALUES (?, ?, ?)", [
        row,
        said.join(" "),
        [...around, ...marks].join(" "),
      ]);
      keepTerms(said);
      keepTerms(around);
    },
  };
}

/** 8 MB at most. */
const mostKnownTerms = 100_000;

const insertSql = `
  INSERT INTO quotes (row, id, article_id, version, current, speaker_id, utterance, words_key, indexed_at, outlet, lang, kind, text, body)
  VALUES (:row, :id, :articleId, :version, 1, :speakerId, :utterance, :key, :indexedAt, :outlet, :lang, :kind, :text, :body)`;

function freeRow(connection: Connection, at: number): number {
  const from = rowAt(at);
  const last = connection.find<{ row: number | null }>("SELECT max(row) AS row FROM quotes WHERE row >= ? AND row < ?", [
    from,
    rowAt(at + 1_000),
  ]);
  return last?.row ? last.row + 1 : from;
}

/** The same words under two names are two people's, unless one of them is nobody's name or only a part of the other. */
function mayBeOne(a: string | undefined, b: string | null): boolean {
  if (a === undefined || b === null) return true;
  const [x, y] = [a.split(" "), b.split(" ")];
  return x.every((word) => y.includes(word)) || y.every((word) => x.includes(word));
}

/** Grows when the words of the index are made in another way: it is filled again then. */
const indexVersion = "2";

/** Fills the index again from what is kept, after a step of the schema or of the program that made its words anew. Everything or nothing. */
export function refillQuoteIndex(connection: Connection, speakers: SpeakerTable, index: QuoteIndex): void {
  const kept = connection.find<{ value: string }>("SELECT value FROM ledger WHERE key = 'quote-index'")?.value;
  if (kept === indexVersion) return;
  connection.transaction(() => {
    const rows = connection.all<{ row: number }>("SELECT row FROM quotes WHERE current = 1 ORDER BY row").map(({ row }) => row);
    connection.run("INSERT INTO quote_words (quote_words) VALUES ('delete-all')");
    speakers.forgetCounts();
    connection.run("UPDATE quotes SET utterance = row WHERE current = 0");
    for (const row of rows) {
      const old = connection.find<HitRow & { indexed_at: number }>(`SELECT ${hitColumns}, indexed_at FROM quotes WHERE row = ?`, [row])!;
      connection.run("DELETE FROM quotes WHERE row = ?", [row]);
      const { quote, context, article } = hitFrom(old);
      // Only the context is kept of the article's text: spans are moved to where they stand in it.
      const text = context.text;
      const moved = { ...quote, start: context.start, end: context.end, context: { start: 0, end: text.length } };
      index.insert(
        { ...article, version: old.version, hash: "", text, lang: old.lang, outlet: old.outlet, fetchedAt: article.fetchedAt },
        moved,
        new Date(old.indexed_at),
      );
      connection.run("UPDATE quotes SET body = ? WHERE article_id = ? AND id = ? AND version = ?", [
        old.body,
        old.article_id,
        old.id,
        old.version,
      ]);
    }
    connection.run("INSERT INTO ledger VALUES ('quote-index', ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value", [indexVersion]);
  });
}
