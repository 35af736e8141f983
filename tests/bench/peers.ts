import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

export interface Peers {
  load(name: string): Promise<unknown>;
}

/** Installs packages that are measured beside ours into a folder of their own, removed when the process ends; undefined where npm cannot get them. */
export async function installPeers(packages: readonly string[]): Promise<Peers | undefined> {
  const folder = mkdtempSync(join(tmpdir(), "quoth-peers-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  const installed = spawnSync(
    "npm",
    ["install", "--no-save", "--no-audit", "--no-fund", "--ignore-scripts", "--prefix", folder, ...packages],
    { stdio: "ignore" },
  );
  if (installed.status !== 0) return undefined;
  const require = createRequire(join(folder, "package.json"));
  return { load: (name) => import(pathToFileURL(require.resolve(name)).href) };
}
