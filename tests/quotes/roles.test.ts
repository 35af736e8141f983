import { describe, expect, test } from "vitest";
import { foldRoles } from "../../src/quotes/roles.ts";

const day = (number: number): Date => new Date(Date.UTC(2026, 10, number));
const fold = (...roles: readonly string[]): readonly string[] =>
  foldRoles(roles.map((role, at) => ({ role, from: day(at + 1), to: day(at + 2) }))).map(({ role }) => role);

describe("one role in other words is one role", () => {
  test.each([
    ["an article", ["harbour master of Varnmouth", "the harbour master of Varnmouth"], ["harbour master of Varnmouth"]],
    ["an article of another language", ["Der Historiker", "Historiker"], ["Historiker"]],
    ["capitals", ["Harbour Master of Varnmouth", "harbour master of Varnmouth"], ["harbour master of Varnmouth"]],
    ["the place before the office", ["Varnmouth harbour master", "harbour master of Varnmouth"], ["Varnmouth harbour master"]],
    ["no place where one is known", ["the harbour master", "harbour master of Varnmouth"], ["harbour master of Varnmouth"]],
    ["no place in Ukrainian", ["голова портової ради", "голова"], ["голова портової ради"]],
  ])("%s", (_, roles, expected) => {
    expect(fold(...roles)).toEqual(expected);
  });

  test("from the first to the last time that any wording was used", () => {
    const [role] = foldRoles([
      { role: "the mayor", from: day(3), to: day(9) },
      { role: "mayor", from: day(1), to: day(4) },
    ]);
    expect(role).toEqual({ role: "mayor", from: day(1), to: day(9) });
  });
});

describe("another role stays apart", () => {
  test.each([
    ["a deputy", ["minister", "deputy minister"]],
    ["somebody who was it once", ["mayor of Selholm", "former mayor of Selholm"]],
    ["another place", ["mayor of Selholm", "mayor of Varnmouth"]],
    ["a longer title that begins alike", ["chief", "chief executive"]],
    ["an office without a place, where two places are known", ["minister", "minister of health", "minister of trade"]],
  ])("%s", (_, roles) => {
    expect(fold(...roles)).toEqual(roles);
  });
});
