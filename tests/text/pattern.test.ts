import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isPattern, readPattern } from "../../src/text/pattern.ts";

const matches = async (pattern: string, text: string): Promise<boolean> => {
  const read = await readPattern(pattern);
  if (typeof read !== "function") throw new Error(`not taken: ${JSON.stringify(read)}`);
  return read(text);
};

test("a pattern stands between slashes; anything else is words", () => {
  expect(["/ferr(y|ies)/", "/a/i", "/a b/"].map(isPattern)).toEqual([true, true, true]);
  expect(["ferry", "//", "/ferry", "a/b/", "/a/x"].map(isPattern)).toEqual([false, false, false, false, false]);
});

describe("a pattern", () => {
  test.each([
    ["/ferr(y|ies)/", "More FERRIES at night", true],
    ["/^more .* night$/", "Late\nMore ferries at night", true],
    ["/пором(и|ів)/", "Десять ПОРОМІВ", true],
    ["/\\p{Lu}{3}/", "abc", true],
    ["/[0-9]{4,}/", "1 2 3", false],
    ["/a\\\\1/", "a\\1", true],
  ])("%s in %j: %s", async (pattern, text, found) => {
    expect(await matches(pattern, text)).toBe(found);
  });

  test.each([
    ["/(?=a)b/", "look-around", "(?="],
    ["/(?<!a)b/", "look-around", "(?<!"],
    ["/(a)\\1/", "back-reference", "\\1"],
    ["/((a{100}){100}){100}/", "too-big", "{100}"],
    ["/(x{0,50}y{0,50}){0,18}/", "too-big", "(x{0,50}y{0,50}){0,18}"],
    ["/[a/", "syntax", "[a"],
    ["/a)/", "syntax", "a)"],
  ])("%s is refused: %s near %s", async (pattern, fault, near) => {
    expect(await readPattern(pattern)).toEqual({ fault, near });
  });

  test.each(["/(a+)+$/", "/(a|a)*b/", "/(((((a*)*)*)*)*)*b/", "/(.*)*(.*)*(.*)*x/"])(
    "%s ends soon on what would keep others busy for ever",
    async (pattern) => {
      expect(await matches(pattern, `${"a".repeat(1_000)}!`)).toBe(false);
    },
  );

  test("whatever is written is taken or refused with a reason, and never throws", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ maxLength: 40 }), fc.string({ maxLength: 200 }), async (pattern, text) => {
        const read = await readPattern(`/${pattern}/`);
        if (typeof read === "function") expect(typeof read(text)).toBe("boolean");
        else expect(read.near.length).toBeGreaterThan(0);
      }),
    );
  });
});
