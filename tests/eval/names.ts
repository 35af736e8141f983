import { readFileSync } from "node:fs";
import { nameKey } from "../../src/text/transliterate.ts";
import type { Row } from "./row.ts";

export type NamePair = readonly [latin: string, cyrillic: string];

/** Pairs of one name in two scripts: `tests/fixtures/names/<file>.txt`. */
export function readNamePairs(file: "pairs" | "unseen"): readonly NamePair[] {
  return readFileSync(new URL(`../fixtures/names/${file}.txt`, import.meta.url), "utf8")
    .trim()
    .split("\n")
    .map((line) => line.split(" ") as unknown as NamePair);
}

/** Does either name find the other? */
export const isFound = ([latin, cyrillic]: NamePair): boolean => nameKey(latin) === nameKey(cyrillic);

/** Pairs of different names that share a key, of all that could. Names that one list spells alike in either script are not different. */
export function findConfusions(pairs: readonly NamePair[]): { readonly wrong: readonly NamePair[]; readonly of: number } {
  const listed = new Set(pairs.map((pair) => pair.join(" ")));
  const keyed = pairs.map(([latin, cyrillic]) => ({ latin, cyrillic, latinKey: nameKey(latin), cyrillicKey: nameKey(cyrillic) }));
  const wrong: NamePair[] = [];
  let of = 0;
  for (const { latin, latinKey } of keyed)
    for (const { cyrillic, cyrillicKey } of keyed) {
      if (listed.has(`${latin} ${cyrillic}`)) continue;
      of++;
      if (latinKey === cyrillicKey) wrong.push([latin, cyrillic]);
    }
  return { wrong, of };
}

/** Names across scripts: found by the other spelling, and wrongly taken for another name. */
export async function measure(): Promise<readonly Row[]> {
  return (["pairs", "unseen"] as const).flatMap((file) => {
    const pairs = readNamePairs(file);
    const { wrong, of } = findConfusions(pairs);
    const set = file === "pairs" ? `own ${pairs.length}` : `own ${pairs.length} unseen`;
    return [
      {
        task: "names",
        set,
        measure: "found by the other script, %",
        value: (100 * pairs.filter(isFound).length) / pairs.length,
        target: "≥ 95",
      },
      { task: "names", set, measure: "another name found, %", value: (100 * wrong.length) / of, target: "≤ 0.1" },
    ];
  });
}
