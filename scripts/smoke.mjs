// Starts the built process in a fresh folder, waits until it says where the local channel is, reads that page, stops it.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const data = mkdtempSync(join(tmpdir(), "quoth-smoke-"));
const env = { ...process.env, QUOTH_DATA: data, QUOTH_PORT: "0", DISCORD_TOKEN: "", TELEGRAM_TOKEN: "" };
const child = spawn(process.execPath, [join(root, "scripts", "start.mjs")], { cwd: root, env, stdio: ["ignore", "pipe", "pipe"] });

let output = "";
child.stderr.on("data", (bytes) => (output += bytes));
try {
  const address = await waitForAddress();
  const page = await fetch(address);
  const html = await page.text();
  if (!page.ok || !html.includes("Quoth")) throw new Error(`The local channel at ${address} answered ${page.status}.`);
  const ended = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGTERM");
  const code = await ended;
  if (code !== 0) throw new Error(`The process ended with ${code} after SIGTERM.`);
  console.log(`smoke: started, answered at ${address}, stopped`);
} catch (error) {
  console.error(`smoke: ${error.message}\n${output}`);
  process.exitCode = 1;
} finally {
  child.kill("SIGKILL");
  rmSync(data, { recursive: true, force: true });
}

function waitForAddress() {
  return new Promise((resolve, reject) => {
    const deadline = setTimeout(() => reject(new Error("No address within 60 s.")), 60_000);
    child.stdout.on("data", (bytes) => {
      output += bytes;
      const address = output.match(/http:\/\/127\.0\.0\.1:\d+\S*/)?.[0];
      if (!address) return;
      clearTimeout(deadline);
      resolve(address);
    });
    child.once("exit", (code) => reject(new Error(`The process ended with ${code} before it was ready.`)));
  });
}
