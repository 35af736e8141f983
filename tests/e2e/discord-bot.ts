import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { DiscordFake } from "../kit/discord-fake/start.ts";

export interface Bot {
  readonly process: ChildProcess;
  readonly output: () => string;
  /** Resolves when it has ended. */
  readonly ended: Promise<NodeJS.Signals | null>;
  runClock(): void;
  stop(): Promise<void>;
}

export const aDataFolder = (): string => mkdtempSync(join(tmpdir(), "quoth-e2e-"));

const root = fileURLToPath(new URL("../../", import.meta.url));

export interface BotOptions {
  readonly fake: DiscordFake;
  readonly dataFolder: string;
  /** What its clock says at the start; it goes on from there. Absent = the real time. */
  readonly startsAt?: Date;
  /** Its clock stands still until `runClock`: however slow the machine is, no slot passes before. */
  readonly clockStands?: boolean;
}

/** The bot as people start it: a process of its own, and nothing but the environment. */
export function startBot({ fake, dataFolder, startsAt, clockStands = false }: BotOptions): Bot {
  const clock = startsAt ? ["--import", shiftedClock(startsAt, clockStands)] : [];
  const running = spawn(process.execPath, [...clock, join(root, "scripts/start.mjs")], {
    cwd: root,
    env: { PATH: process.env.PATH ?? "", DISCORD_TOKEN: fake.token, DISCORD_API_URL: fake.apiUrl, QUOTH_DATA: dataFolder, QUOTH_PORT: "0" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [running.stdout, running.stderr]) {
    stream.on("data", (chunk: Buffer) => {
      output += chunk.toString();
    });
  }
  const ended = new Promise<NodeJS.Signals | null>((resolve) => running.on("exit", (_code, signal) => resolve(signal)));
  return {
    process: running,
    output: () => output,
    ended,
    runClock: () => void running.kill("SIGUSR2"),
    async stop() {
      running.kill("SIGTERM");
      await ended;
    },
  };
}

/** A module that sets the clock of its process to another time. There it stands until SIGUSR2, then it runs on at the usual pace. */
function shiftedClock(startsAt: Date, stands: boolean): string {
  const code = `const Real = Date; let offset; const run = () => { offset = ${startsAt.getTime()} - Real.now(); };
const now = () => offset === undefined ? ${startsAt.getTime()} : Real.now() + offset;
globalThis.Date = class extends Real { constructor(...given) { given.length === 0 ? super(now()) : super(...given); } static now() { return now(); } };
${stands ? 'process.once("SIGUSR2", run);' : "run();"}`;
  return `data:text/javascript,${encodeURIComponent(code)}`;
}

/** Resolves as soon as it holds. */
export async function until(holds: () => boolean, told: () => string, patienceMs = 25_000): Promise<void> {
  const endMs = performance.now() + patienceMs;
  while (!holds()) {
    if (performance.now() > endMs) throw new Error(`waited in vain for ${holds}\n${told()}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
