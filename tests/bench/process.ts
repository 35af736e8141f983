import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import type { Row } from "../eval/row.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
/** Reader threads are let go after 30 s without work; memory is idle then. */
const restMs = 45_000;

/** The built process as a user starts it: time until the local channel answers, memory when it has nothing to do. Linux only (reads /proc). */
export async function measure(): Promise<readonly Row[]> {
  const first = await startOnce();
  await stop(first.child);
  const { child, readyMs } = await startOnce(); // the second start finds bundle and compile cache
  await sleep(restMs);
  const memory = residentMb(child.pid);
  await stop(child);
  return [
    { task: "process", set: "built", measure: "ready after start, ms", value: Math.round(readyMs), target: "≤ 1000" },
    { task: "process", set: "built", measure: "idle memory, MB", value: memory, target: "≤ 115" },
  ];
}

/** What `npm start` hands to Node: small heaps, since little of what is read stays. */
function startFlags(): readonly string[] {
  const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { readonly scripts: { readonly start: string } };
  return scripts.start.split(" ").filter((word) => word.startsWith("--"));
}

async function startOnce(): Promise<{ readonly child: ChildProcess; readonly readyMs: number }> {
  const data = mkdtempSync(join(tmpdir(), "quoth-bench-"));
  const env = { ...process.env, QUOTH_DATA: data, QUOTH_PORT: "0", DISCORD_TOKEN: "", TELEGRAM_TOKEN: "" };
  const startedAt = performance.now();
  const child = spawn(process.execPath, [...startFlags(), join(root, "scripts", "start.mjs")], {
    cwd: root,
    env,
    stdio: ["ignore", "pipe", "ignore"],
  });
  child.once("exit", () => rmSync(data, { recursive: true, force: true }));
  await new Promise<void>((resolve) => {
    child.stdout?.on("data", (bytes: Buffer) => {
      if (bytes.toString().includes("http://127.0.0.1:")) resolve();
    });
  });
  return { child, readyMs: performance.now() - startedAt };
}

function residentMb(pid: number | undefined): number | string {
  try {
    const kb = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
    return Math.round(Number(kb) / 1024);
  } catch {
    return "not read: this machine has no /proc";
  }
}

async function stop(child: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGTERM");
  await ended;
}
