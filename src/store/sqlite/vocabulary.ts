import type { NearWord, QuoteQuery } from "../../model/quote.ts";
import { matchExpression, quoteTerm, wordForms } from "../../quotes/search.ts";
import { editDistance } from "../../text/similarity.ts";
import type { Connection } from "./connection.ts";
import type { SpeakerTable } from "./speakers.ts";

/** Terms compared for one misspelt word: those that share its first letters and nearly its length. */
const comparedTerms = 3_000;
/** A count beyond this is "many": counting costs as much as what is counted. */
const mostCounted = 200;

/** The question with unknown words and names replaced by the nearest known ones; undefined when nothing is near. */
export function correctSpelling(query: QuoteQuery, connection: Connection, speakers: SpeakerTable): QuoteQuery | undefined {
  const words = query.words.map((word) =>
    isKnown(word, query.lang, connection) ? word : (findNearest(word, query.lang, connection, speakers) ?? word),
  );
  const { speaker } = query;
  const named = speaker !== undefined && speakers.named(speaker).length === 0 ? (speakers.near(speaker)[0]?.name ?? speaker) : speaker;
  if (named === speaker && words.every((word, place) => word === query.words[place])) return undefined;
  return { ...query, words, ...(named === undefined ? {} : { speaker: named }) };
}

/** Asking the index for one row costs the same however common the word is. */
const stands = (form: string, connection: Connection): boolean =>
  connection.find("SELECT 1 FROM quote_words WHERE quote_words MATCH ? LIMIT 1", [quoteTerm(form)]) !== undefined;

const isKnown = (word: string, lang: string | undefined, connection: Connection): boolean =>
  wordForms(word, lang).some((form) => stands(form, connection));

/** The nearest known word, two edits away in a long one; of several the one that is found most. */
function findNearest(word: string, lang: string | undefined, connection: Connection, speakers: SpeakerTable): string | undefined {
  const forms = [word.toLowerCase(), ...wordForms(word, lang).filter((form) => !form.includes("_"))];
  let best: { readonly term: string; readonly distance: number; readonly quotes: number } | undefined;
  for (const form of new Set(forms)) {
    if (form.length < 4) continue;
    const limit = form.length > 6 ? 2 : 1;
    for (const term of termsLike(form, connection)) {
      const distance = editDistance(form, term, limit);
      if (distance > limit || (best && distance > best.distance)) continue;
      const quotes = best && distance === best.distance ? countOf(term, connection) : 0;
      if (!best || distance < best.distance) best = { term, distance, quotes: countOf(term, connection) };
      else if (quotes > best.quotes) best = { term, distance, quotes };
    }
  }
  return best?.term ?? speakers.near(word)[0]?.name.split(" ").at(-1);
}

const countOf = (term: string, connection: Connection): number =>
  connection.find<{ n: number }>(
    `SELECT count(*) AS n FROM (SELECT rowid FROM quote_words WHERE quote_words MATCH ? LIMIT ${mostCounted})`,
    [quoteTerm(term)],
  )?.n ?? 0;

function termsLike(form: string, connection: Connection): readonly string[] {
  const heads = new Set([form.slice(0, 2), form[0]! + (form[2] ?? ""), (form[1] ?? "") + form[0]!, form.slice(1, 3)]);
  return [...heads].flatMap((head) =>
    connection
      .all<{ term: string }>(
        `SELECT term FROM quote_terms WHERE term >= ? AND term < ? AND length(term) BETWEEN ? AND ? LIMIT ${comparedTerms}`,
        [head, `${head}\uffff`, form.length - 2, form.length + 2],
      )
      .map(({ term }) => term),
  );
}

/** For each word of a fruitless question: how many quotations have it, whoever spoke. */
export function findNearWords(query: QuoteQuery, connection: Connection): readonly NearWord[] {
  return query.words
    .map((word) => {
      const expression = matchExpression({ words: [word], phrases: [] }, []);
      const found =
        expression === undefined
          ? undefined
          : connection.find<{ n: number }>(
              `SELECT count(*) AS n FROM (SELECT rowid FROM quote_words WHERE quote_words MATCH ? LIMIT ${mostCounted})`,
              [expression],
            );
      return { word: word.toLowerCase(), quotes: found?.n ?? 0 };
    })
    .filter(({ quotes }) => quotes > 0);
}
