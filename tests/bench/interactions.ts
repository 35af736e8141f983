import { prepareBroadcast, type Running, realClock } from "../adapters/discord/broadcast.ts";
import { until } from "../adapters/discord/script.ts";
import type { Row } from "../eval/row.ts";

const channels = 2_000;
const asking = 400;

/** A broadcast to 2,000 channels of the Discord stand-in with its real limits, and how soon people are answered meanwhile. */
export async function measure(): Promise<readonly Row[]> {
  const running = await prepareBroadcast(channels, realClock);
  running.begin();
  const answersMs = await ask(running.fake);
  await until(running.isDone, 120_000);
  const { perSecond, refused, twice, delivered } = await running.end();
  const sorted = answersMs.toSorted((a, b) => a - b);
  const p99 = sorted[Math.floor(sorted.length * 0.99)] ?? Number.NaN;
  const row = (measure: string, value: number, target: string): Row => ({ task: "interactions", set: "discord", measure, value, target });
  return [
    row("sends a second (of 50)", Math.round(perSecond * 10) / 10, "≥ 47.5"),
    row("answers of 429", refused, "0"),
    row("channels that got it", delivered, "2000"),
    row("twice", twice, "0"),
    row("interaction to answer, p99 ms", Math.round(p99), "≤ 150"),
  ];
}

/** Milliseconds from each interaction to its answer. */
async function ask(fake: Running["fake"]): Promise<readonly number[]> {
  const ann = fake.person("Ann", fake.channel(fake.guild()));
  const answersMs: number[] = [];
  for (let place = 0; place < asking; place++) {
    const at = performance.now();
    const { interaction } = await ann.slash("status");
    answersMs.push(interaction.shown.length > 0 ? performance.now() - at : Number.POSITIVE_INFINITY);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return answersMs;
}
