import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { retell } from "../../src/text/retell.ts";

const src = fileURLToPath(new URL("../../src/", import.meta.url));

/** What the rooms explain to people, as it stands in their code: `${…}` is a name or a number. */
const told: Readonly<Record<string, readonly RegExp[]>> = {
  ingest: [
    /new (?:SourceError|InputError)\((?:\s*"[a-z-]+",)?\s*(["`])((?:(?!\1).)+)\1/g,
    /refused\([^,]+, (["`])((?:(?!\1).)+)\1/g,
    /failure\("[a-z-]+", (["`])((?:(?!\1).)+)\1/g,
    /reply: (`)([^`]+)`/g,
    /trace\?\.\([^`]*(`)([^`]+)`/g,
    /[A-Z_]{5,}: (["`])((?:(?!\1).)+)\1/g,
    /[?:] (")((?:It|The) [^"]+)"/g,
  ],
  digest: [
    /\bwhy: (["`])((?:(?!\1).)+)\1/g,
    /\b(?:words: |map\(\([a-z]+\) => )(["`])((?:(?!\1).)+)\1/g,
    /faults\.push\((["`])((?:(?!\1).)+)\1/g,
  ],
  quotes: [/new InputError\((`)((?:\\`|[^`])+)`/g],
  adapters: [
    /state: "[a-z]+", words: (["`])((?:(?!\1).)+)\1/g,
    /\bgone\(id, (")([^"]+)"/g,
    /stop\(\s*(")([^"]+)"/g,
    /new HttpRefusal\(\d+, (["`])((?:(?!\1).)+)\1/g,
  ],
};

const sentences = Object.entries(told).flatMap(([room, patterns]) =>
  readdirSync(`${src}${room}`, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .flatMap((file) => {
      const code = readFileSync(`${src}${room}/${file}`, "utf8").replace(/^\s*\/\*[\s\S]*?\*\//gm, "");
      return patterns.flatMap((pattern) => [...code.matchAll(pattern)].map((match) => match[2] ?? ""));
    }),
);

/** "It answers ${status}" as it reads when it runs. */
const filled = (literal: string): string => asSentence(literal.replaceAll("\\`", "`").replace(/\$\{(?:[^{}]|\{[^{}]*\})*\}/g, "7"));

/** A predicate whose subject is a file's name. */
const asSentence = (words: string): string => (/^(?:is|may|cannot) /.test(words) ? `ports.txt ${words}.` : words);

describe("what a room explains", () => {
  test.each([...new Set(sentences.map(filled))].filter((sentence) => / [a-z]{2}/.test(sentence)))(
    "is told in Ukrainian: %s",
    (sentence) => {
      expect(retell(sentence, "uk")).not.toBe(sentence);
    },
  );

  test("is as it was in English, and where nobody knows it", () => {
    expect(retell("It answers 403: it blocks bots.", "en")).toBe("It answers 403: it blocks bots.");
    expect(retell("A sentence of an older version.", "uk")).toBe("A sentence of an older version.");
  });

  test("keeps its names and numbers, and its parts are told as well", () => {
    expect(retell("It answers 403: it blocks bots. Quoth has stopped asking.", "uk-UA")).toBe(
      "Відповідає 403: не пускає ботів. Quoth більше не питає.",
    );
    expect(retell("In World of 2026-11-24 08:00 (Europe/Kyiv), place 1: 4 outlets, newest 3 h old.", "uk")).toBe(
      "У випуску «World» за 2026-11-24 08:00 (Europe/Kyiv), місце 1: видань: 4, найновішому 3 год.",
    );
  });

  test("an explanation of several parts is told part by part", () => {
    expect(retell("2 outlets in their own words, 4 with copies, 3 languages, newest under an hour old, about ports", "uk")).toBe(
      "видань своїми словами: 2, разом із передруками: 4, мов: 3, найновішому менше години, тема: ports",
    );
  });

  test("a name that looks like a pattern stays what it is", () => {
    expect(retell("$&(.*).example asked to be left alone.", "uk")).toBe("$&(.*).example просить поки не турбувати.");
  });
});
