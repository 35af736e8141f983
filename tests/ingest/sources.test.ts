import { mkdir, mkdtemp, rm, symlink, utimes, writeFile } from "node:fs/promises";
import type { ServerResponse } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { findFeeds } from "../../src/ingest/find.ts";
import { ingestSources } from "../../src/ingest/ingest.ts";
import { type ReadInput, readArticle } from "../../src/ingest/read.ts";
import { aPdf } from "../kit/pdf.ts";
import { openPublisher, type Publisher } from "../kit/publisher.ts";
import { aClock, aRound, type Clock, day, type Round } from "./round.ts";

let clock: Clock;
let publisher: Publisher;
let round: Round;
let folder: string;

beforeEach(async () => {
  clock = aClock();
  publisher = await openPublisher(clock.now);
  round = await aRound(clock);
  folder = await mkdtemp(join(tmpdir(), "quoth-"));
});

afterEach(async () => {
  await round.close();
  await publisher.close();
  await rm(folder, { recursive: true });
});

const signal = (): AbortSignal => AbortSignal.timeout(10_000);
const paragraphs = [
  "The old lighthouse at the river mouth will be lit again in spring, the harbour board said on Monday.",
  "Its lamp was taken down forty years ago, when ships began to find their way by satellite.",
  "“We missed the light more than we thought,” said the keeper of the museum, which paid for the repair.",
  "The board has ordered glass from two workshops and expects the work to last until the end of March.",
];
const html = `<html lang="en"><body><article><h1>Lighthouse</h1>${paragraphs.map((text) => `<p>${text}</p>`).join("")}</article></body></html>`;

describe("files and folders", () => {
  test("a feed's entries take the pages beside it, and a folder reads each once", async () => {
    await mkdir(join(folder, "pages"));
    await writeFile(join(folder, "pages/light.html"), html);
    await writeFile(
      join(folder, "feed.xml"),
      "<rss><channel><title>River Post</title><item><title>Lighthouse</title><link>pages/light.html</link><description>Short.</description></item></channel></rss>",
    );
    await writeFile(
      join(folder, "note.md"),
      "# Market\n\nThe **fish market** moves to the new quay in June, and the old hall is to be a school.\n",
    );
    const report = await round.poll([{ kind: "folder", address: "." }], folder);
    expect(report.articles.map(({ title, outlet }) => [title, outlet]).sort()).toEqual([
      ["Lighthouse", "River Post"],
      ["Market", ""],
    ]);
    expect(report.articles.find(({ title }) => title === "Lighthouse")?.text).toContain("forty years ago");
    expect((await round.poll([{ kind: "folder", address: "." }], folder)).sources[0]).toMatchObject({ outcome: "unchanged" });
  });

  test("an article without a date has that of its reading where the source says so, and none elsewhere", async () => {
    await writeFile(join(folder, "note.txt"), "Market moves\n\nThe fish market moves to the new quay in June.");
    const [plain] = (await round.poll([{ kind: "file", address: "note.txt" }], folder)).articles;
    await writeFile(join(folder, "other.txt"), "School opens\n\nThe old hall opens as a school in June.");
    const [dated] = (await round.poll([{ kind: "file", address: "other.txt", undated: "when-read" }], folder)).articles;
    expect(plain).not.toHaveProperty("publishedAt");
    expect(dated?.publishedAt).toEqual(dated?.fetchedAt);
  });

  test("a changed file is a new version of its article", async () => {
    const path = join(folder, "note.txt");
    await writeFile(path, "Market moves\n\nThe fish market moves to the new quay in June.");
    const [first] = (await round.poll([{ kind: "file", address: "note.txt", name: "Town Board" }], folder)).articles;
    await writeFile(path, "Market moves\n\nThe fish market moves to the new quay in July.");
    await utimes(path, new Date(), new Date(Date.now() + 10_000));
    const [second] = (await round.poll([{ kind: "file", address: "note.txt", name: "Town Board" }], folder)).articles;
    expect(first).toMatchObject({ title: "Market moves", version: 1, outlet: "Town Board" });
    expect(second).toMatchObject({ id: first?.id, version: 2, text: expect.stringContaining("July") });
  });

  test.each([
    ["a path that climbs out", "../"],
    ["an absolute path", "/etc/hostname"],
  ])("%s is refused", async (_name, address) => {
    const report = await round.poll([{ kind: "file", address }], folder);
    expect(report.sources[0]).toMatchObject({ outcome: "failed", words: expect.stringContaining("outside") });
  });

  test("a link that leads out is refused, for a file and for a page that a feed names", async () => {
    await symlink("/etc/hostname", join(folder, "out.txt"));
    await writeFile(
      join(folder, "feed.xml"),
      "<rss><channel><item><title>One</title><link>out.txt</link><description>Short.</description></item></channel></rss>",
    );
    expect((await round.poll([{ kind: "file", address: "out.txt" }], folder)).sources[0]).toMatchObject({ outcome: "failed" });
    expect((await round.poll([{ kind: "file", address: "feed.xml" }], folder)).articles).toMatchObject([{ text: "Short." }]);
  });

  test("a file that cannot be read loses only itself in its folder", async () => {
    await writeFile(join(folder, "a-package.json"), '{"name": "no feed"}');
    await writeFile(join(folder, "market.txt"), "Market\n\nThe fish market moves to the new quay.");
    const report = await round.poll([{ kind: "folder", address: "." }], folder);
    expect(report.articles).toMatchObject([{ title: "Market" }]);
    expect(report.sources[0]).toMatchObject({ outcome: "fresh", words: expect.stringContaining("a-package.json") });
  });

  test("a missing file loses only itself", async () => {
    await writeFile(join(folder, "note.txt"), "Market\n\nThe fish market moves to the new quay.");
    const report = await round.poll(
      [
        { kind: "file", address: "gone.txt" },
        { kind: "file", address: "note.txt" },
      ],
      folder,
    );
    expect(report.sources.map(({ outcome, words }) => [outcome, words])).toEqual([
      ["failed", "gone.txt is not there."],
      ["fresh", ""],
    ]);
  });
});

describe("sites, pages and feeds together", () => {
  test("a site's feed is found once and polled from then on", async () => {
    publisher.set("/", {
      body: '<html><head><link rel="alternate" type="application/rss+xml" href="/news.xml" title="News"></head></html>',
      headers: { "content-type": "text/html" },
    });
    publisher.feed("/news.xml", "River Post", [{ guid: "1", link: "/1", title: "Lighthouse", summary: paragraphs.join(" ").repeat(4) }]);
    const site = { kind: "site" as const, address: `${publisher.url}/` };
    expect((await round.poll([site])).articles).toMatchObject([{ title: "Lighthouse", outlet: "River Post", source: site.address }]);
    clock.pass(day);
    await round.poll([site]);
    expect(publisher.requests.filter(({ path }) => path === "/")).toHaveLength(1);
  });

  test("a page is one article, and its change a new version", async () => {
    publisher.page("/light", "Lighthouse", paragraphs);
    const page = { kind: "page" as const, address: `${publisher.url}/light` };
    const [first] = (await round.poll([page])).articles;
    clock.pass(day);
    publisher.page("/light", "Lighthouse", [
      ...paragraphs,
      "On Tuesday the board named the keeper: she is the youngest in the history of the port.",
    ]);
    const [second] = (await round.poll([page])).articles;
    expect(second).toMatchObject({ id: first?.id, version: 2 });
  });

  test("a summary takes its full text from the page, and stands alone when the page cannot be had", async () => {
    publisher.feed("/feed.xml", "River Post", [
      { guid: "1", link: "/light", title: "Lighthouse", summary: "Short words." },
      { guid: "2", link: "/missing", title: "Bridge", summary: "Other words." },
    ]);
    publisher.page("/light", "Lighthouse", paragraphs);
    const { articles } = await round.poll([{ kind: "feed", address: `${publisher.url}/feed.xml` }]);
    const texts = Object.fromEntries(articles.map(({ title, text }) => [title, text]));
    expect(texts.Lighthouse).toContain("forty years ago");
    expect(texts.Bridge).toBe("Other words.");
  });

  const walls = {
    "a wall that asks for consent":
      "We and our partners store cookies on your device to offer personalised advertising. You can accept all or reject all.",
    "a wall that asks for money":
      "You have reached your limit of free stories for this month. Subscribe now for one euro a week and read everything.",
    "a page that says not found under a good status":
      "We are sorry, what you are looking for has been moved or deleted. Please try our search.",
  };
  test.each(Object.entries(walls))("%s does not become the article", async (_name, words) => {
    publisher.feed("/feed.xml", "River Post", [
      { guid: "1", link: "/light", title: "Lighthouse keeper named in Selholm", summary: "Short words." },
    ]);
    publisher.page("/light", "Before you go on", [`${words} ${words}`, words]);
    const { articles } = await round.poll([{ kind: "feed", address: `${publisher.url}/feed.xml` }]);
    expect(articles).toMatchObject([{ text: "Short words.", url: `${publisher.url}/light` }]);
  });

  test("where words are written without spaces, a page is never taken for a wall", async () => {
    const title = "灯塔看守人今天上任，港口委员会通过预算，渡轮恢复夜航";
    publisher.feed("/feed.xml", "River Post", [{ guid: "1", link: "/light", title, summary: "短讯。" }]);
    publisher.page("/light", "河口灯塔重新点亮", [
      "港口管理委员会星期一宣布，关闭四十年的灯塔将在春季重新点亮，新任看守人已经到任。".repeat(6),
    ]);
    const { articles } = await round.poll([{ kind: "feed", address: `${publisher.url}/feed.xml` }]);
    expect(articles[0]?.text).toContain("四十年");
  });

  test("a link that leads to the front page leaves the feed's own words", async () => {
    publisher.feed("/feed.xml", "River Post", [{ guid: "1", link: "/light", title: "Lighthouse keeper named", summary: "Short words." }]);
    publisher.set("/light", { status: 301, headers: { location: "/" } });
    publisher.page("/", "Lighthouse keeper named, and other news", paragraphs);
    const { articles } = await round.poll([{ kind: "feed", address: `${publisher.url}/feed.xml` }]);
    expect(articles).toMatchObject([{ text: "Short words.", url: `${publisher.url}/light` }]);
  });

  test("a link that leads to another host is known by where it leads", async () => {
    const other = await openPublisher(clock.now);
    other.page("/light", "Lighthouse", paragraphs);
    publisher.set("/go/1", { status: 302, headers: { location: `${other.url}/light` } });
    publisher.feed("/links.xml", "Links", [{ guid: "1", link: "/go/1", title: "Lighthouse", summary: "Short words." }]);
    const { articles } = await round.poll([{ kind: "feed", address: `${publisher.url}/links.xml` }]);
    expect(articles).toMatchObject([{ url: `${other.url}/light` }]);
    other.feed("/feed.xml", "River Post", [{ guid: "9", link: "/light", title: "Lighthouse", summary: "Short words." }]);
    expect((await round.poll([{ kind: "feed", address: `${other.url}/feed.xml` }])).articles).toEqual([]);
    await other.close();
  });

  test("a feed's own words under somebody else's link are neither that outlet's nor that page's", async () => {
    const other = await openPublisher(clock.now);
    const foreign = `http://localhost:${other.port}/light`;
    publisher.feed("/links.xml", "Rumours", [{ guid: "1", link: foreign, title: "Lighthouse burns", summary: "It burned. ".repeat(200) }]);
    const { articles } = await round.poll([{ kind: "feed", address: `${publisher.url}/links.xml` }]);
    expect(articles).toMatchObject([{ outlet: "Rumours", url: foreign }]);
    expect(await round.articles.findByAlias(`url:https://localhost:${other.port}/light`)).toBeUndefined();
    await other.close();
  });

  test("a slow source holds up no round, and what it brings belongs to the next one", async () => {
    const quick = { guid: "1", link: "/light", title: "Lighthouse", summary: "It burned. ".repeat(200) };
    publisher.feed("/quick.xml", "River Post", [quick]);
    const answered = Promise.withResolvers<ServerResponse>();
    publisher.set("/slow.xml", { answer: (_request, response) => answered.resolve(response) });
    const sources = [
      { kind: "feed" as const, address: `${publisher.url}/quick.xml` },
      { kind: "feed" as const, address: `${publisher.url}/slow.xml` },
    ];
    const first = await ingestSources(sources, { folder }, { ...round.deps(), roundMs: 100 }, signal());
    expect(first.sources).toMatchObject([{ fresh: 1 }, { outcome: "not-due", words: "It is slow: Quoth is still reading it." }]);
    (await answered.promise).end("<rss><channel><item><guid>2</guid><title>Bridge</title></item></channel></rss>");
    expect((await round.poll(sources)).articles).toMatchObject([{ title: "Bridge" }]);
  });

  test("sources that are not due leave their share of a round's pages to the others", async () => {
    const pages = (name: string) =>
      [0, 1, 2, 3].map((index) => ({ guid: `${name}${index}`, link: `/${name}-${index}`, title: `${name} ${index}`, summary: "Short." }));
    const sources = ["quay", "dock", "pier", "lock"].map((name) => {
      publisher.feed(`/${name}.xml`, name, pages(name));
      return { kind: "feed" as const, address: `${publisher.url}/${name}.xml` };
    });
    const four = { ...round.deps(), pagesPerRound: 4 };
    const fetched = () => publisher.requests.filter(({ path }) => /-\d$/.test(path)).length;
    await ingestSources(sources.slice(1), { folder }, four, signal());
    const before = fetched();
    await ingestSources(sources, { folder }, four, signal());
    expect(fetched() - before).toBe(4);
  });

  test("where a round may fetch few pages, the newest entries get them", async () => {
    const few = { ...round.deps(), pagesPerRound: 2 };
    const entries = [1, 2, 3, 4, 5].map((number) => ({
      guid: String(number),
      link: `/p${number}`,
      title: `Part ${number}`,
      summary: "Short words.",
      at: new Date(clock.now().getTime() - number * 3_600_000),
    }));
    publisher.feed("/feed.xml", "River Post", entries);
    for (const { link, title } of entries) publisher.page(link, title, paragraphs);
    const { articles } = await ingestSources([{ kind: "feed", address: `${publisher.url}/feed.xml` }], { folder: "." }, few, signal());
    expect(articles.map(({ title, text }) => [title, text.length > 100])).toEqual([
      ["Part 5", false],
      ["Part 4", false],
      ["Part 3", false],
      ["Part 2", true],
      ["Part 1", true],
    ]);
  });

  test("a new title keeps the full text when the page cannot be had this time", async () => {
    const source = { kind: "feed" as const, address: `${publisher.url}/feed.xml` };
    const publish = (title: string) =>
      publisher.feed("/feed.xml", "River Post", [{ guid: "1", link: "/light", title, summary: "Short words." }]);
    publish("Lighthouse");
    publisher.page("/light", "Lighthouse", [...paragraphs, ...paragraphs]);
    await round.poll([source]);
    clock.pass(day);
    publish("Lighthouse shines");
    publisher.remove("/light");
    expect((await round.poll([source])).articles).toMatchObject([
      { title: "Lighthouse shines", version: 2, text: expect.stringContaining("forty years ago") },
    ]);
  });

  test("an article without end is cut after a paragraph, and everything else goes on", async () => {
    publisher.feed("/feed.xml", "River Post", [
      { guid: "1", link: "/1", title: "Endless", summary: `<p>${paragraphs.join("</p><p>")}</p>`.repeat(2_000) },
      { guid: "g".repeat(100_000), link: `/${"x".repeat(5_000)}`, title: "Monster ".repeat(10_000), summary: paragraphs[1] ?? "" },
      { guid: "2", link: "/2", title: "Brackets", summary: `${"<".repeat(300_000)} ${paragraphs[0]}` },
    ]);
    const { articles } = await round.poll([{ kind: "feed", address: `${publisher.url}/feed.xml` }]);
    const endless = articles.find(({ title }) => title === "Endless")?.text ?? "";
    expect(endless.length).toBeLessThanOrEqual(200_000);
    expect(paragraphs.some((text) => endless.endsWith(text))).toBe(true);
    expect(articles).toHaveLength(3);
    expect(articles.find(({ title }) => title.startsWith("Monster"))?.title.length).toBe(500);
  });

  test("a dead, a wrong and a walled source lose only themselves, each with its reason", async () => {
    publisher.set("/page.xml", { body: html, headers: { "content-type": "text/html" } });
    publisher.set("/wall.xml", { status: 403, body: "", headers: { "cf-mitigated": "challenge" } });
    publisher.feed("/good.xml", "River Post", [{ guid: "1", link: "/1", title: "Lighthouse", summary: paragraphs.join(" ").repeat(4) }]);
    const address = (path: string) => ({ kind: "feed" as const, address: `${publisher.url}${path}` });
    const report = await round.poll([
      address("/none.xml"),
      address("/page.xml"),
      address("/wall.xml"),
      address("/good.xml"),
      { kind: "feed", address: "http://10.0.0.1/feed" },
    ]);
    expect(report.articles).toHaveLength(1);
    expect(report.sources.map(({ words }) => words)).toEqual([
      "It answers 404: there is nothing at this address.",
      "It answers with a web page instead of a feed.",
      "It answers 403: it blocks bots.",
      "",
      "10.0.0.1 is not fetched: it is a private address.",
    ]);
  });

  test("two rounds at once share the polls of a source that both list", async () => {
    publisher.feed("/feed.xml", "River Post", [{ guid: "1", link: "/1", title: "Lighthouse", summary: paragraphs.join(" ").repeat(4) }]);
    const source = { kind: "feed" as const, address: `${publisher.url}/feed.xml` };
    await Promise.all([round.poll([source]), round.poll([source])]);
    expect(publisher.requests.filter(({ path }) => path === "/feed.xml")).toHaveLength(1);
  });

  test("a news sitemap is a source like any other", async () => {
    publisher.set("/sitemap.xml", {
      body: `<sitemapindex><sitemap><loc>${publisher.url}/archive.xml</loc></sitemap><sitemap><loc>${publisher.url}/news-1.xml</loc></sitemap></sitemapindex>`,
    });
    publisher.set("/news-1.xml", {
      body: `<urlset xmlns:n="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>${publisher.url}/light</loc><n:news><n:title>Lighthouse</n:title><n:publication_date>${clock.now().toISOString()}</n:publication_date></n:news></url></urlset>`,
    });
    publisher.page("/light", "Lighthouse", paragraphs);
    const { articles } = await round.poll([{ kind: "feed", address: `${publisher.url}/sitemap.xml` }]);
    expect(articles).toMatchObject([{ title: "Lighthouse", url: `${publisher.url}/light` }]);
    expect(publisher.requests.some(({ path }) => path === "/archive.xml")).toBe(false);
  });
});

describe("finding feeds", () => {
  const find = (path: string) => findFeeds(`${publisher.url}${path}`, round.deps(), signal());

  test("declared feeds that work are offered, comments last, broken ones not at all", async () => {
    publisher.set("/", {
      body: `<head><link rel="alternate" type="application/rss+xml" href="/comments.xml" title="Comments"><link rel="alternate" type="application/atom+xml" href="/main.xml"><link rel="alternate" type="application/rss+xml" href="/broken.xml"></head><body><a href="/main.xml">RSS</a></body>`,
      headers: { "content-type": "text/html" },
    });
    const at = clock.now();
    publisher.feed("/main.xml", "River Post", [{ link: "/1", title: "One", at }]);
    publisher.feed("/comments.xml", "Comments", []);
    expect(await find("/")).toMatchObject([
      { url: `${publisher.url}/main.xml`, title: "River Post", entries: 1, newestAt: at },
      { url: `${publisher.url}/comments.xml`, title: "Comments" },
    ]);
  });

  test("a feed's own address is the answer", async () => {
    publisher.feed("/main.xml", "River Post", []);
    expect(await find("/main.xml")).toMatchObject([{ url: `${publisher.url}/main.xml`, kind: "feed" }]);
  });

  test("without a declaration usual places are tried, then a news sitemap, and then the answer is none", async () => {
    publisher.set("/", { body: "<html><body>hello</body></html>", headers: { "content-type": "text/html" } });
    expect(await find("/")).toEqual([]);
    publisher.set("/news-sitemap.xml", { body: `<urlset><url><loc>${publisher.url}/1</loc></url></urlset>` });
    expect(await find("/")).toMatchObject([{ kind: "sitemap" }]);
    publisher.feed("/feed", "River Post", []);
    expect(await find("/")).toMatchObject([{ url: `${publisher.url}/feed` }]);
  });
});

describe("one article from whatever is handed over", () => {
  const read = (input: ReadInput) => readArticle(input, round.deps(), signal());

  test("a link", async () => {
    publisher.page("/light", "Lighthouse", paragraphs, '<meta property="og:site_name" content="River Post">');
    expect(await read({ url: `${publisher.url}/light` })).toMatchObject({
      title: "Lighthouse",
      outlet: "River Post",
      lang: "en",
      url: `${publisher.url}/light`,
    });
  });

  test("pasted text with a title", async () => {
    expect(await read({ text: `Lighthouse\n\n${paragraphs.join("\n\n")}` })).toMatchObject({
      title: "Lighthouse",
      text: paragraphs.join("\n\n"),
      lang: "en",
      outlet: "",
    });
  });

  test("attached HTML and Markdown", async () => {
    expect((await read({ bytes: Buffer.from(html), name: "a.html" })).text).toContain("forty years ago");
    expect(
      await read({ bytes: Buffer.from("# Lighthouse\n\nThe *lamp* is [lit](x) again, said the keeper."), name: "a.md" }),
    ).toMatchObject({ title: "Lighthouse", text: "The lamp is lit again, said the keeper." });
    expect((await read({ bytes: Buffer.from("Слово про їжака."), name: "a", mediaType: "text/plain; charset=utf-8" })).lang).toBe("uk");
  });

  test("an attached PDF, known by its bytes, and the link of one", async () => {
    const bytes = aPdf([
      [
        { text: "Lighthouse", y: 740, size: 20 },
        { text: "The lamp is lit again, said the keeper.", y: 700 },
      ],
    ]);
    expect(await read({ bytes, name: "a.bin" })).toMatchObject({ title: "Lighthouse", text: "The lamp is lit again, said the keeper." });
    publisher.set("/a.pdf", { body: bytes, headers: { "content-type": "application/pdf" } });
    expect(await read({ url: `${publisher.url}/a.pdf` })).toMatchObject({ title: "Lighthouse", url: `${publisher.url}/a.pdf` });
  });

  test.each([
    ["nothing", { text: "  \n" }],
    ["no words", { text: "123 — 456" }],
    ["a broken PDF", { bytes: Buffer.from("%PDF-1.7 ..."), name: "a.pdf" }],
    ["a picture", { bytes: Buffer.from([0x89, 0x50]), name: "a.png", mediaType: "image/png" }],
    ["bytes that are no text", { bytes: Buffer.from(Array.from({ length: 900 }, (_, index) => index % 32)), name: "a.txt" }],
    ["six megabytes", { text: "word ".repeat(1_200_000) }],
  ])("%s is refused with words for the person", async (_name, input) => {
    const error = await read(input as ReadInput).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ name: "InputError", reply: expect.stringMatching(/^[A-Z].*\.$/) });
  });

  test("the link of a feed is answered with what to do", async () => {
    publisher.feed("/feed.xml", "River Post", []);
    await expect(read({ url: `${publisher.url}/feed.xml` })).rejects.toMatchObject({
      name: "InputError",
      reply: expect.stringContaining("a feed of many articles"),
    });
  });

  test.each([
    ["/consent?back=light", "blocked", /asks for consent or a login/],
    ["/", "not-an-article", /front page/],
  ])("a link that leads to %s is not told as an article", async (where, kind, message) => {
    publisher.set("/light", { status: 302, headers: { location: where } });
    publisher.page(where, "Welcome", paragraphs);
    await expect(read({ url: `${publisher.url}/light` })).rejects.toMatchObject({ kind, message: expect.stringMatching(message) });
  });

  test("a link that cannot be read says why, without repeating its address to the channel", async () => {
    const error = await read({ url: `${publisher.url}/none` }).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ kind: "http", reply: "That page could not be read. It answers 404: there is nothing at this address." });
  });
});
