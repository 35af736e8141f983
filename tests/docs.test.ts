import { spawnSync } from "node:child_process";
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

/** White space aside, for lines are wrapped; and without the bullets, whose choice and dates go on. */
const plain = (text: string): string =>
  text
    .replace(/^ +• [\s\S]*?(?=^ +[“•]|^\d)/gmu, "")
    .replace(/\s+/g, " ")
    .trim();

test("the README shows the sample as it is printed", () => {
  const [, shown = ""] = /```\n(Sample · [\s\S]*?)```/.exec(readFileSync(join(root, "README.md"), "utf8")) ?? [];
  const story = plain(shown.replace(/^.*\n/, ""));
  expect(story).toMatch(/^1 .* outlets “.*” — /);
  const { stdout } = spawnSync(process.execPath, ["src/cli.ts", "preview", "sample"], { cwd: root, encoding: "utf8" });
  expect(plain(stdout)).toContain(story);
}, 30_000);
