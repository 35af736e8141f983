import { afterAll, beforeAll, expect, test } from "vitest";
import { connectModel, type ModelProvider } from "../../src/digest/summarizers/provider.ts";
import { type ModelFake, startModelFake } from "../kit/model-fake.ts";

let fake: ModelFake;
let provider: ModelProvider;
const signal = new AbortController().signal;

beforeAll(async () => {
  fake = await startModelFake();
  provider = await connectModel({ provider: "openai-compatible", model: "scripted", baseUrl: fake.baseUrl, timeoutSeconds: 10 }, "key");
});
afterAll(() => fake.close());

const ask = (): ReturnType<ModelProvider["ask"]> => provider.ask("system", "prompt", signal);

test("an answer in the form asked for comes back with its usage", async () => {
  fake.script({ kind: "bullets", bullets: [{ text: "The port opens.", evidence: ["a1.s1"] }] });
  await expect(ask()).resolves.toEqual({
    bullets: [{ text: "The port opens.", evidence: ["a1.s1"] }],
    usage: { inputTokens: 100, outputTokens: 20 },
  });
});

test("a 429 is told as a rate limit, at once and without a retry", async () => {
  fake.script({ kind: "status", status: 429, headers: { "retry-after": "3600" } });
  const before = fake.prompts.length;
  await expect(ask()).rejects.toThrow(/rate-limited \(429\)/);
  expect(fake.prompts.length - before).toBe(1);
});

test("cut JSON is told as an answer in the wrong form", async () => {
  fake.script({ kind: "text", text: () => '{"bullets":[{"text":"The po' });
  await expect(ask()).rejects.toThrow(/not in the form asked for/);
});

test("an echo of the prompt is told as an answer in the wrong form", async () => {
  fake.script({ kind: "text", text: (prompt) => prompt });
  await expect(ask()).rejects.toThrow(/not in the form asked for/);
});

test("a model that never answers is given up after its time", async () => {
  const slow = await connectModel({ provider: "openai-compatible", model: "scripted", baseUrl: fake.baseUrl, timeoutSeconds: 0.05 }, "key");
  fake.script({ kind: "hang" });
  await expect(slow.ask("system", "prompt", signal)).rejects.toThrow(/took too long/);
});

test("an answer of 10 MB is cut off", async () => {
  fake.script({ kind: "huge", bytes: 10 * 1024 * 1024 });
  await expect(ask()).rejects.toThrow(/no usable answer/);
});

test("a caller that stops is told so, not that the model failed", async () => {
  const stop = new AbortController();
  fake.script({ kind: "hang" });
  const asked = provider.ask("system", "prompt", stop.signal);
  stop.abort();
  await expect(asked).rejects.toHaveProperty("name", "AbortError");
});
