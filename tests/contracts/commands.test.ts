import { parseHTML } from "linkedom";
import { beforeAll, describe, expect, test } from "vitest";
import { commandList } from "../../src/commands/index.ts";
import { openDiscord } from "../adapters/discord/room.ts";
import { openTelegram, until } from "../adapters/telegram/open.ts";
import { openPage } from "../adapters/web/open.ts";
import { anArticle, aQuote } from "../build.ts";
import { openRoom, type Room, textOf } from "../commands/room.ts";
import { type Actor, textOf as discordText } from "../kit/discord-fake/actors.ts";

/** One thing a manager asks, by named arguments. */
interface Step {
  /** "digest now". */
  readonly command: string;
  readonly args?: Readonly<Record<string, string>>;
}

/** In order: each finds what the ones before it left. Every command and verb of the list, and what goes wrong with them. */
const steps: readonly Step[] = [
  { command: "help" },
  { command: "help", args: { topic: "subscribe" } },
  { command: "subscriptions" },
  { command: "digest preview", args: { digest: "sample" } },
  { command: "subscribe", args: { digest: "sample", at: "08:00", zone: "Europe/Kyiv", days: "mon-fri" } },
  { command: "subscribe", args: { digest: "sample", at: "08:00", zone: "Europe/Kyiv", days: "mon-fri" } },
  { command: "subscribe", args: { digest: "sample", at: "25:99" } },
  { command: "subscribe", args: { digest: "smaple" } },
  { command: "subscribe", args: { digest: "sample", zone: "Mars/Base" } },
  { command: "subscriptions" },
  { command: "schedule set", args: { subscription: "sample", at: "09:15,18:30", days: "daily" } },
  { command: "schedule quiet", args: { subscription: "sample", hours: "22:00-07:00" } },
  { command: "schedule pause", args: { subscription: "sample" } },
  { command: "schedule resume", args: { subscription: "sample", start: "fresh" } },
  { command: "settings", args: { subscription: "sample", style: "brief", quotes: "off" } },
  { command: "settings", args: { subscription: "sample", stories: "99" } },
  { command: "filter add", args: { subscription: "sample", mode: "exclude", words: "horoscope" } },
  { command: "filter list", args: { subscription: "sample" } },
  { command: "filter test", args: { subscription: "sample", words: "ferry" } },
  { command: "filter remove", args: { subscription: "sample", words: "horoscope" } },
  { command: "digest preview", args: { digest: "sample" } },
  { command: "digest now", args: { digest: "sample" } },
  { command: "digest last", args: { digest: "sample" } },
  { command: "quote", args: { query: "lights winter" } },
  { command: "quote", args: { query: "lights", speaker: "Ilse Varn" } },
  { command: "quote", args: { query: "nobody ever said this" } },
  { command: "speaker show", args: { name: "Ilse Varn" } },
  { command: "speaker show", args: { name: "Nobody Known" } },
  { command: "speaker follow", args: { name: "Ilse Varn" } },
  { command: "speaker unfollow", args: { name: "Ilse Varn" } },
  { command: "article", args: { text: "https://outlet.example/ports" } },
  { command: "feed add", args: { url: "https://outlet.example/" } },
  { command: "feed list" },
  { command: "feed test", args: { url: "https://outlet.example/rss" } },
  { command: "feed health" },
  { command: "feed export" },
  { command: "feed remove", args: { url: "https://outlet.example/rss" } },
  { command: "status" },
  { command: "why", args: { url: "https://outlet.example/never-seen" } },
  { command: "why", args: { url: "no-address" } },
  { command: "lang", args: { code: "uk" } },
  { command: "subscriptions" },
  { command: "status" },
  { command: "lang", args: { code: "en" } },
  { command: "privacy show" },
  { command: "privacy export" },
  { command: "unsubscribe", args: { subscription: "nothing" } },
  { command: "unsubscribe", args: { subscription: "sample" } },
  { command: "privacy delete" },
  { command: "privacy delete", args: { confirm: "confirm" } },
  { command: "subscriptions" },
];

/** As people type it where there are no named options. */
function lineOf({ command, args = {} }: Step): string {
  const bare = new Set(["query", "text", "words", "url"]);
  const words = Object.entries(args)
    .toSorted(([a], [b]) => Number(bare.has(a)) - Number(bare.has(b)))
    .map(([name, value]) => (bare.has(name) ? value : `${name}:${/\s/.test(value) ? `"${value}"` : value}`));
  return [`/${command}`, ...words].join(" ");
}

async function fill({ stores }: Room): Promise<void> {
  await stores.articles.put(anArticle(), ["url:https://outlet.example/ports"]);
  await stores.quotes.add(anArticle(), [aQuote()]);
}

/** Stands for a file, whatever it is called. */
const aFile = "[a file]";

/** Every step on one platform: what a person reads after each. */
type Play = (script: readonly Step[]) => Promise<readonly string[]>;

const reference: Play = async (script) => {
  const room = await openRoom();
  await fill(room);
  const seen: string[] = [];
  for (const step of script) {
    const { message } = await room.types(lineOf(step));
    const files = message.blocks.filter(({ kind }) => kind === "file");
    seen.push([textOf({ blocks: message.blocks.filter(({ kind }) => kind !== "file") }), ...files.map(() => aFile)].join("\n"));
  }
  await room.stores.close();
  return seen;
};

const onDiscord: Play = async (script) => {
  const { room, manager, close } = await openDiscord();
  await fill(room);
  const seen: string[] = [];
  for (const { command, args } of script) seen.push(await say(manager, command, args));
  await close();
  return seen;
};

async function say(manager: Actor, command: string, args: Step["args"]): Promise<string> {
  const { interaction } = await manager.slash(command, args);
  return interaction.shown.flatMap((message) => [discordText(message), ...message.files.map(() => aFile)]).join("\n");
}

const onTelegram: Play = async (script) => {
  const telegram = await openTelegram();
  await fill(telegram.room);
  const seen: string[] = [];
  for (const step of script) {
    const before = telegram.home.own().length;
    telegram.manager.types(lineOf(step), telegram.home);
    await until(() => telegram.home.own().length > before);
    const files = telegram.home
      .own()
      .slice(before)
      .flatMap(({ document }) => (document ? [aFile] : []));
    seen.push([...telegram.home.seen().slice(before), ...files].join("\n"));
  }
  await telegram.close();
  return seen;
};

const onThePage: Play = async (script) => {
  const page = await openPage();
  await fill(page.room);
  const token = await page.token();
  const seen: string[] = [];
  for (const step of script) {
    await page.post("/say", { token, line: lineOf(step) });
    const { document } = parseHTML(await (await page.get("/")).text());
    const newest = [...document.querySelectorAll("article.message")].at(-1);
    seen.push([newest?.textContent ?? "", ...[...(newest?.querySelectorAll("a[download]") ?? [])].map(() => aFile)].join("\n"));
  }
  await page.platform.close();
  await page.room.stores.close();
  return seen;
};

/** Letters and figures alone: marks, spaces and where a link leads are the platform's own; a channel's own digest is named after the channel. */
const bare = (text: string): string =>
  text
    .replace(/\]\(<[^>]*>\)/g, "")
    .replace(/own-[0-9a-f]+/g, "own")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "");

test("the script asks every command and every verb of the list", () => {
  const all = commandList("en").flatMap(({ name, verbs }) => verbs.map((verb) => `${name} ${verb.name}`.trim()));
  const asked = new Set(steps.map(({ command }) => command));
  // A file is not typed: each adapter's own tests hand one in.
  expect(all.filter((command) => !asked.has(command))).toEqual(["feed import"]);
});

describe.for([
  ["Discord", onDiscord],
  ["Telegram", onTelegram],
  ["the local channel", onThePage],
] as const)("on %s", ([, play]) => {
  let expected: readonly string[] = [];
  let seen: readonly string[] = [];
  beforeAll(async () => {
    [expected, seen] = await Promise.all([reference(steps), play(steps)]);
  });

  test.for(steps.map((step, place) => [place + 1, lineOf(step), place] as const))("%i. %s says what it says everywhere", ([, , place]) => {
    const missing = (expected[place] ?? "")
      .split("\n")
      .filter((line) => bare(line) !== "" && !bare(seen[place] ?? "").includes(bare(line)));
    expect({ missing, ...(missing.length > 0 && { seen: seen[place] }) }).toEqual({ missing: [] });
  });
});
