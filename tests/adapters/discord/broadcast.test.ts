import { expect, test } from "vitest";
import { broadcast } from "./broadcast.ts";

test("an edition to two thousand channels meets no 429, in the order of the slots", { timeout: 120_000 }, async () => {
  const { delivered, twice, refused, orderedBySlot, violations } = await broadcast(2_000, 3, 0);
  expect({ delivered, twice, refused, orderedBySlot, violations }).toEqual({
    delivered: 2_000,
    twice: 0,
    refused: 0,
    orderedBySlot: true,
    violations: [],
  });
});
