import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { commandList } from "../../src/commands/index.ts";
import { en } from "../../src/commands/words/en.ts";
import { languages, wordsFor } from "../../src/commands/words/index.ts";
import { uk } from "../../src/commands/words/uk.ts";
import { anArticle } from "../build.ts";
import { manager, openRoom, wordsOf } from "./room.ts";

/** Every key with its path. */
const keysOf = (value: object, path = ""): readonly string[] =>
  Object.entries(value)
    .flatMap(([key, inner]) => (typeof inner === "object" && inner !== null ? keysOf(inner, `${path}${key}.`) : [`${path}${key}`]))
    .sort();

test("Ukrainian has every sentence that English has, and no other", () => {
  expect(keysOf(uk)).toEqual(keysOf(en));
});

test.each([
  [1, "1 новина"],
  [3, "3 новини"],
  [5, "5 новин"],
  [21, "21 новина"],
])("%d stories are counted as Ukrainian counts", (count, words) => {
  expect(uk.stories(count)).toBe(words);
});

test("a language that is not known is answered in English", () => {
  expect(wordsFor("pt-BR")).toBe(en);
});

describe.each(Object.keys(languages))("the list in %s", (lang) => {
  const shapes = commandList(lang).flatMap((command) => [command, ...command.verbs, ...command.verbs.flatMap((verb) => verb.arguments)]);

  test("says what every command, verb and argument is for, in at most 100 characters", () => {
    expect(shapes.filter(({ about }) => about.length < 4 || about.length > 100)).toEqual([]);
  });

  test("has a word of its own for each, not the name again", () => {
    expect(shapes.filter(({ about, name }) => about === name).map(({ name }) => name)).toEqual([]);
  });
});

describe("what is said in a chat", () => {
  test("stands in the catalogue of words and nowhere else", () => {
    const room = fileURLToPath(new URL("../../src/commands/", import.meta.url));
    const files = readdirSync(room).filter((file) => file.endsWith(".ts"));
    const found = files.flatMap((file) => {
      const code = readFileSync(`${room}${file}`, "utf8").replace(/\/\*[\s\S]*?\*\/|\/\/ .*/g, "");
      // A sentence begins with a capital and has a second word; calls, keys and examples do not.
      return [...code.matchAll(/"([^"\n]*)"|`([^`\n]*)`/g)]
        .map(([, plain = "", template = ""]) => (plain || template).replace(/\$\{[^}]*\}/g, "…"))
        .filter((literal) => /^…?\W*[A-Z][a-z]+ (?:[a-z]|…)/.test(literal))
        .map((literal) => `${file}: ${literal}`);
    });
    expect(found).toEqual([]);
  });

  test("is Ukrainian in a Ukrainian channel, also what other rooms explained", async () => {
    const health = { state: "failed", words: "Telegram cannot be reached: fetch failed. Trying again in 5 s." } as const;
    const room = await openRoom({ platforms: () => [{ id: "telegram", name: "Telegram", health }] });
    const at = room.now();
    await room.stores.articles.put(anArticle({ id: "a1", title: "Порти" }), ["url:https://outlet.example/ports"]);
    await room.stores.stories.addTrace("a1", at, "In Порти of 2026-11-24 08:00 (Europe/Kyiv), place 1: 4 outlets, newest 3 h old.");
    const source = room.deps.digests()[0]!.sources[0]!;
    const state = { address: source.address, failures: 3, nextAt: at, failingSince: at };
    await room.stores.sources.put({
      ...state,
      problem: "It answers 403: it blocks bots. Quoth has stopped asking.",
      problemKind: "blocked",
    });
    const lines = ["/status", "/why https://outlet.example/ports", "/quote since:tomorrow", "/nothing", "/help why"];
    const replies = await Promise.all(lines.map((line) => room.types(line, { lang: "uk", caller: { ...manager, isOperator: true } })));
    const said = replies.map(wordsOf).join("\n");
    expect(said).toContain("Відповідає 403: не пускає ботів. Quoth більше не питає.");
    expect(said).toContain("місце 1: видань: 4");
    expect(said).toContain("Ще одна спроба за 5 с.");
    expect(said.match(/.*\b(?:the|is|not|in|of|it|from|no)\b.*/gi) ?? []).toEqual([]);
  });
});
