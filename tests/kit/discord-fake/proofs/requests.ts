import { ask, type RawAnswer } from "../raw.ts";
import { inTurn, is, isOk, type Proof, post, type Stage, times } from "./proof.ts";

const mebibyte = 1_048_576;

function postFiles(stage: Stage, ...sizes: readonly number[]): Promise<RawAnswer> {
  const form = new FormData();
  form.set("payload_json", JSON.stringify({ content: "a" }));
  for (const [place, size] of sizes.entries()) form.set(`files[${place}]`, new Blob([new Uint8Array(size)]), `${place}.png`);
  return post(stage, form);
}

/** Headers, sizes: reference, topics/rate-limits. */
export const requestProofs: readonly Proof[] = [
  {
    rule: "route",
    accepted: async ({ fake }) => isOk(await ask(fake, "GET", "/gateway/bot")),
    refused: { "an address that is not the API's": async ({ fake }) => (await ask(fake, "GET", "/nowhere")).status === 404 },
  },
  {
    rule: "authorization",
    accepted: async ({ fake }) => isOk(await ask(fake, "GET", "/users/@me")),
    refused: {
      "another token": async ({ fake }) => (await ask(fake, "GET", "/users/@me", undefined, { authorization: "Bot wrong" })).status === 401,
      "no token": async ({ fake }) => (await ask(fake, "GET", "/users/@me", undefined, { authorization: "" })).status === 401,
    },
  },
  {
    rule: "userAgent",
    accepted: async ({ fake }) => isOk(await ask(fake, "GET", "/users/@me")),
    refused: {
      "one that is no bot's": async ({ fake }) =>
        (await ask(fake, "GET", "/users/@me", undefined, { "user-agent": "curl" })).status === 400,
    },
  },
  {
    rule: "json",
    accepted: async (stage) => isOk(await post(stage, '{"content":"a"}')),
    refused: { "half a body": async (stage) => is(50_109)(await post(stage, '{"content":')) },
  },
  {
    rule: "fileSize",
    accepted: async (stage) => isOk(await postFiles(stage, 10 * mebibyte)),
    refused: { "a byte more than 10 MiB": async (stage) => is(40_005)(await postFiles(stage, 10 * mebibyte + 1)) },
  },
  {
    rule: "requestSize",
    accepted: async (stage) => isOk(await postFiles(stage, 10 * mebibyte, 10 * mebibyte)),
    refused: {
      "25 MiB and what is around it": async (stage) => is(40_005)(await postFiles(stage, 10 * mebibyte, 10 * mebibyte, 5 * mebibyte)),
    },
  },
  {
    rule: "channelRate",
    accepted: async (stage) => (await inTurn(5, () => post(stage, { content: "a" }))).every(isOk),
    refused: {
      async "a sixth message within five seconds"(stage) {
        const last = (await inTurn(6, () => post(stage, { content: "a" }))).at(-1)!;
        const { headers, status } = last;
        return status === 429 && headers.get("retry-after") === "5" && headers.get("x-ratelimit-remaining") === "0";
      },
    },
  },
  {
    rule: "globalRate",
    accepted: async ({ fake }) => (await inTurn(50, () => ask(fake, "GET", "/users/@me"))).every(isOk),
    refused: {
      async "a fifty-first request within a second"({ fake }) {
        const last = (await inTurn(51, () => ask(fake, "GET", "/users/@me"))).at(-1)!;
        return last.status === 429 && last.headers.get("x-ratelimit-global") === "true" && last.body.global === true;
      },
    },
  },
  {
    rule: "crossposts",
    accepted: async (stage) => (await publish(stage, 10)).every(isOk),
    refused: { "an eleventh within an hour": async (stage) => (await publish(stage, 11)).at(-1)?.status === 429 },
  },
  {
    rule: "ban",
    accepted: async (stage) => {
      await beInvalid(stage, 9_999);
      return isOk(await ask(stage.fake, "GET", "/users/@me"));
    },
    refused: {
      async "any request after ten thousand that were refused"(stage) {
        await beInvalid(stage, 10_000);
        const { status, headers } = await ask(stage.fake, "GET", "/users/@me");
        return status === 429 && !headers.has("retry-after") && !headers.has("x-ratelimit-limit");
      },
    },
  },
];

async function publish({ fake, clock }: Stage, count: number): Promise<readonly RawAnswer[]> {
  const news = fake.channel(fake.guild(), { type: 5 });
  return inTurn(count, async () => {
    clock.atMs += 6_000;
    const { body } = await ask(fake, "POST", `/channels/${news.id}/messages`, { content: "a" });
    return ask(fake, "POST", `/channels/${news.id}/messages/${body.id}/crosspost`);
  });
}

/** So many invalid requests: the last three raw ones (401, 403, 429), which must count, and one of 404, which must not. */
async function beInvalid(stage: Stage, count: number): Promise<void> {
  const { fake, clock } = stage;
  const closed = fake.channel(fake.guild());
  closed.permissions = 0n;
  times(count - 3, () => fake.rates.noteInvalid());
  await ask(fake, "GET", "/channels/1000000000000000009");
  await ask(fake, "GET", "/users/@me", undefined, { authorization: "Bot wrong" });
  await ask(fake, "GET", `/channels/${closed.id}`);
  await inTurn(6, () => post(stage, { content: "a" }));
  clock.atMs += 1_000;
}
