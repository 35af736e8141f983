import fc from "fast-check";
import { expect, test } from "vitest";
import type { Schedule, Weekday } from "../../src/model/digest.ts";
import { lastSlot, nextSlot, slotsBetween } from "../../src/schedule/slots.ts";

const everyDay: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];
const daily = (zone: string, ...times: readonly string[]): Schedule => ({ times, days: everyDay, zone });
const at = (text: string): Date => new Date(text);
const instants = (schedule: Schedule, from: string, to: string): readonly string[] =>
  slotsBetween(schedule, at(from), at(to)).map((slot) => slot.at.toISOString());

test("a slot keeps its wall time over a change to summer time", () => {
  expect(instants(daily("Europe/Kyiv", "08:00"), "2026-03-28T00:00Z", "2026-03-30T12:00Z")).toEqual([
    "2026-03-28T06:00:00.000Z",
    "2026-03-29T05:00:00.000Z",
    "2026-03-30T05:00:00.000Z",
  ]);
});

test("a time that the clock leaves out comes when the clock has jumped: no 03:30, so at 04:00", () => {
  const [slot] = slotsBetween(daily("Europe/Kyiv", "03:30"), at("2026-03-28T12:00Z"), at("2026-03-29T12:00Z"));
  expect(slot).toEqual({ at: at("2026-03-29T01:00Z"), local: "2026-03-29T03:30", zone: "Europe/Kyiv" });
});

test("a time that the clock repeats comes once, in the first pass", () => {
  expect(instants(daily("Europe/Kyiv", "03:30"), "2026-10-24T12:00Z", "2026-10-25T12:00Z")).toEqual(["2026-10-25T00:30:00.000Z"]);
});

test("two times that land on one instant are one slot", () => {
  const slots = slotsBetween(daily("Europe/Kyiv", "03:00", "03:30", "04:00"), at("2026-03-28T12:00Z"), at("2026-03-29T12:00Z"));
  expect(slots.map(({ local }) => local)).toEqual(["2026-03-29T04:00"]);
});

test("a zone that moves by half an hour is no special case", () => {
  expect(instants(daily("Australia/Lord_Howe", "02:15"), "2026-10-02T20:00Z", "2026-10-05T00:00Z")).toEqual([
    "2026-10-03T15:30:00.000Z",
    "2026-10-04T15:15:00.000Z",
  ]);
});

test("a midnight that does not exist moves to one o'clock of the same day", () => {
  expect(instants(daily("America/Santiago", "00:00"), "2026-09-05T12:00Z", "2026-09-06T12:00Z")).toEqual(["2026-09-06T04:00:00.000Z"]);
});

test("a day that a zone left out falls on the first minute after it", () => {
  expect(instants(daily("Pacific/Apia", "12:00"), "2011-12-29T23:00Z", "2011-12-31T12:00Z")).toEqual([
    "2011-12-30T10:00:00.000Z",
    "2011-12-30T22:00:00.000Z",
  ]);
});

test("only the chosen weekdays have slots, counted in the zone and not in UTC", () => {
  const mondays: Schedule = { times: ["01:00"], days: [1], zone: "Pacific/Auckland" };
  expect(instants(mondays, "2026-11-20T00:00Z", "2026-11-27T00:00Z")).toEqual(["2026-11-22T12:00:00.000Z"]);
});

test("the next slot is later than the given instant, never the same", () => {
  expect(nextSlot(daily("UTC", "08:00"), at("2026-11-24T08:00Z"))?.at).toEqual(at("2026-11-25T08:00Z"));
});

test("a schedule without days has no next slot", () => {
  expect(nextSlot({ times: ["08:00"], days: [], zone: "UTC" }, at("2026-11-24T08:00Z"))).toBeUndefined();
});

test("the last slot of a long absence is found without walking through it", () => {
  const weekly: Schedule = { times: ["08:00"], days: [1], zone: "Europe/Kyiv" };
  expect(lastSlot(weekly, at("1990-01-01T00:00Z"), at("2026-11-24T12:00Z"))?.local).toBe("2026-11-23T08:00");
});

const zones = [
  "Europe/Kyiv",
  "America/New_York",
  "Australia/Lord_Howe",
  "Africa/Casablanca",
  "Africa/Cairo",
  "America/Santiago",
  "Asia/Kathmandu",
  "UTC",
] as const;

/** Walks UTC in quarters of an hour (all clock changes and offsets of 2026–2030 fall on them) to the first at which the wall clock shows the time or later. */
function firstShownAt(local: string, zone: string): number {
  const wanted = Temporal.PlainDateTime.from(local);
  let ms = Date.parse(`${local}Z`) - 16 * 3_600_000;
  const clock = (): Temporal.PlainDateTime => Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone).toPlainDateTime();
  while (Temporal.PlainDateTime.compare(clock(), wanted) < 0) ms += 15 * 60_000;
  return ms;
}

const quarterTimes = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.constantFrom("00", "15", "30", "45"))
  .map(([hour, minute]) => `${String(hour).padStart(2, "0")}:${minute}`);

test("every day of 2026–2030 has its slot at the first instant the wall clock shows the time or later, in eight zones", () => {
  const days = fc.integer({ min: 0, max: 5 * 365 }).map((day) => new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10));
  fc.assert(
    fc.property(fc.constantFrom(...zones), days, quarterTimes, (zone, day, time) => {
      const noon = Date.parse(`${day}T12:00Z`);
      const slots = slotsBetween(daily(zone, time), new Date(noon - 36 * 3_600_000), new Date(noon + 36 * 3_600_000));
      expect(slots.filter(({ local }) => local.startsWith(day)).map((slot) => slot.at.getTime())).toEqual([
        firstShownAt(`${day}T${time}`, zone),
      ]);
    }),
    { numRuns: 400 },
  );
});

test("around every clock change of 2026–2030 no day is missed and none comes twice", () => {
  const faults: string[] = [];
  for (const zone of zones) {
    for (const day of clockChangeDays(zone)) {
      for (const time of ["00:00", "00:30", "01:30", "02:00", "02:15", "02:30", "03:00", "03:30", "23:45"]) {
        const noon = Date.parse(`${day}T12:00Z`);
        const slots = slotsBetween(daily(zone, time), new Date(noon - 60 * 3_600_000), new Date(noon + 60 * 3_600_000));
        const found = slots.filter(({ local }) => local.startsWith(day)).map((slot) => slot.at.getTime());
        if (found.length !== 1 || found[0] !== firstShownAt(`${day}T${time}`, zone)) faults.push(`${zone} ${day} ${time}`);
      }
    }
  }
  expect(faults).toEqual([]);
});

function clockChangeDays(zone: string): readonly string[] {
  const days = new Set<string>();
  let moment = Temporal.ZonedDateTime.from(`2026-01-01T00:00[${zone}]`);
  for (;;) {
    const change = moment.getTimeZoneTransition("next");
    if (!change || change.year > 2030) return [...days];
    days.add(change.toPlainDate().toString()).add(change.subtract({ minutes: 1 }).toPlainDate().toString());
    moment = change;
  }
}

test("cutting a span of time anywhere changes neither the slots nor their number", () => {
  const hours = fc.integer({ min: 0, max: 5 * 365 * 24 });
  fc.assert(
    fc.property(
      fc.constantFrom(...zones),
      fc.uniqueArray(quarterTimes, { minLength: 1, maxLength: 4 }),
      hours,
      hours,
      (zone, times, a, b) => {
        const [from, cut, to] = [0, a % 300, (a % 300) + (b % 300)].map((hour) => new Date(Date.UTC(2026, 0, 1, b + hour)));
        const schedule = daily(zone, ...times.toSorted());
        const whole = slotsBetween(schedule, from!, to!);
        expect([...slotsBetween(schedule, from!, cut!), ...slotsBetween(schedule, cut!, to!)]).toEqual(whole);
        expect(new Set(whole.map((slot) => slot.at.getTime())).size).toBe(whole.length);
      },
    ),
  );
});

test("walking from slot to slot finds the same slots as looking at the whole span", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...zones),
      fc.uniqueArray(quarterTimes, { minLength: 1, maxLength: 3 }),
      fc.integer({ min: 0, max: 1_800 }),
      (zone, times, day) => {
        const schedule = daily(zone, ...times.toSorted());
        const from = new Date(Date.UTC(2026, 0, 1 + day));
        const to = new Date(Date.UTC(2026, 0, 11 + day));
        const walked: Date[] = [];
        for (let slot = nextSlot(schedule, from); slot && slot.at <= to; slot = nextSlot(schedule, slot.at)) walked.push(slot.at);
        expect(walked).toEqual(slotsBetween(schedule, from, to).map((slot) => slot.at));
      },
    ),
  );
});
