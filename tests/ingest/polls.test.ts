import { expect, test } from "vitest";
import type { SourceResult } from "../../src/ingest/deps.ts";
import { createPolls } from "../../src/ingest/polls.ts";

const running = (): AbortSignal => new AbortController().signal;
const brought = (...ids: string[]): SourceResult => ({
  report: { address: "a", outcome: "fresh", fresh: ids.length, changed: 0, skipped: 0, firstPoll: false, words: "" },
  articles: ids.map((id) => ({ id, change: "new" })),
});

test("what a poll brings after its round was over is part of the next answer", async () => {
  const polls = createPolls();
  const slow = Promise.withResolvers<SourceResult>();
  expect(await polls.join("a", () => slow.promise, AbortSignal.abort(), running())).toBeUndefined();
  slow.resolve(brought("one"));
  await new Promise(setImmediate);
  const next = await polls.join("a", async () => brought("two"), running(), running());
  expect(next?.articles.map(({ id }) => id)).toEqual(["one", "two"]);
  expect((await polls.join("a", async () => brought(), running(), running()))?.articles).toEqual([]);
});

test("a fault of a poll that outlived its round is thrown to the next one, once", async () => {
  const polls = createPolls();
  const slow = Promise.withResolvers<SourceResult>();
  await polls.join("a", () => slow.promise, AbortSignal.abort(), running());
  slow.reject(new Error("the store failed"));
  await expect(slow.promise).rejects.toThrow();
  await new Promise(setImmediate);
  await expect(polls.join("a", async () => brought(), running(), running())).rejects.toThrow("the store failed");
  expect(await polls.join("a", async () => brought("two"), running(), running())).toMatchObject({ articles: [{ id: "two" }] });
});

test("closing stops what is under way and waits for it", async () => {
  const polls = createPolls();
  let over = false;
  const begin = async (signal: AbortSignal): Promise<SourceResult> => {
    await new Promise((resolve) => signal.addEventListener("abort", resolve));
    await new Promise(setImmediate);
    over = true;
    throw signal.reason;
  };
  await polls.join("a", begin, AbortSignal.abort(), running());
  await polls.close();
  expect(over).toBe(true);
});
