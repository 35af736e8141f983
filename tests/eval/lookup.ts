import type { Row } from "./row.ts";

/** Nothing is measured here yet. */
export async function measure(): Promise<readonly Row[]> {
  return [];
}
