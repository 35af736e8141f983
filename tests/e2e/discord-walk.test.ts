import { expect, test } from "vitest";
import { type Actor, buttonsOf, type Seen, textOf } from "../kit/discord-fake/actors.ts";
import type { FakeMessage } from "../kit/discord-fake/state.ts";
import { until } from "../until.ts";
import { aFake, aFolder, beforeEight, connectOnDiscord, editionsIn, everyDayAtEight } from "./discord-bot.ts";

type Options = Readonly<Record<string, string>>;

/** As a newcomer might go about it: right and wrong words, every command and verb. */
const steps: readonly (readonly [command: string, options?: Options])[] = [
  ["help"],
  ["help", { topic: "subscribe" }],
  ["help", { topic: "nothing" }],
  ["unsubscribe", { subscription: "sample" }],
  ["subscriptions"],
  ["status"],
  ["digest preview", { digest: "sample" }],
  ["digest preview", { digest: "smaple" }],
  ["digest last", { digest: "sample" }],
  ["digest now", { digest: "sample" }],
  ["subscribe", { digest: "sample", at: "25:99" }],
  ["subscribe", { digest: "sample", at: "08:00", zone: "Mars/Base" }],
  ["subscribe", { digest: "sample", at: "08:00", days: "someday" }],
  ["subscribe", { digest: "sample", at: "18:30,08:00", zone: "Europe/Kyiv", days: "mon-fri" }],
  ["subscribe", { digest: "sample", at: "08:00" }],
  ["subscriptions"],
  ["schedule set", { subscription: "sample", at: "09:15" }],
  ["schedule quiet", { subscription: "sample", hours: "22:00-07:00" }],
  ["schedule pause", { subscription: "sample" }],
  ["schedule resume", { subscription: "sample" }],
  ["settings", { subscription: "sample", style: "brief", stories: "3" }],
  ["settings", { subscription: "sample", stories: "99" }],
  ["settings", { subscription: "sample", mention: "<@&123456789012345678>" }],
  ["settings", { subscription: "nothing", style: "brief" }],
  ["filter add", { subscription: "sample", mode: "exclude", words: "horoscope" }],
  ["filter add", { subscription: "sample", mode: "exclude", words: "/(a+)+$/" }],
  ["filter list", { subscription: "sample" }],
  ["filter test", { subscription: "sample", words: "ferry" }],
  ["filter remove", { subscription: "sample", words: "horoscope" }],
  ["digest preview", { digest: "sample" }],
  ["quote", { query: "ferry" }],
  ["quote", { query: "lights", speaker: "Solvang" }],
  ["quote", { speaker: "Solvnag" }],
  ["quote", { query: "xylophone" }],
  ["quote", { query: "ferry", since: "last tuesday" }],
  ["quote", { query: "ferry", outlet: "Nobody's Paper" }],
  ["quote"],
  ["speaker show", { name: "Ingrid Solvang" }],
  ["speaker show", { name: "Nobody Known" }],
  ["speaker follow", { name: "Ingrid Solvang" }],
  ["speaker unfollow", { name: "Ingrid Solvang" }],
  [
    "article",
    {
      text: "The council voted by 17 to 12 on Monday to keep the ferry. “It stays,” said councillor Birgit Aas. The ferry carries 46 passengers.",
    },
  ],
  ["article"],
  ["feed list"],
  ["feed add", { url: "not an address" }],
  ["feed add", { url: "http://127.0.0.1:1/rss" }],
  ["feed health"],
  ["feed export"],
  ["feed remove", { url: "https://nothing.example/rss" }],
  ["why", { url: "https://www.varn-courier.example/night-sailings" }],
  ["why", { url: "https://nowhere.example/x" }],
  ["why", { url: "no-address" }],
  ["privacy show"],
  ["privacy export"],
  ["privacy delete"],
  ["lang", { code: "uk" }],
  ["subscriptions"],
  ["status"],
  ["lang", { code: "xx" }],
  ["managers"],
  ["unsubscribe", { subscription: "nothing" }],
  ["unsubscribe", { subscription: "sample" }],
];

/** What would take away the ground under the steps that follow; each of them is a step of its own. */
const undoing = /^v1:(unsubscribe|undo|privacy delete confirm|schedule pause|lang|subscribe \w)/;

/** What nobody should read. */
const broken = /undefined|\[object|NaN|Invalid Date|That did not work|Не вийшло|Error:/;

interface Walk {
  readonly lines: string[];
  readonly pressed: Set<string>;
}

/** Everything that came, then every button on it that was not pressed before, to this depth. */
async function follow(who: Actor, seen: Seen, walk: Walk, depth: number): Promise<void> {
  for (const message of seen.interaction.shown) {
    walk.lines.push(
      `${"  ".repeat(3 - depth)}${seen.isPrivate ? "(private) " : ""}${textOf(message).replace(/\n/g, `\n${"  ".repeat(3 - depth)}`)}`,
    );
    walk.lines.push(
      `${"  ".repeat(3 - depth)}[${buttonsOf(message)
        .map(({ label }) => label)
        .join("] [")}]`,
    );
    if (depth > 0) for (const button of buttonsOf(message)) await press(who, message, button, walk, depth);
  }
}

async function press(
  who: Actor,
  message: FakeMessage,
  button: Readonly<Record<string, unknown>>,
  walk: Walk,
  depth: number,
): Promise<void> {
  const id = `${button.custom_id}`;
  const kind = id.replace(/[\de][0-9a-f]{5,}/g, "…");
  if (button.custom_id === undefined || walk.pressed.has(kind) || undoing.test(id)) return;
  walk.pressed.add(kind);
  walk.lines.push(`${"  ".repeat(3 - depth)}→ presses "${button.label}" (${id})`);
  await follow(who, await who.presses(message, id), walk, depth - 1);
}

test("a manager tries every command and every button in every form, and reads plain words", { timeout: 600_000 }, async () => {
  const fake = await aFake();
  const channel = fake.channel(fake.guild(), { name: "news" });
  const bot = await connectOnDiscord({ fake, dataFolder: aFolder(), startsAt: beforeEight, clockStands: true });
  const ann = fake.person("Ann", channel, "server");
  const walk: Walk = { lines: [], pressed: new Set() };
  await ann.slash("subscribe", everyDayAtEight);
  bot.runClock();
  await until(() => editionsIn(fake, channel).length > 0, bot.output);
  const [edition] = editionsIn(fake, channel);
  for (const button of buttonsOf(edition!)) await press(ann, edition!, button, walk, 2);
  for (const [command, options] of steps) {
    walk.lines.push(`\n/${command} ${JSON.stringify(options ?? {})}`);
    // Whoever asks a lot is asked to wait.
    const each = fake.person("Ann", channel, "server");
    await follow(each, await each.slash(command, options), walk, 1);
  }
  expect(walk.lines.filter((line) => broken.test(line))).toEqual([]);
  expect(bot.isOver()).toBe(false);
});
