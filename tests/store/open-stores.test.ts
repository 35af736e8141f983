import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { migrate } from "../../src/store/migrate.ts";
import { openStores } from "../../src/store/open.ts";
import { openConnection } from "../../src/store/sqlite/connection.ts";
import { migrations } from "../../src/store/sqlite/migrations/list.ts";
import { aChannel, anArticle } from "../build.ts";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "quoth-open-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("the first start makes the folder and the file, the next finds what was kept", async () => {
  const file = join(folder, "data", "quoth.db");
  const first = await openStores(file);
  await first.subscriptions.putChannel(aChannel());
  await first.close();
  const second = await openStores(file);
  expect(await second.subscriptions.findChannel("fake:1")).toEqual(aChannel());
  await second.close();
});

test("a reader works beside the running process, and a copy can be made through it", async () => {
  const file = join(folder, "quoth.db");
  const running = await openStores(file);
  await running.subscriptions.putChannel(aChannel());
  const reader = await openStores(file, { readOnly: true });
  expect(await reader.subscriptions.findChannel("fake:1")).toEqual(aChannel());
  await reader.backup(join(folder, "copy.db"), new AbortController().signal);
  await reader.close();
  await running.close();
  const copy = await openStores(join(folder, "copy.db"));
  expect(await copy.subscriptions.findChannel("fake:1")).toEqual(aChannel());
  await copy.close();
});

test.each(migrations.slice(0, -1).map(({ number }) => number))(
  "what a database of schema %i holds is there after the upgrade",
  async (number) => {
    const file = join(folder, "quoth.db");
    const old = openConnection(file);
    migrate(old, migrations.slice(0, number));
    const { id, platform, address, name, lang } = aChannel();
    old.run("INSERT INTO channels (id, platform, address, name, lang) VALUES (?, ?, ?, ?, ?)", [id, platform, address, name, lang]);
    const article = anArticle();
    const hasArticles = number >= 2;
    if (hasArticles) {
      old.run("INSERT INTO articles (id, version, source, first_seen) VALUES (?, 1, ?, ?)", [
        article.id,
        article.source,
        article.fetchedAt,
      ]);
      old.run("INSERT INTO article_versions VALUES (?, 1, ?, ?)", [article.id, article.hash, JSON.stringify(article)]);
    }
    old.close();
    const stores = await openStores(file);
    expect(await stores.subscriptions.findChannel(id)).toEqual(aChannel());
    const found = await stores.articles.since([article.source!], new Date(0), article.fetchedAt, 10);
    expect(found).toEqual(hasArticles ? [article] : []);
    await stores.close();
  },
);

test("a reader does not touch the schema of an older version: it says what to do", async () => {
  const file = join(folder, "quoth.db");
  openConnection(file).close();
  await expect(openStores(file, { readOnly: true })).rejects.toThrow(/start Quoth once/);
});

test("a data folder that cannot be made is told as such", async () => {
  writeFileSync(join(folder, "data"), "a file stands where the folder should");
  await expect(openStores(join(folder, "data", "sub", "quoth.db"))).rejects.toThrow(/QUOTH_DATA/);
});

test("a refused file is closed again, so the next try is refused for its own reason", async () => {
  const file = join(folder, "quoth.db");
  const other = openConnection(file);
  other.script("CREATE TABLE bookmarks (url TEXT)");
  other.close();
  await expect(openStores(file)).rejects.toThrow(/another program/);
  await expect(openStores(file)).rejects.toThrow(/another program/);
});
