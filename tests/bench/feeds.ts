import type { Row } from "../eval/row.ts";

/** Nothing is measured here yet. */
export async function measure(): Promise<readonly Row[]> {
  return [];
}
