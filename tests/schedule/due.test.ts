import { expect, test } from "vitest";
import { audienceOf, groupDue } from "../../src/schedule/due.ts";
import { aForm, aSchedule, aSubscription } from "../build.ts";

const slotAt = new Date("2026-11-24T06:00Z");
const justAfter = new Date("2026-11-24T06:00:20Z");

test("subscriptions that want the same share one edition", () => {
  const { editions } = groupDue(
    [aSubscription(), aSubscription({ channelId: "fake:2" }), aSubscription({ channelId: "fake:3" })],
    justAfter,
  );
  expect(editions.map(({ subscriptions }) => subscriptions.length)).toEqual([3]);
  expect(editions[0]).toMatchObject({ digestId: "world", slot: { at: slotAt, local: "2026-11-24T08:00" }, catchUp: false });
});

test.each([
  ["another digest", { digestId: "science" }],
  ["another form", { form: aForm({ bullets: 1 }) }],
  ["another zone with the same instant", { schedule: aSchedule({ zone: "Europe/Helsinki" }) }],
  ["another coverage", { coveredTo: new Date("2026-11-23T16:00Z") }],
  ["words of its own", { filters: [{ id: "f1", mode: "exclude" as const, pattern: "football" }] }],
])("%s makes an edition of its own", (_, changes) => {
  expect(groupDue([aSubscription(), aSubscription({ channelId: "fake:2", ...changes })], justAfter).editions).toHaveLength(2);
});

test("the order, case and ids of filters make no difference", () => {
  const first = aSubscription({
    filters: [
      { id: "1", mode: "exclude", pattern: "Football" },
      { id: "2", mode: "include", pattern: "ports" },
    ],
  });
  const second = aSubscription({
    filters: [
      { id: "7", mode: "include", pattern: "ports " },
      { id: "9", mode: "exclude", pattern: "football" },
    ],
  });
  expect(audienceOf(first)).toBe(audienceOf(second));
});

test("several missed slots make one edition, for the last of them, that says so", () => {
  const { editions } = groupDue([aSubscription()], new Date("2026-11-27T09:00Z"));
  expect(editions).toMatchObject([{ slot: { local: "2026-11-27T08:00" }, catchUp: true, coversFrom: aSubscription().coveredTo }]);
});

test("an edition hours late says so too, one a few minutes late does not", () => {
  const late = ["2026-11-24T06:10Z", "2026-11-24T09:00Z"].map((now) => groupDue([aSubscription()], new Date(now)).editions[0]?.catchUp);
  expect(late).toEqual([false, true]);
});

test("a new subscription whose first coverage reaches back over earlier slots has missed none", () => {
  const { editions } = groupDue([aSubscription({ coveredTo: new Date("2026-11-21T10:00Z") })], justAfter);
  expect(editions[0]?.catchUp).toBe(false);
});

test("a due subscription without a slot since its coverage is idle", () => {
  const covered = aSubscription({ coveredTo: new Date("2026-11-24T06:00:10Z") });
  expect(groupDue([covered], justAfter)).toEqual({ editions: [], idle: [covered] });
});

test("older slots come first", () => {
  const late = aSubscription({ channelId: "fake:2", schedule: aSchedule({ times: ["07:00"] }), nextAt: new Date("2026-11-24T05:00Z") });
  expect(groupDue([aSubscription(), late], justAfter).editions.map(({ slot }) => slot.local)).toEqual([
    "2026-11-24T07:00",
    "2026-11-24T08:00",
  ]);
});
