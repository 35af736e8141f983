import { common } from "./same-names/common.ts";
import { english } from "./same-names/english.ts";
import { germanic } from "./same-names/germanic.ts";
import { others } from "./same-names/others.ts";
import { romance } from "./same-names/romance.ts";

/**
 * Names whose spelling in one script does not follow from the other. Given names that are one name in two languages (Serhiy, Sergei) stand
 * together too, since a person is written both ways. Facts of spelling, by origin; where two rows have one spelling, the first counts.
 */
const rows = [common, english, germanic, romance, others].flatMap((names) => names.trim().split("\n"));

/** Every spelling of every row. */
export const sameNames: readonly string[] = rows.flatMap((row) => row.split(" "));

/** Spelling, as `toLatin` writes it → the first spelling of its row. */
export function indexSameNames(toLatin: (word: string) => string): ReadonlyMap<string, string> {
  const plain = (word: string): string => toLatin(word).replace(/[^a-z]/g, "");
  const index = new Map<string, string>();
  for (const row of rows) {
    const [first = "", ...others] = row.split(" ").map(plain);
    for (const spelling of [first, ...others]) if (!index.has(spelling)) index.set(spelling, first);
  }
  return index;
}
