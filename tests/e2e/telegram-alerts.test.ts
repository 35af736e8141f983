import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { aPerson, openPlace } from "../kit/telegram-fake/actors.ts";
import { until } from "../until.ts";
import type { Bot } from "./bot.ts";
import { openTelegramScene, patienceMs } from "./telegram-scene.ts";

const scene = openTelegramScene();
afterEach(() => scene.end());

const startMs = Date.parse("2026-11-23T05:00Z");
const hourMs = 3_600_000;
const moments = ["lost", "received", "stored", "answered"] as const;

/** What Peder Quill says, and of what; words too alike would be one utterance to Quoth. */
const sayings = {
  pilots: "Eleven people are to do the work of twenty, and they are to do it in the dark",
  lamps: "Whoever paid for these lights never stood under one of them in January",
  buoys: "Count the chains before you count the savings, minister",
  ferries: "My mother took that boat to school and I will not be the one to sell it",
  anchors: "Nobody asked us, which is why nobody on the quay believes the timetable",
} as const;
const marks = ["pilots", "lamps", "buoys", "ferries", "anchors"] as const;
const said = (mark: (typeof marks)[number]): string => sayings[mark];

/** An outlet in a folder, with an article for each of the first words; each was published as its hour began. */
function writeOutlet(folder: string, count: number): void {
  const items = marks.slice(0, count).map((mark, at) => ({
    id: mark,
    url: `https://varn-courier.example/${mark}`,
    title: `Chair of the pilots’ union speaks of the ${mark}`,
    date_published: new Date(startMs + at * hourMs).toISOString(),
    content_html: `<p>The council of Varnmouth talked about the ${mark} until midnight on Sunday.</p><p>“${said(mark)},” said Peder Quill, chair of the pilots’ union.</p>`,
  }));
  const feed = { version: "https://jsonfeed.org/version/1.1", title: "Varn Courier", language: "en", items };
  writeFileSync(join(folder, "outlet", "feed.json"), JSON.stringify(feed));
}

test("an alert of a followed speaker comes once, killed at each step of sending", { timeout: 600_000 }, async () => {
  const fake = await scene.aFake();
  const mara = aPerson(fake, 77, "Mara");
  openPlace(fake, { id: 99, type: "private", first_name: "Operator" });
  const group = openPlace(fake, { id: -1_001_000_000_001, type: "supergroup", title: "Harbour" });
  group.room.administrators.add(77);
  const digestsFolder = scene.aFolder();
  mkdirSync(join(digestsFolder, "outlet"));
  const about = ["name: Harbour", "description: News of the harbour.", "lang: en", "sources: [{ folder: outlet }]"];
  const when = 'schedule: { times: ["23:00"], days: daily, zone: Europe/Kyiv }';
  writeFileSync(join(digestsFolder, "harbour.yaml"), [...about, when].join("\n"));
  const settings = { fake, digestsFolder, dataFolder: scene.aFolder(), configFolder: scene.config('telegram:\n  operatorChat: "99"\n') };
  const start = (hours: number, minutes = 0): Bot =>
    scene.start({ ...settings, startsAt: new Date(startMs + hours * hourMs + minutes * 60_000) });
  const ask = async (line: string, bot: Bot): Promise<string> => {
    const before = group.own().length;
    mara.types(line, group);
    await until(() => group.own().length > before, bot.output, patienceMs);
    return group.seen().at(-1) ?? "";
  };
  const alerts = (mark: (typeof marks)[number]) => group.seen().filter((text) => text.includes(said(mark)));

  writeOutlet(digestsFolder, 1);
  const first = start(0, 1);
  expect(await ask("/subscribe harbour 23:00 Europe/Kyiv daily", first)).toContain("Harbour");
  await first.stop();
  const second = start(0, 20);
  while (!/is followed here/.test(await ask("/speaker follow Peder Quill", second))) await until(() => true);
  await second.stop();

  for (const [at, aimed] of moments.entries()) {
    const mark = marks[at + 1]!;
    writeOutlet(digestsFolder, at + 2);
    const killed = start(at + 1, 5);
    fake.onMoment = (moment, method, params) => {
      const isAimed = moment === (aimed === "lost" ? "received" : aimed) && /^send/.test(method);
      if (!isAimed || !JSON.stringify(params).includes(said(mark))) return undefined;
      killed.strike();
      return aimed === "lost" ? "lose" : undefined;
    };
    await until(killed.isOver, killed.output, patienceMs);
    fake.onMoment = () => undefined;
    const next = start(at + 1, 20);
    await until(() => alerts(mark).length > 0, next.output, patienceMs);
    await ask("/status", next);
    await next.stop();
  }
  expect(marks.slice(1).map((mark) => alerts(mark).length)).toEqual([1, 1, 1, 1]);
});
