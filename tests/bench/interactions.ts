import { broadcast } from "../adapters/discord/broadcast.ts";
import type { Row } from "../eval/row.ts";

/** A broadcast to 2,000 channels of the Discord stand-in with its real limits, and how soon people are answered meanwhile. */
export async function measure(): Promise<readonly Row[]> {
  const { perSecond, refused, twice, delivered, answersMs } = await broadcast(2_000, 1, 400);
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
