import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import type { Stores } from "../../src/model/stores.ts";
import { extractQuotes } from "../../src/quotes/extract.ts";
import { alertFollowers } from "../../src/quotes/follow.ts";
import { openStores } from "../../src/store/open.ts";
import { anArticle } from "../build.ts";
import { putFollower } from "./following.ts";

const child = fileURLToPath(new URL("./follow-child.ts", import.meta.url));
const start = new Date("2026-11-24T12:00Z");
/** Alerts of one channel rest for ten minutes: a round each quarter of an hour. */
const atRound = (round: number, minutes = 0): Date => new Date(start.getTime() + (round * 15 + minutes) * 60_000);
const channels = ["fake:1", "fake:2"];
const syllables = "ba de fi go hu ka le mi no pu ra se ti vo zu".split(" ");
const wordOf = (number: number): string => [number % 15, Math.floor(number / 15) % 15, 7].map((at) => syllables[at]).join("");
/** No two rounds share a word: else they might be told as one utterance. */
const words = (round: number): string => Array.from({ length: 6 }, (_, at) => wordOf(round * 6 + at)).join(" ");

async function read(stores: Stores, round: number, at: Date): Promise<void> {
  const article = anArticle({ id: `a${round}`, text: `“${words(round)},” said Ingrid Solvang.`, publishedAt: at, fetchedAt: at });
  await stores.quotes.add(article, extractQuotes(article), at);
}

async function follow(stores: Stores): Promise<void> {
  await read(stores, 0, atRound(0, -60));
  for (const id of channels) await putFollower(stores, { id }, "Solvang", start);
}

/** What a channel was told, alert by alert. */
async function toldIn(stores: Stores, channelId: string): Promise<readonly string[]> {
  const deliveries = await stores.outbox.ofChannel(channelId, 10_000);
  const editions = await Promise.all(deliveries.map(({ editionId }) => stores.outbox.findEdition(editionId)));
  return editions.flatMap((edition) => edition?.stories.flatMap(({ quotes }) => quotes.map(({ text }) => text)) ?? []);
}

test("killed before each step that an alert takes in the database: no alert is lost, none is left twice", {
  timeout: 120_000,
}, async () => {
  const folder = mkdtempSync(join(tmpdir(), "quoth-follow-"));
  const file = join(folder, "quoth.db");
  try {
    const first = await openStores(file);
    await follow(first);
    await first.close();
    let round = 1;
    for (let isKilled = true; isKilled; round++) {
      const before = await openStores(file);
      await read(before, round, atRound(round));
      await before.close();
      const { signal, stderr } = spawnSync(process.execPath, [child, file, atRound(round, 1).toISOString(), String(round)], {
        encoding: "utf8",
      });
      isKilled = signal === "SIGKILL";
      if (!isKilled) expect(stderr).toBe("");
      const restarted = await openStores(file);
      await alertFollowers(restarted, atRound(round, 2), new AbortController().signal);
      await restarted.close();
    }
    expect(round).toBeGreaterThan(10);
    const stores = await openStores(file);
    const expected = Array.from({ length: round - 1 }, (_, at) => `${words(at + 1)},`).toSorted();
    for (const id of channels) expect((await toldIn(stores, id)).toSorted()).toEqual(expected);
    await stores.close();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
