import { expect, test } from "vitest";
import type { Schedule } from "../../src/model/digest.ts";
import { describeClockChange, findClockChange } from "../../src/schedule/clock-change.ts";

const kyiv = (...times: readonly string[]): Schedule => ({ times, days: [1, 2, 3, 4, 5, 6, 7], zone: "Europe/Kyiv" });
const winter = new Date("2026-01-10T00:00Z");
const summer = new Date("2026-06-10T00:00Z");

test("a manager is told of the day that lacks a time, and when that edition comes", () => {
  expect(describeClockChange(kyiv("03:30"), winter, "en")).toBe("On 29 March there is no 03:30; that edition comes at 04:00.");
});

test("a manager is told of the day that has a time twice", () => {
  expect(describeClockChange(kyiv("03:30"), summer, "en")).toBe(
    "On 25 October 03:30 comes twice; that edition comes once, the first time.",
  );
});

test("the same is said in Ukrainian", () => {
  expect(describeClockChange(kyiv("03:30"), winter, "uk")).toBe("29 березня часу 03:30 немає; цей випуск вийде о 04:00.");
});

test("nothing is said of a time that every day has once", () => {
  expect(describeClockChange(kyiv("08:00", "18:30"), winter, "en")).toBeUndefined();
});

test("nothing is said in a zone without clock changes", () => {
  expect(findClockChange({ ...kyiv("03:30"), zone: "UTC" }, winter)).toBeUndefined();
});

test("a change on a day without slots is passed over", () => {
  expect(findClockChange({ ...kyiv("03:30"), days: [1, 2, 3, 4, 5] }, winter)).toBeUndefined();
});

test("the next change is found, whichever of the two it is", () => {
  expect(findClockChange(kyiv("03:30"), summer)).toEqual({ date: "2026-10-25", time: "03:30", kind: "overlap", comesAt: "03:30" });
});
