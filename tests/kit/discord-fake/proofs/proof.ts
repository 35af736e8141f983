import { ask, type RawAnswer } from "../raw.ts";
import type { Rule, Rules } from "../rules.ts";
import { type DiscordFake, startDiscord } from "../start.ts";
import type { FakeChannel } from "../state.ts";

/** A stand-in of its own, a channel in it, and a clock that the proof itself moves on. */
export interface Stage {
  readonly fake: DiscordFake;
  readonly channel: FakeChannel;
  readonly clock: { atMs: number };
}

/** True where it went as the name of it says. */
export type Attempt = (stage: Stage) => Promise<boolean>;

/** One rule: a request that keeps it, at its border where it has one, and requests that break it, each by its name. */
export interface Proof {
  readonly rule: Rule;
  readonly accepted: Attempt;
  readonly refused: Readonly<Record<string, Attempt>>;
}

export const isOk = ({ status }: RawAnswer): boolean => status >= 200 && status < 300;
export const is =
  (code: number) =>
  (answer: RawAnswer): boolean =>
    answer.code === code;
/** 50035: "Invalid Form Body". */
export const isInvalid = is(50_035);

export const post = ({ fake, channel }: Stage, body: unknown, headers?: Record<string, string>): Promise<RawAnswer> =>
  ask(fake, "POST", `/channels/${channel.id}/messages`, body, headers);

/** Messages that are posted: one that is taken, and those that are no form of a message. */
export const ofMessages = (rule: Rule, good: unknown, bad: Readonly<Record<string, unknown>>): Proof =>
  proofOf(rule, (body) => (stage) => post(stage, body), good, bad);

/** Bodies of one kind: `ask` makes the request that carries one. */
export function proofOf(
  rule: Rule,
  ask: (body: unknown) => (stage: Stage) => Promise<RawAnswer>,
  good: unknown,
  bad: Readonly<Record<string, unknown>>,
): Proof {
  const refused = Object.entries(bad).map(([name, body]) => [name, async (stage: Stage) => isInvalid(await ask(body)(stage))] as const);
  return { rule, accepted: async (stage) => isOk(await ask(good)(stage)), refused: Object.fromEntries(refused) };
}

export const repeat = (text: string, count: number): string => text.repeat(count);
export const times = <T>(count: number, make: (place: number) => T): T[] => Array.from({ length: count }, (_, place) => make(place));

export async function inTurn<T>(count: number, act: (place: number) => Promise<T>): Promise<readonly T[]> {
  const all: T[] = [];
  for (let place = 0; place < count; place++) all.push(await act(place));
  return all;
}

/** Makes the attempt in a stand-in of its own. */
export async function succeeds(attempt: Attempt, rules: Partial<Rules> = {}): Promise<boolean> {
  const clock = { atMs: Date.UTC(2026, 10, 24) };
  const fake = await startDiscord({ nowMs: () => clock.atMs, rules });
  try {
    return await attempt({ fake, channel: fake.channel(fake.guild()), clock });
  } finally {
    await fake.close();
  }
}
