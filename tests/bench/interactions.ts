import { realClock } from "../adapters/broadcast.ts";
import * as discord from "../adapters/discord/broadcast.ts";
import * as telegram from "../adapters/telegram/broadcast.ts";
import type { Row } from "../eval/row.ts";
import { aPerson, openPlace } from "../kit/telegram-fake/actors.ts";
import { until } from "../until.ts";

const channels = 2_000;
const asking = 400;

/** A broadcast to 2,000 channels of each stand-in with its real limits, and how soon people are answered meanwhile. */
export const measure = async (): Promise<readonly Row[]> => [...(await measureDiscord()), ...(await measureTelegram())];

async function measureDiscord(): Promise<readonly Row[]> {
  const running = await discord.prepareBroadcast(channels, realClock);
  running.begin();
  const answersMs = await ask(running.fake);
  await until(running.isDone, undefined, 120_000);
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

/** Answers are messages too, and count among the 30: what people ask for is taken from the editions. */
const askingTelegram = 200;

async function measureTelegram(): Promise<readonly Row[]> {
  const running = await telegram.prepareBroadcast(channels, realClock);
  running.begin();
  const answersMs: number[] = [];
  for (let place = 0; place < askingTelegram; place++) {
    const home = openPlace(running.fake, { id: 50_000 + place, type: "private", first_name: "Ann" });
    const at = performance.now();
    aPerson(running.fake, 50_000 + place, "Ann").types("/status", home);
    await until(() => home.own().length > 0, undefined, 5_000);
    answersMs.push(performance.now() - at);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  await until(running.isDone, undefined, 120_000);
  const { perSecond, refused, twice, delivered } = await running.end();
  const sorted = answersMs.toSorted((a, b) => a - b);
  const row = (measure: string, value: number, target: string): Row => ({ task: "interactions", set: "telegram", measure, value, target });
  return [
    row("messages a second (of 30), answers among them", Math.round(perSecond * 10) / 10, "≥ 28.5"),
    row("answers of 429", refused, "0"),
    row("chats that got it", delivered, "2000"),
    row("twice", twice, "0"),
    row("message to answer, p99 ms", Math.round(sorted[Math.floor(sorted.length * 0.99)] ?? Number.NaN), "≤ 150"),
  ];
}

/** Milliseconds from each interaction to its answer. */
async function ask(fake: discord.DiscordBroadcast["fake"]): Promise<readonly number[]> {
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
