import { describe, expect, test } from "vitest";
import { parseQuestion } from "../../src/quotes/query.ts";

const now = new Date("2026-11-24T12:00:00Z");
const ask = (question: string) => parseQuestion(question, now);

describe("a question as people type it", () => {
  test("bare words are words", () => {
    expect(ask("solvang pilots")).toMatchObject({ words: ["solvang", "pilots"], phrases: [] });
  });

  test("marks of any language make a phrase", () => {
    expect(ask("«this is surrender»").phrases).toEqual(["this is surrender"]);
    expect(ask("“this is surrender”").phrases).toEqual(["this is surrender"]);
  });

  test("keys name speaker, outlet and language", () => {
    expect(ask('speaker:"Ingrid Solvang" outlet:courier lang:UK')).toMatchObject({
      speaker: "Ingrid Solvang",
      outlet: "courier",
      lang: "uk",
    });
  });

  test("what did X say about Y names the speaker and the words", () => {
    expect(ask("What did Ingrid Solvang say about the pilots?")).toMatchObject({ speaker: "Ingrid Solvang", words: ["pilots"] });
  });

  test("a month begins on its first day and until takes all of it in", () => {
    const { since, until } = ask("since:2024-06 until:2024-06");
    expect(since?.toISOString()).toBe("2024-06-01T00:00:00.000Z");
    expect(until?.toISOString()).toBe("2024-07-01T00:00:00.000Z");
  });

  test("days back count from today's midnight", () => {
    expect(ask("since:7d").since?.toISOString()).toBe("2026-11-17T00:00:00.000Z");
  });

  test("a check code is an id", () => {
    expect(ask("check:7FK29DM").id).toBe("7fk29dm");
    expect(ask("7FK29DM").id).toBe("7fk29dm");
    expect(ask("7FK29DM pilots").id).toBeUndefined();
  });

  test.each(["2024-13", "2024-02-30", "soon"])("%s is refused with one that works", (day) => {
    expect(() => ask(`since:${day}`)).toThrow(/is no date. Try `since:2024-06`/);
  });

  test("an office is described, not named", () => {
    expect(ask("what did the harbour master say about the auditors")).toMatchObject({ words: ["harbour", "master", "auditors"] });
  });

  test("a question of empty words alone is still asked", () => {
    expect(ask("what about").words.length).toBeGreaterThan(0);
  });
});
