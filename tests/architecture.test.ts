import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

const src = fileURLToPath(new URL("../src/", import.meta.url));

/** Which rooms a room may import, besides itself. What is not listed is forbidden. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  model: [],
  text: ["model"],
  config: ["model"],
  ingest: ["model", "text"],
  digest: ["model", "text"],
  quotes: ["model", "text"],
  schedule: ["model"],
  deliver: ["model", "text"],
  commands: ["model", "text", "quotes"],
  store: ["model", "text", "quotes"],
  adapters: ["model", "text"],
  batch: ["model", "text", "ingest", "digest", "quotes"],
  "pipeline.ts": ["model", "ingest", "digest", "schedule", "intake.ts", "corrections.ts"],
  "intake.ts": ["model", "ingest", "digest", "corrections.ts"],
  "breaking.ts": ["model", "schedule", "intake.ts", "pipeline.ts"],
  "corrections.ts": ["model", "ingest", "digest"],
  "app.ts": ["*"],
  app: ["*"],
  "cli.ts": ["cli", "model"],
  cli: ["*"],
};

/** Which file alone imports a package. A folder ends in "/". */
const packageHome: Readonly<Record<string, readonly string[]>> = {
  "node:sqlite": ["store/sqlite/connection.ts"],
  "node-cron": ["schedule/cron.ts"],
  "discord.js": ["adapters/discord/"],
  telegraf: ["adapters/telegram/"],
  undici: ["ingest/"],
  "ipaddr.js": ["ingest/"],
  linkedom: ["ingest/"],
  htmlparser2: ["ingest/", "text/html.ts"],
  "@mozilla/readability": ["ingest/"],
  defuddle: ["ingest/"],
  unpdf: ["ingest/"],
  jschardet: ["ingest/"],
  eld: ["text/language.ts"],
  re2js: ["text/pattern.ts"],
  yaml: ["config/"],
  zod: ["config/", "adapters/", "digest/summarizers/"],
  "@resvg/resvg-js": ["quotes/card.ts"],
  ai: ["digest/summarizers/"],
  "@ai-sdk/anthropic": ["digest/summarizers/"],
  "@ai-sdk/google": ["digest/summarizers/"],
  "@ai-sdk/openai-compatible": ["digest/summarizers/"],
};

const files = readdirSync(src, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"));
const roomOf = (file: string): string => file.split("/")[0] ?? file;
/** Statements at the head of a line, and import() anywhere. */
const importPattern = /^(?:import|export)\b(?:[^"';]*?\bfrom)?\s*"([^"]+)"|\bimport\(\s*"([^"]+)"\s*\)/gm;

const imports = files.flatMap((file) =>
  [...readFileSync(join(src, file), "utf8").matchAll(importPattern)].map((match) => ({ file, target: match[1] ?? match[2] ?? "" })),
);

describe("imports point one way", () => {
  test("a room imports only the rooms it may", () => {
    const wrong = imports
      .filter(({ target }) => target.startsWith("."))
      .map(({ file, target }) => ({ file, to: relative(src, join(src, dirname(file), target)) }))
      .filter(({ file, to }) => {
        const allowed = mayImport[roomOf(file)] ?? [];
        return roomOf(file) !== roomOf(to) && !allowed.includes("*") && !allowed.includes(roomOf(to));
      })
      .map(({ file, to }) => `${file} → ${to}`);
    expect(wrong).toEqual([]);
  });

  test("an adapter never imports another adapter", () => {
    const wrong = imports
      .filter(({ file, target }) => file.startsWith("adapters/") && file !== "adapters/index.ts" && target.startsWith("."))
      .map(({ file, target }) => ({ file, to: relative(src, join(src, dirname(file), target)) }))
      .filter(({ file, to }) => to.startsWith("adapters/") && file.split("/")[1] !== to.split("/")[1])
      .map(({ file, to }) => `${file} → ${to}`);
    expect(wrong).toEqual([]);
  });

  test("a package is imported only in its home", () => {
    const wrong = imports
      .filter(({ target }) => !target.startsWith(".") && !(target.startsWith("node:") && target !== "node:sqlite"))
      .filter(({ file, target }) => {
        const name = target.startsWith("node:")
          ? target
          : target
              .split("/")
              .slice(0, target.startsWith("@") ? 2 : 1)
              .join("/");
        return !(packageHome[name] ?? []).some((home) => (home.endsWith("/") ? file.startsWith(home) : file === home));
      })
      .map(({ file, target }) => `${file} → ${target}`);
    expect(wrong).toEqual([]);
  });
});

test("only config/env.ts reads process.env", () => {
  const readers = files.filter((file) => file !== "config/env.ts" && readFileSync(join(src, file), "utf8").includes("process.env"));
  expect(readers).toEqual([]);
});

describe("the idle process stays small", () => {
  test("what reads strangers' documents is loaded in the reader threads alone", () => {
    const loaded = staticGraph("app.ts").flatMap(({ targets }) => targets);
    expect(
      loaded.filter((target) => ["jschardet", "linkedom", "defuddle", "@mozilla/readability", "unpdf", "eld"].includes(target)),
    ).toEqual([]);
  });

  test("node:http, whose import loads Node's whole fetch, is imported for its types only", () => {
    const wrong = files.filter((file) => staticImports(file).some((target) => target === "node:http" || target === "node:https"));
    expect(wrong).toEqual([]);
  });
});

/** What a file imports at its head for more than types. */
function staticImports(file: string): readonly string[] {
  const heads = readFileSync(join(src, file), "utf8").matchAll(/^(?:import|export)\b(?! type\b)(?:[^"';]*?\bfrom)?\s*"([^"]+)"/gm);
  return [...heads].map((match) => match[1] ?? "");
}

/** Every file that is loaded with this one, itself included, with its imports. */
function staticGraph(first: string): readonly { readonly file: string; readonly targets: readonly string[] }[] {
  const seen = new Set([first]);
  for (const file of seen)
    for (const target of staticImports(file))
      if (target.endsWith(".ts") && target.startsWith(".")) seen.add(relative(src, join(src, dirname(file), target)));
  return [...seen].map((file) => ({ file, targets: staticImports(file) }));
}
