import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Article } from "../../src/model/article.ts";
import type { Stores } from "../../src/model/stores.ts";
import { extractQuotes } from "../../src/quotes/extract.ts";
import { parseQuestion } from "../../src/quotes/query.ts";
import { migrate } from "../../src/store/migrate.ts";
import { openStores } from "../../src/store/open.ts";
import { openConnection } from "../../src/store/sqlite/connection.ts";
import { migrations } from "../../src/store/sqlite/migrations/list.ts";
import { createQuoteStore } from "../../src/store/sqlite/quotes.ts";
import { anArticle } from "../build.ts";

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
    expect(near.topicsOf).toBe("Peder Quill");
    expect(near.topics?.map(({ word }) => word)).toContain("negotiations");
    expect((await ask("speaker:quilk ferry")).near.speakers.map(({ name }) => name)).toContain("Peder Quill");
  });

  test("accepts the code that a card prints", async () => {
    const [hit] = (await ask("solvang pilots")).hits;
    const code = hit!.quote.id.slice(1, 8).toUpperCase();
    expect(await textsOf(`check:${code}`)).toEqual([hit!.quote.text]);
    expect(await textsOf(code)).toEqual([hit!.quote.text]);
  });

  test.each(["0", '"', "*", "NEAR(", "a OR", "speaker:", "^x", "пи", "—", "a'b\"c"])("survives %s", async (question) => {
    await expect(ask(question)).resolves.toHaveProperty("hits");
  });

  test("asks for a word of seven letters that is no code", async () => {
    expect(await textsOf("captain")).toHaveLength(1);
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

describe("filters stand in the index", () => {
  const many = 260; // more than the newest matches that are ranked

  test("an old quote is found by its date, language and outlet behind hundreds of newer ones", async () => {
    await add("old", "Varn Courier", "“The harbour stays open all night,” said Ingrid Solvang.", "2024-02-01");
    await add("uk1", "Береговий вісник", "«Порт: harbour працює всю ніч», — сказала Марта Гаєвська.", "2024-02-02", "uk");
    for (let each = 0; each < many; each++)
      await add(`n${each}`, "Hollen Post", `“The harbour is busy on day number ${each} of the year,” said Peder Quill.`, "2026-10-01");
    expect(await textsOf("harbour since:2024 until:2024-02-01")).toEqual(["The harbour stays open all night,"]);
    expect(await textsOf("harbour outlet:courier")).toEqual(["The harbour stays open all night,"]);
    expect(await textsOf("harbour lang:uk")).toHaveLength(1);
    expect(await textsOf("harbour speaker:solvang")).toHaveLength(1);
    expect(await textsOf('"harbour stays open"')).toHaveLength(1);
  });

  test("newest means said last, not read last", async () => {
    await add("a1", "Varn Courier", "“The harbour is open tonight,” said Ingrid Solvang.", "2026-11-20");
    await add("a2", "Varn Courier", "“The harbour was open in spring,” said Ingrid Solvang.", "2026-04-20");
    expect(await textsOf("speaker:solvang")).toEqual(["The harbour is open tonight,", "The harbour was open in spring,"]);
  });
});

describe("one person across articles", () => {
  test("spellings, scripts and middle names come together, with the roles and their dates", async () => {
    await add("a1", "Varn Courier", "“The harbour is open tonight,” said Michael Carpenter, deputy envoy.", "2025-01-10");
    await add("a2", "Береговий вісник", "«Порт відкритий», — сказав Майкл Карпентер, посол.", "2026-03-10", "uk");
    const found = await stores.quotes.speakersNamed("Карпентер");
    expect(found).toHaveLength(1);
    const profile = await stores.quotes.speaker(found[0]!.id);
    expect(profile).toMatchObject({ name: "Michael Carpenter", quotes: 2, aliases: ["Майкл Карпентер"] });
    expect(profile?.roles.map(({ role }) => role)).toEqual(["посол", "deputy envoy"]);
    expect(profile?.roles[1]?.from.toISOString().slice(0, 10)).toBe("2025-01-10");
    expect(profile?.months?.filter(({ quotes }) => quotes > 0)).toHaveLength(1);
  });

  test("who shares a surname stays apart, in either script", async () => {
    await add("a1", "Varn Courier", "“It is a long road,” said Bill Clinton. “It is a short road,” said Hillary Clinton.");
    await add("a2", "Береговий вісник", "«Це довга дорога», — сказав Білл Клінтон.", "2026-11-20", "uk");
    const found = await stores.quotes.speakersNamed("Clinton");
    expect(found.map(({ name, quotes }) => [name, quotes])).toEqual([
      ["Bill Clinton", 2],
      ["Hillary Clinton", 1],
    ]);
  });

  test("two whose family name stands first are a choice", async () => {
    await add("a1", "Varn Courier", "“It is a long road,” said Kim Jong Un. “It is a short road,” said Kim Yo Jong.");
    expect((await ask("speaker:kim")).ambiguous.map(({ name }) => name).toSorted()).toEqual(["Kim Jong Un", "Kim Yo Jong"]);
  });

  test("a spelling that fits two people is given to neither", async () => {
    await add("a1", "Varn Courier", "“It is a long road,” said Ann Gill. “It is a short road,” said Ann Hill.");
    await add("a2", "Береговий вісник", "«Це довга дорога», — сказала Енн Гілл.", "2026-11-20", "uk");
    expect((await stores.quotes.speakersNamed("Ann Gill"))[0]?.quotes).toBe(1);
  });
});

describe("wordings of several outlets", () => {
  const first = "“We will write down every hour of the negotiations, and we will publish them,” said Peder Quill.";

  test("the fullest is shown with those that carried less, the earliest first", async () => {
    await add("a1", "Hollen Post", "“We will write down every hour of the negotiations,” said Peder Quill.", "2026-11-20");
    await add("a2", "Varn Courier", first, "2026-11-21");
    const { hits, total } = await ask("quill negotiations");
    expect(total).toBe(1);
    expect(hits[0]!.article.outlet).toBe("Varn Courier");
    expect(hits[0]!.alsoIn).toMatchObject([{ outlet: "Hollen Post", extent: "shorter", isEarlier: true }]);
  });

  test("pieces that another outlet ran together are one entry", async () => {
    await add(
      "a1",
      "Hollen Post",
      "“We will write down every hour of the talks,” said Peder Quill. “We will publish all of them in spring.”",
    );
    await add(
      "a2",
      "Varn Courier",
      "“We will write down every hour of the talks. We will publish all of them in spring,” said Peder Quill.",
    );
    expect((await ask("speaker:quill")).total).toBe(1);
  });

  test("two utterances of one speaker stay two", async () => {
    await add("a1", "Hollen Post", "“We will open four routes that we should never have closed,” said Peder Quill.");
    await add("a2", "Varn Courier", "“We will close eleven routes and not a single base,” said Peder Quill.");
    expect((await ask("speaker:quill routes")).total).toBe(2);
  });

  test("the same words under two names are two entries", async () => {
    await add("a1", "Hollen Post", "“Nobody on this coast wants a strike in January,” said Peder Quill.");
    await add("a2", "Varn Courier", "“Nobody on this coast wants a strike in January,” said Ingrid Solvang.");
    expect((await ask("strike january")).total).toBe(2);
  });
});

test("a speaker whose articles are let go is no longer counted or offered", async () => {
  await add("a1", "Varn Courier", "“The harbour is open tonight,” said Ingrid Solvang.");
  const later = new Date(now.getTime() + 400 * 86_400_000);
  while (await stores.sweep(later, later));
  expect(await stores.quotes.speakers("solv", 5)).toEqual([]);
  expect(await textsOf("solvang")).toEqual([]);
});

describe("versions", () => {
  const correct = async () => {
    const first = await add("a1", "Varn Courier", "“We will count the hours,” said Peder Quill. “The talks go on,” said Ingrid Solvang.");
    const [before] = (await ask("quill hours")).hits;
    const { article } = await stores.articles.put(
      { ...first, text: "“We will count every single hour,” said Peder Quill. “The talks go on,” said Ingrid Solvang.", hash: "new" },
      ["url:a1"],
    );
    await stores.quotes.add(article, extractQuotes(article));
    return before!;
  };

  test("a quote says which version it stands in", async () => {
    await correct();
    expect((await ask("quill hour")).hits[0]!.quote.version).toBe(2);
  });

  test("a code of words that were corrected away still answers, and says so", async () => {
    const before = await correct();
    const [hit] = (await ask(`check:${before.quote.id.slice(1, 8)}`)).hits;
    expect(hit).toMatchObject({ quote: { text: "We will count the hours,", version: 1 }, outdated: { newestVersion: 2 } });
  });
});

describe("what became known since", () => {
  const at = (minute: number) => new Date(now.getTime() + minute * 60_000);
  const read = async (id: string, outlet: string, text: string, minute: number) => {
    const article = await add(`x${id}`, outlet, "Nothing said.");
    const changed = { ...article, id, text, hash: text };
    await stores.quotes.add(changed, extractQuotes(changed), at(minute));
    return changed;
  };
  const fresh = async (from: number, to: number) => {
    const [quill] = await stores.quotes.speakersNamed("Quill");
    return (await stores.quotes.freshOf([quill!.id], at(from), at(to), 10)).map(({ quote }) => quote.text);
  };

  test("an utterance is new once, whoever carries it later", async () => {
    await read("a1", "Varn Courier", "“We will count the hours until January,” said Peder Quill.", 1);
    expect(await fresh(0, 2)).toHaveLength(1);
    await read("a2", "Hollen Post", "“We will count the hours until January,” Peder Quill said.", 3);
    expect(await fresh(2, 4)).toHaveLength(0);
  });

  test("a correction repeats nothing", async () => {
    const article = await read("a1", "Varn Courier", "“We will count the hours until January,” said Peder Quill.", 1);
    const corrected = { ...article, version: 2, text: "“We will count the hours until late January,” said Peder Quill.", hash: "new" };
    await stores.quotes.add(corrected, extractQuotes(corrected), at(5));
    expect(await fresh(2, 6)).toHaveLength(0);
  });
});

describe("a question that was mistyped", () => {
  beforeEach(async () => {
    await add(
      "a1",
      "Varn Courier",
      "“No captain will be asked to sail while the pilots stay ashore,” said Ingrid Solvang, harbour master.",
    );
  });

  test("says how it was read", async () => {
    expect((await ask("solvang captian")).readAs).toBe("solvang captain");
    expect((await ask("solvang captain")).readAs).toBeUndefined();
  });

  test("with one word too many answers with the rest, and says so", async () => {
    expect(await ask("solvang pilots ashore lottery")).toMatchObject({ isPartial: true, total: 1 });
  });
});

test("quotes kept by an earlier schema are found after the step to this one", async () => {
  const connection = openConnection(":memory:");
  migrate(connection, migrations.slice(0, 4));
  const article = {
    ...anArticle({ id: "a1", outlet: "Varn Courier", lang: "en" }),
    text: "“The lights are back,” said Ingrid Solvang, harbour master.",
  };
  const [quote] = extractQuotes(article);
  const { start, end } = quote!;
  const body = { quote, context: { text: article.text, start, end }, title: "", fetchedAt: now.getTime() };
  connection.run("INSERT INTO speakers (id, name, name_key, surname, kind, quotes) VALUES (7, 'Ingrid Solvang', 'x', 'y', 'person', 1)");
  connection.run(
    "INSERT INTO quotes (id, article_id, version, current, speaker_id, outlet, lang, said_at, body) VALUES (?, 'a1', 1, 1, 7, 'Varn Courier', 'en', ?, ?)",
    [quote!.id, now, JSON.stringify(body)],
  );
  migrate(connection, migrations);
  const store = createQuoteStore(connection);
  const { hits } = await store.search(parseQuestion("solvang lights", now), { offset: 0, limit: 5 }, now);
  expect(hits[0]).toMatchObject({
    speakerId: "7",
    quote: { text: "The lights are back,", speaker: { name: "Ingrid Solvang" } },
    context: { text: article.text },
  });
  connection.close();
});
