// Bundles src/ into dist/app: one process start reads a few files instead of hundreds, and no type stripper stays in memory.
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const outdir = join(root, "dist", "app");
const stamp = join(outdir, "built.json");

/** True when no source file, lock file or this script is newer than the bundle. */
export function isFresh() {
  const built = statSync(stamp, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const watched = ["package-lock.json", "scripts/build.mjs", ...list("src")];
  return watched.every((file) => (statSync(join(root, file), { throwIfNoEntry: false })?.mtimeMs ?? 0) <= built);
}

/** Writes dist/app/cli.js, the parse worker (worker.js) and their shared chunks. dist/app lies as deep as src/<room>, so `../../assets` means the same in both. */
export async function build() {
  const { build: bundle } = await import("esbuild");
  rmSync(outdir, { recursive: true, force: true });
  await bundle({
    absWorkingDir: root,
    entryPoints: { cli: "src/cli.ts", worker: "src/ingest/worker.ts" },
    outdir,
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    target: "node26",
    minify: true,
    keepNames: true,
    legalComments: "none",
    logLevel: "warning",
    loader: { ".sql": "text", ".css": "text" },
    // Native or optional packages stay where npm put them.
    external: ["@resvg/resvg-js", "zlib-sync", "bufferutil", "utf-8-validate", "canvas", "@napi-rs/canvas", "encoding"],
    // CommonJS packages inside an ES module still call require().
    banner: {
      js: 'import{createRequire as quothRequire}from"node:module";import{dirname as quothDirname}from"node:path";import{fileURLToPath as quothPath}from"node:url";const require=quothRequire(import.meta.url),__filename=quothPath(import.meta.url),__dirname=quothDirname(__filename);',
    },
  });
  mkdirSync(outdir, { recursive: true });
  for (const file of readdirSync(outdir).filter((name) => name.endsWith(".js"))) toAscii(join(outdir, file));
  writeFileSync(stamp, JSON.stringify({ node: process.version }));
}

/**
 * V8 keeps a file with one letter beyond Latin-1 at two bytes a character, and regular expressions, which esbuild leaves alone, hold such letters.
 * An escape means the same there, in strings and in names; only a raw template would differ, and ours hold nothing but regular expressions.
 */
function toAscii(file) {
  const text = readFileSync(file, "utf8");
  const ascii = text.replace(/[^\x00-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
  if (ascii !== text) writeFileSync(file, ascii);
}

function list(folder) {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath.slice(root.length + 1), entry.name));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await build();
