import type { Carrier } from "../../model/quote.ts";
import { readDifference, wordsOf } from "../../quotes/merge.ts";
import type { Connection } from "./connection.ts";
import { type HitRow, hitColumns, hitFrom, type MatchRow } from "./quote-rows.ts";

/** Carriers of one utterance that are looked at. */
const mostCarriers = 60;

export interface Carriers {
  /** One entry an utterance, best first: of its carriers the best-ranked speaks, the earliest among equals. */
  group<Row extends MatchRow & { readonly score: number }>(rows: readonly Row[]): readonly Row[];
  /** The other outlets that carried it, first carrier first, with what they changed. */
  of(row: HitRow): readonly Carrier[];
}

/** Of equal rank are scores that differ by less: what differs is the age of the article, by hours. */
const equalScore = 0.2;

export function createCarriers(connection: Connection): Carriers {
  return {
    group(rows) {
      const ranked = rows.toSorted((a, b) => (Math.abs(a.score - b.score) < 1e-9 ? b.row - a.row : b.score - a.score));
      const kept: (typeof ranked)[number][] = [];
      const places = new Map<number, number[]>();
      for (const row of ranked) {
        const same = places.getOrInsertComputed(row.utterance, () => []);
        const place = same.find((at) => isOneEntry(kept[at]!, row));
        if (place === undefined) same.push(kept.push(row) - 1);
        else if (isBetterHead(row, kept[place]!)) kept[place] = row;
      }
      return kept;
    },
    of(row) {
      const rows = connection.all<HitRow>(
        `SELECT ${hitColumns} FROM quotes WHERE utterance = ? AND current = 1 AND article_id <> ? ORDER BY row LIMIT ${mostCarriers}`,
        [row.utterance, row.article_id],
      );
      const byOutlet = [...Map.groupBy(rows, ({ outlet }) => outlet).values()].map((carried) => carrierFrom(row, carried));
      return byOutlet.filter(({ outlet, differs }) => outlet !== row.outlet || differs !== undefined);
    },
  };
}

/** Two pieces of one article stay two entries, even where another outlet ran them together. */
const isOneEntry = (kept: MatchRow, row: MatchRow): boolean =>
  kept.article_id !== row.article_id || wordsOf(kept.text).join(" ") === wordsOf(row.text).join(" ");

const isBetterHead = (row: MatchRow & { readonly score: number }, kept: MatchRow & { readonly score: number }): boolean =>
  kept.score - row.score < equalScore &&
  row.article_id !== kept.article_id &&
  (row.text.length > kept.text.length * 1.2 || (row.row < kept.row && row.text.length * 1.2 > kept.text.length));

function carrierFrom(row: HitRow, carried: readonly HitRow[]): Carrier {
  const first = carried[0]!;
  const pieces = carried.filter(({ article_id }) => article_id === first.article_id);
  const theirs = [...new Set(pieces.map(({ text }) => text))].join(" … ");
  const { kind } = readDifference(row.text, theirs);
  const { url, publishedAt } = hitFrom(first).article;
  return {
    outlet: first.outlet,
    ...(url === undefined ? {} : { url }),
    ...(publishedAt === undefined ? {} : { publishedAt }),
    ...(kind === "reworded" ? { differs: theirs } : {}),
    ...(kind === "shorter" || kind === "longer" ? { extent: kind } : {}),
    ...(first.row < row.row ? { isEarlier: true } : {}),
  };
}
