import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const cli = fileURLToPath(new URL("../../src/cli.ts", import.meta.url));

/** Asks the product as anyone would: one process, JSON lines in, JSON lines out. */
export async function askBatch(task: string, questions: readonly object[]): Promise<Record<string, unknown>[]> {
  const child = spawn(process.execPath, [cli, "batch", task], { stdio: ["pipe", "pipe", "inherit"] });
  const chunks: Buffer[] = [];
  child.stdout.on("data", (chunk: Buffer) => chunks.push(chunk));
  child.stdin.on("error", () => undefined); // the exit code below tells why it closed
  child.stdin.end(questions.map((question) => `${JSON.stringify(question)}\n`).join(""));
  const code = await new Promise<number | null>((resolve) => child.once("close", resolve));
  if (code !== 0) throw new Error(`batch ${task} ended with ${code}`);
  return Buffer.concat(chunks)
    .toString("utf8")
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}
