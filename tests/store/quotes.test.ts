import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Article } from "../../src/model/article.ts";
import type { Stores } from "../../src/model/stores.ts";
import { extractQuotes } from "../../src/quotes/extract.ts";
import { parseQuestion } from "../../src/quotes/query.ts";
import { openStores } from "../../src/store/open.ts";

const now = new Date("2026-11-24T12:00:00Z");
let stores: Stores;

beforeEach(async () => {
  stores = await openStores(":memory:");
});
afterEach(() => stores.close());

async function add(id: string, outlet: string, text: string, day = "2026-11-24", lang = "en"): Promise<Article> {
  const article: Article = {
    id,
    version: 1,
    hash: text,
    title: outlet,
    text,
    lang,
    outlet,
    publishedAt: new Date(day),
    fetchedAt: now,
    source: "s",
    url: `https://news.example/${id}`,
  };
  const put = await stores.articles.put(article, [`url:${id}`]);
  await stores.quotes.add(put.article, extractQuotes(put.article));
  return put.article;
}

const ask = (question: string) => stores.quotes.search(parseQuestion(question, now), { offset: 0, limit: 5 }, now);
const textsOf = async (question: string): Promise<readonly string[]> => (await ask(question)).hits.map(({ quote }) => quote.text);

describe("a lookup", () => {
  beforeEach(async () => {
    await add(
      "a1",
      "Varn Courier",
      "“No captain will be asked to sail while the pilots stay ashore,” said Ingrid Solvang, harbour master of Varnmouth.",
    );
    await add(
      "a2",
      "Radio Selholm",
      "“We will write down every hour of the negotiations,” said Peder Quill, chair of the union.",
      "2026-03-01",
    );
    await add("a3", "Береговий вісник", "«Порт запрацює в понеділок», — сказала Марта Гаєвська, голова портової ради.", "2026-11-20", "uk");
  });

  test("finds by speaker and word together", async () => {
    expect(await textsOf("solvang pilots")).toEqual(["No captain will be asked to sail while the pilots stay ashore,"]);
  });

  test("finds another form of the word", async () => {
    expect(await textsOf("quill negotiation")).toHaveLength(1);
  });

  test("finds an exact phrase and nothing else", async () => {
    expect(await textsOf('"every hour"')).toHaveLength(1);
    expect(await textsOf('"hour every"')).toHaveLength(0);
  });

  test("finds a misspelt name and word", async () => {
    expect(await textsOf("solvnag captian")).toHaveLength(1);
  });

  test("finds a name written in another script", async () => {
    expect(await textsOf("speaker:Haievska")).toHaveLength(1);
    expect(await textsOf("speaker:Солванг")).toHaveLength(1);
  });

  test("keeps to the dates asked for", async () => {
    expect(await textsOf("speaker:quill since:2026-11")).toHaveLength(0);
    expect(await textsOf("speaker:quill until:2026-03")).toHaveLength(1);
  });

  test("keeps to the outlet asked for", async () => {
    expect(await textsOf("outlet:selholm hour")).toHaveLength(1);
    expect(await textsOf("outlet:courier hour")).toHaveLength(0);
  });

  test("names what is near when nothing is found", async () => {
    const { near } = await ask("quill ferry");
    expect(near.speakers.map(({ name }) => name)).toContain("Peder Quill");
  });

  test("accepts the code that a card prints", async () => {
    const [hit] = (await ask("solvang pilots")).hits;
    const code = hit!.quote.id.slice(1, 8).toUpperCase();
    expect(await textsOf(`check:${code}`)).toEqual([hit!.quote.text]);
  });

  test.each(["0", '"', "*", "NEAR(", "a OR", "speaker:", "^x", "пи", "—", "a'b\"c"])("survives %s", async (question) => {
    await expect(ask(question)).resolves.toHaveProperty("hits");
  });

  test("completes names from their first letters", async () => {
    expect((await stores.quotes.speakers("solv", 5)).map(({ name }) => name)).toEqual(["Ingrid Solvang"]);
  });

  test("knows a speaker's roles with their dates", async () => {
    const [{ id } = { id: "" }] = await stores.quotes.speakers("quill", 1);
    expect(await stores.quotes.speaker(id)).toMatchObject({ name: "Peder Quill", quotes: 1, roles: [{ role: "chair of the union" }] });
  });
});

describe("one utterance in several outlets", () => {
  test("is one entry with its carriers", async () => {
    await add("a1", "Varn Courier", "“We will count the hours until January,” said Peder Quill.");
    await add("a2", "Hollen Post", "“We will count the hours until January,” Peder Quill said.");
    const { hits } = await ask("quill hours");
    expect(hits).toHaveLength(1);
    expect(hits[0]!.alsoIn.map(({ outlet, differs }) => [outlet, differs])).toHaveLength(1);
    expect(hits[0]!.alsoIn[0]!.differs).toBeUndefined();
  });

  test("shows a wording that lost its not", async () => {
    await add("a1", "Varn Courier", "“We will not count the hours until January,” said Peder Quill.");
    await add("a2", "Hollen Post", "“We will count the hours until January,” Peder Quill said.");
    const { hits } = await ask("quill hours");
    expect(hits[0]!.alsoIn[0]!.differs).toBeDefined();
  });
});

test("a corrected article keeps its old quotes as history and answers with the new", async () => {
  const first = await add("a1", "Varn Courier", "“We will count the hours,” said Peder Quill.");
  const changed = { ...first, text: "“We will count every single hour,” said Peder Quill.", hash: "new" };
  const { article } = await stores.articles.put(changed, ["url:a1"]);
  await stores.quotes.add(article, extractQuotes(article));
  expect(await textsOf("quill")).toEqual(["We will count every single hour,"]);
  expect((await stores.quotes.ofArticle("a1", 1)).map(({ text }) => text)).toEqual(["We will count the hours,"]);
});

test("people who share a surname are a choice", async () => {
  await add("a1", "Varn Courier", "“We will count the hours,” said Peder Quill.\n\n“The ferry stays,” said Marta Quill.");
  const { ambiguous } = await ask("speaker:quill");
  expect(ambiguous.map(({ name }) => name).toSorted()).toEqual(["Marta Quill", "Peder Quill"]);
});
