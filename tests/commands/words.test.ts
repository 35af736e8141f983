import { describe, expect, test } from "vitest";
import { commandList } from "../../src/commands/index.ts";
import { en } from "../../src/commands/words/en.ts";
import { languages, wordsFor } from "../../src/commands/words/index.ts";
import { uk } from "../../src/commands/words/uk.ts";

/** Every key with its path; zones have place names only where a language needs them. */
const keysOf = (value: object, path = ""): readonly string[] =>
  Object.entries(value)
    .filter(([key]) => key !== "places")
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
