import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { aPerson, openPlace, type Person, type Place } from "../kit/telegram-fake/actors.ts";
import { startTelegramFake } from "../kit/telegram-fake/server.ts";
import { until } from "../until.ts";
import { aDataFolder, type Bot } from "./bot.ts";
import { startOnTelegram } from "./telegram-bot.ts";
import { carriesEdition, isEdition } from "./telegram-scene.ts";

const moments = ["lost", "received", "stored", "answered"] as const;
const killCount = 60;
/** A dying process has a few sends under way; each of sixty takes a handful along. */
const groupCount = 240;
/** Of a private chat Telegram does not tell whether something is not there: there a person settles what is in doubt. */
const privateCount = 60;
const keptForPrivate = 12;
const slotMs = Date.parse("2026-11-23T06:00Z");

const editionsIn = (place: Place): number => place.seen().filter(isEdition).length;

test("killed at each step of sending, sixty times: nothing lost, nothing twice, and what is in doubt is told", {
  timeout: 1_800_000,
}, async ({ annotate }) => {
  // Rates are off here: they are another test's, and would make this one an hour long.
  const fake = await startTelegramFake(Date.now, { perSecond: false, burst: false, perGroup: false });
  const folder = aDataFolder();
  writeFileSync(join(folder, "quoth.yaml"), 'telegram:\n  operatorChat: "99"\n');
  /** Its clock goes on over restarts: an hour before the slot while people subscribe, then seconds before it. */
  let [clockMs, sinceMs] = [slotMs - 3_600_000, Date.now()];
  const bots: Bot[] = [];
  const start = (): Bot => {
    const startsAt = new Date(clockMs + (Date.now() - sinceMs));
    const bot = startOnTelegram({ fake, dataFolder: folder, configFolder: folder, startsAt });
    bots.push(bot);
    return bot;
  };
  try {
    openPlace(fake, { id: 99, type: "private", first_name: "Operator" });
    const mara = aPerson(fake, 77, "Mara");
    openPlace(fake, { id: 77, type: "private", first_name: "Mara" });
    const groups = Array.from({ length: groupCount }, (_, at) =>
      openPlace(fake, { id: -1_001_000_000_000 - at, type: "supergroup", title: `G${at}` }),
    );
    const chats = Array.from({ length: privateCount }, (_, at) => openPlace(fake, { id: 1_000 + at, type: "private", first_name: "Ann" }));
    const people = new Map<Place, Person>(chats.map((chat) => [chat, aPerson(fake, chat.room.chat.id, "Ann")]));
    const places = groups.flatMap((group, at) => [group, ...(at % 4 === 0 ? [chats[at / 4]!] : [])]);
    const personOf = (place: Place): Person => people.get(place) ?? mara;

    let running = start();
    for (const place of places) {
      place.room.administrators.add(77);
      personOf(place).types("/subscribe sample 08:00 Europe/Kyiv daily", place);
    }
    await until(() => places.every((place) => place.seen().length > 0), running.output, 180_000);
    await running.stop();
    [clockMs, sinceMs] = [slotMs - 3_000, Date.now()];

    let kills = 0;
    let isArmed = true;
    fake.onMoment = (moment, method, params) => {
      const aimed = moments[kills % moments.length];
      const isAimed = moment === (aimed === "lost" ? "received" : aimed);
      // The outbox has private chats last: the end of the kills is kept for them, for there nobody but a person can tell what was lost.
      const isElsewhere = kills >= killCount - keptForPrivate && Number(params.chat_id) < 0;
      if (!isArmed || !isAimed || isElsewhere || !carriesEdition(method, params)) return undefined;
      isArmed = false;
      kills++;
      running.strike();
      return aimed === "lost" ? "lose" : undefined;
    };
    running = start();
    const isSettled = (place: Place): boolean => editionsIn(place) > 0;
    while (kills < killCount) {
      const isNearlyDone = (): boolean =>
        groups.every(isSettled) && chats.filter((chat) => !isSettled(chat)).length <= keptForPrivate / moments.length;
      await until(() => running.isOver() || isNearlyDone(), running.output, 180_000);
      if (!running.isOver()) break;
      isArmed = kills < killCount;
      running = start();
    }
    isArmed = false;
    await until(() => groups.every(isSettled), running.output, 180_000);
    const inDoubt = () => chats.filter((chat) => !isSettled(chat));
    await until(
      () => inDoubt().every((chat) => chat.seen().some((text) => /may or may not have arrived/.test(text))),
      running.output,
      60_000,
    ).catch(
      // The line itself may have died with a process; /status has it.
      () => undefined,
    );
    const doubtful = inDoubt();
    for (const chat of doubtful) personOf(chat).types("/status", chat);
    await until(() => doubtful.every((chat) => chat.buttons().includes("Send again")), running.output, 180_000);
    for (const chat of doubtful) personOf(chat).presses("Send again", chat);
    await until(() => places.every(isSettled), running.output, 180_000);

    await annotate(`${kills} kills, ${doubtful.length} of ${privateCount} private chats in doubt and settled by hand`);
    expect(kills).toBeGreaterThanOrEqual(killCount / 2);
    expect(doubtful.length).toBeGreaterThan(0);
    expect(places.filter((place) => editionsIn(place) !== 1)).toEqual([]);
    expect(fake.violations).toEqual([]);
  } finally {
    for (const bot of bots) bot.strike();
    await fake.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
