import { describe, expect, test } from "vitest";
import { createRobots, isAllowedBy, parseRobots } from "../../src/ingest/robots.ts";
import { SourceError } from "../../src/model/errors.ts";
import { aClock, day, hour } from "./round.ts";

const allowed = (rules: string, path: string): boolean => isAllowedBy(parseRobots(rules, "Quoth"), `https://news.example${path}`);

describe("the rules of RFC 9309", () => {
  test.each([
    ["no rules allow everything", "", "/a", true],
    ["a path and what is below it", "User-agent: *\nDisallow: /private", "/private/x", false],
    ["other paths stay open", "User-agent: *\nDisallow: /private", "/public", true],
    ["an empty rule forbids nothing", "User-agent: *\nDisallow:", "/a", true],
    ["our own group alone counts", "User-agent: *\nDisallow: /\n\nUser-agent: Quoth\nDisallow: /x", "/a", true],
    ["our name with a version", "User-agent: quoth/1.0\nDisallow: /x", "/x", false],
    ["several names share a group", "User-agent: other\nUser-agent: quoth\nDisallow: /x", "/x", false],
    ["the longest rule wins", "User-agent: *\nDisallow: /a\nAllow: /a/b", "/a/b/c", true],
    ["allow wins a tie", "User-agent: *\nDisallow: /a\nAllow: /a", "/a", true],
    ["a star stands for anything", "User-agent: *\nDisallow: /*/print", "/story/5/print", false],
    ["a dollar ends the path", "User-agent: *\nDisallow: /*.pdf$", "/a.pdf", false],
    ["and nothing may follow it", "User-agent: *\nDisallow: /*.pdf$", "/a.pdf?x=1", true],
    ["comments and case do not matter", "user-AGENT: * # all\ndisALLOW: /x # this", "/x", false],
    ["groups of one name are joined", "User-agent: *\nDisallow: /a\n\nUser-agent: *\nDisallow: /b", "/a", false],
    ["robots.txt itself is always open", "User-agent: *\nDisallow: /", "/robots.txt", true],
  ])("%s", (_name, rules, path, expected) => {
    expect(allowed(rules, path)).toBe(expected);
  });

  test("a rule of many stars is matched in no time", () => {
    expect(allowed(`User-agent: *\nDisallow: /${"*a".repeat(200)}b`, `/${"a".repeat(20_000)}`)).toBe(true);
  });

  test("a file of a hundred thousand rules costs no more than its first thousands", () => {
    const rules = parseRobots(`User-agent: *\n${"Disallow: /a*b\n".repeat(100_000)}`, "quoth");
    expect(rules.rules.length).toBeLessThanOrEqual(2_000);
  });
});

describe("asking for them", () => {
  const clock = aClock();
  const asking = (answer: () => string) => {
    let requests = 0;
    const robots = createRobots({
      now: clock.now,
      robotName: "quoth",
      get: async ({ url }) => {
        requests += 1;
        return { status: "fresh", url, headers: {}, body: Buffer.from(answer()) };
      },
    });
    return { allows: () => robots.allows("https://news.example/a", AbortSignal.timeout(1_000)), requests: () => requests };
  };
  const failing = (status: number | undefined) => () => {
    throw new SourceError("http", "It fails.", status === undefined ? {} : { status });
  };

  test("once a day is enough", async () => {
    const robots = asking(() => "");
    for (let asked = 0; asked < 5; asked++) await robots.allows();
    clock.pass(day + hour);
    await robots.allows();
    expect(robots.requests()).toBe(2);
  });

  test("a missing file allows everything, a broken server nothing", async () => {
    expect(await asking(failing(404)).allows()).toBe(true);
    expect(await asking(failing(403)).allows()).toBe(true);
    expect(await asking(failing(500)).allows()).toBe(false);
    expect(await asking(failing(429)).allows()).toBe(false);
    expect(await asking(failing(undefined)).allows()).toBe(false);
  });
});

test("sitemaps that it lists are found", () => {
  expect(parseRobots("User-agent: *\nSitemap: https://news.example/news.xml\nsitemap: nonsense", "quoth").sitemaps).toEqual([
    "https://news.example/news.xml",
  ]);
});
