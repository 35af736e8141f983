import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { maxEntries } from "../../src/ingest/document.ts";
import { openPool, type Pool } from "../../src/ingest/pool.ts";
import { SourceError } from "../../src/model/errors.ts";
import { hostileCases } from "../kit/hostile.ts";

let pool: Pool;
beforeAll(() => {
  pool = openPool();
});
afterAll(() => pool.close());

test("there are a hundred of them", () => {
  expect(hostileCases.length).toBeGreaterThanOrEqual(100);
});

describe.each(hostileCases)("$kind: $name", ({ kind, bytes }) => {
  test("is read or refused in plain words, and the next document is read as ever", async () => {
    const context = { url: "https://news.example/feed.xml", headers: {} };
    const answer = await (kind === "feed" ? pool.jobs.feed(bytes(), context) : pool.jobs.page(bytes(), context)).catch(
      (error: unknown) => error,
    );
    if (answer instanceof Error) {
      expect(answer).toBeInstanceOf(SourceError);
      expect(answer.message).toMatch(/^[A-Z].*\.$/);
    } else if (typeof answer === "object" && answer !== null && "document" in answer) {
      const { entries } = (answer as Awaited<ReturnType<Pool["jobs"]["feed"]>>).document;
      expect(entries.length).toBeLessThanOrEqual(maxEntries);
    }
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
    const good = await pool.jobs.feed(Buffer.from("<rss><channel><item><title>Calm</title></item></channel></rss>"), {});
    expect(good.document.entries).toMatchObject([{ title: "Calm" }]);
  });
});
