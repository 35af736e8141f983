import { describe, expect, test } from "vitest";
import { markInserted, tellEdit } from "../../src/commands/edits.ts";
import { en } from "../../src/commands/words/en.ts";
import { uk } from "../../src/commands/words/uk.ts";
import type { Edit } from "../../src/model/story.ts";

const source = "He opened the quay on Monday, which the storm had broken in two places.";
const named: Edit = { start: 0, end: 2, text: "Peter Holm", why: "He → Peter Holm" };
const dated: Edit = { start: 19, end: 28, text: "on 23 November", why: "Monday → 23 November" };
const cut: Edit = { start: 28, end: 70, text: "", why: "relative clause" };
const bullet = (text: string, edits: readonly Edit[]) => ({ text, evidence: [{ articleId: "a1", version: 1, spans: [], edits }] });

describe("what Quoth put into a bullet is marked", () => {
  test("a name and a date, each where it stands", () => {
    expect(markInserted(bullet("Peter Holm opened the quay on 23 November.", [named, dated, cut]))).toEqual([
      { text: "Peter Holm", style: "mark" },
      { text: " opened the quay " },
      { text: "on 23 November", style: "mark" },
      { text: "." },
    ]);
  });

  test("but no full stop, and a bullet in the source's own words stays plain", () => {
    const stop: Edit = { start: 71, end: 71, text: ".", why: "full stop set" };
    expect(markInserted(bullet("Peter Holm opened the quay.", [cut, stop]))).toBe("Peter Holm opened the quay.");
  });
});

describe("what Quoth changed is told", () => {
  test("a cut with its words", () => {
    expect(tellEdit(cut, source, en)).toBe("“which the storm had broken in two places” left out (relative clause)");
    expect(tellEdit(cut, source, uk)).toMatch(/^«which the storm had broken in two places» вилучено \(\p{L}/u);
  });

  test("a long cut by its beginning", () => {
    const long = `He said ${"that the quay is old and ".repeat(9)}so on.`;
    expect(tellEdit({ ...cut, start: 7, end: long.length }, long, en).length).toBeLessThan(140);
  });

  test("a replacement by what stood there and what stands there now", () => {
    expect(tellEdit(named, source, en)).toBe("He → Peter Holm");
  });

  test("a cut by its reason alone where the article is no longer kept", () => {
    expect(tellEdit(cut, undefined, en)).toBe("relative clause");
  });
});
