import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readDate } from "../../src/ingest/date.ts";

const read = (input: string, options?: Parameters<typeof readDate>[1]): string | undefined => readDate(input, options)?.toISOString();

describe("as feeds write dates", () => {
  test.each([
    ["Tue, 05 Mar 2024 14:30:00 GMT", "2024-03-05T14:30:00.000Z"],
    ["Tue, 5 Mar 24 14:30 +0200", "2024-03-05T12:30:00.000Z"],
    ["5 Mar 1999 00:00:00 EST", "1999-03-05T05:00:00.000Z"],
    ["Tue,05 March 2024 14:30:00 -0000", "2024-03-05T14:30:00.000Z"],
    ["Tue, 05 Mar 2024 14:30:00 GMT+2", "2024-03-05T12:30:00.000Z"],
    ["Tue, 05 Mar 2024 14:30:00 +0100 (CET)", "2024-03-05T13:30:00.000Z"],
    ["2024-03-05T14:30:00+02:00", "2024-03-05T12:30:00.000Z"],
    ["2024-03-05T14:30:00.123456Z", "2024-03-05T14:30:00.000Z"],
    ["2024-03-05 14:30", "2024-03-05T14:30:00.000Z"],
    ["2024-03-05", "2024-03-05T00:00:00.000Z"],
    ["2024-03", "2024-03-01T00:00:00.000Z"],
    ["20240305T143000Z", "2024-03-05T14:30:00.000Z"],
    ["2024-065", "2024-03-05T00:00:00.000Z"],
    ["Tue Mar  5 14:30:00 2024", "2024-03-05T14:30:00.000Z"],
    ["Tue Mar 05 2024 14:30:00 GMT+0200", "2024-03-05T12:30:00.000Z"],
    ["1709649000", "2024-03-05T14:30:00.000Z"],
    ["1709649000000", "2024-03-05T14:30:00.000Z"],
    ["05.03.2024 14:30", "2024-03-05T14:30:00.000Z"],
    ["2024/03/05 2:30 PM", "2024-03-05T14:30:00.000Z"],
    ["Tue, 31 Dec 2024 24:00:00 GMT", "2025-01-01T00:00:00.000Z"],
  ])("%s", (input, iso) => {
    expect(read(input)).toBe(iso);
  });
});

describe("in our languages", () => {
  test.each([
    "5 March 2024",
    "March 5, 2024",
    "Dienstag, 5. März 2024",
    "5. Maerz 2024".replace("ae", "ä"),
    "mardi 5 mars 2024",
    "mar. 5 mars 2024",
    "5 de marzo de 2024",
    "martedì 5 marzo 2024",
    "5 marca 2024",
    "tirsdag 5. mars 2024",
    "5 березня 2024 року",
    "5 бер. 2024 р.",
    "5 марта 2024 г.",
    "Вт, 5 мар 2024",
    "2024ko martxoaren 5a",
  ])("%s", (input) => {
    expect(read(input)).toBe("2024-03-05T00:00:00.000Z");
  });

  test.each(
    ["січня", "лютого", "березня", "квітня", "травня", "червня", "липня", "серпня", "вересня", "жовтня", "листопада", "грудня"].map(
      (name, index) => [name, index + 1] as const,
    ),
  )("%s is month %i", (name, month) => {
    expect(readDate(`7 ${name} 2024`)?.getUTCMonth()).toBe(month - 1);
  });

  test.each(
    ["января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября", "декабря"].map(
      (name, index) => [name, index + 1] as const,
    ),
  )("%s is month %i", (name, month) => {
    expect(readDate(`7 ${name} 2024`)?.getUTCMonth()).toBe(month - 1);
  });
});

describe("what is no date is refused", () => {
  test.each([
    "",
    "yesterday",
    "Tue, 32 Mar 2024 10:00:00 GMT",
    "Tue, 5 Foo 2024 10:00:00 GMT",
    "30 Feb 2024",
    "2024-13-05",
    "2024-03-05T25:00:00Z",
    "2024-03-05T10:61:00Z",
    "2024-03-05T10:00:00+25:00",
    "2024-03-05T10:00:00Z and more",
    "5 Mar 2024 1:2:3:4",
    "03/04/2024",
    "32024",
    "1970-01-01",
    "x".repeat(5_000),
  ])("%s", (input) => {
    expect(read(input)).toBeUndefined();
  });
});

test("a date with slashes is read only by a known order", () => {
  expect(read("03/04/2024", { order: "day-first" })).toBe("2024-04-03T00:00:00.000Z");
  expect(read("03/04/2024", { order: "month-first" })).toBe("2024-03-04T00:00:00.000Z");
  expect(read("25/12/2024")).toBe("2024-12-25T00:00:00.000Z");
});

test("a time without a zone is in the offset that is known, else in UTC", () => {
  expect(read("2024-03-05 14:30", { offsetMinutes: 120 })).toBe("2024-03-05T12:30:00.000Z");
});

test("what an ISO string says comes back, whatever the instant", () => {
  const instants = fc.date({ min: new Date("1990-01-02"), max: new Date("2099-12-31"), noInvalidDate: true });
  fc.assert(fc.property(instants, (at) => Math.abs((readDate(at.toISOString())?.getTime() ?? 0) - at.getTime()) < 1_000));
  fc.assert(fc.property(instants, (at) => Math.abs((readDate(at.toUTCString())?.getTime() ?? 0) - at.getTime()) < 1_000));
});

test("no text makes it throw", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 60, unit: "binary" }), (text) => readDate(text) === undefined || readDate(text) instanceof Date),
  );
});

test("the host's time zone changes nothing", () => {
  const inputs = [
    "2024-03-05 14:30",
    "5 Mar 2024 14:30",
    "2024-07-05",
    "5 липня 2024, 10:15",
    "Tue Mar  5 14:30:00 2024",
    "2024-03-05T14:30:00",
  ];
  const questions = inputs.map((input, id) => `${JSON.stringify({ id, input })}\n`).join("");
  const cli = fileURLToPath(new URL("../../src/cli.ts", import.meta.url));
  const answers = ["UTC", "America/New_York", "Asia/Tokyo", "Pacific/Chatham"].map((TZ) =>
    execFileSync(process.execPath, [cli, "batch", "date"], { input: questions, env: { ...process.env, TZ }, encoding: "utf8" }),
  );
  expect(new Set(answers).size).toBe(1);
  expect(answers[0]).toContain('"iso":"2024-03-05T14:30:00.000Z"');
});
