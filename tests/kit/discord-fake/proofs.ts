import type { RawAnswer } from "./raw.ts";
import { ask, dial } from "./raw.ts";
import type { Rules } from "./rules.ts";
import { type DiscordFake, startDiscord } from "./start.ts";
import type { FakeChannel } from "./state.ts";

/** One rule: a request that is accepted and one that is refused. Both answer "did it?". */
export interface Proof {
  readonly rule: keyof Rules;
  readonly accepted: (fake: DiscordFake, channel: FakeChannel) => Promise<boolean>;
  readonly refused: (fake: DiscordFake, channel: FakeChannel) => Promise<boolean>;
}

const isOk = ({ status }: RawAnswer): boolean => status >= 200 && status < 300;
const is =
  (code: number) =>
  (answer: RawAnswer): boolean =>
    answer.code === code;

const text = (content: string) => ({ type: 10, content });
const v2 = (components: readonly unknown[]) => ({ flags: 1 << 15, components: [{ type: 17, components }] });
const button = (custom_id: string) => ({ type: 2, style: 2, label: "Press", custom_id });
const post = (fake: DiscordFake, { id }: FakeChannel, body: unknown, headers?: Record<string, string>) =>
  ask(fake, "POST", `/channels/${id}/messages`, body, headers);

async function beginInteraction(fake: DiscordFake, channel: FakeChannel): Promise<string> {
  await ask(fake, "PUT", `/applications/${fake.state.bot.applicationId}/commands`, [{ name: "status", description: "How it is" }]);
  const socket = dial(fake);
  await socket.next();
  socket.send(2, { token: fake.token, intents: 1, properties: {} });
  await socket.next();
  await socket.next();
  // Nobody waits for the end of it here.
  fake
    .person("Ann", channel)
    .slash("status")
    .catch(() => undefined);
  const { d } = await socket.next();
  socket.end();
  return `/interactions/${d.id}/${d.token}/callback`;
}

/** A clock that the proof itself moves on. */
export const proofClock = { atMs: Date.UTC(2026, 10, 24) };

const sendMany = async (count: number, send: () => Promise<RawAnswer>): Promise<readonly RawAnswer[]> => {
  const answers: RawAnswer[] = [];
  for (let sent = 0; sent < count; sent++) answers.push(await send());
  return answers;
};

export const proofs: readonly Proof[] = [
  {
    rule: "content",
    accepted: async (fake, channel) => isOk(await post(fake, channel, { content: "a".repeat(2_000) })),
    refused: async (fake, channel) => is(50_035)(await post(fake, channel, { content: "a".repeat(2_001) })),
  },
  {
    rule: "components",
    accepted: async (fake, channel) => isOk(await post(fake, channel, v2(Array.from({ length: 39 }, () => text("a"))))),
    refused: async (fake, channel) => is(50_035)(await post(fake, channel, v2(Array.from({ length: 40 }, () => text("a"))))),
  },
  {
    rule: "textSum",
    accepted: async (fake, channel) => isOk(await post(fake, channel, v2([text("a".repeat(2_000)), text("b".repeat(2_000))]))),
    refused: async (fake, channel) => is(50_035)(await post(fake, channel, v2([text("a".repeat(2_000)), text("b".repeat(2_001))]))),
  },
  {
    rule: "customId",
    accepted: async (fake, channel) =>
      isOk(await post(fake, channel, v2([{ type: 1, components: [button("a".repeat(100)), button("b")] }]))),
    refused: async (fake, channel) =>
      is(50_035)(await post(fake, channel, v2([{ type: 1, components: [button("a".repeat(101))] }]))) &&
      is(50_035)(await post(fake, channel, v2([{ type: 1, components: [button("a"), button("a")] }]))),
  },
  {
    rule: "nonce",
    accepted: async (fake, channel) => isOk(await post(fake, channel, { content: "a", nonce: "n".repeat(25), enforce_nonce: true })),
    refused: async (fake, channel) => is(50_035)(await post(fake, channel, { content: "a", nonce: "n".repeat(26), enforce_nonce: true })),
  },
  {
    rule: "commands",
    accepted: async (fake) =>
      isOk(await ask(fake, "PUT", `/applications/${fake.state.bot.applicationId}/commands`, [{ name: "a", description: "A" }])),
    refused: async (fake) =>
      is(50_035)(await ask(fake, "PUT", `/applications/${fake.state.bot.applicationId}/commands`, [{ name: "a b", description: "A" }])),
  },
  {
    rule: "permissions",
    accepted: async (fake, channel) => isOk(await post(fake, channel, { content: "a" })),
    async refused(fake, channel) {
      channel.permissions = 1n << 10n;
      const closed = await post(fake, channel, { content: "a" });
      channel.permissions = 0n;
      return is(50_013)(closed) && is(50_001)(await post(fake, channel, { content: "a" }));
    },
  },
  {
    rule: "rates",
    accepted: async (fake, channel) => (await sendMany(5, () => post(fake, channel, { content: "a" }))).every(isOk),
    async refused(fake, channel) {
      const last = (await sendMany(6, () => post(fake, channel, { content: "a" }))).at(-1)!;
      return last.status === 429 && Number(last.headers.get("retry-after")) > 0 && last.headers.get("x-ratelimit-remaining") === "0";
    },
  },
  {
    rule: "crossposts",
    accepted: async (fake) => (await crosspostMany(fake, 10)).every(isOk),
    refused: async (fake) => (await crosspostMany(fake, 11)).at(-1)?.status === 429,
  },
  {
    rule: "firstAnswer",
    accepted: async (fake, channel) => isOk(await ask(fake, "POST", await beginInteraction(fake, channel), { type: 5 })),
    async refused(fake, channel) {
      const path = await beginInteraction(fake, channel);
      proofClock.atMs += 3_001;
      return is(10_062)(await ask(fake, "POST", path, { type: 5 }));
    },
  },
  {
    rule: "answeredOnce",
    accepted: async (fake, channel) => isOk(await ask(fake, "POST", await beginInteraction(fake, channel), { type: 5 })),
    async refused(fake, channel) {
      const path = await beginInteraction(fake, channel);
      await ask(fake, "POST", path, { type: 5 });
      return is(40_060)(await ask(fake, "POST", path, { type: 5 }));
    },
  },
  {
    rule: "authorization",
    accepted: async (fake) => isOk(await ask(fake, "GET", "/users/@me")),
    refused: async (fake) => (await ask(fake, "GET", "/users/@me", undefined, { authorization: "Bot wrong" })).status === 401,
  },
  {
    rule: "userAgent",
    accepted: async (fake) => isOk(await ask(fake, "GET", "/users/@me")),
    refused: async (fake) => (await ask(fake, "GET", "/users/@me", undefined, { "user-agent": "curl" })).status === 400,
  },
  {
    rule: "identify",
    async accepted(fake) {
      const socket = dial(fake);
      await socket.next();
      socket.send(2, { token: fake.token, intents: 1, properties: {} });
      const ready = await socket.next();
      socket.end();
      return ready.t === "READY";
    },
    async refused(fake) {
      const socket = dial(fake);
      await socket.next();
      socket.send(2, { token: "wrong", intents: 1, properties: {} });
      const answer = await Promise.race([socket.closed(), socket.next().catch(() => socket.closed())]);
      socket.end();
      return answer === 4004;
    },
  },
];

async function crosspostMany(fake: DiscordFake, count: number): Promise<readonly RawAnswer[]> {
  const news = fake.channel(fake.guild(), { type: 5 });
  const answers: RawAnswer[] = [];
  for (let sent = 0; sent < count; sent++) {
    proofClock.atMs += 6_000;
    const { body } = await post(fake, news, { content: "a" });
    answers.push(await ask(fake, "POST", `/channels/${news.id}/messages/${body.id}/crosspost`));
  }
  return answers;
}

/** Whether a rule holds in a stand-in of its own. */
export async function holds(proof: Proof, side: "accepted" | "refused", rules: Partial<Rules> = {}): Promise<boolean> {
  const fake = await startDiscord({ nowMs: () => proofClock.atMs, rules });
  try {
    return await proof[side](fake, fake.channel(fake.guild()));
  } finally {
    await fake.close();
  }
}
