import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { commands } from "../src/cli/commands.ts";

const root = fileURLToPath(new URL("../", import.meta.url));
const pages = ["README.md", "CHANGELOG.md", ...readdirSync(join(root, "docs")).map((file) => `docs/${file}`)];

test.each(pages)("every file that %s names is there", (page) => {
  const named = [...readFileSync(join(root, page), "utf8").matchAll(/`((?:src|tests|docs|scripts|config|digests)\/[\w./-]*)`/g)].map(
    ([, path = ""]) => path,
  );
  expect(named.filter((path) => !existsSync(join(root, path)))).toEqual([]);
});

test.each(pages)("every command that %s names works", (page) => {
  const text = readFileSync(join(root, page), "utf8");
  const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { scripts: Readonly<Record<string, string>> };
  const run = [...text.matchAll(/npm run (?:-s )?([\w:]+)/g)].map(([, name = ""]) => name);
  const typed = [...text.matchAll(/quoth -- ([a-z]+)/g)].map(([, name = ""]) => name);
  expect(run.filter((name) => scripts[name] === undefined)).toEqual([]);
  expect(typed.filter((name) => name !== "help" && !commands.some((command) => command.name === name))).toEqual([]);
});
