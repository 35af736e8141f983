import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { adapters } from "../../src/adapters/index.ts";
import { readCatalogue } from "../../src/config/catalogue.ts";
import { parseDays } from "../../src/config/days.ts";
import { readSettings } from "../../src/config/settings.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "quoth-config-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const write = (name: string, text: string): void => {
  mkdirSync(join(folder, "config"), { recursive: true });
  writeFileSync(join(folder, name), text);
};

const problemsOf = (text: string): readonly string[] => {
  write("config/quoth.yaml", text);
  const read = readSettings({ QUOTH_CONFIG: join(folder, "config") });
  return "problems" in read ? read.problems.map(({ key, words }) => `${key}: ${words}`) : [];
};

describe("config/quoth.yaml", () => {
  test("may leave everything out", () => {
    expect(problemsOf("")).toEqual([]);
  });

  test("is told when it is missing", () => {
    const read = readSettings({ QUOTH_CONFIG: join(folder, "nowhere") });
    expect(read).toMatchObject({ problems: [{ key: "the file", words: "is missing" }] });
  });

  test("has every fault named at once, with its key", () => {
    const problems = problemsOf("lang: de\nzone: Mars/Base\nlog: loud\ningest: { pagesPerRound: many }\ncolour: red\n");
    expect(problems).toHaveLength(5);
    expect(problems.join("\n")).toMatch(/lang: must be en or uk[\s\S]*zone: is no time zone[\s\S]*colour: is no setting/);
  });

  test("tells the line of broken YAML", () => {
    expect(problemsOf("lang: en\n  zone: [UTC\n")[0]).toMatch(/^line \d+: is no valid YAML/);
  });

  test("never takes a key itself where the name of a variable belongs", () => {
    expect(problemsOf("models: { fast: { provider: anthropic, model: x, keyFrom: sk-12345 } }")[0]).toMatch(/name an environment variable/);
  });

  test("as shipped is right", () => {
    expect(readSettings({})).toHaveProperty("settings");
  });
});

describe("the catalogue", () => {
  const digest = (more: string): string =>
    `name: Test\ndescription: A test.\nsources:\n  - feed: https://example.org/rss\nschedule:\n  times: ["08:00"]\n  zone: Europe/Kyiv\n${more}`;
  const read = (text: string, name = "test.yaml") => {
    writeFileSync(join(folder, name), text);
    return readCatalogue(folder, ["fast"]);
  };

  test("as shipped is right and has a sample without a network", () => {
    const { digests, problems } = readCatalogue("digests", []);
    expect(problems).toEqual([]);
    expect(digests.find(({ id }) => id === "sample")?.sources).toEqual([{ kind: "folder", address: "sample", undated: "when-read" }]);
  });

  test("reads days and times in order, each once", () => {
    const { digests } = read(digest("").replace('["08:00"]', '["18:30", "08:00", "08:00"]'));
    expect(digests[0]?.schedule).toMatchObject({ times: ["08:00", "18:30"], days: [1, 2, 3, 4, 5, 6, 7] });
  });

  test.each([
    ["a time that is none", digest("").replace("08:00", "25:99"), /times.*is no time of day/],
    ["a zone that is none", digest("").replace("Europe/Kyiv", "Mars/Base"), /zone.*is no time zone/],
    ["an offset for a zone", digest("").replace("Europe/Kyiv", "+02:00"), /zone.*is no time zone/],
    [
      "a source of two kinds",
      digest("").replace("- feed: https://example.org/rss", "- { feed: https://example.org/rss, page: https://example.org }"),
      /exactly one of/,
    ],
    ["a source that is no address", digest("").replace("https://example.org/rss", "example"), /begins with http/],
    [
      "undated news of an unknown age",
      digest("").replace("  - feed: https://example.org/rss", "  - feed: https://example.org/rss\n    undated: old"),
      /undated.*must be when-read/,
    ],
    ["a model that is not there", digest("model: slow\n"), /names "slow"/],
    ["a setting that is none", digest("colour: red\n"), /colour.*is no setting/],
    ["too many bullets", digest("bullets: 9\n"), /bullets.*at most 5/],
  ])("names %s", (_, text, pattern) => {
    const { problems } = read(text);
    expect(problems.map(({ key, words }) => `${key} ${words}`).join("\n")).toMatch(pattern);
  });

  test("refuses a file name that nobody can type", () => {
    expect(read(digest(""), "My News.yaml").problems[0]?.words).toMatch(/lower-case letters/);
  });

  test("an empty folder says what belongs there", () => {
    expect(readCatalogue(folder, []).problems[0]?.words).toMatch(/holds no digest/);
  });
});

test.each([
  ["daily", [1, 2, 3, 4, 5, 6, 7]],
  ["mon-fri", [1, 2, 3, 4, 5]],
  ["fri-mon", [1, 5, 6, 7]],
  ["wed, mon", [1, 3]],
  ["someday", undefined],
])("%s means %j", (text, days) => {
  expect(parseDays(text)).toEqual(days);
});

test(".env.example names every variable that is read", () => {
  const example = readFileSync(".env.example", "utf8");
  const names = [
    "QUOTH_DATA",
    "QUOTH_PORT",
    "QUOTH_DIGESTS",
    "QUOTH_CONFIG",
    ...adapters.flatMap(({ environment }) => environment.map(({ name }) => name)),
  ];
  expect(names.filter((name) => !new RegExp(`^${name}=`, "m").test(example))).toEqual([]);
});
