import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import type { EditionFrame } from "../../src/digest/edition.ts";
import { findStories, keepStories } from "../../src/digest/find.ts";
import type { Stores } from "../../src/model/stores.ts";
import { openStores } from "../../src/store/open.ts";
import { aDigest, aForm, anArticle } from "../build.ts";
import { createRandom } from "../eval/random.ts";
import type { Row } from "../eval/row.ts";
import { inventArticle, memoryMb } from "./invent.ts";

const days = 30;
const articlesPerDay = 10_000;
const dayMs = 24 * 3_600_000;
const startMs = Date.UTC(2026, 10, 1);
const wordsEach = 40;

interface Day {
  /** Processor time of finding, ranking and keeping the stories of an edition, in seconds. */
  readonly seconds: number;
  readonly heapMb: number;
  readonly longestWaitMs: number;
  readonly stories: number;
}

/** A month of one digest: 10,000 articles a day into a file, and an edition's stories each evening. Early days against late ones. */
export async function measure(): Promise<readonly Row[]> {
  const folder = mkdtempSync(join(tmpdir(), "quoth-month-"));
  const stores = await openStores(join(folder, "quoth.db"));
  try {
    const random = createRandom(11);
    const month: Day[] = [];
    for (let day = 0; day < days; day++) month.push(await liveDay(day, stores, random));
    return rowsOf(month.slice(3, 6), month.slice(-3));
  } finally {
    await stores.close();
    rmSync(folder, { recursive: true });
  }
}

async function liveDay(day: number, stores: Stores, random: () => number): Promise<Day> {
  for (let number = 0; number < articlesPerDay; number++) {
    const index = day * articlesPerDay + number;
    const at = new Date(startMs + (index * dayMs) / articlesPerDay);
    const told = { id: `a${index}`, hash: `${index}`, outlet: `Outlet ${index % 40}`, fetchedAt: at, publishedAt: at };
    await stores.articles.put(anArticle({ ...inventArticle(index, wordsEach, random), ...told }), [told.id]);
  }
  const frame = frameOf(day);
  const waits = monitorEventLoopDelay({ resolution: 1 });
  waits.enable();
  const before = process.cpuUsage();
  const found = await findStories(frame, [], stores);
  await keepStories(found, [], frame, stores);
  const { user, system } = process.cpuUsage(before);
  waits.disable();
  return { seconds: (user + system) / 1e6, heapMb: memoryMb(), longestWaitMs: waits.max / 1e6, stories: found.ranked.length };
}

function frameOf(day: number): EditionFrame {
  const at = (days: number): Date => new Date(startMs + days * dayMs - 1);
  const slot = { at: at(day + 1), local: "", zone: "UTC" };
  const covers = { coversFrom: at(day), coversTo: at(day + 1) };
  return { digest: aDigest(), slot, form: aForm(), audience: "all", ...covers, catchUp: false, instant: false };
}

function rowsOf(early: readonly Day[], late: readonly Day[]): readonly Row[] {
  const meanOf = (some: readonly Day[], pick: (day: Day) => number): number => some.reduce((sum, day) => sum + pick(day), 0) / some.length;
  const row = (measure: string, value: number, target = ""): Row => ({
    task: "stories",
    set: `${days} days of ${articlesPerDay} articles`,
    measure,
    value,
    target,
  });
  const seconds = (some: readonly Day[]): number => Number(meanOf(some, (day) => day.seconds).toFixed(1));
  return [
    row("stories an edition chooses from, days 28 to 30", Math.round(meanOf(late, ({ stories }) => stories))),
    row("processor seconds an edition, days 4 to 6", seconds(early)),
    row("processor seconds an edition, days 28 to 30", seconds(late), `≤ ${(1.25 * seconds(early)).toFixed(1)}`),
    row(
      "heap in MB that the days between added",
      Math.round(meanOf(late, (day) => day.heapMb) - meanOf(early, (day) => day.heapMb)),
      "≤ 10",
    ),
    row("longest wait of commands meanwhile, ms", Math.round(Math.max(...late.map(({ longestWaitMs }) => longestWaitMs)))),
  ];
}
