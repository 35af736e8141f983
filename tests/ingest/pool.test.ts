import { afterEach, describe, expect, test } from "vitest";
import { openPool, type Pool, usualPool } from "../../src/ingest/pool.ts";
import { SourceError } from "../../src/model/errors.ts";

const unruly = new URL("../kit/unruly-worker.ts", import.meta.url);
let pool: Pool | undefined;
const open = (limits: Partial<typeof usualPool> = {}): Pool => {
  pool = openPool(unruly, { ...usualPool, jobMs: 2_000, memoryMb: 32, ...limits });
  return pool;
};
afterEach(() => pool?.close());

const ask = (order: string): Promise<unknown> => (pool as Pool).jobs.feed(Buffer.from(order), {});

describe("a job that goes wrong fails alone", () => {
  test.each([
    ["hang", /took longer than 2 s/],
    ["eat", /took more than 32 MB/],
    ["throw", /failed/],
  ])("%s", async (order, words) => {
    open({ size: 1, jobMs: order === "eat" ? 20_000 : 2_000 });
    const [bad, good] = await Promise.allSettled([ask(order), ask("calm")]);
    expect(bad).toMatchObject({
      status: "rejected",
      reason: expect.objectContaining({ kind: "unreadable", message: expect.stringMatching(words) }),
    });
    expect(good).toMatchObject({ status: "fulfilled", value: { echo: "calm" } });
  });

  test("an error of a reader comes back as it was, with its cause", async () => {
    open();
    const error = await ask("fail").catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(SourceError);
    expect(error).toMatchObject({ kind: "not-a-feed", message: "It is none.", cause: expect.objectContaining({ message: "inner words" }) });
  });
});

test("many jobs run through few threads, in order of asking", async () => {
  open({ size: 2, jobsPerWorker: 3 });
  const answers = await Promise.all(Array.from({ length: 20 }, (_, index) => ask(`job ${index}`)));
  expect(answers).toMatchObject(Array.from({ length: 20 }, (_, index) => ({ echo: `job ${index}` })));
});

test("a worker that is not there fails its job", async () => {
  pool = openPool(new URL("../kit/no-such-worker.ts", import.meta.url), usualPool);
  await expect(ask("calm")).rejects.toMatchObject({ kind: "unreadable" });
});

test("closing ends what waits and what runs, and takes nothing more", async () => {
  const closing = open({ size: 1, jobMs: 20_000 });
  const jobs = [ask("hang"), ask("calm")];
  const settled = Promise.allSettled(jobs);
  await closing.close();
  expect((await settled).map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  await expect(ask("calm")).rejects.toThrow(/closing/);
});

test("the product's own worker reads a feed, a page and a text", async () => {
  pool = openPool();
  expect((await pool.jobs.feed(Buffer.from("<rss><channel><title>Quay</title></channel></rss>"), {})).document).toMatchObject({
    title: "Quay",
  });
  expect(await pool.jobs.plain(Buffer.from("# Title\n\nThe *words* of the text are here."), true)).toEqual({
    title: "Title",
    text: "The words of the text are here.",
    lang: "en",
  });
  await expect(pool.jobs.feed(Buffer.from("no"), {})).rejects.toMatchObject({ kind: "not-a-feed" });
});
