import type { QuoteQuery } from "../../model/quote.ts";
import { editDistance, matchExpression, wordForms } from "../../quotes/search.ts";
import { toLatin } from "../../text/transliterate.ts";
import type { Connection } from "./connection.ts";
import type { SpeakerTable } from "./speakers.ts";

/** Terms compared for one misspelt word: those that share its first letters, most used first. */
const comparedTerms = 3000;

/** The question with unknown words replaced by the nearest known ones; undefined when nothing is near. Two letters may differ in a long word. */
export function correctSpelling(query: QuoteQuery, connection: Connection, speakers: SpeakerTable): QuoteQuery | undefined {
  let changed = false;
  const words = query.words.map((word) => {
    if (isKnown(word, query.lang, connection)) return word;
    const nearest = findNearest(word, query.lang, connection);
    if (nearest) changed = true;
    return nearest ?? word;
  });
  const speaker =
    query.speaker && speakers.named(query.speaker).length === 0
      ? speakers.near({ words: [], phrases: [], speaker: query.speaker })[0]?.name
      : query.speaker;
  if (speaker !== query.speaker) changed = true;
  return changed ? { ...query, words, ...(speaker ? { speaker } : {}) } : undefined;
}

function isKnown(word: string, lang: string | undefined, connection: Connection): boolean {
  return wordForms(word, lang).some((form) => connection.find("SELECT 1 FROM quote_vocabulary WHERE term = ?", [form]) !== undefined);
}

function findNearest(word: string, lang: string | undefined, connection: Connection): string | undefined {
  const [form = word] = wordForms(word, lang);
  const limit = form.length > 6 ? 2 : 1;
  if (form.length < 4) return undefined;
  let best: { readonly term: string; readonly distance: number; readonly doc: number } | undefined;
  for (const prefix of new Set([form.slice(0, 2), form[0]! + (form[2] ?? ""), form.slice(1, 3)])) {
    const rows = connection.all<{ term: string; doc: number }>(
      "SELECT term, doc FROM quote_vocabulary WHERE term >= ? AND term < ? LIMIT ?",
      [prefix, `${prefix}\uffff`, comparedTerms],
    );
    for (const { term, doc } of rows) {
      const distance = editDistance(form, term, limit);
      if (distance <= limit && (!best || distance < best.distance || (distance === best.distance && doc > best.doc)))
        best = { term, distance, doc };
    }
  }
  return best?.term;
}

/** For each word of a fruitless question: how many quotations have it alone (with the speaker, where one was named). */
export function findNearWords(
  query: QuoteQuery,
  speakerTokens: readonly string[],
  connection: Connection,
): readonly { readonly word: string; readonly quotes: number }[] {
  return query.words
    .map((word) => {
      const expression = matchExpression({ words: [word], phrases: [] }, speakerTokens, true);
      const found = connection.find<{ n: number }>(
        "SELECT count(*) AS n FROM (SELECT rowid FROM quote_words WHERE quote_words MATCH ? LIMIT 200)",
        [expression],
      );
      return { word: toLatin(word) === word.toLowerCase() ? word.toLowerCase() : word, quotes: found?.n ?? 0 };
    })
    .filter(({ quotes }) => quotes > 0);
}
