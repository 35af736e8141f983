import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { textOf } from "../kit/discord-fake/actors.ts";
import { until } from "../until.ts";
import { aFake, aFolder, connectOnDiscord, startOnDiscord } from "./discord-bot.ts";

const start = new Date("2026-11-24T09:00:00Z");
/** Alerts of one channel rest for ten minutes: a round each quarter of an hour. */
const atRound = (round: number, seconds = 0): Date => new Date(start.getTime() + (round * 900 + seconds) * 1_000);

/** What the harbour master says, in an article of its own; no two share their words. */
const sayings = [
  "The lights are back on every buoy of the outer fairway",
  "Nobody sails past the breakwater while the crane stands crooked",
  "Our pilots will train at night from the first of December",
  "Insurers have read the report and none of them objected",
];

function write(folder: string, round: number): void {
  const at = atRound(round, -60).toISOString();
  const html = `<!doctype html><html lang="en"><head><title>Harbour notes ${round}</title>
<meta property="og:site_name" content="Radio Selholm"><meta property="article:published_time" content="${at}">
<link rel="canonical" href="https://radio-selholm.example/notes-${round}"></head><body><main><article><h1>Harbour notes ${round}</h1>
<p>The harbour of Varnmouth held its meeting number ${round} of the winter on Tuesday, and the council of the port was there.</p>
<p>“${sayings[round]},” said Ingrid Solvang, harbour master of Varnmouth.</p>
<p>The meeting took two hours and was open to everybody who works in the port.</p></article></main></body></html>`;
  writeFileSync(join(folder, "harbour", `notes-${round}.html`), html);
}

const moments = ["received", "stored", "answered"] as const;

test("what a followed speaker says comes to the channel once, whenever the process is killed", { timeout: 600_000 }, async () => {
  const fake = await aFake();
  const channel = fake.channel(fake.guild());
  const [dataFolder, digestsFolder] = [aFolder(), aFolder()];
  mkdirSync(join(digestsFolder, "harbour"));
  writeFileSync(
    join(digestsFolder, "harbour.yaml"),
    'name: Harbour\ndescription: What is said at the harbour\nlang: en\nsources:\n  - folder: harbour\nschedule: { times: ["08:00"], days: daily, zone: Europe/Kyiv }\n',
  );
  write(digestsFolder, 0);
  const common = { fake, dataFolder, digestsFolder };
  const first = await connectOnDiscord({ ...common, startsAt: start });
  const ann = fake.person("Ann", channel, true);
  await ann.slash("subscribe", { digest: "harbour", at: "08:00", zone: "Europe/Kyiv", days: "daily" });
  await ann.slash("digest preview", { digest: "harbour" });
  const followed = await ann.slash("speaker follow", { name: "Ingrid Solvang" });
  expect(followed.text).toContain("Ingrid Solvang");
  await first.stop();

  const alerts = () =>
    fake
      .messagesIn(channel)
      .map(textOf)
      .filter((text) => text.startsWith("## Quoted"));
  for (const [place, moment] of moments.entries()) {
    const round = place + 1;
    write(digestsFolder, round);
    const dying = startOnDiscord({ ...common, startsAt: atRound(round) });
    fake.onMoment = (now, name) => {
      if (now === moment && name === `POST /channels/${channel.id}/messages`) dying.strike();
    };
    await until(dying.isOver, dying.output, 120_000);
    fake.onMoment = () => undefined;
    const next = startOnDiscord({ ...common, startsAt: atRound(round, 60) });
    await until(() => alerts().some((text) => text.includes(sayings[round] ?? "?")), next.output, 120_000);
    await next.stop();
  }
  expect(sayings.map((saying) => alerts().filter((text) => text.includes(saying)).length)).toEqual([0, 1, 1, 1]);
  expect(alerts()).toHaveLength(3);
});
