import { expect, test } from "vitest";
import { type Actor, buttonsOf, textOf } from "../kit/discord-fake/actors.ts";
import type { Json } from "../kit/discord-fake/json.ts";
import { until } from "../until.ts";
import { aFake, aFolder, beforeEight, connectOnDiscord } from "./discord-bot.ts";
import { evil, writeHostileOutlet } from "./hostile-outlet.ts";

/** As a person can type it: no lone surrogates. Discord takes 6,000 characters in an option. */
const typed = evil.toWellFormed();
const long = "😀y".repeat(2_000);

const commands: readonly (readonly [command: string, option: string, others?: Readonly<Record<string, string>>])[] = [
  ["quote", "query"],
  ["quote", "speaker"],
  ["quote", "outlet", { query: "harbour" }],
  ["quote", "since", { query: "harbour" }],
  ["speaker show", "name"],
  ["speaker follow", "name"],
  ["why", "url"],
  ["subscribe", "digest"],
  ["subscribe", "at", { digest: "harbour" }],
  ["subscribe", "zone", { digest: "harbour", at: "08:00" }],
  ["subscribe", "days", { digest: "harbour", at: "08:00" }],
  ["settings", "mention"],
  ["settings", "subscription"],
  ["filter add", "words", { mode: "exclude", subscription: "harbour" }],
  ["filter list", "subscription"],
  ["feed add", "url"],
  ["feed remove", "url"],
  ["help", "topic"],
  ["article", "text"],
  ["digest preview", "digest"],
];

/** As they go over the wire. */
const wire = (bodies: readonly Json[]): string => JSON.stringify(bodies);

test("hostile news, names, options and presses break nothing, ping nobody and reach no other channel", { timeout: 600_000 }, async () => {
  const fake = await aFake();
  const channel = fake.channel(fake.guild(typed), { name: `news ${typed}` });
  const other = fake.channel(fake.guild("Other"), { name: "other" });
  const digestsFolder = aFolder();
  writeHostileOutlet(digestsFolder, beforeEight);
  const bot = await connectOnDiscord({ fake, dataFolder: aFolder(), digestsFolder, startsAt: beforeEight, clockStands: true });
  const daily = { digest: "harbour", at: "08:00", zone: "Europe/Kyiv", days: "daily" };
  /** Whoever asks a lot is asked to wait, so everybody asks once. */
  const manager = (): Actor => fake.person(typed, channel, true);
  await manager().slash("subscribe", daily);
  await fake.person("Ben", other, true).slash("subscribe", daily);
  bot.runClock();
  const editions = () => fake.messagesIn(channel).filter((message) => buttonsOf(message).some(({ label }) => label === "Sources"));
  await until(() => editions().length > 0, bot.output);
  const [edition] = editions();
  expect(textOf(edition!)).toContain("Harbour number 1 opens");

  for (const [command, option, others = {}] of commands) {
    for (const value of [typed, long, " ", "\u200b", "v1:privacy delete confirm"]) {
      const seen = await manager().slash(command, { ...others, [option]: value });
      expect(seen.text.length).toBeGreaterThan(0);
      if (value === long) expect(seen.text.length).toBeLessThan(command === "article" ? 9_000 : 1_000);
    }
    const declared = fake.state.commands.find(({ name }) => name === command.split(" ")[0]);
    if (wire([declared ?? {}]).includes('"autocomplete":true')) await completes(manager(), command, option, others);
  }
  for (const text of [typed, long.slice(0, 2_000)]) expect((await manager().menu("Find quotes", text)).text).not.toBe("");
  await fake.person(typed, channel).clicks(edition!, "Sources");

  // Presses that were never offered: of another time, another channel, nobody.
  const before = (await manager().slash("subscriptions")).text;
  const rolf = fake.person("Rolf", channel);
  for (const id of [
    "v1:unsubscribe harbour",
    "v1:privacy delete confirm",
    "v1:delivery d1 again",
    "v1:undo 000000000000",
    "v9:x",
    "x",
    "v1:",
    `v1:quote ${"x".repeat(90)}`,
  ])
    expect((await rolf.presses(edition!, id)).isPrivate).toBe(true);
  const [foreign] = fake.messagesIn(other).filter((message) => buttonsOf(message).length > 0);
  for (const button of buttonsOf(foreign!)) await rolf.presses(edition!, `${button.custom_id}`);
  expect((await manager().slash("subscriptions")).text).toBe(before);

  // The gateway tells of the last interaction again: nothing new is seen.
  const count = fake.state.messages.length;
  fake.gateway.repeatLast();
  await rolf.slash("help");
  expect(fake.state.messages.length).toBe(count + 1);

  const sent = wire(fake.state.messages.map(({ body }) => body));
  expect(sent).not.toMatch(/[\u202a-\u202e\u2066-\u2069\u200b]/);
  // What stands between backticks or in a link's address is shown as it is and does nothing.
  const alive = sent.replace(/`[^`]*`/g, "").replace(/\]\(<[^>]*>\)/g, "]");
  expect(alive).not.toMatch(/@everyone|@here|[^\\]<@|``/);
  expect(sent).not.toContain("](<javascript");
  expect(
    fake.state.messages.every(({ body }) => wire([(body.allowed_mentions ?? { parse: ["none given"] }) as Json]) === '[{"parse":[]}]'),
  ).toBe(true);
  expect(bot.isOver()).toBe(false);
});

async function completes(who: Actor, command: string, option: string, others: Readonly<Record<string, string>>): Promise<void> {
  for (const value of [typed, long.slice(0, 1_000), ""])
    await who.types(command, option, value, others).catch((error: unknown) => {
      throw new Error(`completing ${command} ${option}`, { cause: error });
    });
}
