import { expect, test } from "vitest";
import type { HandedFile } from "../kit/discord-fake/state.ts";
import { aFake, aFolder, connectOnDiscord } from "./discord-bot.ts";

const opml = (outlines: string): string =>
  `<?xml version="1.0"?><opml version="2.0"><head><title>Mine</title></head><body>${outlines}</body></opml>`;
const outline = (url: string, title = "A feed"): string => `<outline type="rss" text="${title}" xmlUrl="${url}"/>`;
const aFile = (text: string, more: Partial<HandedFile> = {}): HandedFile => ({
  name: "feeds.opml",
  bytes: Buffer.from(text),
  contentType: "text/x-opml",
  ...more,
});

const laughs = `<?xml version="1.0"?><!DOCTYPE opml [<!ENTITY a "ha">${Array.from({ length: 30 }, (_, at) => `<!ENTITY a${at} "${(at === 0 ? "&a;" : `&a${at - 1};`).repeat(10)}">`).join("")}]>
<opml version="2.0"><body><outline text="&a29;" xmlUrl="https://laughs.example/rss"/></body></opml>`;

const noList = "The file is no OPML reading list.";
const noFeed = "There is no feed's address in that file. Attach what a feed reader exports as OPML to `/feed import`.";
const tooLarge = "That file is larger than 5 MB. Attach a smaller one.";

/** Files that are no reading list, or more than one; each is answered in plain words, and adds nothing. */
const refused: readonly (readonly [name: string, file: HandedFile, told: string])[] = [
  ["an empty file", aFile(""), noList],
  ["a page", aFile("<!doctype html><title>Hello</title><p>There"), noList],
  ["a picture", aFile("\u0089PNG\r\n\u001a\n\u0000\u0000", { name: "a.png", contentType: "image/png" }), noList],
  ["a feed instead of a list of feeds", aFile('<rss version="2.0"><channel><title>A</title></channel></rss>'), noList],
  ["half a document", aFile(opml(outline("https://half.example/rss")).slice(0, 90)), noFeed],
  [
    "a thousand folders deep",
    aFile(opml(`${"<outline text='f'>".repeat(1_000)}${outline("https://deep.example/rss")}${"</outline>".repeat(1_000)}`)),
    noFeed,
  ],
  ["addresses that are none of the web", aFile(opml(outline("javascript:alert(1)") + outline("file:///etc/passwd"))), noFeed],
  ["six megabytes", aFile("a".repeat(6_000_000)), tooLarge],
  ["six megabytes said to be one thousand bytes", aFile("a".repeat(6_000_000), { announced: 1_000 }), tooLarge],
  ["a file that is gone", aFile(opml(""), { isGone: true }), "The file could not be fetched from Discord. Attach it again."],
];

const hostileTitle = "@everyone \u202e\u200b**News** [x](https://phish.example) &lt;@&amp;1&gt;";

test("a reading list is imported from an attachment, and hostile files are answered in plain words", { timeout: 300_000 }, async () => {
  const fake = await aFake();
  const channel = fake.channel(fake.guild());
  const bot = await connectOnDiscord({ fake, dataFolder: aFolder() });
  const ann = fake.person("Ann", channel, true);
  const answers: (readonly [string, string])[] = [];
  for (const [name, file] of refused) answers.push([name, (await ann.hands("feed import", "file", file)).text]);
  expect(answers).toEqual(refused.map(([name, , told]) => [name, told]));
  expect((await ann.slash("feed list")).text).toContain("/feed add");

  const doubled = await ann.hands("feed import", "file", aFile(laughs));
  expect(doubled.text).toMatch(/^1 feed added\.\nThis channel gets Own feeds daily/);
  expect((await ann.slash("feed list")).text).not.toContain("haha");

  const good = opml(
    outline("https://one.example/rss", "One") +
      outline("https://one.example/rss", "One again") +
      `<outline text="Folder">${outline("https://two.example/rss", hostileTitle)}</outline>`,
  );
  const asked = async (text: string): Promise<string> => (await ann.hands("feed import", "file", aFile(text))).text.split("\n")[0] ?? "";
  expect(await asked(good)).toBe("2 feeds added.");
  expect(await asked(good)).toBe("0 feeds added, 2 here already.");
  const many = opml(Array.from({ length: 200 }, (_, at) => outline(`https://many-${at}.example/rss`, `Feed ${at}`)).join(""));
  expect(await asked(many)).toBe("47 feeds added, 153 left out: the channel is full.");

  const list = await ann.slash("feed list");
  expect(list.text).toContain("News");
  // As it goes over the wire, where what is escaped has a backslash before it.
  expect(JSON.stringify(list.message?.body)).not.toMatch(/[\u202e\u200b]|@everyone|[^\\]\*\*News|[^\\]\]\(https:\/\/phish/);
  expect((await fake.person("Ben", channel).hands("feed import", "file", aFile(good))).isPrivate).toBe(true);
  expect((await fake.person("Ben", channel).slash("feed list")).text).toBe(list.text);
  expect(bot.isOver()).toBe(false);
});
