import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { afterAll, beforeAll, expect, test } from "vitest";
import { migrate } from "../../src/store/migrate.ts";
import { openConnection } from "../../src/store/sqlite/connection.ts";
import { migrations } from "../../src/store/sqlite/migrations/list.ts";
import { createOutbox } from "../../src/store/sqlite/outbox.ts";
import { createSubscriptionStore } from "../../src/store/sqlite/subscriptions.ts";
import { aChannel, anEdition, anEditionStory, aSubscription } from "../build.ts";
import { startFakePlatform } from "../kit/fake-platform.ts";
import type { ChildPlan } from "./crash-child.ts";

/** How much is sent between the order to kill and the death depends on the machine: enough that none runs out of deliveries before the last kill. */
const channels = 1_600;
const parts = 3;
const folder = mkdtempSync(join(tmpdir(), "quoth-crash-"));
const child = join(folder, "child.mjs");

beforeAll(async () => {
  // A bundle starts in a third of the time, and there are many starts.
  const entry = fileURLToPath(new URL("crash-child.ts", import.meta.url));
  await build({ entryPoints: [entry], outfile: child, bundle: true, format: "esm", platform: "node", target: "node26", logLevel: "error" });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Where a process dies. received, shown: at the platform, before and after the message is on screen; the others: see ChildPlan. */
const points = ["claimed", "received", "shown", "answered", "settled"] as const;

interface Aftermath {
  readonly kills: number;
  readonly shown: readonly { readonly deliveryId: string; readonly channel: string; readonly text: string }[];
  readonly sent: readonly string[];
  readonly unknown: readonly string[];
  readonly total: number;
}

async function killAgainAndAgain(times: number, recognisesRepeats: boolean): Promise<Aftermath> {
  const file = join(folder, recognisesRepeats ? "recognised.db" : "bare.db");
  await fillOutbox(file);
  const platform = await startFakePlatform({ recognisesRepeats });
  const random = seededRandom(20_261_124);
  let kills = 0;
  const run = (point: (typeof points)[number] | "never", nth: number): Promise<NodeJS.Signals | null> => {
    let left = nth;
    let running: ReturnType<typeof spawn> | undefined;
    const killer = (pid: number): void => {
      // A request of the process killed before may still be on its way: it counts for nothing.
      if (pid !== running?.pid || running.exitCode !== null || running.signalCode !== null) return;
      if (--left === 0) running.kill("SIGKILL");
    };
    platform.onReceived = point === "received" ? killer : () => undefined;
    platform.onShown = point === "shown" ? killer : () => undefined;
    const own = point === "received" || point === "shown" ? "never" : point;
    const plan: ChildPlan = { file, url: platform.url, recognisesRepeatsForMs: recognisesRepeats ? 600_000 : 0, point: own, nth };
    return new Promise((resolve, reject) => {
      running = spawn(process.execPath, [child, JSON.stringify(plan)], { stdio: ["ignore", "ignore", "inherit"] });
      running.on("error", reject).on("exit", (_, signal) => resolve(signal));
    });
  };
  try {
    // A process may be through before the point comes; that is no kill, and the next one tries again.
    for (let round = 0; kills < times && round < 3 * times; round++) {
      if ((await run(points[round % points.length]!, 1 + Math.floor(random() * 4))) === "SIGKILL") kills++;
    }
    await run("never", 0);
    return { kills, shown: platform.shown, ...(await readOutbox(file)) };
  } finally {
    await platform.close();
  }
}

async function fillOutbox(file: string): Promise<void> {
  const connection = openConnection(file);
  migrate(connection, migrations);
  const subscriptions = createSubscriptionStore(connection);
  const edition = anEdition({ stories: Array.from({ length: parts }, (_, place) => anEditionStory({ storyId: `s${place}` })) });
  const ids = Array.from({ length: channels }, (_, place) => `fake:${place}`);
  for (const id of ids) {
    await subscriptions.putChannel(aChannel({ id }));
    await subscriptions.put(aSubscription({ channelId: id }));
  }
  const row = { subscriptionId: "world", parts: 1, dueAt: edition.slot.at, coveredTo: edition.coversTo };
  await createOutbox(connection).enqueue(
    edition,
    ids.map((channelId) => ({ channelId, ...row })),
  );
  connection.close();
}

async function readOutbox(file: string): Promise<Pick<Aftermath, "sent" | "unknown" | "total">> {
  const connection = openConnection(file);
  const outbox = createOutbox(connection);
  const idsOf = async (state: "sent" | "unknown") => (await outbox.inState(state, 10_000)).map(({ id }) => id);
  const counts = await outbox.counts();
  const result = { sent: await idsOf("sent"), unknown: await idsOf("unknown"), total: Object.values(counts).reduce((a, b) => a + b) };
  connection.close();
  return result;
}

/** Mulberry32: small and repeatable. */
function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const repeated = (values: readonly string[]): readonly string[] => values.filter((value, place) => values.indexOf(value) !== place);

function outOfOrder(shown: Aftermath["shown"]): readonly string[] {
  const byChannel = Map.groupBy(shown, ({ channel }) => channel);
  return [...byChannel]
    .filter(([, messages]) => messages.some(({ text }, place) => place > 0 && text <= messages[place - 1]!.text))
    .map(([id]) => id);
}

test("a process killed 60 times between claim, send and settle loses nothing and shows nothing twice", { timeout: 900_000 }, async () => {
  const { kills, shown, sent, unknown, total } = await killAgainAndAgain(60, true);
  expect(kills).toBe(60);
  expect(total).toBe(channels * parts);
  expect(repeated(shown.map(({ deliveryId }) => deliveryId))).toEqual([]);
  expect(new Set(shown.map(({ deliveryId }) => deliveryId))).toEqual(new Set(sent));
  expect({ sent: sent.length, unknown }).toEqual({ sent: total, unknown: [] });
  expect(outOfOrder(shown)).toEqual([]);
});

test("where the platform recognises no repeat, a delivery in doubt is reported and never shown twice", { timeout: 900_000 }, async () => {
  const { kills, shown, sent, unknown, total } = await killAgainAndAgain(20, false);
  const onScreen = new Set(shown.map(({ deliveryId }) => deliveryId));
  expect(kills).toBe(20);
  expect(repeated(shown.map(({ deliveryId }) => deliveryId))).toEqual([]);
  expect(sent.filter((id) => !onScreen.has(id))).toEqual([]);
  expect([...onScreen].filter((id) => !sent.includes(id) && !unknown.includes(id))).toEqual([]);
  expect(sent.length + unknown.length).toBe(total);
  expect(unknown.length).toBeGreaterThan(0);
});
