import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readDays } from "../../src/commands/days.ts";
import { splitWords } from "../../src/commands/grammar.ts";
import { readRange, readTimes } from "../../src/commands/times.ts";
import { findZone, zonesNear } from "../../src/commands/zones.ts";
import { openRoom, wordsOf } from "./room.ts";

describe("times", () => {
  test.each([
    ["08:00", ["08:00"]],
    ["8", ["08:00"]],
    ["18.30,8:00", ["08:00", "18:30"]],
    ["12am,12pm,6pm", ["00:00", "12:00", "18:00"]],
    ["08:00,8:00", ["08:00"]],
  ])("%s is read", (words, times) => {
    expect(readTimes(words)).toEqual({ times });
  });

  test.each(["25:99", "24:00", "13pm", "08:60", "soon"])("%s is no time", (words) => {
    expect(readTimes(words)).toEqual({ wrong: words });
  });

  test("every minute of the day reads back as itself", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1439 }), (minute) => {
        const time = `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
        expect(readTimes(time)).toEqual({ times: [time] });
      }),
    );
  });

  test("a range may pass midnight, but not be empty", () => {
    expect(readRange("22:00-07:00")).toEqual({ from: "22:00", to: "07:00" });
    expect(readRange("22:00-22:00")).toBeUndefined();
  });
});

describe("days", () => {
  test.each([
    ["mon-fri", [1, 2, 3, 4, 5]],
    ["fri-mon", [1, 5, 6, 7]],
    ["mon,wed", [1, 3]],
    ["пн-пт", [1, 2, 3, 4, 5]],
    ["вихідні", [6, 7]],
    ["daily", [1, 2, 3, 4, 5, 6, 7]],
    ["Monday", [1]],
  ])("%s is read", (words, days) => {
    expect(readDays(words)).toEqual(days);
  });

  test.each(["", "monkey", "mon-", "mon-tue-wed", "8"])("%j is no day", (words) => {
    expect(readDays(words)).toBeUndefined();
  });
});

describe("zones", () => {
  test.each([
    ["Europe/Kyiv", "Europe/Kyiv"],
    ["europe/kiev", "Europe/Kyiv"],
    ["Kyiv", "Europe/Kyiv"],
    ["Київ", "Europe/Kyiv"],
    ["new york", "America/New_York"],
    ["utc", "UTC"],
  ])("%s is %s", (words, zone) => {
    expect(findZone(words)).toBe(zone);
  });

  test.each(["Mars/Base", "+02:00", "", "Europe"])("%j is no zone", (words) => {
    expect(findZone(words)).toBeUndefined();
  });

  test("a misspelt city brings the right zone first", () => {
    expect(zonesNear("Europe/Berlln", 3)[0]).toBe("Europe/Berlin");
  });
});

test("a quoted value stays one word with its key", () => {
  expect(splitWords('speaker:"Ilse Varn" “night sailings” x')).toEqual(['speaker:"Ilse Varn"', "“night sailings”", "x"]);
});

describe("a typed line", () => {
  test.each([
    "sample 08:00 Europe/Kyiv mon-fri",
    "mon-fri Europe/Kyiv 08:00 sample",
    "sample at:08:00 zone:Europe/Kyiv days:mon-fri",
    "digest:sample kyiv 8:00 пн-пт",
    'zone:"Europe/Kyiv" 08:00 weekdays Sample',
  ])("%s means the same as named arguments", async (line) => {
    const room = await openRoom();
    await room.types(`/subscribe ${line}`);
    const [subscription] = await room.stores.subscriptions.ofChannel("fake:1");
    expect(subscription).toMatchObject({ digestId: "sample", schedule: { times: ["08:00"], days: [1, 2, 3, 4, 5], zone: "Europe/Kyiv" } });
  });

  test("two words that are one city are one zone", async () => {
    const room = await openRoom();
    await room.types("/subscribe sample 8am new york");
    const [subscription] = await room.stores.subscriptions.ofChannel("fake:1");
    expect(subscription?.schedule.zone).toBe("America/New_York");
  });
});

test.each(["\u200b", "\u202e\u2066", "**", "` `"])("an argument that nobody sees (%j) counts as none, typed or named", async (nothing) => {
  const room = await openRoom();
  const [typed, named] = [await room.types(`/speaker show ${nothing}`), await room.calls("speaker", "show", { name: nothing })];
  const asked = await room.types("/speaker show");
  await room.stores.close();
  expect([wordsOf(typed), wordsOf(named)]).toEqual([wordsOf(asked), wordsOf(asked)]);
});
