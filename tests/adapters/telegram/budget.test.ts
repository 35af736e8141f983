import { expect, test } from "vitest";
import type { Api } from "../../../src/adapters/telegram/api.ts";
import { createBudget } from "../../../src/adapters/telegram/budget.ts";
import { receiptFrom } from "../../../src/adapters/telegram/errors.ts";
import { aClock } from "../../kit/clock.ts";

const start = new Date("2026-11-24T06:00:00Z");

function aScene() {
  const clock = aClock(start);
  const budget = createBudget(clock.now, clock.wait);
  const sent: { readonly who: string; readonly atMs: number }[] = [];
  let slowMs = 0;
  const apiOf = (who: string): Api => ({
    async call<T>() {
      sent.push({ who, atMs: clock.now().getTime() - start.getTime() });
      if (slowMs > 0) await clock.wait(slowMs, never);
      return {} as T;
    },
    upload: async () => {
      throw new Error("not here");
    },
    download: async () => new Uint8Array(),
  });
  const never = new AbortController().signal;
  const [answers, editions] = [budget.spend(apiOf("answer"), "answers"), budget.spend(apiOf("edition"), "editions")];
  const send = (api: Api, signal = never) => api.call("sendMessage", {}, signal);
  const slow = (ms: number): void => {
    slowMs = ms;
  };
  return { clock, sent, answers, editions, send, slow, run: (ms: number) => clock.runTo(new Date(start.getTime() + ms)) };
}

test("thirty messages go out at once, the next a second after the first was answered", async () => {
  const { sent, editions, send, run } = aScene();
  for (let place = 0; place < 31; place++) void send(editions);
  await run(5_000);
  expect([sent[29]?.atMs, sent[30]?.atMs]).toEqual([0, 1_002]);
});

test("a message that is long on its way keeps its place until a second after its answer", async () => {
  const { clock, sent, editions, send, run, slow } = aScene();
  slow(400);
  for (let place = 0; place < 30; place++) void send(editions);
  await run(10);
  slow(0);
  void send(editions);
  await run(5_000);
  expect(sent[30]?.atMs).toBeGreaterThanOrEqual(1_402);
  expect(sent[30]?.atMs).toBeLessThan(1_410);
  expect(clock.now().getTime()).toBe(start.getTime() + 5_000);
});

test("an answer to a person goes before the editions that wait", async () => {
  const { sent, answers, editions, send, run } = aScene();
  for (let place = 0; place < 33; place++) void send(editions);
  await run(100);
  void send(answers);
  await run(5_000);
  expect(sent.slice(30).map(({ who }) => who)[0]).toBe("answer");
  expect(sent).toHaveLength(34);
});

test("what Telegram does not count never waits", async () => {
  const { sent, answers, editions, send, run } = aScene();
  for (let place = 0; place < 30; place++) void send(editions);
  await run(10);
  await answers.call("answerCallbackQuery", {}, new AbortController().signal);
  expect(sent.at(-1)).toEqual({ who: "answer", atMs: 10 });
});

test("one that is given up before its turn was not sent, and is tried later", async () => {
  const { sent, editions, send, run } = aScene();
  for (let place = 0; place < 30; place++) void send(editions);
  const stopping = new AbortController();
  const given = send(editions, stopping.signal).catch(receiptFrom);
  await run(10);
  stopping.abort();
  expect(await given).toMatchObject({ status: "later" });
  expect(sent).toHaveLength(30);
});
